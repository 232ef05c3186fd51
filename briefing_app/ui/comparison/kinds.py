"""What kinds of difference are called on the screen, and in which colour: the same at every level, in the peek and in the legend."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.comparison import DifferenceKind

_TOKENS = {
    DifferenceKind.CONTRADICTION: "conflict",
    DifferenceKind.NUMBER: "conflict",
    DifferenceKind.DATE: "conflict",
    DifferenceKind.NEGATION: "conflict",
    DifferenceKind.PROGRESSION: "caution",
    DifferenceKind.STAGE: "caution",
    DifferenceKind.HEDGE: "caution",
    DifferenceKind.SCOPE: "caution",
    DifferenceKind.CONDITION: "caution",
    DifferenceKind.ATTRIBUTION: "accent",
    DifferenceKind.WORDING: "muted",
}


def kind_words(kind: DifferenceKind) -> str:
    """The name of a difference."""
    return {
        DifferenceKind.CONTRADICTION: _tr("contradiction"),
        DifferenceKind.NUMBER: _tr("number"),
        DifferenceKind.DATE: _tr("date"),
        DifferenceKind.PROGRESSION: _tr("progression"),
        DifferenceKind.STAGE: _tr("plan or deed"),
        DifferenceKind.NEGATION: _tr("negation"),
        DifferenceKind.HEDGE: _tr("hedge"),
        DifferenceKind.SCOPE: _tr("scope"),
        DifferenceKind.CONDITION: _tr("condition"),
        DifferenceKind.ATTRIBUTION: _tr("who says it"),
        DifferenceKind.WORDING: _tr("wording"),
    }[kind]


def kind_token(kind: DifferenceKind) -> str:
    """The colour token of a difference: what contradicts, what weakens or bounds, who says it, mere wording."""
    return _TOKENS[kind]


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
