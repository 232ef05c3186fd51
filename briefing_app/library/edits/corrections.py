"""What the analyst corrects in an article: metadata and labels, kept apart from what cleaning found."""

from __future__ import annotations

import re
import sqlite3
import unicodedata

from briefing_app.library import records
from briefing_app.library.articles import store_corrections
from briefing_app.library.edits.performed import AnyVerb, Performed, Verb, nothing, told
from briefing_app.model.change import ChangeKind
from briefing_app.model.correction import Corrections, MetadataCorrection, MetadataField, MetadataValue
from briefing_app.model.dates import DateInterval
from briefing_app.model.edit import CorrectMetadata, Edit, PutLabels, RelabelSpan, TakeBackCorrection
from briefing_app.model.errors import EditRefused
from briefing_app.model.ids import ArticleId, Noun
from briefing_app.model.span import whole

LONGEST_VALUE = 1_000
"""Code points of a corrected title, source and so on."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


def _correct(connection: sqlite3.Connection, edit: CorrectMetadata) -> Performed | None:
    old = _corrections(connection, edit.article)
    correction = MetadataCorrection(edit.field, _proper(edit.field, edit.value))
    done = CorrectMetadata(edit.article, edit.field, correction.value)
    return _changed(connection, done, old, old.with_value(correction), _back(edit.article, old, edit.field))


def _take_back(connection: sqlite3.Connection, edit: TakeBackCorrection) -> Performed | None:
    old = _corrections(connection, edit.article)
    return _changed(connection, edit, old, old.without_value(edit.field), _back(edit.article, old, edit.field))


def _relabel(connection: sqlite3.Connection, edit: RelabelSpan) -> Performed | None:
    old = _corrections(connection, edit.article)
    (length,) = connection.execute("SELECT length(text) FROM content WHERE article = ?", (edit.article,)).fetchone()
    if not len(edit.span) or edit.span.end > length:
        raise EditRefused("There are no words to label.", "Choose words of the text.")
    return _changed(connection, edit, old, old.with_label(edit.span, edit.kind), PutLabels(edit.article, old.labels))


def _put_labels(connection: sqlite3.Connection, edit: PutLabels) -> Performed | None:
    old = _corrections(connection, edit.article)
    return _changed(connection, edit, old, Corrections(old.metadata, edit.labels), PutLabels(edit.article, old.labels))


def _changed(
    connection: sqlite3.Connection,
    edit: CorrectMetadata | TakeBackCorrection | RelabelSpan | PutLabels,
    old: Corrections,
    new: Corrections,
    inverse: Edit,
) -> Performed | None:
    if new == old:
        return None
    store_corrections(connection, edit.article, new)
    return Performed(edit, inverse, told(ChangeKind.ARTICLE_CHANGED, [edit.article]))


def _back(article: ArticleId, old: Corrections, field: MetadataField) -> Edit:
    before = old.value_of(field)
    return TakeBackCorrection(article, field) if before is None else CorrectMetadata(article, field, before.value)


def _proper(field: MetadataField, value: MetadataValue) -> MetadataValue:
    """The value as it is kept: words in NFC on one line, None when there are none. Raises EditRefused."""
    if isinstance(value, DateInterval) is not (field is MetadataField.DATE) and value is not None:
        raise TypeError(f"{value!r} is no {field}")
    if not isinstance(value, str):
        return value
    words = " ".join(whole(unicodedata.normalize("NFC", value)).split())
    if len(words) > LONGEST_VALUE:
        raise EditRefused(f"It has more than {LONGEST_VALUE:,} characters.", "Type less.")
    if words and field is MetadataField.LANGUAGE and not _LANGUAGE.fullmatch(words):
        raise EditRefused(f"“{words}” is no code of a language.", "Type a code such as en, de or pt-BR.")
    return words or None


def _corrections(connection: sqlite3.Connection, article: ArticleId) -> Corrections:
    row = connection.execute(
        "SELECT k.data FROM article a LEFT JOIN correction k ON k.article = a.id WHERE a.id = ?", (article,)
    ).fetchone()
    if row is None:
        raise nothing(Noun.ARTICLE, article)
    return records.decode_corrections(row[0]) if row[0] else Corrections()


def _correction_stands(connection: sqlite3.Connection, edit: CorrectMetadata) -> bool:
    return _corrections(connection, edit.article).value_of(edit.field) == MetadataCorrection(edit.field, edit.value)


def _label_stands(connection: sqlite3.Connection, edit: RelabelSpan) -> bool:
    now = _corrections(connection, edit.article)
    return now.with_label(edit.span, edit.kind) == now


VERBS: tuple[AnyVerb, ...] = (
    Verb(CorrectMetadata, _correct, _correction_stands),
    Verb(TakeBackCorrection, _take_back, lambda connection, edit: _corrections(connection, edit.article).value_of(edit.field) is None),
    Verb(RelabelSpan, _relabel, _label_stands),
    Verb(PutLabels, _put_labels, lambda connection, edit: _corrections(connection, edit.article).labels == edit.labels),
)
