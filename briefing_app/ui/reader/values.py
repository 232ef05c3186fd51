"""The values of an article's metadata in words, and words that the analyst types as values."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from briefing_app.model.article import Attested, Document, Evidence
from briefing_app.model.correction import MetadataField, MetadataValue
from briefing_app.model.dates import DateInterval
from briefing_app.ui.certainty import Shown, interval_text, long_date, shown_name, shown_source

_LONGEST = 300
_CONTEXT = 40
_BLANK = re.compile(r"\s")
_MOST_WORDS = 200
ORDER = (
    MetadataField.SOURCE,
    MetadataField.DATE,
    MetadataField.BYLINE,
    MetadataField.AGENCY,
    MetadataField.TITLE,
    MetadataField.LANGUAGE,
)
"""How the fields stand below each other."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why typed words are no value, in a sentence."""

    sentence: str


def attested(document: Document, field: MetadataField) -> Attested[Any]:
    """A value with its evidence."""
    value: Attested[Any] = getattr(document, field.value)
    return value


def shown_value(document: Document, field: MetadataField) -> Shown:
    """A value in words, as sure as it is."""
    match field:
        case MetadataField.SOURCE:
            return shown_source(document.source)
        case MetadataField.DATE:
            return long_date(document.date)
        case MetadataField.LANGUAGE:
            return _language(document.language)
        case MetadataField.TITLE:
            return shown_name(document.title, _tr("no title"))
        case MetadataField.BYLINE:
            return shown_name(document.byline, _tr("none"))
        case MetadataField.AGENCY:
            return shown_name(document.agency, _tr("none named"))


def as_typed(document: Document, field: MetadataField) -> str:
    """A value as the analyst would type it; empty when it is unknown."""
    value = attested(document, field).value
    if isinstance(value, DateInterval):
        return interval_text(value)
    return _language(document.language).text if field is MetadataField.LANGUAGE and value else value or ""


def typed_value(field: MetadataField, words: str, imported: date) -> MetadataValue | Refused:
    """What typed words mean as a value of the field. ``imported`` is the day on which the article was imported."""
    if field is MetadataField.DATE:
        return _typed_day(words, imported)
    plain = " ".join("".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in words).split())
    if not plain:
        return Refused(_tr("Nothing is written here. If nobody can know it, choose “Unknown”."))
    if field is MetadataField.LANGUAGE:
        return _typed_language(plain)
    return plain if len(plain) <= _LONGEST else Refused(_tr("This is too long: %Ln letters at most.", _LONGEST))


def in_context(text: str, evidence: Evidence) -> tuple[str, str, str]:
    """What stands before the words of the evidence, the words, and what stands behind."""
    if evidence.span is None:
        return "", " ".join(evidence.words.split())[:_MOST_WORDS], ""
    span = evidence.span
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    if start and (blank := _BLANK.search(before)):
        before = "… " + before[blank.end() :].lstrip()
    if end < len(text) and (blanks := [*_BLANK.finditer(after)]):
        after = after[: blanks[-1].start()].rstrip() + " …"
    return _one_line(before), _one_line(span.of(text))[:_MOST_WORDS], _one_line(after)


def evidence_tip(document: Document, field: MetadataField) -> str:
    """A value with its first evidence, for a tool tip."""
    value, shown = attested(document, field), shown_value(document, field)
    if not value.known:
        return _tr("Nothing in the article says so; nothing is guessed.")
    lines = [f"{shown.text} ({how_sure(value)})"]
    for evidence in value.evidence[:2]:
        before, words, after = in_context(document.text, evidence)
        lines.append(evidence.how if value.by_analyst else f"{evidence.how}: “{before}{words}{after}”")
    return "\n".join(lines)


def how_sure(value: Attested[Any]) -> str:
    """Stated, inferred, or set by the analyst; and how sure it is, where that is a question."""
    if value.by_analyst:
        return _tr("set by you")
    sure = _tr("inferred") if value.inferred else _tr("stated")
    return f"{sure}, {round(value.confidence * 100)}\u00a0%"


def _typed_day(words: str, imported: date) -> DateInterval | Refused:
    from briefing_app.cleaning.typed_date import DateMistake, typed_date  # here: reading dates takes what no window needs before

    found = typed_date(words, imported)
    if isinstance(found, DateMistake):
        return Refused(
            {
                DateMistake.NOT_READ: _tr("This is not read as a date. Try 16 Oct 2020, 2020-10, not after 16 Oct 2020, 10..16 Oct 2020."),
                DateMistake.NO_SUCH_DAY: _tr("There is no such day."),
                DateMistake.NO_YEAR: _tr("The year is missing."),
                DateMistake.EITHER_ORDER: _tr("Day and month could be exchanged here: write the month in letters."),
                DateMistake.BACKWARDS: _tr("It ends before it begins."),
            }[found]
        )
    if found.first and (found.first - imported).days > 1:
        return Refused(_tr("The article was imported on %1; it cannot be younger.").replace("%1", _day(imported)))
    return found


def _day(day: date) -> str:
    return interval_text(DateInterval(day, day))


def _typed_language(words: str) -> str | Refused:
    """A language by its code, its name in the language of the screen, or its own name."""
    wanted = words.casefold()
    for language in QLocale.Language:
        code, english = QLocale.languageToCode(language), QLocale.languageToString(language).casefold()
        if len(code) in (2, 3) and wanted in (code, english, QLocale(language).nativeLanguageName().casefold()):
            return code
    return Refused(_tr("No language of this name is known. Write its English name or its code, for example German or de."))


def _language(value: Attested[str]) -> Shown:
    """The language by its name, as far as Qt knows one for the code."""
    shown = shown_name(value, _tr("unclear"))
    language = QLocale(shown.text).language() if value.value else QLocale.Language.C
    if language is QLocale.Language.C:
        return shown
    return shown._replace(text=QCoreApplication.translate("languages", QLocale.languageToString(language)))


def _one_line(words: str) -> str:
    """With the white space of one line; a blank at either end stays."""
    plain = " ".join(words.split())
    return f"{' ' if words[:1].isspace() else ''}{plain}{' ' if plain and words[-1:].isspace() else ''}"


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("reader", words, "", count)
