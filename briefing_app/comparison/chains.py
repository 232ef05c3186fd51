"""Finds to whom the words of a cell are given: the attribution whose content covers them, not one that merely stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.comparison.sentences.wording import tells
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.article import Article
from briefing_app.model.findings import Attribution, Findings
from briefing_app.model.span import Span

_COVERED = 0.5  # share of a cell's telling words that an attribution's content must hold


def chain_of(side: Side) -> tuple[str, ...]:
    """From the origin to the nearest teller, the outlet left out; empty when the article tells it in its own voice."""
    told = telling_of(side)
    return (told.chain or ((told.source,) if told.source else ())) if told else ()


def without_own_outlet(articles: Sequence[Article], findings: Sequence[Findings]) -> tuple[Findings, ...]:
    """The findings whose chains end before the article's own outlet: "three people told the Courier", in the Courier."""
    return tuple(map(_without_own, articles, findings))


def _without_own(article: Article, read: Findings) -> Findings:
    own = _bare(article.document.source.value or "")
    if not own or not any(len(one.chain) > 1 and _bare(one.chain[-1]) == own for one in read.attributions):
        return read
    attributions = tuple(
        replace(one, chain=one.chain[:-1]) if len(one.chain) > 1 and _bare(one.chain[-1]) == own else one for one in read.attributions
    )
    return replace(read, attributions=attributions)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def telling_of(side: Side) -> Attribution | None:
    """The attribution that holds most of the side's words; of several that hold as much, one with a name and the longest chain."""
    told = [one for one in side.unit.attributions if one.span.overlap(side.span)]
    frames = [span for one in told for span in (one.mention, one.cue) if span]
    weighed = [
        (covered, bool(one.source), len(one.chain), k) for k, one in enumerate(told) if (covered := _covered(side, one, frames)) >= _COVERED
    ]
    return told[max(weighed, key=lambda one: (one[:3], -one[3]))[3]] if weighed else None


def _covered(side: Side, told: Attribution, frames: Sequence[Span]) -> float:
    """Share of the side's telling words, those of the frames left out, that the content holds; none when nothing is told but a deed."""
    if not tells(side.unit, told):
        return 0.0
    words = [word for word in side.words if not word.stop and not any(span.holds(word.span) for span in frames)]
    inside = sum(told.span.holds(word.span) for word in words)
    return round(inside / len(words), 2) if words else 0.0
