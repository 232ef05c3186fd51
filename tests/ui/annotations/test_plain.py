"""A note in one line: what its Markdown says, not its signs."""

from __future__ import annotations

import pytest

from briefing_app.ui.annotations.plain import plain_words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("**Who** counted?", "Who counted?"),
        ("# Head\n\n- one\n- two\n1. three", "Head one two three"),
        ("see [the wire](https://example.org/x) and ![a map](file:///etc/passwd)", "see the wire and"),
        ("> quoted\n\n`code_x` stays", "quoted code_x stays"),
        ("snake_case * star & <b>raw</b>", "snake_case * star & <b>raw</b>"),
        ("\\*as typed\\*", "*as typed*"),
        ("لماذا **الآن**؟", "لماذا الآن؟"),
        ("  plain \t words ", "plain words"),
        ("", ""),
    ],
)
def test_a_note_is_said_without_its_signs(note: str, words: str) -> None:
    assert plain_words(note) == words
