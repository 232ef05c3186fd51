"""Hides the search index's folder: building it in batches, opening it only when it is whole, running queries on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_app.library.articles import Due
from briefing_app.library.index import manifest as manifests
from briefing_app.library.index import shelf
from briefing_app.library.index.echo import in_words
from briefing_app.library.index.manifest import File, Manifest
from briefing_app.library.index.matching import whoosh_tree
from briefing_app.library.index.passages import Story, passages
from briefing_app.library.index.query import parse
from briefing_app.library.index.schema import INDEX_VERSION, fields_of, language_of
from briefing_app.library.index.tree import Node
from briefing_app.model.errors import StorageFailed
from briefing_app.model.ids import ArticleId
from briefing_app.model.search import Passage

MOST, LEAST = 512, 64
"""Articles of one commit. Each commit costs a second or more, so that somebody in a hurry still waits for the least."""

_HEAVIEST = 3_000_000
"""Code points after which a batch ends: a few hundred usual articles, or two of the longest texts, which take seconds each."""

_LONGEST_S = 15.0
"""Seconds after which a batch ends whatever it holds, so that slow work is not taken for a hang."""

_TRIES = 20
"""How often another process may commit while this one opens the index."""

Batch = Sequence[Due]
"""Articles by their places in the feed, oldest first."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article that answers the query, before it is sorted and shown."""

    article: ArticleId
    score: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that parsed, and the same in words."""

    node: Node
    words: str


class Index:
    """The full-text index in one folder. One process at a time may ``extend`` it; any number may search."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._guard = threading.RLock()
        self._searcher: Any = None
        self._damaged: Manifest | None = None
        self._opened: Manifest | None = None
        self._trusted: dict[str, File] = {}

    @staticmethod
    def ask(query: str, *, unfinished: bool = False) -> Asked:
        """Understand a query; an unfinished one is still being typed. Raises QueryMistake."""
        node = parse(query, unfinished=unfinished)
        return Asked(node, in_words(node))

    def position(self) -> int:
        """Up to where in the feed the index holds every article; 0 when there is no whole index of this version."""
        with self._guard:
            opened = self._current()
            return opened.position if opened else 0

    def find(self, asked: Asked) -> tuple[tuple[Found, ...], int]:
        """Every article that answers, in no order, and the index's position then: (nothing, 0) when there is no whole index."""
        with self._guard:
            opened = self._current()
            if opened is None:
                return (), 0
            try:
                return self._run(asked, opened) if opened.articles else (), opened.position
            except Exception:
                # Files that were damaged after they were opened make Whoosh fail in many ways; anything else is our own bug.
                self._trusted.clear()
                if self._whole(opened):
                    raise
                self._damaged = opened
                self.close()
                return (), 0

    @staticmethod
    def show(asked: Asked, story: Story, most: int | None) -> tuple[Passage, ...]:
        """The passages that show why the document was found, at most ``most`` (None: all)."""
        return passages(story, asked.node, most)

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
                manifests.forget(self.folder)
                raise StorageFailed(
                    f"The search index {self.folder} could not be written: {error.strerror or error}.",
                    "Check the free space and the permissions of the folder; the index is built again by itself.",
                ) from error

    def clear(self) -> None:
        """Begin anew with no articles. Raises StorageFailed."""
        with self._guard:
            self._begun()

    def close(self) -> None:
        """Let go of the files."""
        with self._guard:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher = self._opened = None

    def _run(self, asked: Asked, opened: Manifest) -> tuple[Found, ...]:
        # Whoosh's search with a limit returns a wrong top for some queries; without one it is right.
        results = self._searcher.search(whoosh_tree(asked.node, opened.languages), limit=None)
        numbers = self._searcher.reader().column_reader("number")
        return tuple(Found(ArticleId(int(numbers[document])), float(score)) for score, document in results.top_n)

    def _write(self, batch: Batch, before: Manifest, in_a_hurry: Callable[[], bool], wordless: bool) -> int:
        manifests.clear_away(self.folder, before)
        writer = shelf.writer(self.folder)
        languages, done, gone, weight, until = set(before.languages), 0, 0, 0, time.monotonic() + _LONGEST_S
        try:
            for due in batch:
                if due.added <= before.position:  # corrected since it was indexed
                    gone += writer.delete_by_term("number", int(due.article.id))
                writer.add_document(**fields_of(due.article, wordless=wordless))
                languages.add(language_of(due.article.document))
                done += 1
                weight += len(due.article.text)
                if weight >= _HEAVIEST or time.monotonic() >= until or (done >= LEAST and in_a_hurry()):
                    break
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
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
            searcher = shelf.searcher(self.folder, newest.generation)
        except Exception:  # Whoosh says "not whole" in many ways; whatever it is, the answer is to try again, then to build anew.
            return False
        self.close()
        self._searcher, self._opened = searcher, newest
        return True
