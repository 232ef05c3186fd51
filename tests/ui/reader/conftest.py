"""A reader on its own, and readings made by the real importers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.cleaning import clean
from briefing_app.importers import read
from briefing_app.model.article import Article, Custody
from briefing_app.model.ids import ArticleId
from briefing_app.ui.reader.model import Reading
from briefing_app.ui.reader.view import ReaderView
from briefing_app.ui.theme import Look

GUIDE = """<!doctype html><html lang="en"><head><title>Ferry timetable</title><link rel="canonical" href="https://harbour.test/ferry/1">
<meta property="og:title" content="Ferry timetable"><meta property="og:site_name" content="Harbour Post"></head><body>
<article><h1>Ferry timetable</h1>
<p>The ferry to the islands <a href="https://harbour.test/line">sails again</a> from Monday, the harbour authority said on Sunday, and was
agreed with <a href="https://münchen.example/rat?x=1">the council</a>, the <a href="/crew">operators</a> and the
<a href="javascript:alert(1)">union of seamen</a>.</p>
<h2>What changes</h2><p>Three things change for passengers who hold a season ticket, the authority said:</p>
<ul><li>The first boat leaves at 6.10.</li><li>Bicycles travel free of charge on:<ul><li>weekdays before 7</li></ul></li></ul>
<h3>How to change a ticket</h3><ol start="3"><li>Keep the old ticket.</li><li>Wait for the letter from the harbour.</li></ol>
<table><thead><tr><th>Line</th><th>Fare</th></tr></thead><tbody><tr><td>Lindow to Skerry</td><td>42.00</td></tr>
<tr><td>Lindow to Varde</td><td>1,058.00</td></tr></tbody></table>
<p>The council votes on the fares on 12 March. "We cannot promise that all berths will be free before Easter," Ida Brandt said.</p>
</article><footer><p>Copyright 2026 Harbour Post. All rights reserved.</p></footer></body></html>"""

ARABIC = """<!doctype html><html lang="ar" dir="rtl"><body><article><h1>ميناء ليندو يعود إلى العمل بعد العاصفة</h1>
<p>أعلنت سلطة الميناء أن ميناء ليندو عاد إلى العمل يوم الثلاثاء 3 مارس 2026 بعد العاصفة التي ضربت الساحل الأسبوع الماضي.</p>
<ul><li>القارب الأول يغادر في الساعة 6.10.</li></ul>
<table><tr><th>الخط</th><th>السعر</th></tr><tr><td>ليندو – سكيري</td><td>42.00</td></tr></table>
<p>وقالت مديرة الميناء Ida Brandt للصحفيين إن ثلاث رافعات تضررت وإن الإصلاحات ستكلف 4 ملايين كرونة.</p>
<p>According to the mayor, Per Holt, the port is open for business.</p></article></body></html>"""


def reading_from(data: str, name: str = "page.html") -> Reading:
    """What the reader shows of a file that was just imported."""
    (raw,) = read(data.encode(), name)
    custody = Custody(f"/articles/{name}", name, "0" * 64, datetime(2026, 3, 1, tzinfo=UTC))
    return Reading(Article(ArticleId(1), clean(raw, name), custody))


@pytest.fixture
def make_reader(qtbot: QtBot) -> Callable[[int, int], ReaderView]:
    """Makes a reader of a size, shown and active."""

    houses: list[QWidget] = []

    def make(width: int = 692, height: int = 700) -> ReaderView:
        house = QWidget()  # without a layout: nothing in it asks the screen for a size
        houses.append(house)
        qtbot.addWidget(house)
        house.resize(width, height)
        view = ReaderView(Look(), house)
        view.resize(width, height)
        house.show()
        house.activateWindow()
        qtbot.waitUntil(house.isActiveWindow)
        return view

    return make


@pytest.fixture
def reader(make_reader: Callable[[int, int], ReaderView]) -> ReaderView:
    """A reader of the usual size."""
    return make_reader(692, 700)
