"""However many queries there are and however large the index, only so much of it stays in memory, and the answers stay the same."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from briefing_app.library import Library
from briefing_app.library.index import abreast, arrays, codec, executor, manifest, opened, spans
from briefing_app.library.index.arrays import ArrayFile, mapped_bytes, read
from tests.factories import document

ASKED = ("ferry", "the w/3 ferry", '"the ferry"', "fer* NOT bridge", "the w/9 (came OR number)")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells how much is mapped")
def test_pages_that_are_let_go_come_again(tmp_path: Path) -> None:
    path, numbers = tmp_path / "numbers", np.arange(4 * 2**20)
    file = ArrayFile(path)
    file.add("numbers", numbers)
    file.close()
    arrays = read(path)
    before = mapped_bytes()
    assert int(arrays["numbers"].sum()) == int(numbers.sum())
    touched = mapped_bytes()
    assert touched - before > 16 * 2**20
    arrays.let_go()
    assert mapped_bytes() - before < 8 * 2**20
    assert int(arrays["numbers"][-1]) == len(numbers) - 1


def test_the_bounds_of_memory_change_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open(tmp_path)
    for i in range(40):
        words = ("The ferry came back", "Over the bridge came a ferry", "Number the days")[i % 3]
        library.add(document(f"Number {i}", *[f"{words} {n}." for n in range(5)]), str(i).encode(), f"{i}.txt")
    library.index_pending()
    generous = [library.search(query) for query in ASKED]
    monkeypatch.setattr(executor, "_AT_ONCE", 3)
    monkeypatch.setattr(opened, "MOST_MAPPED", -1)
    assert [library.search(query) for query in ASKED] == generous
    assert all(result.total for result in generous)
    library.close()


def test_nor_do_the_sums_that_are_kept_beside_the_postings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open(tmp_path)
    for i in range(40):
        words = ("The ferry came back", "Over the bridge came a ferry", "Number the days of the ferry ferment")[i % 3]
        library.add(document(f"Number {i}", *[f"{words} {n}." for n in range(i % 5 + 1)]), str(i).encode(), f"{i}.txt")
    library.index_pending()
    asked = [
        *ASKED,
        '"came a ferry"',
        '"of the ferry" OR "the days of"',
        "fer* OR 1*",
        "*e* AND *a*",
        "/[0-2]/ OR nu?ber",
        "days w/3 ferr*",
        '"the ferry" w/9 ferry',
    ]
    usual = [library.search(query, limit=5) for query in asked]
    for module in (codec, opened):
        monkeypatch.setattr(module, "STEP", 2)
        monkeypatch.setattr(module, "UNION", 4)
    monkeypatch.setattr(opened, "_COLUMNS", np.arange(1))
    monkeypatch.setattr(opened, "_MOST_POSTINGS", 10)
    monkeypatch.setattr(opened, "_LARGEST", 1)
    monkeypatch.setattr(opened, "_POSTINGS_AT_ONCE", 3)
    monkeypatch.setattr(abreast, "_FLAGS", 8)
    monkeypatch.setattr(spans, "_MANY", 1)
    monkeypatch.setattr(arrays, "_ROW", 2)
    library.reindex()
    assert [library.search(query, limit=5) for query in asked] == usual
    assert all(result.total for result in usual)
    library.close()


def test_the_files_of_older_generations_go_when_nobody_reads_them_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library.open(tmp_path)
    for i in range(6):
        library.add(document(f"Number {i}", "The ferry came back."), str(i).encode(), f"{i}.txt")
        library.index_pending()
    library.close()
    kept = manifest.read(tmp_path / "index")
    assert kept is not None
    assert kept.retired
    with closing(Library.open(tmp_path)) as library:
        library.search("ferry")
    assert len(list((tmp_path / "index").iterdir())) > len(kept.files) + 1, "somebody may still read them"
    monkeypatch.setattr(manifest, "GRACE_SECONDS", 0.0)
    reader = Library.open(tmp_path, read_only=True)
    reader.search("ferry")
    assert len(list((tmp_path / "index").iterdir())) > len(kept.files) + 1, "who reads deletes nothing"
    reader.close()
    (tmp_path / "index" / "half a commit").write_bytes(b"under way")
    library = Library.open(tmp_path, held=True)
    assert library.search("ferry").total == 6
    left = {path.name for path in (tmp_path / "index").iterdir()} - set(kept.files)
    assert left <= {"manifest.json", "MAIN_WRITELOCK", "half a commit"}
    library.close()
