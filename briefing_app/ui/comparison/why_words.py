"""Why a row has its status, in words: for the bar below the matrix, the popover and the hover."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.comparison import ClaimStatus
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
        ClaimStatus.ALL: _tr("Every source carries it; copies of one text and articles of one house count once."),
        ClaimStatus.SOME: _tr("At least two sources carry it that are no copies of each other and of no one house."),
        ClaimStatus.ONLY: _tr("One source alone carries it, or copies of one text, or articles of one house."),
    }[status]


def differing(why: Why, most: int | None = None) -> list[Fact]:
    """The differences, each with the letters of the two sources."""
    return [
        Fact(kind_words(one.difference.kind), f"{_letters(why, one.places)}: {_flat(one.difference.why)}", kind_token(one.difference.kind))
        for one in why.apart[:most]
    ]


def telling(why: Why) -> str:
    """Who says it, source by source."""
    own = _tr("%1 itself")
    named = ((str(why.letters[at]), chain) for at, chain in why.tellers)
    return "; ".join(f"{letter} {' → '.join(chain)}" if chain else own.replace("%1", letter) for letter, chain in named)


def sureness(why: Why, most: int | None = None) -> str:
    """How sure each pair is."""
    return ", ".join(f"{_letters(why, places)} {round(100 * score)} %" for places, score in why.sure[:most])


def why_facts(why: Why) -> list[Fact]:
    """All of it, for a box that has room."""
    found = [Fact(_tr("by you"), ruling_words(rule), "accent") for rule in why.rulings]
    found += [Fact(_tr("because"), _flat(why.claim.why))] if why.claim.why else []
    found.append(Fact(_tr("rule"), rule_words(why.claim.status)))
    if why.shared:
        found.append(Fact(_tr("shared"), ", ".join(why.shared)))
    found += differing(why)
    if why.tellers:
        found.append(Fact(_tr("told by"), telling(why)))
    if why.sure:
        found.append(Fact(_tr("sure"), sureness(why)))
    return found


def _letters(why: Why, places: tuple[int, int]) -> str:
    return f"{why.letters[places[0]]}–{why.letters[places[1]]}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _tr(words: str) -> str:
    return QCoreApplication.translate("comparison", words)
