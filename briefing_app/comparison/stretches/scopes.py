"""How much of a thing a deed is said to reach: the scope words around its verb, and the part of a whole that is named behind it."""

from __future__ import annotations

from briefing_app.comparison.deeds import Deed, Nearness, common, matched, told_alike
from briefing_app.comparison.sentences.wording import tokens_in
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for
from briefing_app.language.phrases import phrase_starting
from briefing_app.model.span import Span


def one_deed(x: Deed, y: Deed) -> bool:
    """Whether deeds of two aligned sides are one; of somebody named, whatever it is done to ("excluded both firms", "banned the kit")."""
    if matched(x, y, Nearness.NEAR):
        return True
    return x.named and y.named and bool(common(x.doer, y.doer)) and told_alike(x, y) is not None


def bounded(side: Side) -> tuple[tuple[Deed, tuple[str, ...]], ...]:
    """The deeds of the side, each with its scope words."""
    return tuple((deed, bounds(side, deed)) for deed in side.deeds)


def bounds(side: Side, deed: Deed) -> tuple[str, ...]:
    """The scope words in the verb group, right before it, or among the words that follow before the next verb."""
    start, text = side.span.start, side.low
    later = [other.span.start for other in side.deeds if other.span.start > deed.span.end]
    end = min([*later, deed.reach.end])
    first = deed.span.start - start
    before = text[:first].split()[-1:]
    words = " ".join([*before, text[first : end - start]])
    return tuple(dict.fromkeys(found[0] for found in side.cues.scope.finditer(words)))


def part_of_whole(a: Side, x: Deed, b: Side, y: Deed) -> str:
    """``“altogether” against “from its mobile network”``: the whole on one side, a part that the other names; empty when not so."""
    whole_a, whole_b = (next(filter(side.cues.whole.fullmatch, bounds(side, deed)), "") for side, deed in ((a, x), (b, y)))
    if bool(whole_a) == bool(whole_b):
        return ""
    part = _part(b, y, a) if whole_a else _part(a, x, b)
    return f"“{whole_a or part}” against “{whole_b or part}”" if part else ""


def _part(side: Side, deed: Deed, other: Side) -> str:
    """What the deed is bound to behind its verb, with its preposition; empty when the other side has a word of it."""
    tokens = [token for token in tokens_in(side.unit, side.span) if deed.span.end <= token.start < deed.reach.end]
    pack = pack_for(side.unit.language)
    there = {word.stem for word in other.words}
    for k, token in enumerate(tokens):
        phrase = phrase_starting(tokens, k + 1, pack) if side.cues.binding.fullmatch(token.low) else None
        if phrase is None:
            continue
        span = Span(token.start, tokens[phrase[1] - 1].end)
        stems = {word.stem for word in side.words if span.holds(word.span) and not word.stop}
        timed = any(day.span.overlap(span) for day in side.dates)  # "in January" is no part of a whole
        if stems and not stems & there and not timed:
            return side.unit.text_of(span)
    return ""
