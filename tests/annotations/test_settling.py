"""Two analysts change one note: what both had before is known, one version or both are kept, and nothing is asked twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from briefing_app.anchoring import anchor
from briefing_app.annotations import Choice, Conflict, differing, said
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.edit import PutAnnotation
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from briefing_app.pipeline.exchange import as_edit, export_annotations, merged, read_annotations, settling, unsettled
from tests.factories import NOON, document

PAGE = document("Ferry back", "The ferry came back on Monday.")


class Analyst:
    """One with a library of the same article, a name, and a clock that goes on by an hour with each note."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name, self.hours = folder, name, 0
        self.library = Library.open(folder / name)
        self.library.add(PAGE, b"page", "page.txt")

    def write(self, note: Annotation) -> None:
        self.hours += 1
        self.library.apply(PutAnnotation(replace(note, changed_at=NOON + timedelta(hours=self.hours, seconds=len(self.name)))))

    def send(self, other: Analyst, choice: Choice | None = None) -> tuple[Conflict, ...]:
        file = self.folder / f"{self.name}.jsonld"
        export_annotations(self.library, file, self.name)
        plan = merged(other.library, read_annotations(file))
        edit = as_edit(plan, choice)
        if edit is not None:
            other.library.apply(edit)
        return plan.conflicts

    def notes(self) -> list[tuple[str, str]]:
        return [(note.author, note.note) for note in self.library.annotations()]


@pytest.fixture
def two(tmp_path: Path) -> tuple[Analyst, Analyst]:
    """Ines has noted something, Falk has taken it in; then both have written further."""
    ines, falk = Analyst(tmp_path, "Ines"), Analyst(tmp_path, "Falk")
    held = anchor(PAGE.text, Span(PAGE.text.index("ferry came"), PAGE.text.index("ferry came") + 10))
    ines.write(Annotation(AnnotationId(0), ArticleId(1), held, Tint.SUN, "Which?", NOON, NOON))
    assert ines.send(falk) == ()
    ines.write(replace(ines.library.annotation(AnnotationId(1)), note="Which of the two?"))
    falk.hours += 5
    falk.write(replace(falk.library.annotation(AnnotationId(1)), note="The old one.", tint=Tint.ROSE))
    return ines, falk


def test_both_versions_and_what_they_were_made_from_are_known(two: tuple[Analyst, Analyst]) -> None:
    ines, falk = two
    (conflict,) = falk.send(ines)
    assert conflict.base is not None
    assert (conflict.ours.note, conflict.theirs.note, conflict.base.note) == ("Which of the two?", "The old one.", "Which?")
    assert differing(conflict, ines.library.codebook()) == ("note", "tint")
    assert said(conflict.theirs, ines.library.codebook())["tint"] == "rose"
    assert ines.notes() == [("", "Which of the two?"), ("Ines", "The old one.")]
    assert [one.theirs.id for one in unsettled(ines.library)] == [2]
    assert unsettled(ines.library)[0].base == conflict.base
    assert ines.library.annotation(AnnotationId(2)).open


def test_from_the_other_side_the_base_is_what_came_in(two: tuple[Analyst, Analyst]) -> None:
    ines, falk = two
    (conflict,) = ines.send(falk)
    assert conflict.base is not None
    assert (conflict.ours.note, conflict.theirs.note, conflict.base.note) == ("The old one.", "Which of the two?", "Which?")


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (Choice.BOTH, [("", "Which of the two?"), ("Ines", "The old one.")]),
        (Choice.OURS, [("", "Which of the two?")]),
        (Choice.THEIRS, [("Ines", "The old one.")]),
    ],
)
def test_what_is_chosen_stays_is_not_asked_again_and_can_be_taken_back(
    two: tuple[Analyst, Analyst], choice: Choice, left: list[tuple[str, str]]
) -> None:
    ines, falk = two
    falk.send(ines)
    before = ines.library.annotations()
    ines.library.apply(settling(ines.library, {AnnotationId(2): choice}))
    assert (ines.notes(), unsettled(ines.library)) == (left, ())
    assert falk.send(ines) == ()
    assert ines.notes() == left
    ines.library.undo()
    assert ines.library.annotations() == before


def test_a_choice_can_come_with_the_file_as_one_step(two: tuple[Analyst, Analyst]) -> None:
    ines, falk = two
    assert len(falk.send(ines, Choice.THEIRS)) == 1
    assert ines.notes() == [("Ines", "The old one.")]
    assert ines.library.annotation(AnnotationId(1)).tint is Tint.ROSE
    ines.library.undo()
    assert ines.notes() == [("", "Which of the two?")]


def test_an_older_state_of_mine_is_nothing_new(tmp_path: Path, two: tuple[Analyst, Analyst]) -> None:
    ines, _ = two
    other = Analyst(tmp_path, "Third")
    ines.send(other)
    ines.write(replace(ines.library.annotation(AnnotationId(1)), note="Settled."))
    assert other.send(ines) == ()
    assert ines.notes() == [("", "Settled.")]


def test_words_that_wait_for_their_article_are_sent_on(tmp_path: Path, two: tuple[Analyst, Analyst]) -> None:
    ines, _ = two
    between = Analyst.__new__(Analyst)
    between.folder, between.name, between.hours, between.library = tmp_path, "Between", 0, Library.open(tmp_path / "Between")
    ines.send(between)
    waiting = between.library.annotations()[0]
    assert (waiting.article, waiting.words) == (0, "ferry came")
    between.write(replace(waiting, note="Nobody knows."))
    (conflict,) = between.send(ines)
    assert differing(conflict, ines.library.codebook()) == ("note",)


def test_what_is_not_there_any_more_is_left_out_of_the_choices(two: tuple[Analyst, Analyst]) -> None:
    ines, falk = two
    falk.send(ines)
    assert settling(ines.library, {AnnotationId(9): Choice.BOTH}).edits == ()  # type: ignore[union-attr]
