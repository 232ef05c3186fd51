"""Puts the typeset pages on paper: what is printed is what the PDF shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from briefing_app.model.briefing import Paper

DOTS_PER_INCH = 200
"""How finely pages are drawn for the printer."""

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def printer_for(title: str, paper: Paper) -> QPrinter:
    """A printer set for the briefing's paper, up to the paper's edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setFullPage(True)
    return printer


def page_width_px(paper: Paper) -> int:
    """How wide a page's picture must be for the printer."""
    return round(QPageSize(_SIZES[paper]).size(QPageSize.Unit.Inch).width() * DOTS_PER_INCH)


def chosen_printer(parent: QWidget, title: str, paper: Paper) -> QPrinter | None:
    """The printer that the analyst chooses; None when nothing is to be printed."""
    printer = printer_for(title, paper)
    return printer if QPrintDialog(printer, parent).exec() else None


def print_pages(printer: QPrinter, pages: tuple[bytes, ...], failed: Callable[[], None]) -> bool:
    """Print the pages that are asked for (all when none are named); ``failed`` is called when the printer does not take them."""
    painter = QPainter()
    if not painter.begin(printer):
        failed()
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    area = QRect(0, 0, painter.viewport().width(), painter.viewport().height())
    for number, data in enumerate(pages[first - 1 : last]):
        if number and not printer.newPage():
            painter.end()
            failed()
            return False
        painter.drawImage(area, QImage.fromData(data))
    return painter.end()
