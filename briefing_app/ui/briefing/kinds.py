"""The kinds of blocks that can be put into a briefing, and the menu that offers them; what the program's own templates are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.model.briefing import (
    BriefingBlock,
    ComparisonBlock,
    ComparisonLayout,
    CoverageBlock,
    ExcerptBlock,
    HeadingBlock,
    JudgementBlock,
    ProvenanceBlock,
    QuotationBlock,
    SourceBlock,
    SourcingBlock,
    SummaryBlock,
    TextBlock,
    TimelineBlock,
)
from briefing_app.model.template import Template


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A line of the menu: its words, with the letter to press behind ``&``, and the block that it puts in."""

    text: str
    block: BriefingBlock

    @property
    def words(self) -> str:
        """The text in the language of the screen."""
        return _tr(self.text)


KINDS = (
    BlockKind("&Heading", HeadingBlock("")),
    BlockKind("&Text", TextBlock("")),
    BlockKind("&Key judgements", JudgementBlock("")),
    BlockKind("&Summary", SummaryBlock()),
    BlockKind("&Comparison, up to three sources side by side", ComparisonBlock()),
    BlockKind("Comparison as a &list", ComparisonBlock(layout=ComparisonLayout.LIST)),
    BlockKind("&Excerpts", ExcerptBlock()),
    BlockKind("Excerpts with your &notes", ExcerptBlock(notes=True)),
    BlockKind("&Quotations", QuotationBlock()),
    BlockKind("&Who has it from whom", SourcingBlock()),
    BlockKind("T&imeline", TimelineBlock()),
    BlockKind("Co&verage", CoverageBlock()),
    BlockKind("S&ources", SourceBlock()),
    BlockKind("&Provenance, as an appendix", ProvenanceBlock()),
)
"""Every kind, in the order of the menu."""


def block_menu(parent: QWidget, take: Callable[[BriefingBlock], None]) -> QMenu:
    """The menu of all kinds."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for kind in KINDS:
        menu.addAction(kind.words).triggered.connect(lambda _checked=False, block=kind.block: take(block))
    return menu


def shipped_name(template: Template) -> str:
    """What a template that comes with the program is called in the language of the screen."""
    return _tr(template.name)


def _tr(words: str) -> str:
    return QCoreApplication.translate("briefing", words)
