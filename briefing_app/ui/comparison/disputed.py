"""Where the words stand that a row's sources differ on: those that its hard marks name. Without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing_app.model.comparison import CLASHES, Claim, Mark
from briefing_app.model.span import Span

_QUOTED = re.compile(r"“([^”]+)”")
_AGAINST = " against "
_BESIDE = 80
"""Code points that words beside a passage lie from it at most."""


def disputed_in(text: str, span: Span, claim: Claim, told: Sequence[Span]) -> tuple[Span, ...]:
    """The words of a passage that the marks of its row name, in their order; where it holds none, those near by in its sentence.

    ``told`` are the sentences of the article.
    """
    marks = [mark for cell in claim.cells for mark in cell.marks if mark.kind in CLASHES]
    words = sorted({word for mark in marks for word in _named(mark)}, key=len, reverse=True)
    around = next((one for one in told if one.holds(span)), span)
    near = Span(max(around.start, span.start - _BESIDE), min(around.end, span.end + _BESIDE))
    return tuple(_found(text, span, words) or _found(text, near, words))


def without_repeats(remarks: Sequence[str]) -> list[str]:
    """Remarks without those that say less of the same two sides than another ("15 against 11" beside "15 injured against 11")."""
    return [one for one in dict.fromkeys(remarks) if not any(_says_less(one, other) for other in remarks)]


def _says_less(one: str, other: str) -> bool:
    a, b = one.split(_AGAINST), other.split(_AGAINST)
    return one != other and len(a) == len(b) == 2 and all(re.search(rf"\b{re.escape(x)}\b", y) for x, y in zip(a, b, strict=True))


def _named(mark: Mark) -> list[str]:
    return _QUOTED.findall(mark.words) or [side.strip() for side in mark.words.split(_AGAINST) if _AGAINST in mark.words and side.strip()]


def _found(text: str, span: Span, words: Iterable[str]) -> list[Span]:
    found: list[Span] = []
    for word in words:
        for hit in re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE).finditer(text, span.start, span.end):
            one = Span(*hit.span())
            if not any(one.overlap(known) for known in found):
                found.append(one)
    return sorted(found)
