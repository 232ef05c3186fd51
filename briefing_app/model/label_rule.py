"""What the analyst says that certain lines of a source always are: one relabelling made a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing_app.model.article import Document, ZoneKind
from briefing_app.model.correction import Corrections
from briefing_app.model.ids import RuleId
from briefing_app.model.naming import folded
from briefing_app.model.span import Span

_DIGITS = re.compile(r"\d+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class LabelRule:
    """Lines of a source's articles that read like one of ``lines`` (numbers and capitals apart) are ``kind``.

    ``source`` is its name as lists show it.
    """

    id: RuleId
    source: str
    kind: ZoneKind
    lines: tuple[str, ...]

    def spans_in(self, document: Document) -> tuple[Span, ...]:
        """Where the rule's lines stand in an article of its source; empty for one of another source."""
        if folded(document.source.value or "") != folded(self.source):
            return ()
        keys = {line_key(line) for line in self.lines}
        found = []
        for line in _LINE.finditer(document.text):
            words = line[0].strip()
            if words and line_key(words) in keys:
                start = line.start() + line[0].index(words)
                found.append(Span(start, start + len(words)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """A line that a rule would label, or has: its article by headline, and its words."""

    article: int
    headline: str
    words: str


def line_key(line: str) -> str:
    """What lines have in common that read alike."""
    return _DIGITS.sub("0", folded(" ".join(line.split())))


def lines_of(words: str) -> tuple[str, ...]:
    """The lines of a labelled stretch, each once."""
    return tuple(dict.fromkeys(line for each in words.split("\n") if (line := " ".join(each.split()))))


def with_rules(document: Document, corrections: Corrections, rules: Iterable[LabelRule]) -> Corrections:
    """The corrections with what the rules label besides; a label that the analyst has given in the same place stays."""
    for rule in rules:
        for span in rule.spans_in(document):
            if not any(label.span.overlap(span) for label in corrections.labels):
                corrections = corrections.with_label(span, rule.kind)
    return corrections
