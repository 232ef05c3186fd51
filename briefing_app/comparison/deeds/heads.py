"""Finds the verbs of a sentence by which deeds are told, each with its subject; hides verb groups, infinitives and what parts a subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.comparison.cues import Verbs, Wording
from briefing_app.comparison.sentences.wording import verb_ranges
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, is_day_word, phrase_ending, phrase_starting, subject_before
from briefing_app.language.syntax import Tag, Token

FULL = frozenset({Tag.FINITE, Tag.PARTICIPLE, Tag.ING, Tag.BASE})
"""Tags of full verbs."""

SKIPPED = frozenset({Tag.ADVERB, Tag.QUOTE})
"""Tags of tokens that may stand between a verb and what belongs to it."""

_COMPLETE = frozenset({Tag.FINITE, Tag.PARTICIPLE})
_OBJECTS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.PRONOUN})
_ASIDE = 30  # tokens of a bracket between a subject and its verb
_NEXT = 4  # tokens behind "to" or an -ing form within which its verb or its object stands


@dataclass(slots=True)
class Head:
    """A verb group as a range of tokens, its main verb (None: a predicate without one), and whether it is finite.

    ``doer`` are the stems of who does it, known once it has been read; ``text`` its tokens in lower case.
    """

    first: int
    end: int
    main: int | None
    finite: bool
    text: str
    subject: Range | None = None
    doer: frozenset[str] = frozenset()

    @property
    def start(self) -> int:
        """Its first token, the subject before it included."""
        return min(self.first, self.subject[0]) if self.subject else self.first


def heads_of(tokens: list[Token], pack: LangPack, cues: Wording) -> list[Head]:
    """Finite verb groups, infinitives and -ing forms with an object, in the order of the text."""
    finite = list(_finite(tokens, pack, cues))
    inside = {k for head in finite for k in range(head.first, head.end)}
    return sorted([*finite, *_others(tokens, inside, cues)], key=lambda head: head.first)


def _finite(tokens: list[Token], pack: LangPack, cues: Wording) -> Iterator[Head]:
    for first, last in verb_ranges(tokens, cues):
        parted = (k for k in range(first + 1, last) if tokens[k].tag is Tag.ING and tokens[k - 1].tag in _COMPLETE)
        end = next(parted, last)  # "banned | fishing"
        main = next((k for k in range(end - 1, first - 1, -1) if tokens[k].tag in FULL or _after_to(tokens, k, first, cues)), None)
        subject = subject_before(tokens, first, pack) or _far_subject(tokens, first, pack)
        yield Head(first, end, main, True, _text(tokens, first, end), _without_aside(tokens, subject))


def _others(tokens: list[Token], inside: set[int], cues: Wording) -> Iterator[Head]:
    for k, token in enumerate(tokens):
        following = next((j for j in range(k + 1, min(len(tokens), k + _NEXT)) if tokens[j].tag not in SKIPPED), None)
        if k in inside or following is None:
            continue
        after = tokens[following + 1] if following + 1 < len(tokens) else None
        if token.low in cues.to and tokens[following].tag is Tag.BASE:
            yield Head(k, following + 1, following, False, _text(tokens, k, following + 1))
        elif token.low in cues.to and tokens[following].low in cues.to_be and after is not None and "N" in after.verb:
            yield Head(k, following + 2, following + 1, False, _text(tokens, k, following + 2))
        elif token.tag is Tag.ING and not _adjective(tokens, k) and tokens[following].tag in _OBJECTS:
            yield Head(k, k + 1, k, False, token.low)


def _text(tokens: list[Token], first: int, end: int) -> str:
    return " ".join(token.low for token in tokens[first:end])


def _adjective(tokens: list[Token], k: int) -> bool:
    """``a stinging blow``."""
    return k > 0 and (tokens[k - 1].tag is Tag.DETERMINER or tokens[k - 1].possessive)


def _after_to(tokens: list[Token], k: int, first: int, cues: Wording) -> bool:
    return k > first and tokens[k - 1].low in cues.to and tokens[k].tag is Tag.WORD


def _far_subject(tokens: list[Token], verb: int, pack: LangPack) -> Range | None:
    """``The override, the first he has faced, is ...``: the opening phrase; ``Hull building stays``; what a bracket or a quote ends."""
    last = verb - 1
    if last < 0:
        return None
    if tokens[last].tag is Tag.COMMA:
        opening = phrase_starting(tokens, 0, pack)
        closed = opening is not None and opening[1] < last and tokens[opening[1]].tag is Tag.COMMA
        return opening if closed else None
    if tokens[last].tag is Tag.QUOTE:
        return phrase_ending(tokens, last - 1, pack) if last else None
    if tokens[last].text == ")":
        opened = next((k for k in range(last - 1, max(-1, last - _ASIDE), -1) if tokens[k].text == "("), 0)
        return phrase_ending(tokens, opened - 1, pack) if opened else None
    if tokens[last].tag is not Tag.ING:
        return None
    first = last
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.NAME, Tag.DETERMINER):
        first -= 1
    return (first, last + 1) if first < last else None


def _without_aside(tokens: list[Token], subject: Range | None) -> Range | None:
    """The subject as far as the bracket behind it."""
    if subject is None:
        return None
    opened = next((k for k in range(subject[0] + 1, subject[1]) if tokens[k].text == "("), subject[1])
    return subject[0], opened


def passive(tokens: list[Token], head: Head, cues: Wording) -> bool:
    """Whether the subject suffers the deed ("was sold")."""
    if head.main is None or tokens[head.main].tag is not Tag.PARTICIPLE:
        return False
    return any(token.low in cues.be for token in tokens[head.first : head.main])


def is_being(head: Head, cues: Wording) -> bool:
    """Whether it is only a form of "be" ("is", "was not")."""
    return set(head.text.split()) <= cues.be | cues.never


def tells_being(head: Head, cues: Wording) -> bool:
    """Whether a form of "be" is in it ("there will be")."""
    return not cues.be.isdisjoint(head.text.split())


def begins(tokens: list[Token], head: Head, pack: LangPack, cues: Verbs) -> bool:
    """Whether the verb tells no more than that its subject begins or happens ("the talks began", "the vote took place")."""
    if head.main is None:
        return False
    base = pack.grammar.verb_bases().get(tokens[head.main].low)
    follows = tokens[head.end].low if head.end < len(tokens) else ""
    return base in cues.beginning or (base in cues.taking and follows in cues.place)


def over_times(tokens: list[Token], start: int, step: int, pack: LangPack) -> int:
    """The first token from ``start`` on (``step`` 1 or -1) that is no adverb, quotation mark or day."""
    while 0 <= start < len(tokens) and (tokens[start].tag in SKIPPED or is_day_word(tokens[start], pack)):
        start += step
    return start
