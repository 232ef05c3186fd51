"""What two articles answer otherwise of one question of the news, on own sentences; and what only looks like it."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

HARD = {DifferenceKind.CONTRADICTION, DifferenceKind.STAGE}
COURT = "An appeals court in Kolm ruled on Friday on the camp beside the waste depot."
MALL = "Gunfire broke out in a crowded shopping mall in Kolm on Saturday."
STORM = "Hurricane Ada came ashore at Kolm on Friday, tearing off roofs."
TALKS = "President Lena Holm of Ostland received the prime minister of Westland, Milan Berg, for talks on fishing rights on Tuesday."
CRASH = "A freight plane went down in the hills outside the port of Kolm late on Thursday."
PORT = "Dockers in the port of Kolm walked off the job on Monday in a dispute over automation."
CABINET = "Finance minister Greta Solheim left the cabinet of Nils Arden on Wednesday after a row over the budget."

FOUND = [
    (COURT, "The ruling by the three judges was unanimous.", "One of the three judges dissented from the ruling."),
    (MALL, "The suspect was shot dead by an off-duty officer.", "The gunman turned the weapon on himself as officers closed in."),
    (
        MALL,
        "The suspect, Karl Weber, acted alone, investigators believe.",
        "Police are hunting for a second gunman who helped Weber, officers said.",
    ),
    (MALL, "Police have not said what motivated the attack.", "The gunman wanted revenge for his dismissal, police said."),
    (
        TALKS,
        "The two leaders signed an accord on the shared use of the lake.",
        "The talks broke up without an agreement, and no document was signed.",
    ),
    (
        CRASH,
        "Investigators have not yet determined what brought the plane down.",
        "The crash was caused by a fuel leak in the left engine, investigators concluded.",
    ),
    (CRASH, "The search for survivors was continuing on Monday.", "The coast guard called off its search on Monday."),
    (CRASH, "The captain was among the dead.", "The captain survived and is being questioned by police."),
    (
        PORT,
        "The strike entered its third day on Wednesday with no end in sight.",
        "The strike ended on Wednesday after a deal was reached.",
    ),
    (PORT, "The union rejected the latest offer of the company.", "Dockworkers accepted the latest offer of the company."),
    (STORM, "The evacuation of Brenz was voluntary.", "Residents of Brenz had been ordered to leave."),
    (
        CABINET,
        "Solheim resigned of her own accord over the secret fund, her office said.",
        "Arden dismissed Solheim over the secret fund in a phone call, aides said.",
    ),
    (CABINET, "Arden has yet to pick a successor.", "Arden named Erik Dahl, the trade minister, to succeed her."),
    (
        CABINET,
        "Solheim had known about the secret fund since 2016, according to documents.",
        "Solheim said she only learned of the secret fund last month.",
    ),
]
NONE = [
    (COURT, "The ruling by the three judges was not unanimous.", "One of the three judges dissented from the ruling."),
    (COURT, "The Senate approved the camp law unanimously.", "Two members of the House voted against the camp law."),
    (MALL, "If the suspect acted alone, police will close the case.", "Police are hunting for a second gunman who helped Weber."),
    (PORT, "The strike could have ended on Wednesday.", "The strike entered its third day on Wednesday."),
    (PORT, "The 2014 strike ended after a week.", "The strike entered its third day on Wednesday."),
    (TALKS, "The leaders agreed to set up a commission.", "The members of the commission have not yet been named."),
    (STORM, "The march was peaceful until stones were thrown.", "The march was peaceful, the mayor said."),
    (CABINET, "Solheim resigned of her own accord.", "Arden dismissed the trade minister, Erik Dahl, on Monday."),
]


@pytest.mark.parametrize(("context", "a", "b"), FOUND)
def test_two_answers_to_one_question(context: str, a: str, b: str) -> None:
    assert {one.kind for one in disputes(context, a, b)} & HARD


@pytest.mark.parametrize(("context", "a", "b"), NONE)
def test_no_question_answered_otherwise(context: str, a: str, b: str) -> None:
    assert not disputes(context, a, b)
