"""Hides which articles the database knows for ``tag:``, ``note:``, ``case:``, ``said-by:`` and the like.

The index does not hold it, because it changes without the text or is worked out from it later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefing_app.library import coding
from briefing_app.library.database import Database
from briefing_app.library.filing import ARTICLES_OF_CASES
from briefing_app.library.index import Index
from briefing_app.library.index.tree import Among, OneOf
from briefing_app.library.patience import Patience
from briefing_app.model.naming import folded
from briefing_app.model.span import Span

_STATES = {
    (Among.HAS, "note"): "SELECT DISTINCT article FROM annotation WHERE article IS NOT NULL",
    (Among.HAS, "conflict"): "SELECT article FROM standing WHERE conflicts > 0",
    (
        Among.HAS,
        "copy",
    ): "SELECT article FROM standing WHERE copy_of IS NOT NULL UNION ALL SELECT copy_of FROM standing WHERE copy_of IS NOT NULL",
    (Among.IS, "unread"): "SELECT id FROM article WHERE read = 0",
    (Among.IS, "read"): "SELECT id FROM article WHERE read = 1",
    (Among.IS, "starred"): "SELECT id FROM article WHERE starred = 1",
}
_MOST_KNOWN = 32
_MOST_EVENTS = 20
_MOST_READ = 2_000
"""Articles whose names are read one by one."""
_MOST_CITED = 60


@dataclass(frozen=True, slots=True)
class _Note:
    """Of an annotation, what the analyst wrote."""

    note: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """Of an attribution, who tells."""

    span: Span
    source: str = ""
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Of a quotation, where it stands and who speaks."""

    span: Span
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class _Findings:
    """Of an article's findings, what is searched."""

    quotations: tuple[_Quoted, ...] = ()
    attributions: tuple[_Told, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    article: int
    relation: str


@dataclass(frozen=True, slots=True)
class _Claim:
    status: str
    cells: tuple[_Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class _Comparison:
    claims: tuple[_Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """Who is cited and tags, with how many articles have them; events by number with title and how many articles are of them."""

    people: dict[str, int]
    tags: dict[str, int]
    events: dict[int, tuple[str, int]]


class Sets:
    """Answers ``OneOf``. ``find`` gives the articles that a query of words finds, which narrows down what has to be read."""

    def __init__(self, database: Database, find: Callable[[str], Iterable[int]]) -> None:
        self._database, self._find = database, find
        self._known: dict[tuple[OneOf, int], frozenset[int]] = {}
        self._cited: tuple[int, dict[str, frozenset[int]]] | None = None

    def articles(self, asked: OneOf, patience: Patience) -> Iterable[int]:
        """The numbers of the articles, in no order. Raises SearchStopped."""
        if (asked.kind, asked.value) in _STATES:
            return self._numbers(_STATES[asked.kind, asked.value])
        match asked.kind:
            case Among.TAG:
                return self._numbers(
                    "SELECT x.article FROM tag t JOIN article_tag x ON x.tag = t.id WHERE t.folded GLOB ?", _glob(asked.value)
                )
            case Among.CASE:
                statement = f"SELECT c.article FROM ({ARTICLES_OF_CASES}) c JOIN casefile f ON f.id = c.casefile WHERE f.folded GLOB ?"
                return self._numbers(statement, _glob(asked.value))
            case Among.NOTE:
                return self._noted(asked.value)
            case Among.EVENT:
                return self._of_event(asked.value)
        # What is read out of long records is kept while the analyst types on, as long as nothing changes.
        key = asked, self._database.number("SELECT max(number) FROM change")
        if key not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            told = self._only_in(asked.value, patience) if asked.kind is Among.ONLY_IN else self._told(asked, patience)
            self._known[key] = frozenset(told)
        return self._known[key]

    def shared(self, articles: Sequence[int]) -> Shared:
        """The tags of these articles with how many have each, and the events with their titles and how many articles are of each."""
        asked = set(articles)
        tags = Counter(
            str(name)
            for name, article in self._database.rows("SELECT t.name, x.article FROM tag t JOIN article_tag x ON x.tag = t.id")
            if article in asked
        )
        row = self._database.row("SELECT group_concat(id), group_concat(event) FROM article WHERE event IS NOT NULL")
        ids, events = (coding.numbers(column or "") for column in row or ("", ""))
        counts = Counter(event for article, event in zip(ids, events, strict=True) if article in asked)
        most = dict(counts.most_common(_MOST_EVENTS))
        titles = self._database.chosen("SELECT id, json_extract(CAST(data AS TEXT), '$.title') FROM event", list(most), by="id")
        return Shared(self._cited_in(asked), dict(tags), {int(number): (str(title), most[int(number)]) for number, title in titles})

    def _cited_in(self, asked: set[int]) -> dict[str, int]:
        """Who speaks or tells in how many of the articles; of many articles only those whom most of the library cite."""
        if len(asked) <= _MOST_READ:
            rows = self._database.chosen("SELECT t.name, t.article FROM teller t", sorted(asked), by="t.article")
            return dict(Counter(str(name) for name, _ in rows))
        change = self._database.number("SELECT max(number) FROM change")
        if self._cited is None or self._cited[0] != change:
            statement = "SELECT name, group_concat(article) FROM teller GROUP BY name ORDER BY count(*) DESC LIMIT ?"
            cited = {str(name): frozenset(coding.numbers(told)) for name, told in self._database.rows(statement, (_MOST_CITED,))}
            self._cited = change, cited
        return {name: len(told & asked) for name, told in self._cited[1].items()}

    def _numbers(self, statement: str, *values: object) -> list[int]:
        # One row with all numbers: handing over a row each would cost ten times as much.
        row = self._database.row(f"SELECT group_concat(number) FROM (SELECT 0 AS number WHERE 0 UNION ALL {statement})", values)
        return coding.numbers(row[0]) if row and row[0] else []

    def _noted(self, value: str) -> Iterable[int]:
        words = folded(value).split()
        for article, data in self._database.rows("SELECT article, data FROM annotation WHERE article IS NOT NULL"):
            written = coding.decode(data, _Note)
            text = folded(f"{written.note} {written.answer}")
            if all(word in text for word in words):
                yield int(article)

    def _of_event(self, value: str) -> list[int]:
        if value[:1] in "eE" and value[1:].isdecimal():
            return self._numbers("SELECT id FROM article WHERE event = ?", int(value[1:]))
        events = self._database.rows("SELECT id, json_extract(CAST(data AS TEXT), '$.title') FROM event")
        words = folded(value).split()
        named = [int(number) for number, title in events if all(word in folded(str(title)) for word in words)]
        return [int(row[0]) for row in self._database.chosen("SELECT a.id FROM article a", named, by="a.event")]

    def _told(self, asked: OneOf, patience: Patience) -> Iterable[int]:
        """The articles in which somebody speaks, tells or is quoted: of those that hold the words, those whose findings say so."""
        words = Index.forms(asked.value)
        if not words:
            return
        candidates = set(self._find(" ".join(f'"{word}"' for word in words)))
        if asked.kind is Among.VIA:  # an agency stands in the credit line, which is no part of what is told
            candidates |= set(self._find(" ".join(f'agency:"{word}"' for word in words)))
        select = (
            "SELECT f.article, f.data, c.text, json_extract(a.listing, '$.agency.value') FROM finding f"
            " JOIN content c ON c.article = f.article JOIN article a ON a.id = f.article"
        )
        for article, data, text, agency in self._database.chosen(select, sorted(candidates), by="f.article"):
            patience.go_on()
            told = _said(coding.decode(data, _Findings), text, asked.kind)
            credited = (agency,) if agency and asked.kind is Among.VIA else ()
            if any(_holds(Index.forms(said), words, asked.kind) for said in (*credited, *told)):
                yield int(article)

    def _only_in(self, value: str, patience: Patience) -> Iterable[int]:
        """The articles of a source that make a claim which no other article of their event makes."""
        words = folded(value).split()
        sources: dict[int, str] = dict(self._database.rows("SELECT id, source FROM article WHERE source IS NOT NULL AND event IS NOT NULL"))
        named = {number for number, source in sources.items() if all(word in folded(str(source)) for word in words)}
        events = {int(row[0]) for row in self._database.chosen("SELECT a.event FROM article a", sorted(named))}
        for _, data in self._database.chosen("SELECT event, data FROM comparison", sorted(events), by="event"):
            patience.go_on()
            for claim in coding.decode(data, _Comparison).claims:
                if claim.status == "only":
                    yield from (cell.article for cell in claim.cells if cell.relation != "absent" and cell.article in named)


def _glob(value: str) -> str:
    """What SQLite's GLOB takes: of the signs only the asterisk is one."""
    return "".join(f"[{sign}]" if sign in "?[" else sign for sign in folded(value))


def _said(findings: _Findings, text: str, kind: Among) -> Iterable[str]:
    match kind:
        case Among.QUOTE:
            return (one.span.of(text) for one in findings.quotations)
        case Among.SAID_BY:
            return (*(one.speaker for one in findings.quotations), *(one.source for one in findings.attributions))
    return [name for one in findings.attributions for name in (*one.chain, one.source)]


def _holds(said: tuple[str, ...], words: tuple[str, ...], kind: Among) -> bool:
    if kind is Among.QUOTE:
        return any(said[at : at + len(words)] == words for at in range(len(said) - len(words) + 1))
    return set(words) <= set(said)
