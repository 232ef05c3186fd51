"""What the labels of a text, and the fields of its metadata, are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing_app.model.article import ZoneKind
from briefing_app.model.correction import MetadataField


def zone_name(kind: ZoneKind) -> str:
    """A label, in lower case."""
    return {
        ZoneKind.TITLE: _tr("title"),
        ZoneKind.STANDFIRST: _tr("standfirst"),
        ZoneKind.BYLINE: _tr("byline"),
        ZoneKind.AGENCY: _tr("agency line"),
        ZoneKind.DATELINE: _tr("dateline"),
        ZoneKind.HEADING: _tr("heading"),
        ZoneKind.BODY: _tr("article text"),
        ZoneKind.CAPTION: _tr("caption"),
        ZoneKind.TABLE: _tr("table"),
        ZoneKind.TEASER: _tr("teaser of another story"),
        ZoneKind.BOILERPLATE: _tr("page furniture"),
        ZoneKind.COMMENT: _tr("comment"),
    }[kind]


def field_name(field: MetadataField) -> str:
    """A field of the metadata, in lower case."""
    return {
        MetadataField.TITLE: _tr("title"),
        MetadataField.SOURCE: _tr("source"),
        MetadataField.BYLINE: _tr("byline"),
        MetadataField.AGENCY: _tr("agency"),
        MetadataField.DATE: _tr("date"),
        MetadataField.LANGUAGE: _tr("language"),
    }[field]


def _tr(words: str) -> str:
    return QCoreApplication.translate("names", words)
