"""Which verbs of the news tell the same deed, and which its opposite.

Stems carry no language here, as in WordNet: what the row of any language says of its words holds for their stems.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from briefing_app.comparison.cues import LANGUAGES, Verbs, cues_for
from briefing_app.comparison.knowledge.meanings import meanings_of
from briefing_app.comparison.knowledge.synonyms import opposite_acts, opposites, relatives
from briefing_app.language import pack_for
from briefing_app.language.words import stem

_NEAR = 0.8
_AKIN = 0.4  # likeness of two verbs of one kind


def phrasal(verb: str, particle: str) -> str:
    """The stem of a verb with its particle ("switch off")."""
    return f"{verb}_{particle}"


def _stem(word: str, stemmer: str) -> str:
    verb, _, particle = word.partition("_")
    return phrasal(stem(verb, stemmer), particle) if particle else stem(word, stemmer)


def _stems(words: str, stemmer: str) -> frozenset[str]:
    return frozenset(_stem(word, stemmer) for word in words.split())


def _languages() -> Iterator[tuple[Verbs, str]]:
    """The verbs of each language, with its stemmer."""
    return ((cues_for(language).verbs, pack_for(language).stemmer) for language in LANGUAGES)


@cache
def _classes() -> dict[str, frozenset[str]]:
    """A stem's classes, by name: what tells the same stands in one."""
    found: dict[str, set[str]] = {}
    rows = (_stems(row, stemmer) for verbs, stemmer in _languages() for row in verbs.alike)
    for number, row in enumerate(rows):
        for one in row:
            found.setdefault(one, set()).add(f"class {number}")
    return {one: frozenset(names) for one, names in found.items()}


@cache
def _opposed() -> dict[str, frozenset[str]]:
    """A stem's opposites."""
    found: dict[str, frozenset[str]] = {}
    for verbs, stemmer in _languages():
        for row in verbs.opposites:
            sides = [_stems(words, stemmer) for words in row]
            for mine, theirs in (sides, sides[::-1]):
                found.update((one, found.get(one, frozenset()) | theirs) for one in mine)
    return found


@cache
def _ends() -> dict[str, frozenset[str]]:
    return {_stem(verb, stemmer): _stems(ends, stemmer) for verbs, stemmer in _languages() for verb, ends in verbs.ends.items()}


@cache
def _converse() -> tuple[tuple[str, str], ...]:
    """Pairs of stems that tell one deed, each for one of the two who take part in it."""
    return tuple((_stem(one, stemmer), _stem(other, stemmer)) for verbs, stemmer in _languages() for one, other in verbs.converse)


@cache
def _dealing() -> tuple[frozenset[str], ...]:
    """Row by row the stems that may tell one such deed."""
    return tuple(_stems(row, stemmer) for verbs, stemmer in _languages() for row in verbs.dealing)


@cache
def _contrary() -> tuple[str, ...]:
    return tuple({prefix: None for verbs, _ in _languages() for prefix in verbs.contrary})


def ends_of(early: str) -> frozenset[str]:
    """The deeds in which one that was to come ("vote") may have ended ("passed"); stems."""
    return _ends().get(early, frozenset())


@cache
def same_deed(a: str, b: str) -> bool:
    """Whether two stems can tell the same deed."""
    return not sought_by(a).isdisjoint(found_by(b))


def tell_same(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of these stems can tell the same deed as one of the others."""
    return any(same_deed(one, other) for one, other in product(some, others))


@cache
def found_by(one: str) -> frozenset[str]:
    """Keys by which a stem is found when its deed is sought: itself, and its classes."""
    return _classes().get(one, frozenset()) | {one}


@cache
def sought_by(one: str) -> frozenset[str]:
    """Keys of all stems that can tell the same deed as a stem does; it can as well be sought by them."""
    return found_by(one) | {other for other, weight in relatives(one).items() if weight >= _NEAR}


@cache
def kindred(a: str, b: str) -> bool:
    """Whether two stems tell deeds of one kind, which are not each other's opposite."""
    if opposite_deed(a, b):
        return False
    forth, back = meanings_of((a, b))
    return same_deed(a, b) or float(forth @ back) >= _AKIN


def same_act(a: str, b: str) -> bool:
    """Whether two stems tell the same deed, seen from either of those who take part in it ("buy", "sell")."""
    if same_deed(a, b) or any({a, b} <= row for row in _dealing()):
        return True
    return any(same_deed(a, one) and same_deed(b, other) for pair in _converse() for one, other in (pair, pair[::-1]))


def has_opposite(verb: str) -> bool:
    """Whether an opposite of the stem is known."""
    return verb in _opposed() or verb.startswith(_contrary()) or bool(opposites(verb) or opposite_acts(verb))


@cache
def opposite_deed(a: str, b: str) -> bool:
    """Whether two stems tell opposite deeds or states, or one is the other with a prefix before it ("armed", "unarmed")."""
    return b in opposite_deeds(a)


@cache
def opposite_deeds(one: str) -> frozenset[str]:
    """The stems whose deeds or states are the opposite of a stem's."""
    bare = {one.removeprefix(prefix) for prefix in _contrary() if one.startswith(prefix)}
    return _opposed().get(one, frozenset()) | opposites(one) | opposite_acts(one) | bare | {f"{prefix}{one}" for prefix in _contrary()}
