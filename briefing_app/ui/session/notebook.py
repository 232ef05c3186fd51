"""All notes of the library: read off the window's thread, changed by edits, exchanged by file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from briefing_app.anchoring import Found, anchor, locate_all, whole_characters
from briefing_app.annotations import Choice, Coding, Conflict, Merged
from briefing_app.model.annotation import Annotation, Subject, SubjectKind, Tint
from briefing_app.model.codebook import Code, Codebook
from briefing_app.model.edit import Applied, Edit, MergeCodes, PutAnnotation, PutCode, RemoveAnnotation, RemoveCode, Together
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import AnnotationId, ArticleId, CodeId
from briefing_app.model.span import Span
from briefing_app.pipeline.exchange import export_annotations, merged, read_annotations, settling, unsettled
from briefing_app.ui.annotations.entries import Notes, found_name
from briefing_app.ui.jobs import Lane
from briefing_app.ui.session.notes_reading import first_notes_of, found_in_versions, notes_of
from briefing_app.ui.session.rewriting import rewritten

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Notebook(QObject):
    """What the pane of all notes shows and does."""

    begun = Signal(object)  # Notes: those that stand first, while the others are read
    read_through = Signal(object)  # Notes
    made = Signal(int)  # the number of a note that was begun

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._library = session.workbench.library
        self._known = False
        self._lane: Lane[Any] = Lane("notes", session.relay, newest_only=True)
        self._files: Lane[Any] = Lane("annotation files", session.relay)
        session.closing.connect(self._close)

    def _close(self) -> None:
        self._lane.close()
        self._files.close()

    def read(self) -> None:
        """Read every annotation; ``read_through`` brings them, and the first time ``begun`` those that are shown first."""
        if self._known:
            self._lane.ask(lambda: notes_of(self._library), self.read_through.emit, self._session.fail)
        else:
            self._lane.ask(lambda: first_notes_of(self._library), self._tell_begun, self._session.fail)

    def _tell_begun(self, notes: Notes) -> None:
        self._known = True
        if notes.behind:
            self.begun.emit(notes)
            self.read()
        else:
            self.read_through.emit(notes)

    def tell_of_versions(self, articles: Sequence[ArticleId]) -> None:
        """Say how the notes were found in articles that have come in as new versions; nothing when there are none."""

        def told(counts: Mapping[Found, int]) -> None:
            parts = [f"{counts[how]:,} {found_name(how)}" for how in Found if counts[how]]
            if parts:
                words = self.tr("Notes in new versions: %1. All notes (g n) show them by how the words were found.")
                self._session.said.emit(words.replace("%1", ", ".join(parts)))

        self._files.ask(lambda: found_in_versions(self._library, articles), told, self._session.fail)

    def place_of(self, annotation: Annotation) -> Span | None:
        """Where the first of its stretches stands in its article now, None when it has none or its words are lost."""
        if not annotation.article or not annotation.anchors:
            return None
        return locate_all(annotation.anchors[:1], self._library.article(annotation.article).text)[0].span

    # Changing

    def write(self, annotation: Annotation, paths: Sequence[str] | None, begun: Annotation) -> None:
        """Keep what was written on an annotation since ``begun``; what was changed elsewhere meanwhile stays.

        ``paths`` are its tags, those that are not in the codebook yet are added to it; None leaves the tags as they are.
        """

        def edit() -> Edit:
            written = rewritten(self._library, annotation, begun)
            if paths is None:
                return PutAnnotation(replace(written, changed_at=datetime.now(UTC)))
            return self.coded(written, paths)[1]

        self._session.editing.apply(edit, self.tr("Note saved."))

    def coded(self, annotation: Annotation, paths: Sequence[str], definition: str = "") -> tuple[Annotation, Edit]:
        """An annotation with the tags of these paths, and the edit that keeps it; a tag that is new to the codebook has that definition."""
        coding = Coding(self._library.codebook(), self._library.next_numbers()[1])
        codes = [coding.code(path, definition) for path in paths]
        changed = replace(annotation, codes=tuple(dict.fromkeys(code for code in codes if code)), changed_at=datetime.now(UTC))
        return changed, Together((*coding.edits, PutAnnotation(changed)))

    def tag(self, annotations: Sequence[Annotation], path: str, *, tagged: bool) -> None:
        """Give several annotations a tag, or take it off them: one step of undo."""

        def edit() -> Edit:
            coding = Coding(self._library.codebook(), self._library.next_numbers()[1])
            code = coding.code(path)
            if code is None or (not tagged and coding.edits):
                raise EditRefused(self.tr("There is no such tag."), self.tr("Type the name of a tag of the codebook."))
            present = [rewritten(self._library, annotation, annotation) for annotation in annotations]
            changed = [_tagged(annotation, code, tagged) for annotation in present if (code in annotation.codes) is not tagged]
            return Together((*coding.edits, *map(PutAnnotation, changed)))

        said = (
            self.tr("%Ln note(s) tagged.", "", len(annotations)) if tagged else self.tr("Tag taken off %Ln note(s).", "", len(annotations))
        )
        self._session.editing.apply(edit, said)

    def remove(self, annotations: Sequence[Annotation]) -> None:
        """Take annotations away: one step of undo."""
        edit = Together(tuple(RemoveAnnotation(annotation.id) for annotation in annotations))
        self._session.editing.apply(edit, self.tr("%Ln note(s) removed; undo brings them back.", "", len(annotations)))

    def link(self, annotations: Sequence[Annotation]) -> None:
        """Link the first of several annotations to the others."""
        first, *others = annotations
        links = tuple(dict.fromkeys((*first.links, *(other.id for other in others))))
        linked = replace(first, links=links, changed_at=datetime.now(UTC))
        self._session.editing.apply(lambda: PutAnnotation(rewritten(self._library, linked, first)), self.tr("Linked."))

    def about(self, kind: SubjectKind, number: int, words: str) -> None:
        """Begin a note about something that is not words of a text."""
        now = datetime.now(UTC)
        article = ArticleId(number if kind is SubjectKind.ARTICLE else 0)
        made = Annotation(AnnotationId(0), article, None, Tint.SUN, "", now, now, subject=Subject(kind, number, words))
        self._session.editing.apply(PutAnnotation(made), self.tr("Note made; write it here."), self._tell_made)

    def _tell_made(self, applied: Applied) -> None:
        if applied.changes:
            self.made.emit(applied.changes[0].subject)

    # Words that a changed text has moved, changed or lost

    def attach(self, annotation: Annotation, article: ArticleId, span: Span) -> None:
        """Put an annotation on the words that the analyst has selected, in the place of those that it lost."""
        text = self._library.article(article).text
        held = anchor(text, whole_characters(text, span))
        subject = None if annotation.subject and annotation.subject.kind is SubjectKind.ARTICLE else annotation.subject
        changed = replace(annotation, article=article, anchor=held, more=(), subject=subject, changed_at=datetime.now(UTC))
        said = self.tr("Attached to the selected words.")
        self._session.editing.apply(lambda: PutAnnotation(rewritten(self._library, changed, annotation)), said)

    def settle(self, annotations: Sequence[Annotation]) -> None:
        """Let annotations whose words were found in a changed text belong to that text; those that are lost stay as they are."""
        self._session.editing.apply(lambda: self._settling(annotations), self.tr("The notes belong to the new text."))

    def _settling(self, annotations: Sequence[Annotation]) -> Edit:
        edits = []
        for annotation in (annotation for annotation in annotations if annotation.article):
            newest = self._library.versions(annotation.article)[0]
            text = self._library.article(newest).text
            spans = [located.span for located in locate_all(annotation.anchors, text)]
            if spans and None not in spans:
                anchors = [anchor(text, span) for span in spans if span is not None]
                moved = replace(annotation, article=newest, anchor=anchors[0], more=tuple(anchors[1:]))
                edits.append(PutAnnotation(rewritten(self._library, moved, annotation)))
        return Together(tuple(edits))

    # Versions of other analysts

    def ask_conflicts(self, then: Callable[[tuple[Conflict, ...], Codebook], None]) -> None:
        """Read the notes of which another analyst's version stands beside ours; ``then`` takes them with the codebook."""

        def read() -> tuple[tuple[Conflict, ...], Codebook]:
            return unsettled(self._library), self._library.codebook()

        self._files.ask(read, lambda answer: then(*answer), self._session.fail)

    def settle_conflicts(self, choices: Mapping[AnnotationId, Choice]) -> None:
        """Carry out what is kept of each conflict, by the number of the other analyst's version: one step of undo."""
        said = self.tr("%Ln note(s) settled; undo brings back what went.", "", len(choices))
        self._session.editing.apply(lambda: settling(self._library, choices), said)

    # The codebook

    def put_code(self, code: Code) -> None:
        """Add, rename, define or move a tag."""
        self._session.editing.apply(PutCode(code), self.tr("Codebook changed."))

    def remove_code(self, code: CodeId) -> None:
        """Take a tag out of the codebook."""
        self._session.editing.apply(RemoveCode(code), self.tr("Tag removed; undo brings it back."))

    def merge_codes(self, code: CodeId, into: CodeId) -> None:
        """Make one tag of two."""
        self._session.editing.apply(MergeCodes(code, into), self.tr("Two tags are one now; undo parts them."))

    # Files

    def _tell_taken_in(self, plan: Merged) -> None:
        words = [self.tr("%Ln note(s) taken in", "", plan.added), self.tr("%Ln here already", "", plan.same)]
        words += [self.tr("%Ln of these now stand in their articles", "", plan.placed)] if plan.placed else []
        words += [self.tr("%Ln differ from yours; choose what is kept", "", len(plan.conflicts))] if plan.conflicts else []
        words += (
            [self.tr("%Ln article(s) are not here; import the file again once they are", "", len(plan.unplaced))] if plan.unplaced else []
        )
        words += [self.tr("%Ln thing(s) of the file left out", "", len(plan.left_out))] if plan.left_out else []
        self._session.said.emit("; ".join(words) + ".")

    def export(self, path: Path, author: str, annotations: Sequence[Annotation] | None = None) -> None:
        """Write annotations (None: all) to a file."""

        def told(count: int) -> None:
            self._session.said.emit(self.tr("Wrote %Ln note(s) to %1.", "", count).replace("%1", str(path)))

        self._files.ask(lambda: export_annotations(self._library, path, author, annotations), told, self._session.fail)

    def take_in(self, path: Path, then: Callable[[Merged], None]) -> None:
        """Read the annotations of a file and merge them with those here; ``then`` is told how it went."""

        def tell(plan: Merged) -> None:
            self._tell_taken_in(plan)
            then(plan)

        def read(incoming: Any) -> None:
            plans: list[Merged] = []

            def edit() -> Edit:
                plans.append(merged(self._library, incoming))
                return Together(plans[0].edits)

            self._session.editing.apply(edit, "", lambda _applied: tell(plans[0]))

        self._files.ask(lambda: read_annotations(path), read, self._session.fail)


def _tagged(annotation: Annotation, code: CodeId, tagged: bool) -> Annotation:
    codes = (*annotation.codes, code) if tagged else tuple(held for held in annotation.codes if held != code)
    return replace(annotation, codes=codes, changed_at=datetime.now(UTC))
