"""Which blocks leave a choice of what stands in them, and the dialog that asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefing_app.briefing import Material
from briefing_app.model.briefing import ComparisonBlock, ExcerptBlock, SourceBlock
from briefing_app.model.ids import ArticleId
from briefing_app.model.source import Register
from briefing_app.ui.briefing.choice import BlockChoice
from briefing_app.ui.briefing.grades import GradeChoice
from briefing_app.ui.briefing.passages import PassageChoice
from briefing_app.ui.briefing.rows import RowChoice
from briefing_app.ui.session.desk import BriefingDesk
from briefing_app.ui.theme import Look


def choice_for(look: Look, desk: BriefingDesk, at: int, parent: QWidget) -> BlockChoice | None:
    """The dialog for the block at a place; None when nothing can be chosen there, or there is nothing to choose from."""
    briefing, material = desk.briefing, desk.material
    if briefing is None or material is None or not 0 <= at < len(briefing.blocks):
        return None
    match briefing.blocks[at]:
        case ComparisonBlock() as block if material.comparison is not None:
            return RowChoice(look, block, material.comparison.claims, parent)
        case ExcerptBlock() as block:
            return PassageChoice(look, block, material, briefing.quoted_words, parent)
        case SourceBlock() as block:
            return GradeChoice(look, block, material, _registered(material, desk.register()), parent)
    return None


def _registered(material: Material, register: Register) -> dict[ArticleId, str]:
    """The reliability of each article's source, as far as the register of sources has one."""
    entries = ((article.id, register.entry(article.document.source.value or "")) for article in material.ordered())
    return {article: entry.grade for article, entry in entries if entry is not None and entry.grade}
