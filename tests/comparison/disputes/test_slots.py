"""One slot with two values is a conflict: who did it, where it was, who has a part or an office, which place in an order."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes

BANK, VISIT, HELIX = "A gunman killed three people in a bank in Tarnow.", "Arden's visit to Ostland was announced.", "Helix has a new head."
PLANE = "A plane crashed in Ostland on Monday."


@pytest.mark.parametrize(
    ("context", "a", "b", "why"),
    [
        (
            BANK,
            "The gunman, Karl Weber, opened fire at noon.",
            "The gunman, Jonas Brandt, opened fire at noon.",
            "gunman: Karl Weber against Jonas Brandt",
        ),
        (
            BANK,
            "Police identified the gunman as Karl Weber, 34.",
            "Police identified the gunman as Jonas Brandt, a former clerk.",
            "gunman: Karl Weber against Jonas Brandt",
        ),
        (
            HELIX,
            "Helix named Vera Lund its chief executive.",
            "Helix named Tom Arden its chief executive.",
            "chief executive named by Helix: Vera Lund against Tom Arden",
        ),
        (BANK, "The attacker killed himself.", "Police killed the attacker.", "“killed” against “killed”"),
        (
            "Hotel Rex was attacked.",
            "The Red Front claimed responsibility for the attack on the hotel.",
            "The Blue Guard claimed responsibility for the attack on the hotel.",
            "“claimed” against “claimed”",
        ),
        (
            PLANE,
            "The plane crashed near the village of Orlova.",
            "The plane crashed near the village of Brenz.",
            "",
        ),
        (
            VISIT,
            "This will be Arden's first visit to Ostland.",
            "It will be Arden's third visit to Ostland.",
            "“first visit” against “third visit”",
        ),
    ],
)
def test_one_slot_with_two_values(context: str, a: str, b: str, why: str) -> None:
    found = disputes(context, a, b)
    assert [one.why for one in found] == ([why] if why else [])


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        (BANK, "The gunman, Karl Weber, opened fire at noon.", "A witness, Jonas Brandt, said the gunman opened fire at noon."),
        (HELIX, "Helix named Vera Lund its chief executive.", "Helix named Tom Arden its finance chief."),
        (HELIX, "Helix named Vera Lund its chief executive.", "In 2012 Helix named Tom Arden its chief executive."),
        (BANK, "Weber was killed by police after he shot three people.", "Three people were killed by Weber."),
        (PLANE, "The plane crashed near Orlova.", "The plane crashed in the mountains near Orlova in the north."),
        (PLANE, "The plane crashed near Orlova.", "Another plane crashed near Brenz in 2015."),
        (VISIT, "It is the first visit of Arden to Ostland.", "It is the second time that Arden speaks to Holm."),
    ],
)
def test_slots_of_others(context: str, a: str, b: str) -> None:
    assert not disputes(context, a, b)


def test_two_places_of_one_crash() -> None:
    (found,) = disputes(PLANE, "The plane crashed near Orlova.", "The plane crashed near Brenz.")
    assert found.words == ("Orlova", "Brenz")
