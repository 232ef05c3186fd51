"""The passages of a row one by one, and what happens where two of them meet: which words differ, what that is called. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing_app.anchoring import StepKind, word_diff
from briefing_app.model.comparison import CLASHES, Difference, DifferenceKind, Mark, Pair, Place
from briefing_app.model.span import Span
from briefing_app.ui.comparison.passages import Compared

_QUOTED = re.compile(r"“([^”]+)”")
_SIDES = re.compile(r" against | / |, ")
_APOSTROPHE = re.compile("['’]")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,:]\d+)*(?!\w)")
_SMALL = 3
"""Letters of a word that two passages may share by chance, between words that differ."""
_WEIGHT = tuple(DifferenceKind)


@dataclass(frozen=True, slots=True)
class Strand:
    """One passage of a row: its source's place, which of the cell's passages it is, its words, the sentence around them, the words that
    matter, and who tells it."""

    place: int
    passage: int
    span: Span
    sentence: Span
    keys: tuple[Span, ...] = ()
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Words that differ, and what the difference is called."""

    span: Span
    kind: DifferenceKind


@dataclass(frozen=True, slots=True)
class Clash:
    """What another passage of the row says against one."""

    other: Strand
    difference: Difference


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two passages laid over each other: what differs in the words of each, the differences found, what they share and how sure that is.

    ``score`` is the chance that an expert pairs their sentences; None when the row holds them together only through others.
    ``clashes`` are with passages that are neither of the two. ``marks`` are contradictions of the second passage that no difference tells:
    with another passage of its own article.
    """

    here: tuple[Named, ...]
    there: tuple[Named, ...]
    differences: tuple[Difference, ...]
    shared: tuple[str, ...] = ()
    score: float | None = None
    clashes: tuple[Clash, ...] = ()
    marks: tuple[Mark, ...] = ()


def strands_of(compared: Compared, claim: int) -> tuple[Strand, ...]:
    """The passages of a row, source by source and in the order of the text."""
    found: list[Strand] = []
    for place in range(len(compared.articles)):
        cell = compared.cell(claim, place)
        for number, span in enumerate(sorted(cell.spans)):
            around = [told for told in compared.told(place) if told.overlap(span)]
            sentence = Span(min([span.start, *(one.start for one in around)]), max([span.end, *(one.end for one in around)]))
            keys = tuple(key for key in cell.key_spans if span.holds(key))
            found.append(Strand(place, number, span, sentence, keys, compared.comparison.chain_of(cell, span)))
    return tuple(found)


def meet(compared: Compared, here: Strand, there: Strand) -> Meeting:
    """Lay one passage over another."""
    differences = _differences(compared, here, there)
    texts = [compared.articles[one.place].text for one in (here, there)]
    changed = _changed(here.span.of(texts[0]), there.span.of(texts[1]))
    cues = [(one.kind, words) for one in differences for words in _words_of(one)]
    contrary = [one for one in differences if one.kind is DifferenceKind.CONTRADICTION]
    named = []
    for text, strand, spans, other in zip(texts, (here, there), changed, (there.span.of(texts[1]), here.span.of(texts[0])), strict=True):
        own = [cue for one in contrary for cue in _own_cues(text, strand.span, one, other)]  # also where both have a word of it
        named.append(_with_tellers(compared, strand, differences, _over(text, _named(text, strand.span, spans, cues), own)))
    pair = _pair(compared, here, there)
    return Meeting(named[0], named[1], differences, pair.reasons if pair else (), pair.score if pair else None)


def meetings(compared: Compared, claim: int, strands: Sequence[Strand], base: int) -> dict[int, Meeting]:
    """Every other passage laid over the one at ``base``, by its number, with what it clashes with besides."""
    found = {
        number: _with_clashes(compared, meet(compared, strands[base], strand), strand, strands)
        for number, strand in enumerate(strands)
        if number != base
    }
    return {number: _with_marks(compared, claim, meeting, strands[number]) for number, meeting in found.items()}


def _with_marks(compared: Compared, claim: int, meeting: Meeting, strand: Strand) -> Meeting:
    """With what the row's cell says stands against the passage, while nothing else says so; its words are those that other marks quote."""
    kind = DifferenceKind.CONTRADICTION
    if kind in {one.kind for one in (*meeting.differences, *(clash.difference for clash in meeting.clashes))}:
        return meeting
    every = [mark for cell in compared.comparison.claims[claim].cells for mark in cell.marks if mark.kind is kind]
    own = compared.cell(claim, strand.place).marks
    marks = tuple(mark for mark in every if mark in own and mark.span is not None and mark.span.overlap(strand.span))
    if not marks:
        return meeting
    text = compared.articles[strand.place].text
    cues = _cues_in(text, strand.span, [(kind, words) for mark in every for words in _QUOTED.findall(mark.words)], numbers=False)
    return replace(meeting, there=tuple(_over(text, meeting.there, cues)), marks=marks)


def _with_clashes(compared: Compared, meeting: Meeting, strand: Strand, strands: Sequence[Strand]) -> Meeting:
    """A kind that the two clash in already is not looked for elsewhere."""
    kinds = CLASHES - {one.kind for one in meeting.differences}
    others = [other for other in strands if other.place != strand.place]
    clashes = [Clash(other, one) for other in others for one in _differences(compared, strand, other) if one.kind in kinds]
    cues = [(one.difference.kind, words) for one in clashes for words in _words_of(one.difference)]
    text = compared.articles[strand.place].text
    named = _over(text, meeting.there, _cues_in(text, strand.span, cues, numbers=False))
    return replace(meeting, there=tuple(named), clashes=tuple(clashes))


def _own_cues(text: str, span: Span, difference: Difference, other: str) -> list[Named]:
    """Where the words of a difference stand; where both sides' do ("denied that she asked"), those that the other passage lacks."""
    found = _cues_in(text, span, [(difference.kind, words) for words in _words_of(difference)], numbers=False)
    own = [one for one in found if one.span.of(text).casefold() not in other.casefold()]
    return own or found


def _over(text: str, named: Sequence[Named], cues: Sequence[Named]) -> list[Named]:
    """The named words with these put over what is mere wording; where others differ already, those stay."""
    loud = [one for one in named if one.kind is not DifferenceKind.WORDING]
    found = [one for one in cues if not any(one.span.overlap(other.span) for other in loud)]
    for one in named:
        at = one.span.start
        for cue in found if one.kind is DifferenceKind.WORDING else ():
            if one.span.overlap(cue.span):
                loud += _rest(text, Span(at, max(at, cue.span.start)))
                at = max(at, cue.span.end)
        if one.kind is DifferenceKind.WORDING and at < one.span.end:
            loud += _rest(text, Span(at, one.span.end))
    return sorted([*loud, *found], key=lambda one: one.span)


def _differences(compared: Compared, here: Strand, there: Strand) -> tuple[Difference, ...]:
    """What the analyses found between the two, the weightiest kind first, each said once."""
    found = [one for one in compared.comparison.differences if _touches(compared, one.a, one.b, here, there)]
    said: dict[tuple[DifferenceKind, str], Difference] = {}
    for one in sorted(found, key=lambda one: _WEIGHT.index(one.kind)):
        said.setdefault((one.kind, one.why), one)
    return tuple(said.values())


def _pair(compared: Compared, here: Strand, there: Strand) -> Pair | None:
    met = [one for one in compared.comparison.pairs if _touches(compared, one.a, one.b, here, there)]
    return max(met, key=lambda one: one.score, default=None)


def _touches(compared: Compared, a: Place, b: Place, here: Strand, there: Strand) -> bool:
    """Whether two places lie in the two passages, in either order."""

    def lies(at: Place, strand: Strand) -> bool:
        return at.article == compared.articles[strand.place].id and at.span.overlap(strand.span) > 0

    return (lies(a, here) and lies(b, there)) or (lies(a, there) and lies(b, here))


def _changed(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """The stretches of each that the other does not have, in code points of ``a`` and ``b``; small words between two are taken in."""
    steps = word_diff(a, b)
    parts: tuple[list[Span], list[Span]] = ([], [])
    for at, step in enumerate(steps):
        if step.kind is StepKind.EQUAL and not (0 < at < len(steps) - 1 and _by_chance(step.a.of(a))):
            continue
        for spans, span in zip(parts, (step.a, step.b), strict=True):
            if not span:
                continue
            if spans and spans[-1].end == span.start:
                spans[-1] = Span(spans[-1].start, span.end)
            else:
                spans.append(span)
    return [_trimmed(a, span) for span in parts[0] if span.of(a).strip()], [_trimmed(b, span) for span in parts[1] if span.of(b).strip()]


def _by_chance(words: str) -> bool:
    return all(len(word) <= _SMALL for word in words.split()) and len(words.split()) <= 1


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _words_of(difference: Difference) -> list[str]:
    """The words that a difference names: what it quotes, else what stands on its two sides."""
    quoted = _QUOTED.findall(difference.why)
    if quoted or difference.kind is DifferenceKind.ATTRIBUTION:
        return quoted
    return [words.strip() for words in _SIDES.split(difference.why) if words.strip()]


def _with_tellers(compared: Compared, strand: Strand, differences: Sequence[Difference], named: Sequence[Named]) -> tuple[Named, ...]:
    """The named words, and who is said to tell it where that differs, also beside the passage."""
    tellers: list[Named] = []
    if any(one.kind is DifferenceKind.ATTRIBUTION for one in differences):
        article = compared.articles[strand.place].id
        told = [one.attribution for one in compared.comparison.attributions if one.article == article]
        near = [one for one in told if one.span.overlap(strand.span) and one.source in strand.chain]
        spans = {one.mention for one in near if one.mention and strand.sentence.holds(one.mention)}
        tellers = [Named(span, DifferenceKind.ATTRIBUTION) for span in spans]
    rest = [one for one in named if not any(one.span.overlap(teller.span) for teller in tellers)]
    return tuple(sorted([*rest, *tellers], key=lambda one: one.span))


def _named(text: str, span: Span, changed: Iterable[Span], cues: Sequence[tuple[DifferenceKind, str]]) -> list[Named]:
    """The changed stretches with the name of each; words that a difference names stand alone, the rest is other wording."""
    found: list[Named] = []
    for stretch in changed:
        whole = Span(span.start + stretch.start, span.start + stretch.end)
        at = whole.start
        for cue in _cues_in(text, whole, cues):
            if cue.span.start >= at:
                found += _rest(text, Span(at, cue.span.start))
                found.append(cue)
                at = cue.span.end
        found += _rest(text, Span(at, whole.end))
    return found


def _rest(text: str, span: Span) -> list[Named]:
    return [Named(_trimmed(text, span), DifferenceKind.WORDING)] if any(letter.isalnum() for letter in span.of(text)) else []


def _cues_in(text: str, span: Span, cues: Sequence[tuple[DifferenceKind, str]], *, numbers: bool = True) -> list[Named]:
    """Where the words of differences, and ``numbers``, stand in a stretch; where several do, the weightiest."""
    figures = _NUMBER.finditer(text, span.start, span.end) if numbers else ()
    found = [Named(Span(*hit.span()), DifferenceKind.NUMBER) for hit in figures]
    for kind, words in sorted(cues, key=lambda cue: _WEIGHT.index(cue[0])):
        pattern = re.compile(rf"(?<!\w){_APOSTROPHE.sub(_APOSTROPHE.pattern, re.escape(words))}(?!\w)", re.IGNORECASE)
        for hit in pattern.finditer(text, span.start, span.end):
            one = Span(*hit.span())
            if not any(one.overlap(known.span) for known in found):
                found.append(Named(one, kind))
    return sorted(found, key=lambda one: one.span)
