"""What stands against each other in two sentences, and which of their deeds may stand against each other at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import Deed, common, parted
from briefing_app.comparison.sentences.units import UnitWord
from briefing_app.comparison.sentences.years import is_year
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import pack_for
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class Against:
    """What stands against each other in two sentences: where, in one line why, and how much they have in common (stems).

    ``why`` parts at " against "; its first half is about ``a``, or about ``b`` when ``swapped``. ``words`` are the few of each that matter.
    """

    a: Span
    b: Span
    why: str
    shared: int
    swapped: bool = False
    words: tuple[str, str] = ("", "")

    def exchanged(self) -> Against:
        """The same, found with the second sentence first; ``why`` stays, its first half being about ``b`` now."""
        return Against(self.b, self.a, self.why, self.shared, not self.swapped, self.words[::-1])


def comparable(x: Deed, y: Deed) -> bool:
    """Whether both are told as happened or both as still to come, and neither is only supposed."""
    if x.supposed or y.supposed or x.elsewhen != y.elsewhen:
        return False
    return to_come(x) == to_come(y)


def on_other_days(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether both deeds are put into a time, and not the same: shares that rose on Monday may fall on Tuesday."""
    mine, other = times_in(a, x.reach), times_in(b, y.reach)
    return bool(mine and other and not mine & other)


def times_in(side: Side, span: Span) -> frozenset[str]:
    """The words of a stretch that tell an occasion: days of the week, months, years, "first" and "last", in lower case."""
    times = [(before, word) for before, word in side.once(_times) if span.holds(word.span)]
    return frozenset(
        word.low for before, word in times if before is None or before.low not in side.cues.verbs.reaching or not span.holds(before.span)
    )


def _times(side: Side) -> list[tuple[UnitWord | None, UnitWord]]:
    """Every word that tells an occasion, with the one before it."""
    counting = pack_for(side.unit.language).counting
    return [
        (before, word)
        for before, word in zip((None, *side.words), side.words, strict=False)
        if word.low in counting.weekdays
        or (word.low in counting.months and word.text[0].isupper())
        or word.low in side.cues.verbs.occasions
        or is_year(word.text)
    ]


def of_others(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether names take part in both deeds and none in both, or one is of "the old school" and the other of "the school"."""
    return contrasted(a, x, b, y) or parted(a.named & x.args, b.named & y.args)


def other_bearers(a: Side, x: Deed, doers_x: frozenset[str], b: Side, y: Deed, doers_y: frozenset[str]) -> bool:
    """Whether the doers share a name only that is borne by two: "the Holm campaign had not paid", "Holm had paid"."""
    shared = common(doers_x, doers_y)
    if not shared or not shared <= a.named or not shared <= b.named:
        return False
    mine, other = _bearers(a, x, doers_x, shared), _bearers(b, y, doers_y, shared)
    return bool(mine and other and not mine & other)


def _bearers(side: Side, deed: Deed, doers: frozenset[str], shared: frozenset[str]) -> frozenset[str]:
    """The last words of the doers that the shared name opens or is: "the Holm campaign" gives "campaign", "Ada Holm" gives "Holm"."""
    words = [word for word in side.words if word.span.start < deed.span.start]
    found = set()
    for k, word in enumerate(words):
        if word.stem in shared:
            last = k
            while last + 1 < len(words) and words[last + 1].stem in doers and not words[last + 1].stop and _joined(side, words, last):
                last += 1
            found.add(words[last].stem)
    return frozenset(found)


def _joined(side: Side, words: Sequence[UnitWord], k: int) -> bool:
    """Whether nothing but a blank stands between a word and the next."""
    return side.printed(Span(words[k].span.end, words[k + 1].span.start)).strip() == ""


def by_other_means(side_plain: Side, turned: Deed, side_turned: Side) -> bool:
    """Whether it only cannot be done by some means that the other does not tell: "cannot end it by decree", "vowed to end it"."""
    polar, words = side_turned.cues.polar, [word for word in side_turned.words if turned.reach.holds(word.span)]
    if not polar.able.search(turned.words.lower()):
        return False
    by = next((k for k, word in enumerate(words) if word.low in polar.means and word.span.start >= turned.span.end), len(words))
    means = frozenset(word.stem for word in words[by:] if not word.stop)
    return bool(means) and not common(means, side_plain.telling)


def contrasted(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether one deed is about "the old school" and the other about "the school"."""
    told = [
        any(word.low in side.cues.verbs.contrasted for word in side.words if deed.reach.holds(word.span)) for side, deed in ((a, x), (b, y))
    ]
    return told[0] != told[1]


def ended(side: Side, deed: Deed) -> bool:
    """``was open until Monday``, ``until recently she could buy it``."""
    before = [word.low for word in side.words if word.span.end <= deed.reach.start]
    return (deed.past or deed.possible) and any(
        word.low in side.cues.verbs.till for word in side.words if deed.reach.holds(word.span) or (before and word.low == before[0])
    )


def to_come(deed: Deed) -> bool:
    """Whether it is told as planned or announced."""
    return deed.stage in (Stage.PLANNED, Stage.ANNOUNCED, Stage.RUMOURED)


def verbs_apart(x: Deed, y: Deed, shared: int) -> Against:
    """Two deeds by their verbs, with what they have in common (stems)."""
    return Against(x.span, y.span, f"“{x.quoted}” against “{y.quoted}”", shared, words=(x.quoted, y.quoted))


def other_particle(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether a particle right behind each verb makes two deeds of one verb."""
    behind = [word.low if (word := side.word_behind(deed.span)) else "" for side, deed in ((a, x), (b, y))]
    return behind[0] != behind[1] and all(word in side.cues.verbs.apart for side, word in zip((a, b), behind, strict=True))
