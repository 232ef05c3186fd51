"""``history`` from outside: who did what, and the way back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from briefing_app.cli.edit_words import edit_words
from briefing_app.library import Library
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.codebook import Code
from briefing_app.model.edit import Edit, MarkStarred, PutAnnotation, PutCode
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from tests.cli.conftest import Run
from tests.factories import NOON
from tests.ui.test_edit_words import WORDS


@pytest.fixture
def own(library: Path, tmp_path: Path) -> Path:
    """A copy of the library with a note that was written twice, and a star."""
    folder = Path(shutil.copytree(library, tmp_path / "own"))
    opened = Library.open(folder)
    anchor = Anchor("word", "", "", Span(0, 4), "0" * 64)
    note = Annotation(AnnotationId(0), ArticleId(1), anchor, Tint.SUN, "first thought", NOON, NOON)
    opened.apply(PutAnnotation(note))
    opened.apply(PutAnnotation(replace(note, id=AnnotationId(1), note="second thought")))
    opened.apply(MarkStarred((ArticleId(1), ArticleId(2)), True))
    opened.close()
    return folder


def test_the_past_of_an_article_and_of_a_note(run: Run, own: Path) -> None:
    article, note = (run("history", thing, "--json", "--library", own).json["steps"] for thing in ("a1", "n1"))
    assert article[0]["what"] == "2 articles given a star"
    assert len(article) == 3
    assert len(note) == 2
    assert note[0]["changes"] == [{"field": "note", "from": "first thought", "to": "second thought"}]
    assert note[0]["who"]
    told = run("history", "n1", "--library", own)
    assert "note: “first thought” → “second thought”" in told.out
    assert len(run("history", "a2", "--json", "--library", own).json["steps"]) == 1
    assert len(run("history", "--json", "--library", own).json["steps"]) == 3


def test_what_was_changed_is_said_in_plain_words(run: Run, own: Path) -> None:
    opened = Library.open(own)
    opened.apply(PutCode(Code(CodeId(0), "sourcing")))
    opened.apply(PutCode(Code(CodeId(0), "anonymous", parent=opened.codebook().codes[0].id)))
    (code,) = opened.codebook().named(["sourcing/anonymous"])
    note = opened.annotation(AnnotationId(1))
    opened.apply(PutAnnotation(replace(note, codes=(code,), question=True, tint=Tint.ROSE)))
    opened.close()
    told = run("history", "n1", "--library", own).out
    assert "its tags: nothing → “sourcing/anonymous”" in told
    assert "whether it is a question: no → yes" in told
    assert "colour: “sun” → “rose”" in told


def test_the_way_back_is_a_new_step(run: Run, own: Path) -> None:
    first = run("history", "n1", "--json", "--library", own).json["steps"][-1]["step"]
    back = run("history", "n1", "--back-to", str(first), "--json", "--library", own)
    assert (back.code, back.json["changed"]) == (0, True)
    steps = run("history", "n1", "--json", "--library", own).json["steps"]
    assert steps[0]["changes"] == [{"field": "note", "from": "second thought", "to": "first thought"}]
    assert not run("history", "n1", "--back-to", str(steps[0]["step"]), "--json", "--library", own).json["changed"]
    assert run("history", "a1", "--back-to", "0", "--library", own).code == 0
    opened = Library.open(own, read_only=True)
    assert [row.starred for row in sorted(opened.rows(), key=lambda row: row.id)] == [False, True]
    assert opened.annotations() == ()
    opened.close()


def test_wrong_use(run: Run, own: Path) -> None:
    for words in (("e1",), ("n1", "--back-to", "99"), ("--back-to", "1"), ("a99",)):
        assert run("history", *words, "--library", own).code == 2
    assert "Nothing" in run("history", "n99", "--library", own).out


def test_every_edit_has_words() -> None:
    assert {type(edit) for edit, _ in WORDS} == set(get_args(Edit))
    assert all(edit_words(edit) for edit, _ in WORDS)
