"""How fast 50,000 annotations are listed and filtered: ``python tests/bench/run.py notes``.

They lie on 2,000 articles, half with a note, with tags and tints. *First screens* is what opening the pane takes, *all read* what goes on
meanwhile off the window's thread: from the database to words. *Listed* is from what was read to the lines of the list, *filtered* is one
more letter typed. Milliseconds of the processor, medians.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.anchoring import anchor  # noqa: E402
from briefing_app.library import Library  # noqa: E402
from briefing_app.model.annotation import Annotation, Tint  # noqa: E402
from briefing_app.model.article import Document  # noqa: E402
from briefing_app.model.codebook import Code  # noqa: E402
from briefing_app.model.edit import PutAnnotation, PutCode, Together  # noqa: E402
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402

ARTICLES, NOTES, TAGS = 2_000, 50_000, 40
TYPED = ("harbour", "h", "loaded master", "#tag 7", "no such words at all")
RUNS = 5


def measure(_shared: Path) -> dict[str, float]:
    """Milliseconds to read, to list, to group anew and to filter."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from briefing_app.app import application
    from briefing_app.ui.annotations.entries import Grouping, Which
    from briefing_app.ui.annotations.model import NoteModel
    from briefing_app.ui.session.notes_reading import first_notes_of, notes_of

    application()
    with tempfile.TemporaryDirectory() as folder:
        library = _filled(Path(folder) / "library")
        notes = notes_of(library)
        opened = _timed(lambda: NoteModel().show(first_notes_of(library)))
        read = _timed(lambda: notes_of(library))
        library.close()
    model = NoteModel()
    figures = {"annotations": float(len(notes.annotations)), "first screens read and listed, ms": opened, "all read, ms": read}
    figures["listed, ms"] = _timed(lambda: model.show(notes))
    figures["grouped by tag, ms"] = _timed(lambda: model.group(Grouping.TAG))
    model.group(Grouping.ARTICLE)
    filtered = [_timed(lambda typed=typed: model.narrow(typed, Which.ALL)) for typed in TYPED]
    return {**figures, "filtered, median ms": median(filtered), "filtered, slowest ms": max(filtered)}


def _timed(work: Callable[[], object]) -> float:
    runs = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        runs.append(1000 * (time.process_time() - begun))
    return median(runs)


def _filled(folder: Path) -> Library:
    chance = Random(5)
    words = ("harbour", "master", "crane", "storm", "council", "vote", "loaded", "plan", "authority", "island", "ferry", "budget", "crowns")
    library = Library.open(folder)
    library.apply(Together(tuple(PutCode(Code(CodeId(0), f"tag {number}")) for number in range(TAGS))))
    begun = datetime(2026, 1, 1, tzinfo=UTC)
    for number in range(ARTICLES):
        text = " ".join(chance.choices(words, k=240))
        article = library.add(Document(text), str(number).encode(), f"{number}.txt").article
        library.apply(Together(tuple(PutAnnotation(_note(article, text, chance, begun)) for _ in range(NOTES // ARTICLES))))
    return library


def _note(article: ArticleId, text: str, chance: Random, begun: datetime) -> Annotation:
    start = chance.randrange(len(text) - 90)
    when = begun + timedelta(minutes=chance.randrange(400_000))
    said = "Ask the master about this, it is **loaded**." if chance.random() < 0.5 else ""
    codes = (CodeId(chance.randrange(1, TAGS + 1)),) if chance.random() < 0.6 else ()
    held = anchor(text, Span(start, start + chance.randrange(10, 90)))
    return Annotation(AnnotationId(0), article, held, chance.choice(list(Tint)), said, when, when, codes=codes)
