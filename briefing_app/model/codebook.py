"""The codebook: the tags of annotations, what each means, and which stands under which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.model.ids import CodeId

_TOP = CodeId(0)


@dataclass(frozen=True, slots=True)
class Code:
    """A tag of the codebook. ``definition`` says when it is to be used (Markdown, may be empty); ``parent`` is 0 at the top."""

    id: CodeId
    name: str
    definition: str = ""
    parent: CodeId = _TOP


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every tag with what follows from their hierarchy."""

    codes: tuple[Code, ...] = ()

    def code(self, number: CodeId) -> Code | None:
        """The tag of that number, None when it is gone."""
        return next((code for code in self.codes if code.id == number), None)

    def path(self, number: CodeId) -> str:
        """The tag's name under those of its parents: ``sourcing/anonymous``; empty when it is gone."""
        return "/".join(code.name for code in reversed(self.line(number)))

    def line(self, number: CodeId) -> tuple[Code, ...]:
        """The tag, its parent, the parent's parent and so on; a circle, which no edit makes, ends the line."""
        found: list[Code] = []
        while (code := self.code(number)) is not None and code not in found:
            found.append(code)
            number = code.parent
        return tuple(found)

    def under(self, number: CodeId) -> frozenset[CodeId]:
        """The tag and every tag below it."""
        return frozenset(code.id for code in self.codes if any(above.id == number for above in self.line(code.id)))

    def ordered(self) -> tuple[Code, ...]:
        """Every tag, parents before children, brothers in the order of the alphabet."""
        return tuple(sorted(self.codes, key=lambda code: [above.name.casefold() for above in reversed(self.line(code.id))]))

    def named(self, paths: Iterable[str]) -> tuple[CodeId, ...]:
        """The numbers of the tags of these paths, whatever their capitals; unknown ones are left out."""
        known = {self.path(code.id).casefold(): code.id for code in self.codes}
        return tuple(known[path.casefold()] for path in paths if path.casefold() in known)
