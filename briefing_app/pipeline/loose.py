"""Compares files that are in no library: they are read, numbered from 1 in their order, compared, and forgotten."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from briefing_app.model.article import Article, Custody, Document
from briefing_app.model.comparison import Comparison
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline.host import Host
from briefing_app.pipeline.import_report import Skipped
from briefing_app.pipeline.job import Job
from briefing_app.pipeline.parsing import inside, parse
from briefing_app.pipeline.progress import Meter, Progress, Stage
from briefing_app.pipeline.requests import CompareLoose, ParsedPart, Role, Setting
from briefing_app.pipeline.walk import FoundFile, files_of


@dataclass(frozen=True, slots=True)
class LooseComparison:
    """The articles (numbered from 1), what was set aside, and the comparison, None when no article was left."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    comparison: Comparison | None


@contextmanager
def comparing_files(paths: Sequence[Path], on_progress: Callable[[Progress], None]) -> Iterator[Job[LooseComparison]]:
    """Compare the articles of the files (and folders) in workers of their own, which are gone once the block is left, done or not."""
    job: Job[LooseComparison] = Job()
    parser, compute = (Host(Setting(role, None, read_only=True)) for role in (Role.PARSER, Role.COMPUTE))
    try:
        yield job.start(lambda: _compare(parser, compute, paths, on_progress, job.cancelled), "compare files")
    finally:
        job.cancel()
        parser.close()
        compute.close()
        job.ended.wait()  # it may be starting the one or the other right now


def _compare(
    parser: Host, compute: Host, paths: Sequence[Path], on_progress: Callable[[Progress], None], cancelled: threading.Event
) -> LooseComparison:
    parser.start()
    compute.start()
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for file in files_of(paths, cancelled.is_set):
        skipped.extend((file,) if isinstance(file, Skipped) else _read(parser, file, articles, cancelled))
    if not articles:
        return LooseComparison((), tuple(skipped), None)
    meter = Meter(Stage.COMPARE, on_progress)
    told = CompareLoose(tuple(articles))
    comparison = compute.ask(told, on_note=lambda stand: meter.at(stand.done, stand.total), cancelled=cancelled)
    return LooseComparison(tuple(articles), tuple(skipped), comparison)


def _read(parser: Host, file: FoundFile, articles: list[Article], cancelled: threading.Event) -> tuple[Skipped, ...]:
    digest = ""

    def on_part(part: ParsedPart) -> None:
        nonlocal digest
        if part.original is not None:
            digest = hashlib.sha256(part.original).hexdigest()
        document = msgspec.msgpack.decode(part.document, type=Document)
        path = inside(file.shown, part.member)
        custody = Custody(path, Path(path).name, digest, datetime.now(UTC))
        articles.append(Article(ArticleId(len(articles) + 1), document, custody))

    return parse(parser, file, on_part, cancelled)
