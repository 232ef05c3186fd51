"""Printing: every typeset page on a sheet of its own."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from briefing_app.export import preview
from briefing_app.model.briefing import Paper
from briefing_app.ui.briefing.printing import page_width_px, print_pages, printer_for
from tests.export.trees import whole


@pytest.fixture(scope="module")
def pages() -> tuple[bytes, ...]:
    """The pages of the tests' own briefing."""
    return preview(whole(), 200).pages


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_every_page_is_a_sheet(qapp: QApplication, pages: tuple[bytes, ...], tmp_path: Path, paper: Paper, points: tuple[int, int]) -> None:
    assert qapp is not None
    printer = printer_for("Title", paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(printer, pages, lambda: pytest.fail("not printed"))
    with pikepdf.open(tmp_path / "printed.pdf") as file:
        assert len(file.pages) == len(pages) > 2
        assert tuple(round(float(edge)) for edge in file.pages[0].MediaBox)[2:] == points
    assert abs(page_width_px(paper) - points[0] / 72 * 200) < 2


def test_only_the_pages_asked_for(qapp: QApplication, pages: tuple[bytes, ...], tmp_path: Path) -> None:
    assert qapp is not None
    printer = printer_for("Title", Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 3)
    assert print_pages(printer, pages, lambda: pytest.fail("not printed"))
    with pikepdf.open(tmp_path / "printed.pdf") as file:
        assert len(file.pages) == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(qapp: QApplication, pages: tuple[bytes, ...], tmp_path: Path) -> None:
    assert qapp is not None
    printer = printer_for("Title", Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    told: list[bool] = []
    assert not print_pages(printer, pages, lambda: told.append(True))
    assert told == [True]
