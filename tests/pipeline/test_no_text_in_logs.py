"""No word of an article or a note gets anywhere but into the library and what was asked for: no log, no report, no temporary file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_app import cli, paths
from briefing_app.cli import command, search
from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.edit import PutAnnotation
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.factories import NOON

CHECKOUT = Path(__file__).resolve().parents[2]
MARKER = "Zyxwombat"
PAGE = f"""<html><body><article><h1>{MARKER} ferry aground {{}}</h1>
<p>The ferry {MARKER} ran aground on Monday, the harbour office said.</p>
<p>"Nobody was hurt on the {MARKER}," said harbour master Ada Lindow. Repairs take {{}} weeks.</p></article></body></html>"""
BROKEN = {
    "torn.pdf": f"%PDF-1.7\n{MARKER} 1 0 obj << /Length 999",
    "torn.docx": f"PK\x03\x04{MARKER}",
    "torn.eml": f"Subject: =?utf-8?b?{MARKER}\nContent-Type: multipart/mixed; boundary={MARKER}\n\n--{MARKER}\n\n{MARKER}",
    "torn.json": f'{{"version": "https://jsonfeed.org/version/1", "items": [{{"content_text": "{MARKER}',
    "torn.rtf": f"{{\\rtf1 {MARKER} \\bin99999 {MARKER}",
    "nested.html": "<div>" * 20_000 + MARKER,
}
"""Files that make parsers complain, in their own words, about what they have read."""


def words_in(folder: Path) -> list[Path]:
    """The files of a folder that hold the marker, in bytes or in UTF-16."""
    needles = (MARKER.lower().encode(), MARKER.lower().encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(needle in path.read_bytes().lower() for needle in needles) or MARKER in path.name]


@pytest.mark.timeout(400)
def test_the_main_job_leaves_no_word_behind(tmp_path: Path) -> None:
    home, temporary, inbox, out = (tmp_path / name for name in ("home", "temporary", "inbox", "out"))
    for folder in (home, temporary, inbox, out):
        folder.mkdir()
    for number in range(3):
        (inbox / f"{number}.html").write_text(PAGE.format(number, number + 2), encoding="utf-8")
    for name, words in BROKEN.items():
        (inbox / name).write_text(words, encoding="utf-8")
    places = {key: str(home) for key in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")}
    places |= {key: str(temporary) for key in ("TMPDIR", "TEMP", "TMP")}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment = {**kept, **places, "PYTHONPATH": str(CHECKOUT)}
    library = tmp_path / "library"

    def run(*arguments: str | Path, codes: tuple[int, ...] = (0,)) -> None:
        line = [sys.executable, "-X", "dev", "-m", "briefing_app", "--library", str(library), *map(str, arguments)]
        done = subprocess.run(line, cwd=out, env=environment, capture_output=True, text=True, timeout=200, check=False)
        assert done.returncode in codes, f"{arguments}: {done.stderr}"
        assert MARKER.lower() not in done.stderr.lower(), f"{arguments} told on standard error: {done.stderr}"

    run("import", inbox, codes=(0, 1))
    opened = Library.open(library)
    anchor = Anchor(MARKER, "", "", Span(0, len(MARKER)), "0" * 64)
    opened.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), anchor, Tint.SUN, f"Why {MARKER}?", NOON, NOON)))
    opened.close()
    run("search", "ferry")
    run("search", 'title:"aground', codes=(1,))
    run("compare", "a1", "a2")
    run("annotations", "export", out / "notes.jsonld")
    run("annotations", "import", out / "notes.jsonld")
    run("brief", "a1", "-o", out / "briefing.pdf", codes=(0, 2))
    run("brief", "e1", "-o", out / "briefing.html", codes=(0, 2))
    run("history", "a1")
    run("backup", out / "kept.briefing-backup")
    run("verify", out / "kept.briefing-backup")
    run("verify", codes=(0, 3))
    run("export", out / "all")
    run("reindex")
    assert words_in(library), "the marker is in the library, so it would be found elsewhere too"
    assert words_in(home) == []
    assert words_in(temporary) == []


def test_a_bug_that_quotes_a_text_is_reported_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_options: object) -> command.Outcome:
        text = f"The ferry {MARKER} ran aground."
        raise ValueError(text) from KeyError(text)

    monkeypatch.setattr(paths, "reports_folder", lambda: tmp_path)
    monkeypatch.setattr("briefing_app.cli.table.COMMANDS", (command.Command("search", "s", search.COMMAND.add_arguments, fail),))
    assert cli.main(["search", MARKER], lambda _library: 0) == 3
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert MARKER not in told
    assert len(list(tmp_path.iterdir())) == 1
    assert words_in(tmp_path) == []
