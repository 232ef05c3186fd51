"""What the analyst corrects in the open article: labels of its text, values of its metadata."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.model.article import ZoneKind
from briefing_app.model.correction import MetadataField, MetadataValue
from briefing_app.model.edit import CorrectMetadata, Edit, RelabelSpan, TakeBackCorrection, Together
from briefing_app.model.span import Span
from briefing_app.ui.names import field_name, zone_name

if TYPE_CHECKING:
    from briefing_app.ui.session.session import Session


class Correcting(QObject):
    """Makes corrections, each as one edit."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def relabel(self, spans: Sequence[Span], kind: ZoneKind | None) -> None:
        """Say what stretches of the open article are; None lets them be as they were found."""
        reading = self._session.reading
        if reading is None or not spans:
            return
        edits: tuple[Edit, ...] = tuple(RelabelSpan(reading.article.id, span, kind) for span in spans)
        if kind is None:
            said = self.tr("Labelled as it was found.")
        else:
            said = self.tr("Labelled as %1; Ctrl+Z takes it back.").replace("%1", zone_name(kind))
        self._session.editing.apply(edits[0] if len(edits) == 1 else Together(edits), said)

    def set_value(self, field: MetadataField, value: MetadataValue) -> None:
        """Set a value of the open article; None says that it is unknown."""
        reading = self._session.reading
        if reading is not None:
            said = self.tr("Set by you: %1; Ctrl+Z takes it back.").replace("%1", field_name(field))
            self._session.editing.apply(CorrectMetadata(reading.article.id, field, value), said)

    def take_back(self, field: MetadataField) -> None:
        """Let a value of the open article be what was found."""
        reading = self._session.reading
        if reading is not None:
            said = self.tr("As it was found: %1.").replace("%1", field_name(field))
            self._session.editing.apply(TakeBackCorrection(reading.article.id, field), said)
