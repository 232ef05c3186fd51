"""What is dropped is told apart: files, pages, text, addresses, the program's own articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from briefing_app.model.ids import ArticleId
from briefing_app.ui.dragging.incoming import MOST_LOOSE, Incoming, incoming_of
from briefing_app.ui.library.carried import carry

pytestmark = pytest.mark.usefixtures("qapp")


def mime(*, urls: tuple[str, ...] = (), html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    return data


def coming(data: QMimeData, *, read_only: bool = False) -> Incoming:
    found = incoming_of(data, read_only=read_only)
    assert found is not None
    return found


def test_files_and_folders(tmp_path: Path) -> None:
    one = tmp_path / "a page.html"
    one.write_text("x", encoding="utf-8")
    urls = (QUrl.fromLocalFile(str(one)).toString(), QUrl.fromLocalFile(str(tmp_path)).toString())
    found = coming(mime(urls=urls))
    assert found.paths == (one, tmp_path)
    assert "2 files" in found.words
    assert "1 folder" in coming(mime(urls=urls[1:])).words


def test_a_page_goes_before_its_text() -> None:
    found = coming(mime(html="<p>Ein Käse</p>", text="Ein Käse"))
    assert found.suffix == ".html"
    assert found.loose.startswith(b'<meta charset="utf-8">')
    assert "Käse".encode() in found.loose
    assert coming(mime(text="Ein Käse")).loose == "Ein Käse".encode()


def test_what_is_on_the_network_is_refused_with_what_to_do() -> None:
    found = coming(mime(urls=("https://news.example/story",), text="https://news.example/story"))
    assert "news.example" in found.refused
    assert "Save the page" in found.words
    assert not found.paths


def test_too_much_text_is_refused() -> None:
    assert coming(mime(text="a" * (MOST_LOOSE + 1))).refused


def test_nothing_is_taken_where_nothing_may_be_written() -> None:
    assert "reading only" in coming(mime(text="Words"), read_only=True).refused


def test_own_articles_and_nothing_are_none_of_it() -> None:
    assert incoming_of(carry((ArticleId(1),)), read_only=False) is None
    assert incoming_of(QMimeData(), read_only=False) is None
    assert incoming_of(mime(text="  \n "), read_only=False) is None
