"""Why a row has its status, in words: for the bar below the matrix, the popover and the hover."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.comparison import ClaimStatus
from briefing_app.model.letters import letter_of
from briefing_app.ui.comparison.kinds import kind_token, kind_words
from briefing_app.ui.comparison.listing import Fact
from briefing_app.ui.comparison.reasons import Why
from briefing_app.ui.ruling_words import ruling_words


def status_question(status: ClaimStatus) -> str:
    """What the answer answers."""
    return {
        ClaimStatus.CONFLICT: _tr("Why a conflict"),
        ClaimStatus.PROGRESSION: _tr("Why a progression"),
        ClaimStatus.ALL: _tr("Why in all"),
        ClaimStatus.SOME: _tr("Why in some"),
        ClaimStatus.ONLY: _tr("Why only here"),
    }[status]


def rule_words(status: ClaimStatus) -> str:
    """The rule that gives a row its status."""
    return {
        ClaimStatus.CONFLICT: _tr("Of one thing two sources say the opposite, or another number or date."),
        ClaimStatus.PROGRESSION: _tr("What one source plans or has heard, another tells as decided, done or confirmed."),
        ClaimStatus.ALL: _tr("Every source carries it; copies of one text count once."),
        ClaimStatus.SOME: _tr("At least two sources carry it that are no copies of each other."),
        ClaimStatus.ONLY: _tr("One source alone carries it, or copies of one text."),
    }[status]


def differing(why: Why, most: int | None = None) -> list[Fact]:
    """The differences, each with the letters of the two sources."""
    return [
        Fact(kind_words(one.difference.kind), f"{_letters(one.places)}: {_flat(one.difference.why)}", kind_token(one.difference.kind))
        for one in why.apart[:most]
    ]


def telling(why: Why) -> str:
    """Who says it, source by source."""
    own = _tr("%1 itself")
    return "; ".join(f"{letter_of(at)} {' → '.join(chain)}" if chain else own.replace("%1", letter_of(at)) for at, chain in why.tellers)


def sureness(why: Why, most: int | None = None) -> str:
    """How sure each pair is."""
    return ", ".join(f"{_letters(places)} {round(100 * score)} %" for places, score in why.sure[:most])


def why_facts(why: Why) -> list[Fact]:
    """All of it, for a box that has room."""
    found = [Fact(_tr("by you"), ruling_words(rule), "accent") for rule in why.rulings]
    found += [Fact(_tr("because"), _flat(why.claim.why))] if why.claim.why else []
    found.append(Fact(_tr("rule"), rule_words(why.claim.status)))
    if why.shared:
        found.append(Fact(_tr("shared"), ", ".join(why.shared)))
    found += differing(why)
    if why.tellers:
        found.append(Fact(_tr("who says it"), telling(why)))
    if why.sure:
        found.append(Fact(_tr("sure"), sureness(why)))
    return found


def _letters(places: tuple[int, int]) -> str:
    return f"{letter_of(places[0])}–{letter_of(places[1])}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
