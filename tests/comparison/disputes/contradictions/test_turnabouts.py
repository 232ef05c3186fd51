"""What looks like a contradiction and is none, on own sentences."""

from __future__ import annotations

import pytest

from tests.comparison.test_disputes import disputes


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        pytest.param(
            "The harbour police of Lund met the press.",
            "The harbour police of Lund refuse to release the video of the crash.",
            "The harbour police of Lund face calls to release the video of the crash.",
            id="only called for",
        ),
        pytest.param(
            "The payment for the harbour bridge of Lund was made in May.",
            "The captain said that neither the Holm campaign nor the Holm Foundation had reimbursed Eva Brandt for the payment.",
            "Mr. Holm had reimbursed Eva Brandt for the payment.",
            id="one name, two bearers",
        ),
        pytest.param(
            "The mayor Eva Brandt spoke in Lund on Monday about the harbour toll.",
            "The mayor Eva Brandt cannot end the harbour toll of Lund by decree, the judge said.",
            "The mayor Eva Brandt will end the harbour toll of Lund.",
            id="only not by these means",
        ),
        pytest.param(
            "The council of Lund debated the harbour toll on Monday.",
            "The council of Lund banned ferries from the old harbour.",
            "The council of Lund allowed a vote on the ban of ferries from the old harbour.",
            id="opposite deeds done to two things",
        ),
        pytest.param(
            "The council of Lund debated the harbour toll on Monday.",
            "The council of Lund passed the harbour toll on Monday.",
            "The harbour toll passed the council of Lund on Monday.",
            id="a bill passes a house that passes it",
        ),
        pytest.param(
            "The mill of Arden sold grain to Ostland in May.",
            "Ostland said there was no violation of the grain rules by the mill of Arden.",
            "Ostland rebuffs talk of a violation of the grain rules by the mill of Arden.",
            id="both take it back",
        ),
        pytest.param(
            "A barn burned down in Lower Brenz on Friday night.",
            "Ida Holm, who lives beside the barn, said she did not hear an explosion but saw a man run away.",
            "Ida Holm, who lives beside the barn, said she did not hear an explosion but heard a loud crack.",
            id="both deny it",
        ),
        pytest.param(
            "The hospital in Tarnow was fined.",
            "The minister said “no fine” was paid by the hospital in Tarnow.",
            "She wrote: “No fine was paid by the hospital in Tarnow.”",
            id="both deny it, in quotation marks",
        ),
        pytest.param(
            "The general of Arden met his staff.",
            "The general of Arden decided not to fire the rockets at the island.",
            "The general of Arden decided on Tuesday not to fire the rockets at the island.",
            id="decided not to, with a day between",
        ),
        pytest.param(
            "A driver fled from Elm Street.",
            "An officer arrested Pavel Orr in Elm Street after the crash.",
            "Pavel Orr was arrested not far from Elm Street after the crash.",
            id="not far",
        ),
        pytest.param(
            "The coach of the Harriers left.",
            "The coach of the Harriers said the players were not following his plan.",
            "The coach of the Harriers said he did not feel the players were following his plan.",
            id="did not feel that",
        ),
        pytest.param(
            "The auditors of Helix reported.",
            "The report does not conclude that Helix committed fraud in the sale.",
            "Had we been sure that Helix did not commit fraud in the sale, we would say so, the auditors wrote.",
            id="did not conclude that",
        ),
        pytest.param(
            "A swimmer died at Port Ellery.",
            "The coastguard did not hit the swimmer at Port Ellery, officials said.",
            "The swimmer was hit at Port Ellery on Monday.",
            id="somebody else may have",
        ),
        pytest.param(
            "The court heard the case of the mill.",
            "The court has to decide whether to follow its old ruling or turn round and uphold the mill tax.",
            "The court in Brenz overturned the mill tax.",
            id="one half of a choice",
        ),
        pytest.param(
            "The senator Nora Vik published letters.",
            "The senator Nora Vik released the letters of the judge.",
            "To be clear: Nora Vik is not releasing the letters of the judge solely because she likes openness.",
            id="not solely because",
        ),
        pytest.param(
            "The inquiry into the Kestel dam ended.",
            "The inquiry did not find that the builders, or anybody paid by them, conspired with the mayor of Kestel.",
            "No one paid by the builders conspired with the mayor of Kestel, the inquiry said.",
            id="did not find that, with a clause between",
        ),
        pytest.param(
            "A judge spoke about beds in Lund.",
            "The judge said that people who have no beds in the shelter of Lund may sleep outside.",
            "The rule of Lund is for people with no beds in the shelter, the judge said.",
            id="with none on either side",
        ),
        pytest.param(
            "The radio host Ida Brandt leaves.",
            "Ida Brandt reached a deal with the station on Monday.",
            "No decision has been reached on the staff of Ida Brandt at the station.",
            id="another thing was reached",
        ),
        pytest.param(
            "Two singers quarrel in Lund.",
            "The singer Vera Moor called Tom Arden a cheat.",
            "Tom Arden has called the claims of Vera Moor a joke.",
            id="both speak of each other",
        ),
    ],
)
def test_nothing_is_turned_round(context: str, a: str, b: str) -> None:
    assert disputes(context, a, b) == ()


def test_a_participle_beside_a_plan_is_not_taken_back() -> None:
    first = "The harbour of Brenz will sell permits for boats, with two boats allowed in each lock."

    assert not disputes("The harbour of Brenz is full.", first, "The harbour of Brenz is unlikely to allow boats in a lock.")


def test_what_a_chamber_passes_passes_it() -> None:
    context = "The budget was in doubt for weeks in Ostland."
    told = "The Senate of Ostland passed the budget of the coalition on Wednesday."

    assert disputes(context, told, "The budget of the coalition passed the Senate of Ostland.") == ()
