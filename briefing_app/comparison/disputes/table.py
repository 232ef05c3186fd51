"""The table of what finds disputes: rules for pairs of sentences, finders of slots for whole articles; a new kind is a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.contradictions.deeds import (
    offers_opposite,
    offers_plain,
    opposed,
    seeks_opposite,
    seeks_turned,
    turned_round,
)
from briefing_app.comparison.disputes.contradictions.denials import denied, denies
from briefing_app.comparison.disputes.contradictions.done_once import doers_apart, offers_deeds, places_apart, seeks_done_once
from briefing_app.comparison.disputes.contradictions.excluding_states import offers_states, seeks_excluded, states_apart
from briefing_app.comparison.disputes.contradictions.polarity import offers_held, positions_apart, seeks_taken_back
from briefing_app.comparison.disputes.contradictions.quotes import quotes_apart
from briefing_app.comparison.disputes.contradictions.sites import sites_apart
from briefing_app.comparison.disputes.contradictions.turnabouts import may_turn, offers_swapped, roles_swapped, seeks_swapped, turnabouts
from briefing_app.comparison.disputes.filled import FilledApart
from briefing_app.comparison.disputes.numbers.ranks import ranked, ranks_apart
from briefing_app.comparison.disputes.people.age_ranges import age_ranges_apart
from briefing_app.comparison.disputes.people.ages import ages_apart
from briefing_app.comparison.disputes.people.ages_of_nameless import nameless_ages_apart
from briefing_app.comparison.disputes.people.departures import departures_apart
from briefing_app.comparison.disputes.people.injuries import hurt_otherwise, may_be_hurt
from briefing_app.comparison.disputes.people.roles import roles_apart
from briefing_app.comparison.disputes.questions import questions_apart
from briefing_app.comparison.disputes.rules import Rule, when
from briefing_app.comparison.disputes.stages.chambers import chambers_apart
from briefing_app.comparison.disputes.stages.courses import courses_apart
from briefing_app.comparison.disputes.stages.deeds import offers_later, seeks_later, stages_apart
from briefing_app.comparison.disputes.stages.ended_states import lasts, states_ended
from briefing_app.comparison.disputes.stages.outlooks import is_provisional_or_outlook, settled_since
from briefing_app.comparison.disputes.stages.resolve import offers_resolved, resolved_apart, seeks_resolved
from briefing_app.comparison.disputes.stages.standings import standings_apart
from briefing_app.comparison.disputes.stages.unknowns import leaves_open, made_known
from briefing_app.comparison.disputes.times.clocks import clocks_apart, may_tell_time
from briefing_app.comparison.disputes.times.deeds_on_days import deeds_on_days
from briefing_app.comparison.disputes.times.occasions_on_days import occasions_on_days
from briefing_app.comparison.disputes.without_deeds import denied_plainly, may_be_planned, may_deny, staged_plainly
from briefing_app.comparison.study import Study
from briefing_app.model.comparison import ClaimStatus, DifferenceKind

_CONTRADICTION = (DifferenceKind.CONTRADICTION, ClaimStatus.CONFLICT)
_STAGE = (DifferenceKind.STAGE, ClaimStatus.PROGRESSION)

RULES = (
    Rule(*_CONTRADICTION, turned_round, seeks_turned, offers_plain),
    Rule(*_CONTRADICTION, opposed, seeks_opposite, offers_opposite),
    Rule(*_CONTRADICTION, turnabouts, when(may_turn), least=Nearness.NEAR),
    Rule(*_CONTRADICTION, denied, when(denies)),
    Rule(*_CONTRADICTION, positions_apart, seeks_taken_back, offers_held),
    Rule(*_CONTRADICTION, roles_swapped, seeks_swapped, offers_swapped, Nearness.ALIGNED),
    Rule(*_CONTRADICTION, denied_plainly, when(may_deny), least=Nearness.ALIGNED),
    Rule(*_CONTRADICTION, states_apart, seeks_excluded, offers_states, Nearness.NEAR),
    Rule(*_CONTRADICTION, hurt_otherwise, when(may_be_hurt), when(may_be_hurt), Nearness.ALIGNED),
    Rule(*_CONTRADICTION, doers_apart, seeks_done_once, offers_deeds, Nearness.ALIGNED),
    Rule(DifferenceKind.NUMBER, ClaimStatus.CONFLICT, ranks_apart, ranked, ranked, Nearness.ALIGNED),
    Rule(DifferenceKind.DATE, ClaimStatus.CONFLICT, clocks_apart, when(may_tell_time), when(may_tell_time), Nearness.ALIGNED),
    Rule(*_STAGE, stages_apart, seeks_later, offers_later),
    Rule(*_STAGE, states_ended, when(lasts), least=Nearness.NEAR),
    Rule(DifferenceKind.PROGRESSION, ClaimStatus.PROGRESSION, settled_since, when(is_provisional_or_outlook), least=Nearness.ALIGNED),
    Rule(*_STAGE, staged_plainly, when(may_be_planned), least=Nearness.ALIGNED),
    Rule(*_STAGE, made_known, when(leaves_open), least=Nearness.NEAR),
    Rule(*_STAGE, resolved_apart, seeks_resolved, offers_resolved, Nearness.NEAR),
)
"""What is looked for between two sentences, in the order in which it is told of one pair."""

SLOTS: tuple[Callable[[Study], Iterator[FilledApart]], ...] = (
    ages_apart,
    nameless_ages_apart,
    age_ranges_apart,
    roles_apart,
    departures_apart,
    places_apart,
    sites_apart,
    quotes_apart,
    courses_apart,
    chambers_apart,
    standings_apart,
    deeds_on_days,
    occasions_on_days,
)
"""What finds two values for one slot, wherever the articles give them."""

COARSE_SLOTS: tuple[Callable[[Study], Iterator[FilledApart]], ...] = (questions_apart,)
"""The same by words alone; what else finds a pair of sentences tells more closely why they differ."""
