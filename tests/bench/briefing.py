"""How long a briefing takes to typeset: seconds for the whole file and for a page that changed, beside typst alone on the same words, and
what the analyst sees of it: milliseconds from a key in a real window (on a screen in memory) to the painted page.

usage: python -m tests.bench.briefing
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain, count
from pathlib import Path

import typst

from briefing_app.briefing import wording
from briefing_app.briefing.tree import Block, Cite, Heading, Note, Paragraph, Table, TableCell, TableGroup, TableKind, Text, Tree
from briefing_app.export import PageSetter
from briefing_app.export.pdf import _pages, pdf
from briefing_app.model.briefing import ChangedPages, Preview, TextBlock
from briefing_app.pipeline import Workbench
from briefing_app.pipeline.requests import PreviewBriefing, PreviewChange, Role, Setting
from briefing_app.pipeline.roles.compute import ComputeWorker
from tests.bench.screen.display import screen, told_by

_SENTENCE = "The harbour authority said on Monday that the ferries to the islands sail again and that repairs of the cranes go on. "
_PLAIN = '#set page("a4")\n#let d = json(bytes(sys.inputs.d))\n#for line in d { par(line) }'
_WIDTH_PX = 420
_SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "articles"


def tree_of(sections: int) -> Tree:
    """A briefing of headings, paragraphs with footnotes, and a comparison table in every section; about one page each."""
    blocks: list[Block] = []
    notes = []
    for number in range(sections):
        blocks.append(Heading(1, (Text(f"Section {number}"),)))
        for part in range(3):
            notes.append(Note((Text(f"Courier {number}.{part}, 2 Mar 2026: “{_SENTENCE}”"),)))
            blocks.append(Paragraph((Text(f"{number} {_SENTENCE * 3}"), Cite(len(notes) - 1))))
        cells = tuple(TableCell(((Text(f"{number} {_SENTENCE}"),),)) for _ in range(3))
        head = tuple(TableCell(((Text(words),),)) for words in ("Claim", "A", "B"))
        blocks.append(Table(TableKind.MATRIX, (0.3, 0.35, 0.35), head, (TableGroup((Text("In all sources"),), (cells,) * 3),)))
    return Tree("Bench", "TLP:CLEAR", "en", datetime(2026, 3, 2, tzinfo=UTC), (), tuple(blocks), tuple(notes))


def measure(_shared: Path) -> dict[str, float]:
    """The figures by their names. Each time the briefing is another one, so that nothing is taken from typst's memory of the last."""
    figures: dict[str, float] = {}
    pdf(tree_of(240))  # fonts are read once
    figures["200 pages, peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for name, sections, times in (("12 pages", 13, 3), ("200 pages", 240, 1)):
        changed = map(partial(_changed, tree_of(sections)), count())
        figures[f"{name}, s"] = _seconds(lambda trees=changed: pdf(next(trees)), times)
        figures[f"{name}, CPU s"] = _seconds(lambda trees=changed: pdf(next(trees)), 1, time.process_time)
        figures[f"{name}, typst alone on the same words, s"] = _seconds(lambda trees=changed: _alone(next(trees)), times)
        figures[f"{name}, in fact"] = _pages(pdf(next(changed))[0])
    changed = map(partial(_changed, tree_of(13)), count())
    setter = PageSetter()
    setter.whole(next(changed), _WIDTH_PX)
    for name, work in (("changed page", setter.changed), ("all pages after a change", setter.whole)):
        figures[f"{name}, s"] = _seconds(lambda work=work: work(next(changed), _WIDTH_PX), 5)
        figures[f"{name}, CPU s"] = _seconds(lambda work=work: work(next(changed), _WIDTH_PX), 5, time.process_time)
    with tempfile.TemporaryDirectory() as folder:
        figures |= _of_sample(Path(folder) / "library")
        with screen() as environment:
            figures |= told_by("writing_room", [str(Path(folder) / "library")], environment)
    figures["load of the machine meanwhile"] = os.getloadavg()[0]
    return figures


def _of_sample(library: Path) -> dict[str, float]:
    """The preview of the sample's largest event through the worker's own code, each time with other words typed into it."""
    bench = Workbench.open(library)
    bench.import_paths([_SAMPLE], lambda _progress: None).future.result()
    bench.catch_up(lambda _progress: None).future.result()
    event = max(bench.library.events(), key=lambda one: len(one.group.articles))
    drafted = bench.draft(event.id).future.result()
    bench.close()
    worker = ComputeWorker(Setting(Role.COMPUTE, library, read_only=True))
    typed = (replace(drafted, blocks=(TextBlock(f"Change {number}."), *drafted.blocks)) for number in count())

    def typeset() -> Preview:
        made = worker.answer(PreviewBriefing(next(typed), _WIDTH_PX), lambda _note: None)
        assert isinstance(made, Preview)
        return made

    def change() -> None:
        made = worker.answer(PreviewChange(next(typed), _WIDTH_PX), lambda _note: None)
        assert isinstance(made, ChangedPages)
        assert made.pages

    first = _seconds(typeset, 1, time.process_time)
    return {
        "sample, pages": len(typeset().pages),
        "sample, first preview, CPU s": first,
        "sample, changed page, CPU s": _seconds(change, 5, time.process_time),
        "sample, all pages after a change, CPU s": _seconds(typeset, 5, time.process_time),
    }


def _changed(tree: Tree, number: int) -> Tree:
    """The tree with another sentence in the middle."""
    middle = len(tree.blocks) // 2
    return replace(tree, blocks=(*tree.blocks[:middle], Paragraph((Text(f"Change {number}."),)), *tree.blocks[middle:]))


def _alone(tree: Tree) -> None:
    words = [wording.plain(block.inlines) for block in tree.blocks if isinstance(block, Heading | Paragraph)]
    tables = (block for block in tree.blocks if isinstance(block, Table))
    rows = chain.from_iterable(group.rows for table in tables for group in table.groups)
    words += [wording.plain(line) for row in rows for cell in row for line in cell.lines]
    words += [wording.plain(note.inlines) for note in tree.notes]
    typst.compile(_PLAIN.encode(), format="pdf", sys_inputs={"d": json.dumps(words)})


def _seconds(work: Callable[[], object], times: int, clock: Callable[[], float] = time.perf_counter) -> float:
    taken = []
    for _ in range(times):
        began = clock()
        work()
        taken.append(clock() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    for figure, value in measure(Path()).items():
        print(f"{value:9.2f}  {figure}")
