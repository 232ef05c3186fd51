"""The five articles that the program was asked for, from files to a briefing, by the real command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

EVENTS = {frozenset({"000.txt", "001.txt", "003.txt"}), frozenset({"002.txt", "004.txt"})}


def test_the_whole_folder_becomes_two_events_and_a_briefing(run: Run, shared: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    taken = run("import", shared / "seeds", "--library", library, "--json").json
    assert taken["skipped"] == []
    names = {entry["id"]: Path(entry["path"]).name for entry in taken["imported"]}
    events = run("events", "--library", library, "--json").json["events"]
    assert {frozenset(names[article] for article in event["articles"]) for event in events} == EVENTS
    for event in events:
        assert run("brief", event["id"], "-o", tmp_path / f"{event['id']}.pdf", "--library", library).code == 0
        assert (tmp_path / f"{event['id']}.pdf").read_bytes().startswith(b"%PDF-")


def test_the_experts_conflict_is_a_row_with_both_sides(run: Run, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "gold.json").read_text(encoding="utf-8"))
    sides = next(claim for claim in gold["claims"] if claim["id"] == "C107")["conflict"]["sides"]
    files = [shared / "seeds" / f"{name}.txt" for name in ("000", "001", "003")]
    compared = run("compare", *files, "--json").json
    stems = {article["id"]: Path(article["path"]).stem for article in compared["articles"]}

    def holds(claim: dict[str, Any], sentence: str) -> bool:
        wanted = gold["sentences"][sentence]
        spans = [span for cell in claim["cells"] if stems[cell["article"]] == wanted["doc"] for span in cell["spans"]]
        return any(start < wanted["end"] and wanted["start"] < end for start, end in spans)

    rows = [claim for claim in compared["claims"] if claim["status"] == "conflict"]
    assert any(all(any(holds(row, sentence) for sentence in sides[side]) for side in ("raised", "not raised")) for row in rows)
    assert len(rows) <= 3
