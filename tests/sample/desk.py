"""The sample taken through the program's own packages: imported, cleaned, read, grouped and compared, without a library."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from briefing_app import cleaning, comparison, events, importers, language
from briefing_app.model.article import Article, Custody
from briefing_app.model.comparison import Comparison
from briefing_app.model.event import EventGroup
from briefing_app.model.findings import Findings
from briefing_app.model.ids import ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON
from tests.sample.labels import ARTICLES, expected

FILES: tuple[str, ...] = tuple(sorted(path.name for path in ARTICLES.iterdir()))
"""The sample's files; the place in this order, from 1, is the article's number."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sample article and what was found in it."""

    article: Article
    findings: Findings

    def sentence_at(self, span: Span) -> int | None:
        """The number of the sentence that ``span`` shares most with, None when it touches none."""
        shares = [(sentence.span.overlap(span), -number) for number, sentence in enumerate(self.findings.sentences)]
        most, number = max(shares, default=(0, 0))
        return -number if most else None


@cache
def read(file: str) -> Read:
    """One file, imported, cleaned and read."""
    data = (ARTICLES / file).read_bytes()
    (raw,) = importers.read(data, file)
    document = cleaning.clean(raw, file)
    custody = Custody(str(ARTICLES / file), file, hashlib.sha256(data).hexdigest(), NOON)
    return Read(Article(ArticleId(FILES.index(file) + 1), document, custody), language.read(document, document.date.value))


@cache
def groups() -> tuple[EventGroup, ...]:
    """The events that the program finds among the sample's articles."""
    grouping = events.Grouping()
    for file in FILES:
        done = read(file)
        grouping.add(done.article.id, events.profile(done.article.document, done.findings))
    return grouping.groups()


@cache
def compared(event: str) -> Comparison:
    """The comparison of the articles that the labels put into ``event``."""
    (files,) = (row["files"] for row in expected()["events"] if row["id"] == event)
    done = [read(file) for file in files]
    return comparison.compare([each.article for each in done], [each.findings for each in done])
