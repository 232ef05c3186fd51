"""Highlights and notes on the open article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing_app.anchoring import with_stretch, without_stretch
from briefing_app.model.annotation import TRANSLATION, Annotation, Mark, Tint
from briefing_app.model.change import ChangeKind
from briefing_app.model.edit import Applied, Edit, PutAnnotation, RemoveAnnotation
from briefing_app.model.ids import AnnotationId
from briefing_app.model.span import Span
from briefing_app.ui.session.rewriting import rewritten

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Annotating(QObject):
    """Makes, changes and removes annotations, each as an edit."""

    note_wanted = Signal(object)  # Annotation to write on
    note_refused = Signal(object, str)  # Annotation, and the words for it that could not be saved

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def highlight(
        self, span: Span, tint: Tint = Tint.SUN, *, write: bool = False, mark: Mark = Mark.HIGHLIGHT, question: bool = False
    ) -> None:
        """Highlight or underline words of the open article, or ask something of them; with ``write`` ask for a note to them."""
        if self._session.reading is None:
            return
        from briefing_app.ui.session.reading import new_annotation

        annotation = replace(new_annotation(self._session.reading.article, span, tint), mark=mark, question=question)

        def then(applied: Applied) -> None:
            number = applied.changes[0].subject if applied.changes else 0
            if write and number:
                self.note_wanted.emit(replace(annotation, id=AnnotationId(number)))

        self._session.editing.apply(PutAnnotation(annotation), self.tr("Marked."), then)

    def translate(self, span: Span) -> None:
        """Begin a translation of words of the open article: a note with that tag, which is added to the codebook when it is not there."""
        if self._session.reading is None:
            return
        from briefing_app.ui.session.reading import new_annotation

        notebook = self._session.notebook
        made = new_annotation(self._session.reading.article, span, Tint.SKY)

        def edit() -> Edit:
            nonlocal made
            meaning = self.tr("Your own translation of the words; the comparison shows it below them.")
            made, put = notebook.coded(made, [TRANSLATION], meaning)
            return put

        def then(applied: Applied) -> None:
            for change in applied.changes:
                if change.kind is ChangeKind.ANNOTATION:
                    self.note_wanted.emit(replace(made, id=AnnotationId(change.subject)))

        self._session.editing.apply(edit, self.tr("Write your translation; the comparison shows it as yours."), then)

    def add_words(self, annotation: Annotation, span: Span) -> None:
        """Put an annotation of the open article on one more stretch of it."""
        if self._session.reading is None:
            return
        changed = with_stretch(annotation, self._session.reading.article.text, span)
        if changed == annotation:
            self._session.said.emit(self.tr("The note is on these words already."))
            return
        self._put(changed, annotation, self.tr("Added: the note is on %Ln place(s) now.", "", len(changed.anchors)))

    def take_words_off(self, annotation: Annotation, at: int) -> None:
        """Take an annotation of the open article off the stretch that holds a code point; it stays on the others."""
        if self._session.reading is None:
            return
        changed = without_stretch(annotation, self._session.reading.article.text, at)
        if changed == annotation:
            self._session.said.emit(self.tr("The note is on these words alone; remove it instead (a)."))
            return
        self._put(changed, annotation, self.tr("Taken off; the note is on %Ln place(s) now.", "", len(changed.anchors)))

    def _put(self, written: Annotation, begun: Annotation, said: str, failed: Callable[[], None] | None = None) -> None:
        written = replace(written, changed_at=datetime.now(UTC))
        library = self._session.workbench.library
        self._session.editing.apply(lambda: PutAnnotation(rewritten(library, written, begun)), said, failed=failed)

    def change_note(self, annotation: Annotation, note: str, tint: Tint) -> None:
        """Write another note or take another tint."""
        if (note, tint) != (annotation.note, annotation.tint):
            here = self._session.reading
            trashed = here is not None and here.trashed and here.article.id == annotation.article
            said = self.tr("Note saved, in the trash with its article.") if trashed else self.tr("Note saved.")
            changed = replace(annotation, note=note, tint=tint)
            self._put(changed, annotation, said, lambda: self.note_refused.emit(annotation, note))

    def remove(self, annotation: Annotation) -> None:
        """Take a highlight away."""
        self._session.editing.apply(RemoveAnnotation(annotation.id), self.tr("Highlight removed; undo brings it back."))
