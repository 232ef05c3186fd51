"""What is proposed as a file's name can be one everywhere, in every script."""

from __future__ import annotations

import pytest

from briefing_app.ui.file_dialogs import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry: back / “home”?", "Ferry back home"),
        ("../../etc/passwd\0\n", "etcpasswd"),
        ("हिन्दी समाचार", "हिन्दी समाचार"),
        ("السفينة عادت", "السفينة عادت"),
        ("con", "con_"),
        ("LPT1", "LPT1_"),
        ("Ferry\u202egpj", "Ferrygpj"),
        ("👨‍👩‍👧 ?!", "briefing"),
        ("", "briefing"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("letter", ["x", "船", "𠀀"])
def test_a_name_is_never_too_long_for_a_disk(letter: str) -> None:
    name = file_name(letter * 300)
    assert 0 < len(name) <= 80
    assert len(name.encode()) <= 200
    assert set(name) == {letter}
