"""The list of all notes: grouped, filtered as it is typed, and what stands in a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.modeltest import ModelTester

from briefing_app.anchoring import Found, Located
from briefing_app.model.annotation import Anchor, Annotation, Status, Subject, SubjectKind, Tint
from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from briefing_app.ui.annotations.entries import Entry, Grouping, Heading, Notes, Which, entries_of, groups_of, lines_of, matching
from briefing_app.ui.annotations.model import NoteModel
from tests.factories import NOON

pytestmark = pytest.mark.usefixtures("qapp")

BOOK = Codebook((Code(CodeId(1), "sourcing"), Code(CodeId(2), "anonymous", "", CodeId(1))))


def note(number: int, words: str = "", quote: str = "the ferry", codes: tuple[int, ...] = (), **more: object) -> Annotation:
    anchor = Anchor(quote, "", "", Span(0, len(quote)), "")
    plain = Annotation(AnnotationId(number), ArticleId(1), anchor, Tint.SUN, words, NOON, NOON, codes=tuple(map(CodeId, codes)))
    return replace(plain, **more)  # type: ignore[arg-type]


NOTES = Notes(
    (
        note(1, "**Who** counted?", codes=(2,), question=True),
        note(2, "Loaded", "a mere 34", codes=(1, 2), tint=Tint.ROSE),
        note(3, status=Status.DONE, author="Falk"),
        note(4, "Copies", article=ArticleId(0), subject=Subject(SubjectKind.SOURCE, 0, "Coast Post")),
    ),
    BOOK,
    located={AnnotationId(3): Located(None, Found.ORPHAN, 0.0)},
)


def shown(grouping: Grouping) -> list[str | int]:
    return [
        line.words if isinstance(line, Heading) else line.annotation.id
        for line in lines_of(groups_of(entries_of(NOTES), NOTES, grouping), "", Which.ALL)
    ]


def found(typed: str, which: Which = Which.ALL) -> list[int]:
    return [entry.annotation.id for entry in matching(entries_of(NOTES), typed, which)]


def test_a_note_with_two_tags_stands_under_both() -> None:
    assert shown(Grouping.TAG) == ["sourcing", 2, "sourcing/anonymous", 1, 2, "without a tag", 3, 4]


def test_groups_by_tint_and_by_how_the_words_were_found() -> None:
    assert shown(Grouping.TINT) == ["rose", 2, "sun", 1, 3, 4]
    assert shown(Grouping.FOUND) == ["words not found", 3, "on the text as it was", 1, 2, 4]


def test_every_word_typed_must_be_there() -> None:
    assert found("FERRY") == [1, 3, 4]
    assert found("ferry who") == [1]
    assert found("#sourcing/anon loaded") == [2]
    assert found("falk") == [3]
    assert found("nothing like it") == []


def test_what_is_open_asked_or_lost() -> None:
    assert found("", Which.OPEN) == [1]
    assert found("", Which.QUESTIONS) == [1]
    assert found("", Which.LOST) == [3, 4]


def test_a_line_says_what_it_is() -> None:
    first, _, third, _ = entries_of(NOTES)
    assert (first.words, first.about) == ("Who counted?", "“the ferry”  ·  #sourcing/anonymous  ·  open question")
    assert third.about == "done  ·  words not found  ·  Falk"


def test_the_model(qtmodeltester: ModelTester) -> None:
    model = NoteModel()
    model.show(replace(NOTES, entries=entries_of(NOTES)))
    model.group(Grouping.TAG)
    qtmodeltester.check(model)
    assert (model.total, model.shown, model.lost) == (4, 5, 2)
    model.narrow("loaded", Which.ALL)
    qtmodeltester.check(model)
    heads = [line for line in (model.index(row).data(257) for row in range(model.rowCount())) if isinstance(line, Heading)]
    assert [(head.words, head.count) for head in heads] == [("sourcing", 1), ("sourcing/anonymous", 1)]
    assert isinstance(model.entry_of(AnnotationId(2)).data(257), Entry)
    assert not model.entry_of(AnnotationId(1)).isValid()
