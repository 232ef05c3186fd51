"""Hides the search index's folder: building it in batches, opening it only when it is whole, running queries on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from briefing_app.library.articles import Due
from briefing_app.library.index import manifest as manifests
from briefing_app.library.index import merging, shelf
from briefing_app.library.index.arrays import Array, lowest
from briefing_app.library.index.echo import in_words
from briefing_app.library.index.executor import Executor, Sets
from briefing_app.library.index.likeness import telling
from briefing_app.library.index.locating import Locator
from briefing_app.library.index.manifest import File, Manifest
from briefing_app.library.index.mistakes import Mistakes
from briefing_app.library.index.opened import Opened
from briefing_app.library.index.passages import Marks, passages
from briefing_app.library.index.periods import Period, months_or_years
from briefing_app.library.index.query import parse, understand
from briefing_app.library.index.schema import INDEX_VERSION, fields_of, language_of
from briefing_app.library.index.schema import beginning as beginning_of
from briefing_app.library.index.spelling import Slip, slips
from briefing_app.library.index.terms import tokens
from briefing_app.library.index.tree import Node, Word
from briefing_app.library.index.vocabulary import beginning, months
from briefing_app.library.patience import Patience
from briefing_app.model.article import Article
from briefing_app.model.errors import BriefingError, StorageFailed
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Mistake, Passage, SortOrder
from briefing_app.model.span import Span

MOST, LEAST = 512, 64
"""Articles of one commit. Each commit costs a second or more, so that somebody in a hurry still waits for the least."""

_HEAVIEST = 3_000_000
"""Code points after which a batch ends: a few hundred usual articles, or two of the longest texts, which take seconds each."""

_LONGEST_S = 15.0
"""Seconds after which a batch ends whatever it holds, so that slow work is not taken for a hang."""

_TRIES = 20
"""How often another process may commit while this one opens the index."""

Counted = Literal["outlet", "lang"]
"""The fields of one value by which articles are counted: source and language."""

Batch = Sequence[Due]
"""Articles by their places in the feed, oldest first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The articles that answer a query, in no order, and the index's ``position`` then: 0 when there is no whole index.

    ``numbers``, ``scores`` and ``dated`` (a number that sorts by date, 0 when undated) run side by side. ``opened`` is what was looked at.
    """

    numbers: Array
    scores: Array
    dated: Array
    position: int
    opened: Opened | None
    languages: tuple[str, ...]

    def among(self, kept: Array) -> Answer:
        """Those for which ``kept`` is true."""
        return replace(self, numbers=self.numbers[kept], scores=self.scores[kept], dated=self.dated[kept])

    def nothing(self) -> Answer:
        """No articles, of no index."""
        return _NOBODY

    def first(self, most: int, order: SortOrder) -> list[tuple[ArticleId, float]]:
        """The first articles with their scores. Ties go to the newer, then to the lower number; undated last in both orders of date."""
        by_date = self.dated if order is SortOrder.OLDEST else -self.dated
        if order is SortOrder.OLDEST:
            by_date = np.where(by_date == 0, np.iinfo(np.int64).max, by_date)
        first = -np.round(self.scores, _PLACES) if order is SortOrder.RELEVANCE else by_date
        chosen = lowest(first, most)
        ordered = chosen[np.lexsort((self.numbers[chosen], by_date[chosen], first[chosen]))][: max(0, most)]
        return [(ArticleId(int(self.numbers[at])), float(self.scores[at])) for at in ordered]


def _patiently(found: Mapping[int, Marks], patience: Patience) -> Iterator[tuple[int, Marks]]:
    for number, marks in found.items():
        patience.go_on()
        yield number, marks


_NOBODY = Answer(np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.int64), 0, None, ())

_PLACES = 9
"""Decimal places of a score in which ties are ties, whatever the order in which the segments were added."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that parsed, the same in words, and the mistakes in it, which were left out."""

    node: Node
    words: str
    mistakes: tuple[Mistake, ...] = ()


class Index:
    """The full-text index in one folder. One process at a time may ``extend`` it; any number may search."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._guard = threading.RLock()
        self._searched: Opened | None = None
        self._damaged: Manifest | None = None
        self._opened: Manifest | None = None
        self._trusted: dict[str, File] = {}

    @staticmethod
    def ask(query: str, *, unfinished: bool = False, strict: bool = False) -> Asked:
        """Understand a query, ``unfinished`` when it is still being typed. What is wrong in it is told and left out.

        Raises QueryMistake when nothing is left, or anything is wrong and ``strict``.
        """
        mistakes = Mistakes(strict=strict)
        node = parse(query, unfinished=unfinished) if strict else understand(query, mistakes, unfinished=unfinished)
        return Asked(node, in_words(node), tuple(mistakes.found))

    @staticmethod
    def forms(text: str) -> tuple[str, ...]:
        """The words of a text as the index folds them."""
        return tuple(token.form for token in tokens(text, "und"))

    def position(self) -> int:
        """Up to where in the feed the index holds every article; 0 when there is no whole index of this version."""
        with self._guard:
            opened = self._current()
            return opened.position if opened else 0

    def find(self, asked: Asked, sets: Sets, patience: Patience | None = None) -> Answer:
        """Every article that answers; ``sets`` knows what the database knows.

        Raises QueryMistake when a pattern takes too long, SearchStopped when nobody waits any more.
        """
        with self._guard:
            manifest = self._current()
            opened = self._searched
        if manifest is None or opened is None:
            return _NOBODY
        try:
            opened.spare()
            executor = Executor(opened, manifest.languages, sets, patience or Patience())
            found = executor.run(asked.node)
            held = np.flatnonzero(found.mask)
            return Answer(
                opened.numbers[held], found.scores[held], opened.dated[held], manifest.position, opened, executor.expansion.languages
            )
        except BriefingError:
            raise
        except Exception:
            # Files that were damaged after they were mapped fail in many ways; anything else is our own bug.
            if not self._is_damaged(manifest):
                raise
            return _NOBODY

    def _is_damaged(self, manifest: Manifest) -> bool:
        """Whether an index that was whole has been damaged meanwhile; then it counts as absent."""
        with self._guard:
            self._trusted.clear()
            if all(manifests.holds(self.folder, name, file, thorough=True) for name, file in manifest.files.items()):
                return False
            self._damaged = manifest
            self.close()
            return True

    def telling(self, article: Article) -> tuple[Word, ...]:
        """The words that tell an article from the others of the index, the most telling first."""
        opened = self._opened_now()
        if opened is None:
            return ()
        text, code = article.text, language_of(article.document)
        told = (token for zone in article.document.told() for token in tokens(text, code, beginning_of(zone.span)))
        return telling(((token, token.span.of(text)) for token in told), code, opened)

    def words(self, start: str, most: int, *fields: str) -> list[tuple[str, int]]:
        """The most frequent words of these fields of the schema that begin so, with about how many articles hold each."""
        opened = self._opened_now()
        return beginning(opened, fields, start, most) if opened else []

    def months(self) -> list[tuple[str, int]]:
        """The months from which there are articles, the newest first: ``2026-05`` and how many."""
        opened = self._opened_now()
        return months(opened) if opened else []

    def _opened_now(self) -> Opened | None:
        with self._guard:
            return self._searched if self._current() is not None else None

    @staticmethod
    def slips(query: str, answer: Answer, patience: Patience) -> tuple[Slip, ...]:
        """The words of a query that were likely meant to be others, which the index that gave the answer holds. Raises SearchStopped."""
        return slips(query, answer.opened, answer.languages, patience) if answer.opened is not None else ()

    @staticmethod
    def show(
        asked: Asked, answer: Answer, texts: Mapping[int, str], most: int | None, patience: Patience
    ) -> dict[int, tuple[Passage, ...]]:
        """By article number, the passages that show why it was found, at most ``most`` (None: all). ``texts`` are of those articles.

        Raises SearchStopped.
        """
        if answer.opened is None or not texts:
            return {}
        found = Locator(answer.opened, answer.languages, sorted(texts), patience).marks(asked.node)
        return {number: passages(texts[number], marks, most) for number, marks in _patiently(found, patience)}

    @staticmethod
    def marks(asked: Asked, answer: Answer, texts: Mapping[int, str], patience: Patience) -> Iterator[tuple[int, Span, Span]]:
        """Every hit in these articles, in the order of their texts: article number, its paragraph, its words. Raises SearchStopped."""
        if answer.opened is None or not texts:
            return
        found = Locator(answer.opened, answer.languages, sorted(texts), patience).marks(asked.node)
        for number, marks in _patiently(found, patience):
            text = texts[number]
            for paragraph, mark in dict.fromkeys((marks.paragraph(at), marks.span(at, text)) for at in range(len(marks.starts))):
                yield number, paragraph, mark

    @staticmethod
    def counted(answer: Answer, field: Counted) -> dict[str, int]:
        """How many of the articles that answer have each source, or each language."""
        return answer.opened.counted(field, answer.numbers) if answer.opened is not None else {}

    @staticmethod
    def periods(answer: Answer) -> list[Period]:
        """The months of the articles that answer, or their years when they are of a long time, oldest first."""
        if answer.opened is None:
            return []
        documents = answer.opened.documents_of(answer.numbers)
        firsts, lasts = answer.opened.first_days[documents], answer.opened.last_days[documents]
        dated = lasts > 0
        return months_or_years(firsts[dated], lasts[dated])

    def extend(self, batch: Batch, after: int, in_a_hurry: Callable[[], bool], *, wordless: bool = False) -> int:
        """Add the articles that follow the place ``after`` in the feed, each in the place of what it was before its corrections.

        They can be found when this returns. How many that were.

        All of the batch, at least ``LEAST`` of it when ``in_a_hurry`` says so, less when its texts are long.
        ``wordless`` enters the articles without their words: they count as indexed, and no word finds them.
        None when the index does not end at ``after`` (it was thrown away meanwhile). Raises StorageFailed.
        """
        with self._guard:
            before = self._current() or self._begun()
            if before.position != after:
                return 0
            try:
                return self._write(batch, before, in_a_hurry, wordless)
            except OSError as error:
                raise self._not_written(error) from error

    def clear(self) -> None:
        """Begin anew with no articles. Raises StorageFailed."""
        with self._guard:
            self._begun()

    def close(self) -> None:
        """Let go of the files."""
        with self._guard:
            self._searched = self._opened = None

    def sweep(self) -> None:
        """Delete the files of older generations: the last ones of an import would else stay until the next one."""
        newest = manifests.read(self.folder)
        if newest is not None:
            manifests.sweep(self.folder, newest, time.time())

    def tidy(self, *, at_rest: bool = False) -> bool:
        """Make one segment of several small ones, so that queries stay fast; whether there was anything to do. Raises StorageFailed.

        More of them ``at_rest``, when nothing waits to be indexed.
        """
        with self._guard:
            before = self._current()
            segments = shelf.segments(self.folder, before.generation) if before else []
            due = merging.due_at_rest(segments) if at_rest else merging.due(segments)
            if before is None or not due:
                return False
            try:
                writer = shelf.writer(self.folder)
                writer.commit(mergetype=merging.policy(self.folder, due))
                self._tell(before, before.position, before.articles, before.languages)
            except OSError as error:
                raise self._not_written(error) from error
            return True

    def _not_written(self, error: OSError) -> StorageFailed:
        manifests.forget(self.folder)
        return StorageFailed(
            f"The search index {self.folder} could not be written: {error.strerror or error}.",
            "Check the free space and the permissions of the folder; the index is built again by itself.",
        )

    def _write(self, batch: Batch, before: Manifest, in_a_hurry: Callable[[], bool], wordless: bool) -> int:
        manifests.clear_away(self.folder, before)
        writer = shelf.writer(self.folder)
        languages, done, gone, weight, until = set(before.languages), 0, 0, 0, time.monotonic() + _LONGEST_S
        try:
            for due in batch:
                if due.added <= before.position and self._searched is not None:  # corrected since it was indexed
                    for document in self._searched.documents_of([int(due.article.id)]):
                        writer.delete_document(int(document))
                        gone += 1
                writer.add_document(**fields_of(due.article, wordless=wordless))
                languages.add(language_of(due.article.document))
                done += 1
                weight += len(due.article.text)
                if weight >= _HEAVIEST or time.monotonic() >= until or (done >= LEAST and in_a_hurry()):
                    break
        except BaseException:
            writer.cancel()
            raise
        writer.commit(merge=False)
        self._tell(before, batch[done - 1].latest, before.articles + done - gone, tuple(sorted(languages)))
        return done

    def _begun(self) -> Manifest:
        """A new index with no articles; who still reads an old one may finish."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            old = manifests.read(self.folder)
            generation = shelf.newest(self.folder) + 1
            shelf.create(self.folder, generation)
            before = old or Manifest(INDEX_VERSION, generation, 0, 0, (), {}, {})
            made = self._tell(before, 0, 0, ())
        except OSError as error:
            raise StorageFailed(
                f"The search index {self.folder} could not be made: {error.strerror or error}.",
                "Check the free space and the permissions of the folder.",
            ) from error
        return made

    def _tell(self, before: Manifest, position: int, articles: int, languages: tuple[str, ...]) -> Manifest:
        """Make Whoosh's newest generation the index's state."""
        generation = shelf.newest(self.folder)
        files = manifests.measured(self.folder, shelf.names(self.folder, generation), before.files)
        gone = manifests.retired(before, files, time.time())
        after = Manifest(INDEX_VERSION, generation, position, articles, languages, files, gone)
        manifests.write(self.folder, after)
        manifests.clear_away(self.folder, after)
        self._trusted = dict(files)
        return after

    def _current(self) -> Manifest | None:
        """The newest state of the index, opened; None when it is not whole."""
        for _ in range(_TRIES):
            newest = manifests.read(self.folder)
            if newest is None or newest.version != INDEX_VERSION:
                break
            if newest == self._opened:
                return self._opened
            if self._whole(newest) and self._open(newest):
                return self._opened
            if newest == self._damaged:
                break
            if manifests.read(self.folder) == newest:
                self._damaged = newest
                break
        self.close()
        return None

    def _whole(self, newest: Manifest) -> bool:
        for name, file in newest.files.items():
            if self._trusted.get(name) == file and (self.folder / name).is_file():
                continue
            if not manifests.holds(self.folder, name, file):
                return False
            self._trusted[name] = file
        return True

    def _open(self, newest: Manifest) -> bool:
        try:
            searched = Opened(self.folder, shelf.segments(self.folder, newest.generation))
        except Exception:  # "Not whole" is said in many ways; whatever it is, the answer is to try again, then to build anew.
            return False
        self._searched, self._opened = searched, newest
        return True
