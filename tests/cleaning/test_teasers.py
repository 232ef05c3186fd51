"""What the reader may like besides, after a story: in the languages of the pages that people save."""

from __future__ import annotations

import pytest

from briefing_app.cleaning import clean
from briefing_app.importers import read

STORY = "The ferry between Lindow and the islands sails again after the storm, the port authority said on Monday. " * 3
OTHER = "A storm passed over the coast at night and broke many trees in the park of Lindow, the city said on Sunday. " * 2


def told(text: str) -> str:
    document = clean(next(read(text.encode(), "x.txt")), "x")
    return "\n".join(zone.span.of(document.text) for zone in document.told())


@pytest.mark.parametrize(
    "heading", ["You may also like", "Você pode gostar...", "Te puede interesar", "Vous aimerez aussi", "Das könnte Sie auch interessieren"]
)
def test_what_follows_such_a_heading_is_no_part_of_the_story(heading: str) -> None:
    words = told(f"Ferry returns to the islands\n\n{STORY}\n\n{STORY}\n\n{heading}\n\nShare\n\n{OTHER}\n\nShare\n\n{OTHER}")
    assert "ferry between Lindow" in words
    assert "broke many trees" not in words


def test_such_words_within_a_story_end_nothing() -> None:
    words = told(
        f"Ferry returns\n\n{STORY}\n\nYou may also like it or not, he said, but the ferry is the only way to the islands now.\n\n{OTHER}"
    )
    assert "broke many trees" in words


def test_without_a_story_above_it_the_heading_ends_nothing() -> None:
    assert "broke many trees" in told(f"You may also like\n\n{OTHER}\n\n{STORY}")
