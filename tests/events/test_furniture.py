"""The end of the running text: where a run of short lines begins that are no sentences."""

from __future__ import annotations

import pytest

from briefing_app.events.furniture import end_of_text
from briefing_app.events.profiles import profile
from briefing_app.language import read
from briefing_app.model.article import Document
from tests.factories import document

STORY = (
    "The council of Velmark said on Monday that the ferry to the island will stop in May because its hull is corroded.",
    "Ida Brandt, who runs the port, said that the subsidy had ended and that no other company had offered to carry passengers.",
    "Islanders will have to take the mail boat, which sails twice a week and has room for nine people and their luggage.",
    "A petition for another ferry was signed by more than four hundred people before the end of the weekend.",
    "The council will hear both sides next month, when a report on the harbour and its quays is due as well.",
)
LINKS = ("Tags: harbour", "Most read", "Events calendar")
COMMENTS = ("Why do the Martians never have to pay for their telescopes, I ask the astronomers of this town.",) * 4


def of(*lines: str, apart: str = "\n\n") -> Document:
    return document(None, apart.join(lines))


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_the_text_ends_where_short_lines_begin(apart: str) -> None:
    page = of(*STORY, *LINKS, *COMMENTS, apart=apart)
    assert page.text[end_of_text(page, "en") :].startswith("Tags: harbour")


def test_short_lines_at_the_head_and_one_between_paragraphs_are_no_end() -> None:
    for lines in ((*LINKS, *STORY), (*STORY[:4], "Next ferry", *STORY[4:]), (*STORY, "It stops.", "For good?", "So it is.")):
        page = of(*lines)
        assert end_of_text(page, "en") == len(page.text)
    assert end_of_text(of(), "en") == 0


def test_what_stands_behind_the_end_weighs_less() -> None:
    page, told = of(*STORY, *LINKS, *COMMENTS), of(*STORY, *COMMENTS)
    behind, within = (profile(one, read(one)).words for one in (page, told))
    assert behind["martian"] / behind["ferri"] < within["martian"] / within["ferri"] / 2
