"""``export`` and the way back from outside."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Run


def test_everything_goes_out_and_comes_back(run: Run, library: Path, tmp_path: Path) -> None:
    out = run("export", tmp_path / "out", "--json", "--library", library)
    assert (out.code, out.json["articles"], out.json["originals"]) == (0, 2, 2)
    assert json.loads((tmp_path / "out" / "notes.jsonld").read_text(encoding="utf-8"))["@context"]
    back = run("import", tmp_path / "out", "--json", "--library", tmp_path / "back")
    assert (back.code, back.json["articles"]) == (0, 2)
    found = [run("search", "girder", "--json", "--library", place).json for place in (library, tmp_path / "back")]
    assert found[0] == found[1]
    events = [run("events", "--json", "--library", place).json for place in (library, tmp_path / "back")]
    assert events[0] == events[1]
    assert run("verify", "--library", tmp_path / "back").code == 0


def test_a_library_with_something_in_it_is_not_replaced(run: Run, library: Path, tmp_path: Path) -> None:
    run("export", tmp_path / "out", "--library", library)
    refused = run("import", tmp_path / "out", "--library", library)
    assert refused.code == 2
    assert "--library" in refused.err


def test_an_export_goes_into_an_empty_folder(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run("export", tmp_path / "out", "--library", library).code == 0
    assert run("export", tmp_path / "out", "--library", library).code == 2
    shutil.rmtree(tmp_path / "out" / "tables")
    assert run("import", tmp_path / "out", "--library", tmp_path / "back").code in (0, 1)  # a folder of files like any other
