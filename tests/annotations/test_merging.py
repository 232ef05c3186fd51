"""Two analysts exchange by file: names are kept, what differs stands side by side, nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing_app.annotations import About, Merged, Shared, iri_of, merge, shared
from briefing_app.model.annotation import Anchor, Annotation, Tint
from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.edit import PutAnnotation, PutCode
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from tests.factories import NOON

ANCHOR = Anchor("the ferry", "", "", Span(0, 9), "")
BOOK = Codebook((Code(CodeId(1), "sourcing"), Code(CodeId(2), "anonymous", "", CodeId(1))))
MINE = Annotation(AnnotationId(5), ArticleId(1), ANCHOR, Tint.SUN, "Which?", NOON, NOON, codes=(CodeId(2),))


def sent(*annotations: Annotation, author: str = "Falk", book: Codebook = BOOK) -> tuple[Shared, ...]:
    return shared(annotations, book, lambda number: About(f"urn:a:{number}", "", "Ferry back"), author)


def taken(here: tuple[Annotation, ...], incoming: tuple[Shared, ...], book: Codebook = BOOK, article: int | None = 1) -> Merged:
    return merge(here, book, incoming, lambda _item: ArticleId(article) if article else None, (9, 3))


def put(merged: Merged) -> list[Annotation]:
    return [edit.annotation for edit in merged.edits if isinstance(edit, PutAnnotation)]


def test_another_analysts_note_comes_with_the_name_and_its_tags() -> None:
    merged = taken((), sent(MINE))
    (note,) = put(merged)
    assert (merged.added, note.author, note.codes, note.origin) == (1, "Falk", (2,), iri_of(MINE))


def test_unknown_tags_are_added_with_their_parents() -> None:
    merged = taken((), sent(MINE), Codebook())
    assert [edit.code.name for edit in merged.edits if isinstance(edit, PutCode)] == ["sourcing", "anonymous"]
    assert put(merged)[0].codes == (4,)


def test_the_same_file_twice_changes_nothing() -> None:
    here = tuple(put(taken((), sent(MINE))))
    again = taken(here, sent(MINE))
    assert (again.edits, again.same) == ((), 1)


def test_my_own_note_that_comes_back_unchanged_is_the_same() -> None:
    theirs = put(taken((), sent(MINE)))[0]
    back = taken((MINE,), sent(replace(theirs, id=AnnotationId(3), codes=(CodeId(2),))))
    assert (back.edits, back.same) == ((), 1)


def test_what_both_have_changed_stands_side_by_side() -> None:
    theirs = replace(put(taken((), sent(MINE)))[0], note="The old one.", changed_at=NOON + timedelta(hours=1))
    merged = taken((MINE,), sent(theirs))
    (copy,) = put(merged)
    assert (merged.added, len(merged.conflicts)) == (0, 1)
    assert (copy.note, copy.links, copy.rival, copy.author, copy.open) == ("The old one.", (5,), 5, "Falk", True)
    assert merged.conflicts[0].ours == MINE
    assert taken((MINE, copy), sent(theirs)).edits == ()


def test_links_between_what_came_in_lead_to_their_new_numbers() -> None:
    other = replace(MINE, id=AnnotationId(6), links=(AnnotationId(5),), note="See the other.")
    first, second = put(taken((), sent(MINE, other)))
    assert second.links == (first.id,)


def test_a_note_whose_article_is_not_here_is_kept() -> None:
    merged = taken((), sent(MINE), article=None)
    (note,) = put(merged)
    assert (note.article, note.anchors, merged.unplaced) == (0, (ANCHOR,), ("Ferry back",))
    assert note.subject is not None


def test_two_notes_of_one_address_are_both_kept_and_come_in_once() -> None:
    file = (*sent(MINE), *sent(replace(MINE, note="The old one.")), *sent(MINE))
    first = taken((), file)
    assert [note.note for note in put(first)] == ["Which?", "The old one."]
    again = taken(tuple(put(first)), file)
    assert (again.edits, again.same) == ((), 2)


def test_words_changed_without_a_new_moment_are_not_passed_over() -> None:
    here = tuple(put(taken((), sent(MINE))))
    other = [replace(item, annotation=replace(item.annotation, note=words)) for words in ("Now?", "Then?") for item in sent(MINE)]

    def states(number: AnnotationId) -> tuple[Annotation, ...]:
        return tuple(note for note in here if note.id == number)

    for item in other:
        merged = merge(here, BOOK, [item], lambda _item: ArticleId(1), (20 + len(here), 3), states)
        assert len(merged.conflicts) == 1
        here = (*here, *put(merged))
    assert [note.note for note in here] == ["Which?", "Now?", "Then?"]
    assert all(merge(here, BOOK, [item], lambda _item: ArticleId(1), (40, 3), states).edits == () for item in other)


def test_a_tag_that_is_too_long_is_no_difference() -> None:
    item = replace(sent(MINE)[0], tags=(f" {'long ' * 60}/", "/"), definitions=("", ""))
    merged = taken((), (item,), Codebook())
    book = Codebook(tuple(edit.code for edit in merged.edits if isinstance(edit, PutCode)))
    assert len(book.codes) == 1
    assert (
        taken(tuple(put(merged)), (replace(item, annotation=replace(item.annotation, changed_at=NOON + timedelta(days=1))),), book).same
        == 1
    )
