"""Archives and mailboxes: every file in them is read by itself, and nothing in them can lead out, swell or recurse."""

from __future__ import annotations

import contextlib
import gzip
import io
import time
import tracemalloc
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.importers import archive, files_in, read
from briefing_app.model.document import Member
from briefing_app.model.errors import ImportSkipped, SkipCode

PAGE = b"<html><body><p>The ferry sails again.</p></body></html>"
NOTE = b"The ferry sails again."


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def held(data: bytes, name: str = "a.zip") -> dict[str, bytes | SkipCode]:
    found = files_in(data, name)
    assert found is not None
    return {each.name: each.data for each in found if isinstance(each, Member)} | {
        each.path: each.code for each in files_in(data, name) or () if isinstance(each, ImportSkipped)
    }


def test_the_files_of_an_archive_by_their_paths() -> None:
    data = zipped({"day/one.html": PAGE, "day/two.txt": NOTE, "__MACOSX/day/._one.html": b"x", ".hidden": b"x"})
    assert held(data) == {"a.zip/day/one.html": PAGE, "a.zip/day/two.txt": NOTE}
    assert [raw.text for raw in read(data, "a.zip")] == ["The ferry sails again."] * 2


def test_what_belongs_to_a_saved_page_is_left_out() -> None:
    files = {"p/page.html": PAGE, "p/page_files/ad.html": PAGE, "p/other/ad.html": PAGE}
    assert set(held(zipped(files))) == {"a.zip/p/page.html", "a.zip/p/other/ad.html"}


def test_names_lead_nowhere_but_down() -> None:
    assert set(held(zipped({"../../etc/passwd": NOTE, "/etc/x.txt": NOTE, "a\\..\\b.txt": NOTE}))) == {
        "a.zip/etc/passwd",
        "a.zip/etc/x.txt",
        "a.zip/a/b.txt",
    }


def test_a_bomb_is_measured_while_it_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBER", 1 << 20)
    data = zipped({"bomb.txt": b"0" * (200 << 20), "note.txt": NOTE})
    tracemalloc.start()
    found = held(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == {"a.zip/bomb.txt": SkipCode.TOO_LARGE, "a.zip/note.txt": NOTE}
    assert peak < 32 << 20


def test_the_whole_archive_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    found = held(zipped({f"{n}.txt": b"a" * 400 for n in range(9)}))
    assert sum(isinstance(each, bytes) for each in found.values()) == 2
    assert SkipCode.TOO_LARGE in found.values()


def test_archives_in_archives_are_opened_three_deep() -> None:
    data = zipped({"x.txt": NOTE})
    for _ in range(2):
        data = zipped({"in.zip": data})
    assert held(data) == {"a.zip/in.zip/in.zip/x.txt": NOTE}
    assert held(zipped({"in.zip": data})) == {"a.zip/in.zip/in.zip/in.zip": SkipCode.MALFORMED}


def test_a_damaged_member_does_not_stop_the_others() -> None:
    data = bytearray(zipped({"one.txt": NOTE * 50, "two.txt": NOTE}))
    at = data.index(b"one.txt") + 12
    data[at : at + 6] = b"\xff" * 6
    found = held(bytes(data))
    assert found["a.zip/one.txt"] is SkipCode.MALFORMED
    assert found["a.zip/two.txt"] == NOTE


def test_a_cut_archive_and_an_empty_one_say_so() -> None:
    for data, code in ((zipped({"x.txt": NOTE})[:40], SkipCode.MALFORMED), (zipped({}), SkipCode.EMPTY)):
        with pytest.raises(ImportSkipped) as caught:
            list(read(data, "a.zip"))
        assert caught.value.code is code


def test_books_and_spreadsheets_are_named() -> None:
    with pytest.raises(ImportSkipped, match="EPUB"):
        list(read(zipped({"META-INF/container.xml": b"<x/>", "t.html": PAGE}), "b.epub"))


def test_gzip_is_unpacked_and_a_cut_one_says_so() -> None:
    data = gzip.compress(PAGE)
    assert held(data, "page.html.gz") == {"page.html.gz/page.html": PAGE}
    with pytest.raises(ImportSkipped) as caught:
        held(data[:-12], "page.html.gz")
    assert caught.value.code is SkipCode.MALFORMED


def test_a_gzip_bomb_is_measured() -> None:
    with pytest.raises(ImportSkipped) as caught:
        held(gzip.compress(b"0" * (70 << 20)), "x.gz")
    assert caught.value.code is SkipCode.TOO_LARGE


BOX = b"""From ann@harbour.test Mon Mar  2 08:00:00 2026
From: Ann <ann@harbour.test>
Subject: Ferry
Message-ID: <1@harbour.test>

It sails again.
>From the pier it looked small.

From bob@harbour.test Tue Mar  3 08:00:00 2026
From: Bob <bob@harbour.test>
Subject: Storm
Message-ID: <2@harbour.test>

From now on it rains.
"""


def test_the_mails_of_a_box() -> None:
    first, second = read(BOX, "box.mbox")
    assert first.hint("mail:subject") == "Ferry"
    assert first.text.strip() == "It sails again.\nFrom the pier it looked small."
    assert second.text.strip() == "From now on it rains."


def test_a_mail_keeps_its_bytes_when_the_box_grows() -> None:
    longer = BOX + b"\n" + BOX.replace(b"@", b"@new.")
    assert list(held(BOX, "b.mbox").values()) == list(held(longer, "b.mbox").values())[:2]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 300), st.booleans())
def test_any_archive_gives_files_or_is_skipped(noise: bytes, at: int, cut: bool) -> None:
    data = zipped({"one.html": PAGE, "two/three.txt": noise})
    data = data[:at] if cut else data[:at] + noise[:20] + data[at + len(noise[:20]) :]
    begun = time.process_time()
    with contextlib.suppress(ImportSkipped):
        list(files_in(data, "a.zip") or ())
    assert time.process_time() - begun < 5
