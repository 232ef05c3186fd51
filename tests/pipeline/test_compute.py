"""The compute worker keeps what a briefing is made from while only writings change, and gathers it anew when anything else does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_app.library import Library
from briefing_app.model.annotation import Tint
from briefing_app.model.briefing import Briefing, ExcerptBlock, SourceBlock, TextBlock
from briefing_app.model.edit import PutAnnotation, PutBriefing
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId, BriefingId, EventId
from briefing_app.model.span import Span
from briefing_app.pipeline.host import Host
from briefing_app.pipeline.requests import CompareStored, ExportBriefing, Role, Setting, Stand
from briefing_app.pipeline.roles.compute import ComputeWorker
from briefing_app.ui.session.reading import new_annotation
from tests.factories import NOON, document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    for number in range(2):
        opened.add(document(f"Story {number}", f"The ferry number {number} sank."), str(number).encode(), f"{number}.txt")
    opened.put_groups([EventGroup("Ferry", None, (ArticleId(1),))])
    yield opened
    opened.close()


def test_a_comparison_that_is_called_off_leaves_its_worker_alive_and_ready(library: Library) -> None:
    for number in range(2, 8):
        told = " ".join(f"The ferry number {k} left harbour {number} with {k + number} passengers on Monday." for k in range(40))
        library.add(document(f"Harbour {number}", told), str(number).encode(), f"{number}.txt")
    host = Host(Setting(Role.COMPUTE, library.folder, read_only=True))
    try:
        ids = library.article_ids()
        assert host.ask(CompareStored(ids[:2])).articles == ids[:2]
        worker, cancelled, heard = host.pid, threading.Event(), list[Stand]()

        def call_off(stand: Stand) -> None:
            heard.append(stand)
            cancelled.set()

        with pytest.raises(CancelledError):
            host.ask(CompareStored(ids), on_note=call_off, cancelled=cancelled)
        assert heard[-1].more
        assert host.pid == worker
        assert host.ask(CompareStored(ids)).articles == ids
        assert host.pid == worker
    finally:
        host.close()


def test_every_change_of_the_material_is_seen(library: Library, tmp_path: Path) -> None:
    worker = ComputeWorker(Setting(Role.COMPUTE, library.folder, read_only=True))
    event = library.events()[0].id
    briefing = Briefing(BriefingId(0), EventId(event), "Ferry", (ExcerptBlock(), SourceBlock()), NOON, NOON)

    def written(one: Briefing) -> str:
        worker.answer(ExportBriefing(one, tmp_path / "out.md"), lambda _note: None)
        return (tmp_path / "out.md").read_text(encoding="utf-8")

    first = written(briefing)
    library.apply(PutBriefing(briefing))
    assert written(briefing) == first
    article = library.article(ArticleId(1))
    start = article.text.index("The ferry")
    library.apply(PutAnnotation(new_annotation(article, Span(start, start + 9), Tint.SUN)))
    assert "The ferry" in written(briefing).split("Sources")[0]
    assert "The ferry number 1 sank" in written(replace(briefing, blocks=(TextBlock('See [@a2 "The ferry number 1 sank"].'),)))
    library.put_groups([EventGroup("Ferry", None, (ArticleId(1), ArticleId(2)))])
    assert "Story 1" in written(briefing)
