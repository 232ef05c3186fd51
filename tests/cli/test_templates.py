"""``templates`` and ``brief --template`` from outside."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefing_app.library import Library
from briefing_app.model.briefing import Briefing, HeadingBlock, SummaryBlock
from briefing_app.model.edit import PutBriefing
from briefing_app.model.ids import BriefingId
from tests.cli.conftest import Run
from tests.factories import NOON


def test_an_outline_is_kept_used_renamed_and_deleted(run: Run, library: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(library, tmp_path / "own"))
    opened = Library.open(own)
    event = opened.events()[0].id
    blocks = (HeadingBlock("Scope of this note"), SummaryBlock())
    opened.apply(PutBriefing(Briefing(BriefingId(0), event, "Bridge", blocks, NOON, NOON)))
    opened.close()
    kept = run("templates", "--keep", "b1", "Morning note", "--json", "--library", own).json
    assert kept["templates"][0] == {"name": "Morning note", "own": True, "blocks": ["heading", "summary"]}
    target = tmp_path / "note.md"
    assert run("brief", f"e{event}", "--template", "morning NOTE", "-o", target, "--library", own).code == 0
    words = target.read_text(encoding="utf-8")
    assert "Scope of this note" in words
    assert "Quotations" not in words
    assert "Early note" in run("templates", "--rename", "Morning note", "Early note", "--library", own).out
    assert "Early note" not in run("templates", "--delete", "Early note", "--library", own).out


def test_what_is_no_template_is_said(run: Run, library: Path, tmp_path: Path) -> None:
    assert "One-page flash" in run("templates", "--library", library).out
    refused = run("brief", "e1", "--template", "None such", "-o", tmp_path / "x.md", "--library", library)
    assert (refused.code, "None such" in refused.err) == (2, True)
    assert run("templates", "--delete", "One-page flash", "--library", library).code == 2
    assert run("templates", "--keep", "e1", "x", "--library", library).code == 2
