"""Knows the grammar of a sentence's stretches: where one can begin, whether it stands by itself, which words carry its verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from briefing_app.comparison.cues import Wording, cues_for
from briefing_app.comparison.sentences.units import Unit
from briefing_app.language import pack_for
from briefing_app.language.syntax import NOMINAL, VERBAL, Tag, Token, clausal, finite_at
from briefing_app.language.tagging import tokens_of
from briefing_app.model.findings import Attribution
from briefing_app.model.span import Span

_HANGING = frozenset({Tag.RELATIVE, Tag.PREPOSITION, Tag.ING, Tag.PARTICIPLE, Tag.SUBORDINATOR})
_MARKS = frozenset({Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.QUOTE, Tag.BRACKET, Tag.STOP, Tag.SYMBOL})
_VERBS = frozenset({Tag.AUXILIARY, Tag.MODAL, Tag.FINITE, Tag.PARTICIPLE, Tag.ING, Tag.BASE})
_MAYBE_FINITE = VERBAL | {Tag.PRONOUN}  # a pronoun may hold its verb: "it's"
_LONGEST = 8  # words of a verb group
_SHORT_WORD, _HEADLINE_WORDS, _HEADLINE_SHARE = 3, 4, 0.6  # letters, words and share of capitals that make a headline
_START, _END = attrgetter("start"), attrgetter("end")


@lru_cache(maxsize=8192)  # more sentences than the longest comparisons hold: one less, and each is read again at every look
def _tokens(text: str, start: int, language: str) -> tuple[Token, ...]:
    tokens = tokens_of(text, Span(0, len(text)), pack_for(language))
    for token in tokens:
        token.start += start
        token.end += start
    return tuple(tokens)


def tokens_in(unit: Unit, span: Span) -> list[Token]:
    """The tokens of the sentence that lie inside ``span``, with their place in the article."""
    tokens = _tokens(unit.text, unit.span.start, unit.language)
    first = bisect_left(tokens, span.start, key=_START)
    return list(tokens[first : bisect_right(tokens, span.end, lo=first, key=_END)])


def headline_tokens(unit: Unit) -> list[Token]:
    """The tokens of the sentence; of a Headline Written Like This as if its words, names apart, were written small."""
    text = unit.text
    letters = [word for word in unit.words if word.text[0].isalpha() and len(word.text) > _SHORT_WORD]
    capitals = sum(word.text[0].isupper() for word in letters)
    if not unit.head or len(letters) < _HEADLINE_WORDS or capitals <= _HEADLINE_SHARE * len(letters):
        return tokens_in(unit, unit.span)
    small = list(text)
    for word in unit.words:
        if not word.name and not word.text.isupper():
            at = word.span.start - unit.span.start
            small[at] = small[at].lower()
    return list(_tokens("".join(small), unit.span.start, unit.language))


def worded(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without marks."""
    return [token for token in tokens if token.tag not in _MARKS]


def finite(tokens: Sequence[Token]) -> int | None:
    """The index of the first finite verb; None when there is none."""
    listed = list(tokens)
    return next((k for k, token in enumerate(listed) if token.tag in _MAYBE_FINITE and finite_at(listed, k)), None)


def has_subject(tokens: Sequence[Token], cues: Wording) -> bool:
    """Whether a noun phrase stands before the first finite verb."""
    verb = finite(tokens)
    return verb is not None and any(token.tag in NOMINAL or token.low in cues.pointing for token in tokens[:verb])


def subject_is_pronoun(tokens: Sequence[Token], cues: Wording) -> bool:
    """Whether whom it is about is only pointed at ("it", "he", "this"), so that it cannot be read alone."""
    verb = finite(tokens)
    if verb is not None and tokens[verb].tag is Tag.PRONOUN:  # it holds its verb: "it's"
        return not tokens[verb].low.startswith(cues.there)
    before = [token for token in tokens[: verb or 0] if token.tag in NOMINAL or token.low in cues.pointing]
    return bool(before) and all(
        token.low not in cues.there and (token.tag is Tag.PRONOUN or token.low in cues.pointing) for token in before
    )


def stands_alone(unit: Unit, span: Span) -> bool:
    """Whether a stretch of the sentence has a subject and its verb, and no half of a quotation; of a language without verbs, always."""
    if not pack_for(unit.language).grammar.verb_forms():
        return True
    tokens = tokens_in(unit, span)
    return (
        has_subject(tokens, cues_for(unit.language).wording)
        and sum(token.tag is Tag.QUOTE and token.text in '“”"' for token in tokens) % 2 == 0
    )


def hanging(tokens: Sequence[Token], cues: Wording) -> bool:
    """Whether it begins like the tail of something before it: "which ...", "from ...", "called for ...", "if ..."."""
    first = next(iter(worded(tokens)), None)
    return first is None or (first.tag in _HANGING and first.low not in cues.joining)


def framed(unit: Unit, clause: Span) -> bool:
    """Whether a clause only says who said it: it holds an attribution's cue and none of its content, and does not deny that either."""
    return _only_frames(unit, clause) and not turns_content(unit, clause)


def _only_frames(unit: Unit, clause: Span) -> bool:
    return any(told.cue and clause.holds(told.cue) and not told.span.overlap(clause) for told in unit.attributions)


def turns_content(unit: Unit, clause: Span) -> bool:
    """Whether the clause denies or doubts what the next one says ("the firm denies that | ..."), which alone would be told as fact."""
    cues = cues_for(unit.language)
    if not _only_frames(unit, clause):
        return False
    low = unit.text_of(clause).replace("’", "'").lower()
    return any(pattern.search(low) for pattern in (cues.denial, cues.negation, cues.refusal, cues.undecided))


def tells(unit: Unit, told: Attribution) -> bool:
    """Whether an attribution gives a whole statement to its teller, rather than naming what he did ("he mentioned the plan")."""
    if told.cue is None or told.cue.start >= told.span.end - 1 or not told.mention:
        return True
    quoted = any(quotation.span.overlap(told.span) for quotation in unit.quotations)
    start = bisect_left(tokens := _tokens(unit.text, unit.span.start, unit.language), told.span.start, key=lambda token: token.start)
    inner = any(other.cue and other.source == told.source and told.span.holds(other.cue) for other in unit.attributions)
    return quoted or inner or start == 0 or clausal(list(tokens), told.span.start)


def _unless_more(tokens: Sequence[Token], cues: Wording) -> bool:
    """Whether it ends upon a word that holds for what follows: "may be filled only"."""
    return bool(tokens) and tokens[-1].low in cues.limiting


def whole(unit: Unit, first: int, last: int) -> tuple[int, int]:
    """Clauses ``first`` to ``last`` of a sentence, with those before and behind without which they hang in the air.

    A subject that was cut off ("the mayor | Ada Okafor, said no") and the clause that a tail belongs to ("| which was closed") come
    back; the frame of an attribution does not. What a clause only allows comes with its condition ("may be filled only | if ...").
    """
    clauses, cues = unit.sentence.clauses, cues_for(unit.language).wording
    while last + 1 < len(clauses) and _unless_more(tokens_in(unit, clauses[last]), cues):
        last += 1
    while first > 0 and not framed(unit, clauses[first - 1]):
        before = tokens_in(unit, clauses[first - 1])
        here = tokens_in(unit, Span(clauses[first].start, clauses[last].end))
        cut_off = finite(before) is None and first == 1 and any(token.tag in NOMINAL for token in before)
        if not cut_off and not hanging(here, cues) and not turns_content(unit, clauses[first - 1]):
            break
        first -= 1
    return first, last


def verb_groups(tokens: Sequence[Token], cues: Wording) -> list[Span]:
    """What is done, from the first auxiliary to the last verb: "will not be joining", "is reluctant to join", "was no exchange"."""
    return [Span(tokens[first].start, tokens[end - 1].end) for first, end in verb_ranges(tokens, cues)]


def verb_ranges(tokens: Sequence[Token], cues: Wording) -> list[tuple[int, int]]:
    """The same as ranges of tokens: the first and the one after the last."""
    listed = list(tokens)
    groups: list[tuple[int, int]] = []
    k = 0
    while k < len(listed):
        if not finite_at(listed, k):
            k += 1
            continue
        end = _end_of_verbs(listed, k, cues)
        groups.append((k, end))
        k = end
    return groups


def _end_of_verbs(tokens: list[Token], start: int, cues: Wording) -> int:
    end = start + 1
    while end < len(tokens) and (tokens[end].tag in _VERBS or tokens[end].tag is Tag.ADVERB or tokens[end].low in cues.negating):
        end += 1
    bare = (token.tag in (Tag.MODAL, Tag.ADVERB) or token.low in cues.base_follows for token in tokens[start:end])
    if all(bare) and _plain(tokens, end):
        end += 1
    if all(token.low in cues.predicating or token.tag is Tag.ADVERB for token in tokens[start:end]):
        end = _end_of_predicate(tokens, end, cues)
    while end - start < _LONGEST and (after := _end_of_infinitive(tokens, end, cues)):
        end = after
    while end > start + 1 and tokens[end - 1].tag is Tag.ADVERB and tokens[end - 1].low not in cues.never:
        end -= 1
    return end


def _end_of_infinitive(tokens: list[Token], start: int, cues: Wording) -> int:
    """Behind "to name", "to specifically name" or "to be named"; 0 when none stands there."""
    if start >= len(tokens) or tokens[start].low not in cues.to:
        return 0
    verb = start + 1
    while verb < len(tokens) and tokens[verb].tag is Tag.ADVERB:
        verb += 1
    known = verb < len(tokens) and (tokens[verb].tag in _VERBS or (tokens[verb].tag is Tag.WORD and verb == start + 1))
    return _end_of_passive(tokens, verb, cues) if known else 0


def _end_of_passive(tokens: list[Token], verb: int, cues: Wording) -> int:
    """Behind the infinitive at ``verb``, and behind the participle to which "be" belongs."""
    done = verb + 1
    while done < len(tokens) and tokens[done].tag is Tag.ADVERB:
        done += 1
    passive = tokens[verb].low in cues.to_be and done < len(tokens) and tokens[done].tag is Tag.PARTICIPLE
    return done + 1 if passive else verb + 1


def _end_of_predicate(tokens: list[Token], end: int, cues: Wording) -> int:
    """Behind "is": an adjective, or a noun that "no" turns round, with its "of"."""
    if end < len(tokens) and tokens[end].low in cues.no:
        end += 1
        while _plain(tokens, end) or (end < len(tokens) and tokens[end].tag is Tag.ING):
            end += 1
        return end + 2 if _plain(tokens, end + 1) and tokens[end].low in cues.of else end
    return end + 1 if _plain(tokens, end) else end


def _plain(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag is Tag.WORD


def framed_words(unit: Unit) -> list[Span]:
    """The words that only say who tells: cues of attributions whose content is a statement."""
    return [told.cue for told in unit.attributions if told.cue and tells(unit, told)]
