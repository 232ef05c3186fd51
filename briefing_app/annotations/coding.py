"""Tags given by their paths become tags of the codebook; what is missing is added."""

from __future__ import annotations

from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.edit import PutCode
from briefing_app.model.ids import CodeId
from briefing_app.model.naming import LONGEST_TAG, folded, proper_name


def proper_path(path: str) -> tuple[str, ...]:
    """The names on a path as tags can be called; empty for a path without a name."""
    return tuple(proper_name(name.strip()[:LONGEST_TAG]) for name in path.split("/") if name.strip())


class Coding:
    """Finds tags by their paths (``sourcing/anonymous``); ``edits`` adds those that were asked for and are not there yet."""

    def __init__(self, codebook: Codebook, next_number: int) -> None:
        self.codebook = codebook
        self.edits: list[PutCode] = []
        self._next = next_number
        self._known = {(code.parent, folded(code.name)): code for code in codebook.codes}

    def code(self, path: str, definition: str = "") -> CodeId | None:
        """The tag of that path, whatever its capitals; None for a path without a name."""
        parent = CodeId(0)
        names = proper_path(path)
        for place, proper in enumerate(names, 1):
            known = self._known.get((parent, folded(proper)))
            if known is None:
                known = self._known[parent, folded(proper)] = Code(
                    CodeId(self._next), proper, definition if place == len(names) else "", parent
                )
                self._next += 1
                self.codebook = Codebook((*self.codebook.codes, known))
                self.edits.append(PutCode(known))
            parent = known.id
        return parent or None
