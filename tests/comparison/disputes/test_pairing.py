"""Asking only the pairs of which one side seeks what the other offers leaves out none of which a rule finds something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.comparison.deeds import Nearness
from briefing_app.comparison.disputes.pairing import asked
from briefing_app.comparison.disputes.rules import Keys, Rule
from briefing_app.comparison.disputes.table import RULES
from briefing_app.comparison.sentences.units import units_of
from briefing_app.comparison.stretches.sides import Side
from briefing_app.language import read
from tests.factories import article

SUBJECTS = ("Eva Holm", "The bank of Arden", "The governor Eva Holm of Arden")
TELLINGS = (
    "sold the Lund plant",
    "did not sell the Lund plant",
    "plans to sell the Lund plant in Arden",
    "has never bought the Lund plant",
    "will purchase the Lund plant in Arden",
    "reportedly purchased the Lund plant in Arden",
    "denied that the Lund plant was sold to the bank of Arden",
    "ruled out selling the Lund plant",
    "is considering a sale of the Lund plant",
    "vowed to shut the Lund plant in Arden",
    "will shut the Lund plant in Arden",
    "opened the Lund plant in Arden",
    "will vote on the Lund budget of Arden",
    "has approved the Lund budget of Arden",
    "cancelled the Lund rally in Arden",
    "will hold the Lund rally in Arden",
    "is developing the Lund train in Arden",
    "has unveiled the Lund train in Arden",
    "was found dead in Lund",
    "was found alive in Lund",
    "shot the banker Karl Weber in Lund",
    "suffered minor injuries in the crash in Lund",
    "was seriously injured in the crash in Lund",
    "made her first visit to Lund in Arden",
    "made her third visit to Lund in Arden",
    "attacked the bank of Lund",
    "is still at large after the theft in Lund",
    "was arrested after the theft in Lund",
    "did not say whether the Lund plant in Arden will close",
    "is considering whether to close the Lund plant in Arden",
    "has ordered the Lund plant in Arden closed",
    "has no plans to close the Lund plant in Arden",
    "will keep the Lund plant in Arden for now",
    "confirmed that it bought the Lund plant in Arden",
    "was found guilty of fraud in Lund",
    "was found not guilty of fraud in Lund",
    "did not fix the Lund bridge in Arden",
    "repaired the Lund bridge in Arden",
    "claimed the attack in Lund",
    "took responsibility for the attack in Lund",
    "sued the bank of Arden",
    "sued the governor Eva Holm",
    "said the cause of the fire in Lund was not known",
    "said the fire in Lund was caused by lightning",
    "was stopped in Lund at about 2 p.m.",
    "was stopped in Lund at 2:40 p.m.",
)
PLAIN = (  # of a language whose deeds are not read
    "Die Bank hat das Werk in Lund nicht verkauft.",
    "Die Bank hat das Werk in Lund verkauft.",
    "Die Bank will das Werk in Lund verkaufen.",
)
SENTENCES = (*(f"{one} {other}." for one, other in product(SUBJECTS, TELLINGS)), *PLAIN)


@cache
def side(sentence: str) -> Side:
    """A whole sentence as one side."""
    one = article(1, None, sentence, language="de" if sentence in PLAIN else "en")
    return Side.of(units_of(0, one, read(one.document))[0])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.find.__name__)
def test_every_pair_of_which_a_rule_finds_something_is_asked(rule: Rule) -> None:
    """Of all pairs of these sentences, in some of which every rule finds something; in none that stands less near than it says."""
    i, j = np.triu_indices(len(SENTENCES), 1)
    sides = [side(one) for one in SENTENCES]
    found = 0
    for x, y, flag in zip(i.tolist(), j.tolist(), asked(rule, sides, i, j).tolist(), strict=True):
        for near in Nearness:
            if any(rule.find(sides[x], sides[y], near)):
                found += 1
                assert flag, (SENTENCES[x], SENTENCES[y])
                assert near >= rule.least, (SENTENCES[x], SENTENCES[y])
    assert found


@given(st.lists(st.tuples(st.frozensets(st.sampled_from("abc")), st.frozensets(st.sampled_from("abc"))), min_size=2, max_size=20))
def test_a_pair_is_asked_when_one_side_seeks_what_the_other_offers(keys: Sequence[tuple[Keys, Keys]]) -> None:
    """As asking pair by pair gives it, whichever of the two stands first."""
    i, j = np.triu_indices(len(keys), 1)
    sides = [side(sentence) for sentence in SENTENCES[: len(keys)]]
    place = {id(one): number for number, one in enumerate(sides)}
    rule = Rule(RULES[0].kind, RULES[0].status, RULES[0].find, lambda one: keys[place[id(one)]][0], lambda one: keys[place[id(one)]][1])
    expected = [bool(keys[x][0] & keys[y][1] or keys[y][0] & keys[x][1]) for x, y in zip(i.tolist(), j.tolist(), strict=True)]
    assert asked(rule, sides, i, j).tolist() == expected
