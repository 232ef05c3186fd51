"""Tags of annotations: the codebook's edits, what they do to annotations, and how they are taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_app.anchoring import anchor
from briefing_app.library import Library, records
from briefing_app.model.annotation import Annotation, Subject, SubjectKind, Tint
from briefing_app.model.codebook import Code
from briefing_app.model.edit import MergeCodes, PutAnnotation, PutCode, RemoveCode, Together
from briefing_app.model.errors import EditRefused, NothingThere
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from tests.factories import NOON, document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path, clock=lambda: NOON)
    opened.add(document("Ferry back", "The ferry came back."), b"1", "1.txt")
    for name, parent in (("sourcing", 0), ("anonymous", 1), ("unnamed", 0)):
        opened.apply(PutCode(Code(CodeId(0), name, "", CodeId(parent))))
    opened.apply(PutAnnotation(note((2,))))
    opened.apply(PutAnnotation(note((2, 3))))
    yield opened
    opened.close()


def note(codes: tuple[int, ...], number: int = 0) -> Annotation:
    words = anchor("Ferry back\n\nThe ferry came back.", Span(12, 21))
    made = tuple(map(CodeId, codes))
    return Annotation(AnnotationId(number), ArticleId(1), words, Tint.SUN, "who?", NOON, NOON, codes=made)


def held(library: Library) -> list[tuple[int, ...]]:
    return [annotation.codes for annotation in library.annotations()]


def test_tags_are_kept_with_definition_and_parent(library: Library) -> None:
    library.apply(PutCode(Code(CodeId(2), "Anonymous", "  Nobody is named. ", CodeId(1))))
    assert library.codebook().code(CodeId(2)) == Code(CodeId(2), "Anonymous", "Nobody is named.", CodeId(1))
    library.undo()
    assert library.codebook().path(CodeId(2)) == "sourcing/anonymous"


def test_a_merged_tag_goes_over_with_its_annotations_and_comes_back(library: Library) -> None:
    before = library.codebook(), held(library)
    library.apply(MergeCodes(CodeId(2), CodeId(3)))
    assert (held(library), library.codebook().code(CodeId(2))) == ([(3,), (3,)], None)
    library.undo()
    assert (set(library.codebook().codes), held(library)) == (set(before[0].codes), before[1])
    library.redo()
    assert held(library) == [(3,), (3,)]


def test_a_removed_tag_leaves_its_annotations_and_raises_the_tags_below(library: Library) -> None:
    library.apply(RemoveCode(CodeId(1)))
    assert library.codebook().path(CodeId(2)) == "anonymous"
    assert held(library) == [(2,), (2, 3)]
    library.apply(RemoveCode(CodeId(2)))
    assert held(library) == [(), (3,)]
    library.undo()
    library.undo()
    assert (held(library), library.codebook().path(CodeId(2))) == ([(2,), (2, 3)], "sourcing/anonymous")


def test_a_file_of_many_tags_does_not_read_the_whole_codebook_for_each(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    decode, read = records.decode_code, []
    monkeypatch.setattr(records, "decode_code", lambda data: read.append(data) or decode(data))
    many = Together(tuple(PutCode(Code(CodeId(number), f"tag {number}", "", CodeId(1))) for number in range(10, 110)))
    library.apply(many)
    assert len(read) <= 5 * len(many.edits)
    assert len(library.codebook().codes) == 103
    library.undo()
    assert len(library.codebook().codes) == 3


def test_what_makes_no_codebook_is_refused(library: Library) -> None:
    for edit in (
        PutCode(Code(CodeId(0), "SOURCING")),
        PutCode(Code(CodeId(1), "sourcing", "", CodeId(2))),
        PutCode(Code(CodeId(0), "  ")),
        MergeCodes(CodeId(1), CodeId(2)),
    ):
        with pytest.raises(EditRefused):
            library.apply(edit)
    with pytest.raises(NothingThere):
        library.apply(RemoveCode(CodeId(9)))
    with pytest.raises(NothingThere):
        library.apply(PutCode(Code(CodeId(0), "new", "", CodeId(9))))


def test_a_note_can_be_about_an_event_or_a_source(library: Library) -> None:
    about = Subject(SubjectKind.SOURCE, 0, "Coast Post")
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(0), None, Tint.SKY, "Reliable?", NOON, NOON, subject=about)))
    assert library.annotations()[0].words == "Coast Post"
    assert len(library.annotations(ArticleId(1))) == 2
    library.undo()
    assert len(library.annotations()) == 2


def test_a_note_about_nothing_is_refused(library: Library) -> None:
    with pytest.raises(EditRefused):
        library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(0), None, Tint.SKY, "Reliable?", NOON, NOON)))


def test_a_question_is_open_until_it_is_answered() -> None:
    asked = Annotation(AnnotationId(1), ArticleId(0), None, Tint.SKY, "Who?", NOON, NOON, question=True)
    answered = Annotation(AnnotationId(1), ArticleId(0), None, Tint.SKY, "Who?", NOON, NOON, question=True, answer="Falk")
    assert (asked.open, answered.open) == (True, False)


def test_many_new_tags_are_taken_back_without_a_look_at_every_note_for_each(library: Library) -> None:
    steps = []
    for number in (20, 400):
        library.apply(Together((PutAnnotation(note((2, 3))),) * number))
        library.apply(Together(tuple(PutCode(Code(CodeId(0), f"new {k}")) for k in range(50))))
        counted: list[None] = []
        with library._database.writing() as connection:
            connection.set_progress_handler(lambda counted=counted: counted.append(None), 100)  # type: ignore[misc]
        library.undo()
        library.redo()
        library.undo()
        steps.append(len(counted))
        assert len(library.codebook().codes) == 3
    assert steps[1] < 3 * steps[0]


def test_removed_tags_come_back_on_the_annotations_that_had_them(library: Library) -> None:
    library.apply(Together((RemoveCode(CodeId(2)), RemoveCode(CodeId(3)))))
    assert held(library) == [(), ()]
    library.undo()
    assert held(library) == [(2,), (2, 3)]
    library.redo()
    assert held(library) == [(), ()]
