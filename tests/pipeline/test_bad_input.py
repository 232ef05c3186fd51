"""What hostile and broken files do to an import: each is read or set aside with a reason, and every other file comes in."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from briefing_app.model.errors import SkipCode
from briefing_app.pipeline import Workbench

GOOD = "The ferry to the islands sails again after the storm, the harbour said on Monday.\n"
PATIENCE_S = 110


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def entities() -> bytes:
    """Ten entities, each ten times the one before (the "billion laughs")."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol lol lol">{lines}]>'
    return f"{head}<rss><channel><item><title>&e9;</title></item></channel></rss>".encode()


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


def nested_archives(depth: int) -> bytes:
    data = GOOD.encode()
    for _ in range(depth):
        data = zipped({"in.zip" if data.startswith(b"PK") else "a.txt": data})
    return data


# name, content, and how it may end: None when it may be read.
BAD: tuple[tuple[str, bytes, tuple[SkipCode | None, ...]], ...] = (
    ("entities.xml", entities(), (None, SkipCode.NO_TEXT, SkipCode.MALFORMED)),
    ("nested.html", b"<table><tr><td>" * 1000 + GOOD.encode() + b"</td></tr></table>" * 1000, (None,)),
    ("zero.txt", b"abc\0\1\2def" * 400, (SkipCode.BINARY,)),
    ("halves.html", b"<html><body><p>&#xd800; &#xdfff; " + GOOD.encode() + b"</p></body></html>", (None,)),
    ("charset.html", b'<meta charset="utf-16"><p>' + GOOD.encode() + b"</p><p>x</p><p>y</p>", (None,)),
    ("noise.txt", bytes(range(256)) * 40, (SkipCode.BINARY,)),
    ("cut.txt.gz", gzip.compress(os.urandom(400))[:-20], (SkipCode.MALFORMED,)),
    ("locked.pdf", locked(), (SkipCode.ENCRYPTED,)),
    ("bomb.zip", zipped({"zeros.txt": bytes(200 << 20)}), (SkipCode.TOO_LARGE,)),
    ("deep.zip", nested_archives(6), (SkipCode.MALFORMED,)),
    ("out.zip", zipped({"../../../escaped.txt": GOOD.encode() + b"It escaped."}), (None,)),
    ("feed.rss", b"<rss><channel><item><title>" + b"<![CDATA[" * 5000, (None, SkipCode.NO_TEXT, SkipCode.MALFORMED)),
    ("page.rtf", b"{\\rtf1 " + b"{" * 20000, (None, SkipCode.NO_TEXT, SkipCode.MALFORMED)),
)


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    opened = Workbench.open(tmp_path / "library")
    yield opened
    opened.close()


def test_the_next_file_goes_on(workbench: Workbench, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data, _ in BAD:
        (folder / name).write_bytes(data)
        (folder / f"{name}.next.txt").write_text(f"{GOOD}{name}", encoding="utf-8")
    report = workbench.import_paths([folder], lambda _progress: None).future.result(PATIENCE_S)
    came = {Path(one.path).relative_to(folder).parts[0] for one in report.imported}
    codes = {Path(one.path).relative_to(folder).parts[0]: one.code for one in report.skipped}
    assert all(one.reason for one in report.skipped)
    for name, _, allowed in BAD:
        assert f"{name}.next.txt" in came
        assert codes.get(name) in allowed, f"{name}: {codes.get(name)}"
        assert (name in came) is (name not in codes), name
    assert not list(tmp_path.parent.rglob("escaped.txt"))


@pytest.mark.skipif(sys.platform == "win32", reason="file names are Unicode there")
def test_a_name_that_is_no_utf_8(workbench: Workbench, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/f\xe4hre.txt"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 (the name is bytes)
        file.write(GOOD)
    report = workbench.import_paths([Path(os.fsdecode(path))], lambda _progress: None).future.result(PATIENCE_S)
    (one,) = report.imported
    assert one.path.endswith("f\\xe4hre.txt")


def test_a_line_of_fifty_megabytes(workbench: Workbench, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_bytes(b"word " * (10 << 20))
    (tmp_path / "next.txt").write_text(GOOD, encoding="utf-8")
    report = workbench.import_paths([tmp_path / "line.txt", tmp_path / "next.txt"], lambda _progress: None).future.result(PATIENCE_S)
    assert [skipped.code for skipped in report.skipped] == [SkipCode.TOO_LARGE]
    assert len(report.imported) == 1
