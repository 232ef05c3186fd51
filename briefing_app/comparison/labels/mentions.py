"""Reads the noun phrases of a sentence as mentions of things: who or what a phrase names, in which role, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.comparison.cues import Mentions, cues_for
from briefing_app.comparison.sentences.units import Unit, inside
from briefing_app.comparison.sentences.wording import headline_tokens
from briefing_app.language import LangPack, pack_for
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import stem
from briefing_app.model.findings import NameKind, NameMention
from briefing_app.model.span import Span

_INNER = frozenset({Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.DETERMINER, Tag.QUOTE})
_HEADS = frozenset({Tag.NAME, Tag.WORD})
_AFTER_SUBJECT = frozenset({Tag.FINITE, Tag.AUXILIARY, Tag.MODAL, Tag.COMMA, Tag.STOP})
_CLOSING = frozenset({Tag.COMMA, Tag.STOP})
_LONGEST = 9  # tokens of one phrase
_DULL = frozenset({Tag.DETERMINER, Tag.QUOTE, Tag.NUMBER, Tag.ADVERB})
_BEFORE_OBJECT = frozenset({Tag.PREPOSITION, Tag.FINITE, Tag.BASE, Tag.ING, Tag.PARTICIPLE})


@dataclass(frozen=True, slots=True)
class Mention:
    """One noun phrase of one article.

    ``own`` is the name at its end, None when a common noun is its head. ``noun`` is that noun, or the role before the name ("minister"
    in "foreign minister Ada Holm"), in lower case, or empty; ``head`` is its stem. ``plain`` are the stems of the other small words;
    ``proper`` is what the capitalised ones name: names in full, demonyms as printed, in lower case. ``pointing``: it may take up what was
    named before ("the plan"). ``plural``: the noun looks so.
    """

    column: int
    order: int
    span: Span
    own: NameMention | None
    noun: str
    head: str
    plain: frozenset[str]
    proper: frozenset[str]
    pointing: bool
    plural: bool

    @property
    def definite(self) -> bool:
        """Whether it means one that is known: "the president", "Cohen's lawyer", but not "a president"."""
        return self.pointing or bool(self.proper)

    @property
    def words(self) -> frozenset[str]:
        """All that the phrase calls it by, bare names apart."""
        return (self.plain | self.proper | {self.head}) if self.head else frozenset()

    @property
    def role(self) -> tuple[str, frozenset[str]] | None:
        """What the phrase calls somebody: the head with all that narrows it; None for a bare name."""
        return (self.noun, self.plain | self.proper) if self.noun else None


def mentions_of(unit: Unit) -> list[Mention]:
    """The noun phrases of a sentence in their order; pronouns are none."""
    tokens = headline_tokens(unit)
    return [
        found
        for first, end in _phrases(tokens, cues_for(unit.language).mentions)
        if (found := _mention(unit, tokens[first:end])) is not None
    ]


def appositions_of(unit: Unit, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of a name and a role that a comma joins and a comma, a stop or a verb closes: "the city's top surgeon, Ada Holm, said"."""
    tokens, pack, cues = headline_tokens(unit), pack_for(unit.language), cues_for(unit.language).mentions
    starts = {token.start: number for number, token in enumerate(tokens)}
    for one, other in pairwise(mentions):
        first, second = (one, other) if one.own is None else (other, one)
        if first.own is not None or second.own is None or not held(second.own) or second.head or first.plural:
            continue
        at = starts[first.span.start]
        if not (tokens[at].tag is Tag.DETERMINER or tokens[at].possessive) or (at and tokens[at - 1].tag in _BEFORE_OBJECT):
            continue
        comma = starts[other.span.start] - 1
        if comma < 1 or tokens[comma].tag is not Tag.COMMA or tokens[comma - 1].end != one.span.end:
            continue
        if not names_somebody(_last_word(tokens, first.span, cues), pack, cues) or _goes_on_to_a_name(tokens, other, mentions):
            continue
        behind = next((token for token in tokens if token.start >= other.span.end), None)
        closing = _CLOSING if other.own is None else _AFTER_SUBJECT  # "at Lind Tower, the mayor said" names nobody
        if behind is None or behind.tag in closing:
            yield second, first


def _last_word(tokens: Sequence[Token], span: Span, cues: Mentions) -> Token:
    """The noun of a phrase: the word before its "of", else its last."""
    inside_it = [token for token in tokens if span.holds(token.span)]
    return inside_it[_noun_at(inside_it, cues)]


def _goes_on_to_a_name(tokens: Sequence[Token], other: Mention, mentions: Sequence[Mention]) -> bool:
    """``on Lind, the top senator, Ada Holm, said``: the role belongs to the name behind it."""
    if other.own is not None:
        return False
    comma = next((k for k, token in enumerate(tokens) if token.start >= other.span.end), len(tokens))
    if comma + 1 >= len(tokens) or tokens[comma].tag is not Tag.COMMA:
        return False
    return any(one.own is not None and held(one.own) and one.span.start == tokens[comma + 1].start for one in mentions)


def _phrases(tokens: Sequence[Token], cues: Mentions) -> Iterator[tuple[int, int]]:
    """First token of each run that may be one noun phrase, and the one after its last."""
    first = 0
    while first < len(tokens):
        end = first
        while end < len(tokens) and _goes_on(tokens, first, end, cues):
            end += 1
        last = end
        while last > first and tokens[last - 1].tag not in _HEADS:
            last -= 1
        timed = last > first and tokens[last - 1].low in cues.times
        if 0 < last - first <= _LONGEST and not timed and not _shares_its_noun(tokens, last):
            yield first, last
        first = max(end, first + 1)


def _shares_its_noun(tokens: Sequence[Token], last: int) -> bool:
    """``Chinese telecom and tech firms``: what stands before "and" may lack its noun."""
    if last + 1 >= len(tokens) or tokens[last].tag is not Tag.COORDINATOR or tokens[last + 1].tag is not Tag.WORD:
        return False
    return tokens[last - 1].tag is Tag.WORD and not tokens[last - 1].low.endswith("s")


def _goes_on(tokens: Sequence[Token], first: int, at: int, cues: Mentions) -> bool:
    token, before = tokens[at], tokens[at - 1] if at > first else None
    if before is not None and before.low in cues.times:  # "last month the mayor"
        return False
    if token.tag in (Tag.PARTICIPLE, Tag.ING, Tag.ADVERB):  # "the planned ban", "a far-reaching plan", but not "the firm planned"
        opened = before is not None and before.tag in (Tag.DETERMINER, Tag.NUMBER, Tag.QUOTE)
        return opened and at + 1 < len(tokens) and tokens[at + 1].tag in (Tag.WORD, Tag.NAME)
    if before is not None and token.low in cues.of:  # "Secretary of State", but not "the end of the talks"
        return before.tag in _HEADS and at + 1 < len(tokens) and tokens[at + 1].tag in _HEADS
    return token.tag in _INNER and (before is None or token.tag is not Tag.DETERMINER)


def _mention(unit: Unit, tokens: Sequence[Token]) -> Mention | None:
    pack, cues = pack_for(unit.language), cues_for(unit.language).mentions
    if tokens[0].low in cues.asking or (tokens[0].low in cues.every and len(tokens) > 1):
        tokens = tokens[1:]  # "what | Chairman Holm said", "both | sides"
    quotes = [number for number, token in enumerate(tokens) if token.tag is Tag.QUOTE]
    if len(quotes) % 2 or quotes[:1] == [0]:  # words of a quotation that goes on
        tokens = tokens[(quotes[-1] if len(quotes) % 2 else 0) + 1 :]
    span = Span(tokens[0].start, tokens[-1].end)
    names = inside(unit.names, span)
    own = _own(names, span, tokens, pack, cues)
    words = [token for token in tokens if token.tag not in _DULL and (own is None or token.end <= own.span.start)]
    counted = own is not None and any(token.tag is Tag.NUMBER and token.end <= own.span.start for token in tokens)
    if own is not None and (counted or not _is_role(own, words, pack, cues)):
        return Mention(unit.column, unit.order, own.span, own, "", "", frozenset(), frozenset(), pointing=False, plural=False)
    if own is None and (not words or inside(unit.dates, span) or _measures(tokens, cues)):
        return None
    return _described(unit, span, own, words, tokens[0].low in cues.pointing)


def _measures(tokens: Sequence[Token], cues: Mentions) -> bool:
    """``125 miles northwest of Lund``: how much of something, no thing."""
    return tokens[0].tag is Tag.NUMBER and any(token.low in cues.measures for token in tokens)


def _described(unit: Unit, span: Span, own: NameMention | None, words: Sequence[Token], pointing: bool) -> Mention:
    """The mention whose small and capitalised ``words`` stand before the name, or are all."""
    pack, cues = pack_for(unit.language), cues_for(unit.language).mentions
    head = words[_noun_at(words, cues)] if words else None
    names = [name for name in inside(unit.names, span) if name is not own and (head is None or not name.span.overlap(head.span))]
    rest = [token for token in words if token is not head and token.low not in cues.of]
    rest = [token for token in rest if not any(name.span.overlap(token.span) for name in names)]
    demonyms = pack.naming.demonyms
    return Mention(
        column=unit.column,
        order=unit.order,
        span=span,
        own=own,
        noun=head.low if head else "",
        head=stem(head.low, pack.stemmer) if head else "",
        plain=frozenset(stem(token.low, pack.stemmer) for token in rest if token.low not in demonyms),
        proper=frozenset(name.name.lower() for name in names) | {token.low for token in rest if token.low in demonyms},
        pointing=pointing,
        plural=head is not None and head.low.endswith("s") and not head.low.endswith("ss"),
    )


def held(name: NameMention) -> bool:
    """Whether it is a name that a role can be given to: a person's, or one of several words that is no firm's and no place's."""
    return name.kind is NameKind.PERSON or (name.kind is NameKind.OTHER and " " in name.name)


def _is_role(own: NameMention, words: Sequence[Token], pack: LangPack, cues: Mentions) -> bool:
    """Whether the words before a person's name say what the person is ("North Korean leader"), and are no verb ("to visit Holm")."""
    if not words or not held(own):
        return False
    noun = words[_noun_at(words, cues)]
    low = noun.low.rstrip(".")
    titled = low in pack.naming.titles or low in pack.naming.title_heads
    if titled and _runs_on(words, pack, cues):
        return False
    house = own.kind is not NameKind.PERSON and (low in pack.speech.media_nouns or low in cues.houses)  # "the trade paper Harbour Ledger"
    return titled or (len(words) > 1 and (house or names_somebody(noun, pack, cues)))


def _runs_on(words: Sequence[Token], pack: LangPack, cues: Mentions) -> bool:
    """``the deal | Mr Holm``, ``ask | President Holm``: a small word before a title that says nothing of who holds it."""
    lead = words[0]
    title = next((k for k, token in enumerate(words) if token.text[0].isupper() and token.low.rstrip(".") in pack.naming.titles), 0)
    return title > 0 and lead.text[0].islower() and lead.low not in cues.standing and not lead.low.startswith(cues.prefixed)


def names_somebody(noun: Token, pack: LangPack, cues: Mentions) -> bool:
    """Whether a noun may be what somebody is: a known role, or one whose ending makes a doer ("surgeon", "columnist", "spokesman")."""
    low = noun.low.rstrip(".")
    if low in pack.naming.titles or low in pack.naming.title_heads or low in pack.speech.people_nouns or low in cues.somebody:
        return True
    return noun.tag in _HEADS and low.endswith(cues.doers) and low not in cues.things


def _noun_at(words: Sequence[Token], cues: Mentions) -> int:
    """Which of the words is the noun: the last, or the one before "of"."""
    return next((k for k, token in enumerate(words) if k and token.low in cues.of), len(words)) - 1


def _own(names: Sequence[NameMention], span: Span, tokens: Sequence[Token], pack: LangPack, cues: Mentions) -> NameMention | None:
    """The name that ends where the phrase does, unless the phrase is something of it ("the use of Huawei")."""
    own = next((name for name in names if name.span.end >= span.end - _possessive(tokens[-1])), None)
    if own is None:
        return None
    before = [token.low for token in tokens if token.end <= own.span.start]
    at = next((k for k, low in enumerate(before) if low in cues.of), 0)
    titled = at > 0 and (before[at - 1] in pack.naming.titles or before[at - 1] in pack.naming.title_heads)  # "Secretary of State"
    of_it = at > 0 and (not held(own) or before[-1] in cues.of or not titled)
    return None if of_it else own


def _possessive(token: Token) -> int:
    """How many characters of the token are its possessive ending."""
    if not token.possessive:
        return 0
    return 2 if token.low.endswith("'s") else 1
