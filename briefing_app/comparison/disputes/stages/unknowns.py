"""Finds what one article leaves open and the other tells: a cause not known and named, a price not disclosed, "did not say whether".

The words that leave something open are a language's cues; those that tell it stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.comparison.cues import Stage
from briefing_app.comparison.deeds import Nearness, common, matched
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_FEW = 2  # words in common, besides those of the open question, that two sentences need


def leaves_open(side: Side) -> bool:
    """Whether the sentence says that something is not known or not told."""
    return any(side.met(asked) for asked, _ in side.cues.unknowns) or bool(side.met(side.cues.whether))


def made_known(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Everything that one sentence leaves open and the other tells of the same thing; only of near sentences."""
    if not near:
        return
    for asking, telling, swapped in ((a, b, False), (b, a, True)):
        yield from _named(asking, telling, swapped)
        yield from _settled(asking, telling, near, swapped)


def _named(asking: Side, telling: Side, swapped: bool) -> Iterator[Against]:
    """What is asked for by a noun or a question word: cause, motive, name, cost, condition."""
    for asked, told in asking.cues.unknowns:
        question = next(iter(asking.spans(asked)), None)
        answer = next(iter(telling.spans(told)), None)
        if question is None or answer is None or telling.met(asked) or any(word in asking.low for word in asking.cues.answered):
            continue
        about = frozenset(word.stem for word in asking.words if not word.stop and not word.low.endswith("known"))
        shared = common(about & asking.telling, telling.telling)
        if len(shared) >= _FEW:
            words = asking.printed(question), telling.printed(answer)
            yield _against(question, answer, words, len(shared), swapped)


def _settled(asking: Side, telling: Side, near: Nearness, swapped: bool) -> Iterator[Against]:
    """A deed behind "whether" that the other sentence tells as done or decided."""
    question = next(iter(asking.spans(asking.cues.whether)), None)
    if question is None:
        return
    for deed in asking.deeds:
        if deed.span.start < question.end or not deed.finite:
            continue
        for other in telling.deeds:
            sure = other.finite and not other.supposed and not other.turned and not other.possible and other.stage is not Stage.RUMOURED
            if sure and not telling.met(telling.cues.whether) and (found := matched(deed, other, near)) and (found.doers or not deed.doer):
                words = (f"whether … {deed.quoted}", other.quoted)
                yield _against(deed.span, other.span, words, len(found.shared), swapped)


def _against(question: Span, answer: Span, words: tuple[str, str], shared: int, swapped: bool) -> Against:
    found = Against(question, answer, f"open (“{words[0]}”) against “{words[1]}”", shared, words=words)
    return found.exchanged() if swapped else found
