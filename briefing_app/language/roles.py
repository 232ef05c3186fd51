"""Reads who has which role: "Mayor Ada Okafor", "Ada Okafor, the mayor"; and whom such a role means elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing_app.language.lines import Line
from briefing_app.language.names import Names
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_OFFICES = listed(
    """
    foreign defence defense finance interior prime health justice home education environment transport energy trade water labour labor
    deputy vice agriculture housing culture economy treasury police fire council state press
    """
)
_ANYBODY = listed(
    """
    source sources official officials person people man woman member members witness witnesses resident residents police authorities expert
    experts analyst analysts critic critics lawmaker lawmakers aide aides adviser advisers advisor advisors officer officers student
    students voter voters activist activists neighbor neighbour neighbors neighbours insider insiders observer observers reporter reporters
    """
)
"""Roles that many hold: one named holder in an article does not make the others him."""
_PLAIN = frozenset(["of", "first", "last"])
_ENDS_ROLE = frozenset({Tag.COMMA, Tag.PREPOSITION, Tag.FINITE, Tag.RELATIVE, Tag.STOP, Tag.AUXILIARY})
_ROLE_WORDS = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "pres": "president",
    "prof": "professor",
    "gen": "general",
    "dr": "doctor",
    "col": "colonel",
    "capt": "captain",
}


@dataclass(frozen=True, slots=True)
class Held:
    """Who has a role, and the words that narrow it ("water" of "the water minister")."""

    name: str
    narrowed: frozenset[str]

    def meant_by(self, narrowed: frozenset[str], alone: bool) -> bool:
        """Whether a phrase with these words may mean him: it, or the article, says no more than the role, or a word is the same; where
        he is ``alone`` in the role, also other words, but not those of another office."""
        same = not narrowed or not self.narrowed or bool(narrowed & self.narrowed)
        return same or (alone and not (narrowed & _OFFICES and self.narrowed & _OFFICES))


def foretold_roles(lines: Sequence[Line], names: Names, pack: LangPack) -> dict[str, Held]:
    """The roles that the article gives to one person only, wherever it does: a title may stand long before its name."""
    held: dict[str, list[Held]] = {}
    for line in lines:
        for name in names.inside(line.span):
            if name.kind is NameKind.PERSON:
                for role, narrowed in roles_of(line, name.span, pack):
                    held.setdefault(role, []).append(Held(name.full, narrowed))
    return {
        role: Held(ones[0].name, frozenset().union(*(one.narrowed for one in ones)))
        for role, ones in held.items()
        if role not in _ANYBODY and len({one.name for one in ones}) == 1
    }


def roles_of(line: Line, span: Span, pack: LangPack) -> Iterator[tuple[str, frozenset[str]]]:
    """The roles that stand right before a name, or behind it and a comma, each with the words that narrow it."""
    tokens = line.tokens
    at = next((i for i, token in enumerate(tokens) if token.start >= span.start), len(tokens))
    first = at
    while first > max(0, at - 4) and (tokens[first - 1].tag in (Tag.NAME, Tag.WORD) or tokens[first - 1].low == "of"):
        first -= 1
    yield from _roles_in(tokens[first:at], pack)
    end = next((i for i, token in enumerate(tokens) if token.start >= span.end), len(tokens))
    if end + 2 < len(tokens) and tokens[end].tag is Tag.COMMA:
        stop = next((i for i in range(end + 1, min(len(tokens), end + 8)) if tokens[i].tag in _ENDS_ROLE), end + 1)
        yield from _roles_in(tokens[end + 1 : stop], pack)


def _roles_in(tokens: list[Token], pack: LangPack) -> Iterator[tuple[str, frozenset[str]]]:
    for token in tokens:
        low = token.low.rstrip(".")
        if low in pack.naming.titles or low in pack.speech.people_nouns:
            yield _ROLE_WORDS.get(low, low), narrowing(tokens) - {low}


def narrowing(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a phrase that narrow its noun, without an ending."""
    small = (Tag.NAME, Tag.WORD)
    return frozenset(token.low.removesuffix("'s").rstrip("'.") for token in tokens if token.tag in small) - _PLAIN
