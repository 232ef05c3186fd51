"""Hides how hits are brought together by event, copies under the article that they repeat, with what they say otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing_app.language import pack_for
from briefing_app.library.database import Database
from briefing_app.library.index.terms import tokens
from briefing_app.model.article import Article
from briefing_app.model.ids import ArticleId, EventId
from briefing_app.model.search import Copy, Hit, HitGroup

Sentences = Mapping[tuple[str, ...], str]
"""Sentences by their folded words, as they are written."""


class Grouping:
    """Groups the hits of one library. ``articles`` reads them."""

    def __init__(self, database: Database, articles: Callable[[Sequence[ArticleId]], Iterable[Article]]) -> None:
        self._database, self._articles = database, articles

    def by_event(self, hits: Sequence[Hit]) -> tuple[HitGroup, ...]:
        """The hits by event, where the first of each stands; an event of one hit is no group."""
        events = self._events([hit.article for hit in hits])
        sizes = Counter(events.get(hit.article) for hit in hits)
        titles = self._titles([event for event, size in sizes.items() if event is not None and size > 1])
        copies = self._copies(hits)
        under: dict[ArticleId, list[Copy]] = defaultdict(list)
        for original, copy in copies:
            under[original].append(copy)
        folded = {copy.hit.article for _, copy in copies}
        groups: dict[object, list[Hit]] = {}
        for hit in hits:
            event = events.get(hit.article)
            groups.setdefault(("event", event) if event in titles else ("alone", hit.article), []).append(hit)
        made = []
        for found in groups.values():
            event = events.get(found[0].article)
            title = titles.get(event, "") if event is not None else ""
            shown = tuple((hit, tuple(under[hit.article])) for hit in found if hit.article not in folded)
            made.append(HitGroup(event if title else None, title, shown))
        return tuple(made)

    def _events(self, articles: Sequence[ArticleId]) -> dict[ArticleId, EventId]:
        rows = self._database.chosen("SELECT a.id, a.event FROM article a", articles)
        return {ArticleId(int(number)): EventId(int(event)) for number, event in rows if event is not None}

    def _titles(self, events: Sequence[EventId]) -> dict[EventId, str]:
        rows = self._database.chosen("SELECT id, json_extract(CAST(data AS TEXT), '$.title') FROM event", events, by="id")
        return {EventId(int(number)): str(title) for number, title in rows}

    def _copies(self, hits: Sequence[Hit]) -> list[tuple[ArticleId, Copy]]:
        """The hits that repeat another hit, with that one's number."""
        by_article = {hit.article: hit for hit in hits}
        rows = self._database.chosen("SELECT s.article, s.copy_of, s.share FROM standing s", list(by_article), by="s.article")
        pairs = [(ArticleId(int(a)), ArticleId(int(of)), float(share or 0)) for a, of, share in rows if of in by_article]
        originals = {original for _, original, _ in pairs}
        pairs = [pair for pair in pairs if pair[0] not in originals]  # the copy of a copy stays, else it would stand under nothing
        said = (
            {one.id: _sentences(one) for one in self._articles(sorted({number for pair in pairs for number in pair[:2]}))} if pairs else {}
        )
        return [(of, _copy(by_article[number], share, said[number], said[of])) for number, of, share in pairs]


def _copy(hit: Hit, share: float, own: Sentences, original: Sentences) -> Copy:
    return Copy(hit, share, tuple(words for key, words in own.items() if key not in original), len(original.keys() - own.keys()))


def _sentences(article: Article) -> Sentences:
    pack = pack_for(article.document.language.value or "und")
    found: dict[tuple[str, ...], str] = {}
    for zone in article.document.told():
        for span in pack.sentences(article.text, zone.span):
            words = span.of(article.text)
            found.setdefault(tuple(token.form for token in tokens(words, "und")), " ".join(words.split()))
    found.pop((), None)
    return found
