"""What one source holds to be so and another not to be so, in other words than by "not", on own sentences."""

from __future__ import annotations

import pytest

from briefing_app.model.comparison import DifferenceKind
from tests.comparison.test_disputes import disputes

HEARING = "Arden was called before the committee."
DEBATE = "The economy and the tariffs were debated."
CITIZENS = "Arden wants to end birthright citizenship."


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        pytest.param(
            CITIZENS,
            "Arden said he could end birthright citizenship with an executive order.",
            "“You can’t end birthright citizenship with an executive order,” Holm said.",
            id="can, cannot",
        ),
        pytest.param(
            HEARING,
            "Under the rule, patients are not allowed to choose their doctor.",
            "Patients can choose their doctor under the rule, Holm said.",
            id="not allowed to, can",
        ),
        pytest.param(
            HEARING,
            "The law allows teachers to carry guns.",
            "Teachers may not carry guns under the law.",
            id="allows to, may not",
        ),
        pytest.param(
            HEARING,
            "The law bars teachers from carrying guns.",
            "Teachers can carry guns under the law, Holm said.",
            id="bars from, can",
        ),
        pytest.param(DEBATE, "Holm should resign, Arden said.", "Holm should not resign, her party said.", id="should, should not"),
        pytest.param(
            DEBATE,
            "The payment was required to be reported, the office said.",
            "Arden said the payment did not have to be reported.",
            id="required to, did not have to",
        ),
        pytest.param(
            HEARING,
            "The new law does not ban private insurance, Holm said.",
            "The new law would ban private insurance, Arden warned.",
            id="does not, would",
        ),
        pytest.param(
            "Arden wants a wall on the border.",
            "Ostland will pay for the wall, Arden said.",
            "The president of Ostland said his country will not pay for the wall.",
            id="his country",
        ),
        pytest.param(
            "The mandate was upheld by the court.",
            "Arden called the health mandate a tax.",
            "Holm's spokesman said the health mandate is a penalty, not a tax.",
            id="called a tax, not a tax",
        ),
        pytest.param(
            "The mandate was upheld by the court.",
            "Arden declared the health mandate unconstitutional.",
            "The health mandate is constitutional, the court held.",
            id="declared the opposite",
        ),
        pytest.param(
            "The prosecutor's report came out on Friday.",
            "The report found no evidence of collusion with Ostland.",
            "Holm said she had seen evidence of collusion with Ostland.",
            id="evidence of it",
        ),
        pytest.param(
            "The prosecutor's report came out on Friday.",
            "The inquiry turned up no evidence of collusion between the Arden campaign and Ostland during the 2016 election.",
            "Holm holds that the Arden campaign colluded with Ostland.",
            id="no evidence of it, it happened",
        ),
        pytest.param(
            "The vote in Kolm was counted.",
            "The commission found no evidence that the vote in Kolm was rigged.",
            "The vote in Kolm was rigged, Arden said.",
            id="no evidence that",
        ),
        pytest.param(
            HEARING,
            "The staff were not consulted, an officer said.",
            "Arden said he decided after consultation with the staff.",
            id="after consultation",
        ),
        pytest.param(
            HEARING,
            "Arden acted without consulting the staff.",
            "Arden had extensive discussions with the staff, his office said.",
            id="without consulting",
        ),
        pytest.param(
            HEARING,
            "Experts disputed that the drug cures the fever.",
            "The drug cures the fever, Arden said.",
            id="disputed that",
        ),
        pytest.param(
            DEBATE,
            "Arden said he has no plans to fire Holm.",
            "Arden plans to fire Holm, aides said.",
            id="no plans, plans",
        ),
        pytest.param(
            HEARING,
            "Neither the party nor its treasurer had paid the lawyer, Arden said.",
            "The party had paid the lawyer in May, Holm said.",
            id="neither, nor",
        ),
        pytest.param(
            "A dog bit a boy in Brenz.",
            "The dog did not appear to be attacking the boy, the keeper said.",
            "The dog was attacking the boy, a witness said.",
            id="did not appear to",
        ),
        pytest.param(
            HEARING,
            "Arden later issued an apology to the nurses of Kolm.",
            "The nurses of Kolm said that the letter of Arden contained no apology.",
            id="no apology",
        ),
        pytest.param(
            "The speech of Arden was put off.",
            "The speech of Arden could take place on Tuesday.",
            "The speech of Arden will not be held on Tuesday, Holm said.",
            id="take place, be held",
        ),
        pytest.param(HEARING, "The drug is safe, the maker said.", "The drug is dangerous, doctors warned.", id="opposite states"),
        pytest.param(
            DEBATE,
            "The bill would increase the deficit, Holm said.",
            "The bill would reduce the deficit, Arden said.",
            id="opposite verbs",
        ),
        pytest.param(DEBATE, "Holm broke the law, Arden said.", "Holm followed the law, her lawyer said.", id="broke, followed"),
    ],
)
def test_one_holds_what_the_other_takes_back(context: str, a: str, b: str) -> None:
    assert DifferenceKind.CONTRADICTION in [one.kind for one in disputes(context, a, b)]
    assert DifferenceKind.CONTRADICTION in [one.kind for one in disputes(context, b, a)]


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        pytest.param(
            CITIZENS,
            "An executive order cannot end birthright citizenship, Holm said.",
            "Parliament can end birthright citizenship, Holm said.",
            id="another can",
        ),
        pytest.param(
            CITIZENS, "Arden can sign the order on Friday.", "Arden cannot sign the treaty without parliament.", id="can do another thing"
        ),
        pytest.param(DEBATE, "Holm should resign, Arden said.", "Arden should not resign, his party said.", id="another should"),
        pytest.param(DEBATE, "Nurses may not strike, the court said.", "Teachers may strike, the court said.", id="others may"),
        pytest.param(
            HEARING, "The mandate is not a tax, Holm said.", "The mandate is a central part of the tax law.", id="part of the tax law"
        ),
        pytest.param(HEARING, "Arden called the mandate a tax.", "Arden did not call the mandate a success.", id="called another thing"),
        pytest.param(
            HEARING, "Arden calls on the party to drop its bid for the seat.", "The party raised its bid for the seat.", id="calls on"
        ),
        pytest.param(HEARING, "Arden did not consult the staff.", "Holm consulted her lawyers.", id="others were consulted"),
        pytest.param(
            HEARING,
            "The drug is safe for adults, the maker said.",
            "The drug is not safe for children, doctors warned.",
            id="safe for others",
        ),
        pytest.param(
            HEARING,
            "The court cannot stop Arden from ending the scheme for migrants.",
            "The court leans toward allowing Arden to end the scheme for migrants.",
            id="cannot stop from",
        ),
        pytest.param(
            DEBATE,
            "Until recently the pills could be bought over the counter.",
            "The pills cannot be bought over the counter.",
            id="until recently",
        ),
        pytest.param(
            DEBATE,
            "Arden does not know whether the tariffs hurt farmers.",
            "Tariffs hurt farmers, Holm said.",
            id="does not know whether",
        ),
        pytest.param(
            DEBATE, "There is no crisis at the border, Holm said.", "There is a crisis in the hospitals, Arden said.", id="elsewhere"
        ),
        pytest.param(DEBATE, "The talks were productive, Arden said.", "The visit was fruitless, Holm said.", id="opposites of two things"),
        pytest.param(
            DEBATE,
            "None of the charges allege that Arden colluded with Ostland.",
            "Arden denied that he colluded with Ostland.",
            id="none of the charges",
        ),
        pytest.param(
            DEBATE,
            "The inquiry did not find evidence that Arden conspired with Ostland.",
            "There was no collusion of Arden with Ostland, Holm said.",
            id="neither found it",
        ),
        pytest.param(
            DEBATE,
            "The court found that the law brings women in Kolm few, if any, health benefits.",
            "The law would bring no benefit for women in Kolm, Holm said.",
            id="few, if any",
        ),
        pytest.param(
            DEBATE,
            "The committee would have allowed the law to take effect in May.",
            "The court blocked the law from taking effect in May.",
            id="would have",
        ),
    ],
)
def test_both_can_be_right(context: str, a: str, b: str) -> None:
    assert not disputes(context, a, b)
    assert not disputes(context, b, a)
