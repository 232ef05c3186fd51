"""Makes large libraries and folders of articles to measure on: real sentences recombined by topic, with invented names.

The words come from the folder ``shared`` beside the checkout; without it from the shipped sample. Names are replaced in each article by
others that a model of letters invents, so that the vocabulary grows as in real news. The same number gives the same article. What is
made lies in the system's temporary folder and is made once; ``python tests/bench/scale.py 100000`` makes it ahead of a measurement.

No full-text index is made: Whoosh takes some twenty minutes for 100,000 articles, and the window has to open on a library whose index is
behind, and say so. The other followers have not run either; events, comparisons, notes, stars and reads are put there by the methods of
``Library``.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import json
import random
import re
import shutil
import sys
import tempfile
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app import comparison, language  # noqa: E402
from briefing_app.anchoring import anchor  # noqa: E402
from briefing_app.library import Library  # noqa: E402
from briefing_app.model.analysis_versions import comparison_version  # noqa: E402
from briefing_app.model.annotation import Annotation, Tint  # noqa: E402
from briefing_app.model.article import Attested, Document, Evidence, Zone, ZoneKind  # noqa: E402
from briefing_app.model.dates import DateInterval, day_interval  # noqa: E402
from briefing_app.model.document import Block, BlockKind  # noqa: E402
from briefing_app.model.edit import Edit, MarkRead, MarkStarred, PutAnnotation  # noqa: E402
from briefing_app.model.event import EventGroup, GroupingReason, GroupingSign  # noqa: E402
from briefing_app.model.ids import AnnotationId, ArticleId  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402
from tests.bench.screen.measures import LONG, LONG_EACH  # noqa: E402

LENGTH = 3_600
"""Code points of an article, about."""
IN_EVENTS = 0.2
COMPARED = 40
"""How many of the newest events have a comparison."""

_VERSION = 3
_NEWEST = date(2026, 6, 30)
_DAYS = 4_000
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}(?= ?[a-z,.;'’]| [A-Z])")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z])|(?<=[。！？])(?=[^”’）])")


@dataclass(frozen=True, slots=True)
class Story:
    """What the recombination takes from: one real story."""

    title: str
    sentences: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Made:
    """One article that was put together."""

    title: str
    paragraphs: tuple[str, ...]
    source: str | None
    day: date | None
    language: str

    @property
    def text(self) -> str:
        """As a plain text file would hold it."""
        head = f"{self.source}, {self.day:%d %B %Y}" if self.source and self.day else ""
        return "\n\n".join(piece for piece in (self.title, head, *self.paragraphs) if piece) + "\n"


class Names:
    """Invents names letter by letter, by what follows three letters in real ones."""

    def __init__(self, names: Sequence[str]) -> None:
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for name in names:
            padded = f"^^^{name.lower()}$"
            for at in range(len(padded) - 3):
                counts[padded[at : at + 3]][padded[at + 3]] += 1
        self._after = {key: ("".join(after), tuple(accumulate(after.values()))) for key, after in counts.items()}

    def invent(self, chance: random.Random) -> str:
        """A name of at most 14 letters."""
        letters = "^^^"
        while len(letters) < 17:
            choices, sums = self._after[letters[-3:]]
            letter = choices[bisect(sums, chance.randrange(sums[-1]))]
            if letter == "$":
                break
            letters += letter
        return letters[3:].capitalize()


class Recombiner:
    """Puts articles together from the stories of one topic."""

    def __init__(self, shared: Path | None) -> None:
        self.topics, self.sources = _from_shared(shared / "data") if shared and (shared / "data").is_dir() else _from_sample()
        self._weights = tuple(accumulate(len(stories) for stories in self.topics))
        lines = (line for stories in self.topics for story in stories for line in story.sentences)
        self._names = Names([name for line in lines for name in _NAME.findall(line)])

    def article(self, number: int, length: int = LENGTH) -> Made:
        """The article of that number; the same one each time."""
        chance = random.Random(number)
        stories = self.topics[bisect(self._weights, chance.randrange(self._weights[-1]))]
        taken = [stories[chance.randrange(len(stories))] for _ in range(6)]
        renamed: dict[str, str] = {}
        paragraphs: list[str] = []
        size = 0
        while size < length:
            story = taken[chance.randrange(len(taken))]
            start = chance.randrange(len(story.sentences))
            words = (" " if story.language == "en" else "").join(story.sentences[start : start + 3])
            paragraphs.append(self._renamed(words, renamed, chance))
            size += len(words) * (1 if story.language == "en" else 3)
        day = _NEWEST - timedelta(days=int(_DAYS * chance.random() ** 1.5)) if chance.random() > 0.06 else None
        source = self.sources[int(len(self.sources) * chance.random() ** 2)] if chance.random() > 0.04 else None
        return Made(self._renamed(taken[0].title, renamed, chance), tuple(paragraphs), source, day, taken[0].language)

    def _renamed(self, words: str, renamed: dict[str, str], chance: random.Random) -> str:
        def other(found: re.Match[str]) -> str:
            name = found[0]
            if name not in renamed:
                renamed[name] = self._names.invent(chance) if chance.random() < 0.4 else name
            return renamed[name]

        return _NAME.sub(other, words)


def _clock() -> datetime:
    return datetime(2026, 7, 1, 8, tzinfo=UTC)


def library_of(count: int, shared: Path | None) -> Path:
    """The folder of a library with ``count`` articles; made when it is not there yet, compared anew when the comparison has changed."""
    folder = _cache(f"library-{count}", shared)
    made = folder / "made"
    if not made.is_file():
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.closing(Library.open(folder, clock=_clock)) as library:
            _fill(library, count, Recombiner(shared))
    elif made.read_text(encoding="utf-8") != comparison_version():
        with contextlib.closing(Library.open(folder, clock=_clock)) as library:
            _compare(library)
    made.write_text(comparison_version(), encoding="utf-8")
    Library.open(folder).close()  # one that an older version made is brought up to date before anything is measured
    return folder


def files_of(count: int, shared: Path | None) -> Path:
    """A folder of ``count`` plain text files to import; made when it is not there yet."""
    folder = _cache(f"files-{count}", shared)
    if not (folder / "made.txt").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        recombiner = Recombiner(shared)
        for number in range(1, count + 1):
            path = folder / f"{number // 500:03}" / f"{number:06}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(recombiner.article(-number).text, encoding="utf-8")
        (folder / "made.txt").touch()
    return folder


def document(made: Made) -> Document:
    """What cleaning makes of such a file: a title, paragraphs, and metadata with the words they come from."""
    text, zones, blocks = "", [], []
    for at, words in enumerate((made.title, *made.paragraphs)):
        text += "\n\n" if text else ""
        span = Span(len(text), len(text) + len(words))
        text += words
        kind = ZoneKind.BODY if at else ZoneKind.TITLE
        zones.append(Zone(kind, span, "A paragraph of whole sentences." if at else "The first line, short and without a full stop.", 0.9))
        blocks.append(Block(BlockKind.PARAGRAPH if at else BlockKind.HEADING, span))
    return Document(
        text=text,
        blocks=tuple(blocks),
        zones=tuple(zones),
        title=Attested(made.title, (Evidence(made.title, "The first line.", zones[0].span),), 0.9),
        source=Attested(made.source, (Evidence(made.source, "The masthead.", None),), 0.8) if made.source else Attested(),
        date=_dated(made),
        language=Attested(made.language, (Evidence(made.language, "Its most frequent words.", None),), 0.9, inferred=True),
    )


def _dated(made: Made) -> Attested[DateInterval]:
    """A stated moment, an interval that was reasoned, or nothing."""
    if made.day is None:
        return Attested()
    if made.day.day % 9 == 0:
        week = DateInterval(made.day - timedelta(days=6), made.day)
        return Attested(week, (Evidence("last week", "Named in the text.", None),), 0.5, inferred=True)
    moment = datetime.combine(made.day, time(made.day.day % 24, 30), UTC)
    return Attested(day_interval(made.day, moment), (Evidence(made.day.isoformat(), "The dateline.", None),), 0.9)


def _fill(library: Library, count: int, recombiner: Recombiner) -> None:
    days: list[tuple[date, ArticleId, str]] = []
    for number in range(1, count + 1):
        made = recombiner.article(number, LONG if number % LONG_EACH == 0 else LENGTH)
        added = library.add(document(made), made.text.encode(), f"articles/{number:06}.txt").article
        if made.day is not None:
            days.append((made.day, added, made.title))
        if number % 5_000 == 0:
            print(f"    {number:,} of {count:,} articles", file=sys.stderr, flush=True)
    chance = random.Random(count)
    library.put_groups(_groups(sorted(days), chance))
    _compare(library)
    for edit in _edits(library, count, chance):
        library.apply(edit)


def _groups(days: Sequence[tuple[date, ArticleId, str]], chance: random.Random) -> tuple[EventGroup, ...]:
    """Events of two to eight articles that lie side by side in time, over ``IN_EVENTS`` of the library."""
    groups, at = [], 0
    while at < len(days) - 8:
        size = min(8, 2 + int(chance.expovariate(0.5)))
        members = days[at : at + size]
        reasons = tuple(GroupingReason(number, GroupingSign.TERMS, tuple(title.split()[:3]), 0.4) for _, number, title in members[1:])
        numbers = tuple(number for _, number, _ in members)
        groups.append(EventGroup(members[0][2], DateInterval(members[0][0], members[-1][0]), numbers, reasons))
        at += int(size / IN_EVENTS)
    return tuple(groups)


def _compare(library: Library) -> None:
    """Comparisons of the newest events, by the program's own analyses."""
    for event in library.events()[:COMPARED]:
        articles = library.articles(event.group.articles)
        findings = [language.read(article.document, article.document.date.value) for article in articles]
        library.put_comparison(event.id, comparison.compare(articles, findings))


def _edits(library: Library, count: int, chance: random.Random) -> Iterator[Edit]:
    """Reads of the older half, stars here and there, a note on one in two hundred."""
    numbers = library.article_ids()
    for start in range(0, count // 2, 500):
        yield MarkRead(numbers[start : min(start + 500, count // 2)], True)
    yield MarkStarred(tuple(chance.sample(numbers, count // 100)), True)
    now = datetime(2026, 7, 1, 9, tzinfo=UTC)
    for number in chance.sample(numbers, count // 200):
        text = library.article(number).text
        start = text.find(" ", len(text) // 3) + 1
        words = anchor(text, Span(start, start + 60))
        yield PutAnnotation(Annotation(AnnotationId(0), number, words, Tint.SUN, "Ask the desk about this.", now, now))


def _from_shared(data: Path) -> tuple[tuple[tuple[Story, ...], ...], tuple[str, ...]]:
    """Topics with their stories, and the sources by how often they occur."""
    topics: dict[str, list[Story]] = defaultdict(list)
    sources: dict[str, int] = defaultdict(int)
    for name in ("scale_reuters", "scale_bbc", "scale_xwlb", "scale_abp_sample"):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                sentences = _sentences(row["text"])
                sources[row["source"]] += 1
                if row["title"] and len(sentences) > 2:
                    topic = row.get("topic") or next(iter(row.get("topics", ())), row["lang"])
                    topics[topic].append(Story(" ".join(row["title"].split()), sentences, row["lang"]))
    return tuple(tuple(topics[name]) for name in sorted(topics)), tuple(sorted(sources, key=lambda name: (-sources[name], name)))


def _from_sample() -> tuple[tuple[tuple[Story, ...], ...], tuple[str, ...]]:
    """The shipped sample as one topic."""
    from tests.sample import desk

    documents = [desk.read(file).article.document for file in desk.FILES]
    documents = [document for document in documents if document.language.value == "en"]
    stories = [
        Story(document.headline(), _sentences(" ".join(zone.span.of(document.text) for zone in document.told()[1:])), "en")
        for document in documents
    ]
    return (tuple(stories),), tuple(sorted({document.source.value for document in documents if document.source.value}))


def _sentences(text: str) -> tuple[str, ...]:
    """Cut after full stops, roughly: they are only building blocks."""
    found = (piece for piece in _SENTENCE.split(" ".join(text.split())) if 20 <= len(piece) <= 600)
    return tuple(found)


def _cache(name: str, shared: Path | None) -> Path:
    kind = "shared" if shared and (shared / "data").is_dir() else "sample"
    digest = hashlib.sha256(f"{_VERSION} {LENGTH} {LONG} {IN_EVENTS} {COMPARED}".encode()).hexdigest()[:8]
    return Path(tempfile.gettempdir()) / "briefing-bench" / f"{name}-{kind}-{digest}"


def main() -> int:
    """Make what the measurements of the window need, ahead of them."""
    parser = argparse.ArgumentParser(description="Make large libraries to measure on.")
    parser.add_argument("counts", nargs="*", type=int, default=[10_000, 100_000], metavar="ARTICLES")
    parser.add_argument("--files", type=int, default=0, help="a folder of so many files to import, too")
    parser.add_argument("--shared", type=Path, default=CHECKOUT.parent / "shared", help="the folder with texts")
    options = parser.parse_args()
    for count in options.counts:
        print(library_of(count, options.shared))
    if options.files:
        print(files_of(options.files, options.shared))
    return 0


if __name__ == "__main__":
    sys.exit(main())
