"""Lines that hold little but the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.cleaning.calendar import DayWords, days_in
from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind

_LONGEST = 110
_STATES = re.compile(
    r"\b(published|posted|first published|last (updated|modified)|updated|date|issued|released|created|stand|veröffentlicht|aktualisiert|"
    r"erstellt|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|"
    r"press release|media release|pressemitteilung|medienmitteilung|communiqué|comunicado|comunicato|"
    r"опубликовано|掲載|公開|更新|发布|發布|时间|入力|수정|입력|등록|نشر)\b",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"\b(edition|issue|ausgabe|édition|edición|edizione|edição|editie|utgave|upplaga|выпуск)\b|"
    r"第\s?\d+\s?[号號期]|제\s?\d+\s?호",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(^|/)time(\.[^/]*)?$|\.(?!(?:event|birth|start|end|due|expir\w*)[-_])(?:[a-z]*[-_]+)*"
    r"(date|dateline|pub-?date|publish(ed|ing)?(-?(date|on|time))?|post(ed)?-?(date|on)|timestamp|time)(\.|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"/ol(\.[^/]*)?/li(\.[^/]*)?$")
"""Items of a numbered list, as notes and sources are."""
_BARS = re.compile(r"\s*[|·•–—]\s*")
_FILLER = re.compile(
    r"\b(at|on|by|the|am|pm|a\.m|p\.m|et|est|edt|cet|cest|gmt|bst|utc|jst|ist|pt|pst|pdt|ct|uhr|h|um|à|le|of|de|del|min|mins|minutes?|read)\b|[\d\W_]+",
    re.IGNORECASE,
)


def dated_lines(lines: Sequence[Line]) -> dict[int, Label]:
    """Short lines with a full date and hardly another word, or that say "published", and lines of an issue, by line number."""
    found = {}
    for line in lines:
        if len(line.span) > _LONGEST:
            continue
        days = list(days_in(line.words))
        if days and _ISSUE.search(line.words) and not line.ends_sentence:
            found[line.number] = Label(ZoneKind.DATELINE, "names the issue and its day", 0.7)
        if not any(words.year for words in days) or _NUMBERED.search(line.path):
            continue
        named = _NAMED.search(line.path)
        states = _STATES.search(line.words)
        rest = _rest(line.words, days)
        said = (states or named) and len(rest) <= 48 and not line.ends_sentence
        if said or len(rest) <= 12 or _beside_desk(line.words, days):
            reason = "named as a date by the page" if named else "holds the day of publication"
            found[line.number] = Label(ZoneKind.DATELINE, reason, 0.8)
    return found


def _rest(words: str, days: Sequence[DayWords]) -> str:
    """What the line says beside days, times and words like "published"."""
    rest = words
    for day in days:
        rest = rest.replace(words[day.span.start : day.span.end], " ")
    return _FILLER.sub(" ", _STATES.sub(" ", rest)).strip()


def _beside_desk(words: str, days: Sequence[DayWords]) -> bool:
    """Whether the line opens with a day and goes on, behind a bar, with a few words that end no sentence."""
    parts = [part for part in _BARS.split(words) if part.strip()]
    if len(parts) < 2 or not days or days[0].span.start > 12 or days[0].span.end > len(parts[0]) + 1:
        return False
    return len(_rest(parts[0], days)) <= 12 and all(len(part.split()) <= 4 and len(part) <= 32 for part in parts[1:])
