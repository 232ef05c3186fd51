"""What the analyst's rulings in comparisons are called on the screen: whole for the history, in a word or two on the row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.comparison import Relation
from briefing_app.model.ruling import Belief, Dismissed, Joined, Judged, Moved, Parted, Passages, Related, Renamed, Rule, Spoken, rows_of
from briefing_app.ui.comparison.kinds import kind_words
from briefing_app.ui.quoting import quoted


def ruling_words(rule: Rule) -> str:
    """The ruling with the words that it is about."""
    match rule:
        case Joined(rows):
            return _tr("rows joined: %1").replace("%1", _quotes(rows))
        case Parted(passages):
            return _tr("%1 taken out of its row").replace("%1", _quote(passages))
        case Moved(passages, _, to):
            return _tr("%1 moved to the row %2").replace("%1", _quote(passages)).replace("%2", _quote(to))
        case Related(claim, _, relation):
            return _tr("%1: %2, as you say").replace("%1", _quote(claim)).replace("%2", relation_words(relation))
        case Spoken(passage, speaker):
            words = _tr("%1 given to %2") if speaker else _tr("%1 given to the source itself")
            return words.replace("%1", _quote((passage,))).replace("%2", speaker)
        case Renamed(_, speaker, name):
            return _tr("speaker %1 is called %2").replace("%1", quoted(speaker)).replace("%2", quoted(name))
        case Dismissed(claim, _, kind):
            mark = kind_words(kind) if kind else _tr("left out")
            return _tr("mark “%2” dismissed on %1").replace("%1", _quote(claim)).replace("%2", mark)
        case Judged(claim):
            return _tr("%1: %2").replace("%1", _quote(claim)).replace("%2", judgement_words(rule))


def short_words(rule: Rule) -> str:
    """What stands on a row that the ruling shaped; a judgement with its grade."""
    match rule:
        case Joined():
            return _tr("joined by you")
        case Parted():
            return _tr("split by you")
        case Moved():
            return _tr("moved by you")
        case Related():
            return _tr("relation set by you")
        case Spoken() | Renamed():
            return _tr("speaker set by you")
        case Dismissed():
            return _tr("mark dismissed by you")
        case Judged():
            return f"{belief_words(rule.belief)} {rule.grade}".strip()


def judgement_words(rule: Judged) -> str:
    """``doubted C4: one source only``."""
    head = short_words(rule)
    return f"{head}: {rule.reason}" if rule.reason else head


def belief_words(belief: Belief) -> str:
    """What the analyst makes of a claim, in a word."""
    return {Belief.BELIEVED: _tr("believed"), Belief.DOUBTED: _tr("doubted"), Belief.OPEN: _tr("open")}[belief]


def relation_words(relation: Relation) -> str:
    """How a source stands to a claim."""
    return {
        Relation.STATES: _tr("states it"),
        Relation.ADDS_DETAIL: _tr("adds detail"),
        Relation.WEAKER: _tr("weaker"),
        Relation.STRONGER: _tr("stronger"),
        Relation.CONTRADICTS: _tr("contradicts"),
        Relation.ABSENT: _tr("absent"),
    }[relation]


def _quotes(rows: tuple[Passages, ...]) -> str:
    return " + ".join(_quote(row) for row in rows)


def _quote(passages: Passages) -> str:
    return quoted(passages[0].anchor.quote) if passages else quoted("")


def quote_of(rule: Rule) -> str:
    """The first words that a ruling is about, empty when it is about a name."""
    return next((passage.anchor.quote for row in rows_of(rule) for passage in row), "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("edits", words)
