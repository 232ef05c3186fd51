"""Lines that hold little but the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_app.cleaning.calendar import days_in
from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind

_LONGEST = 110
_STATES = re.compile(
    r"\b(published|posted|first published|last (updated|modified)|updated|date|issued|released|created|stand|veröffentlicht|aktualisiert|"
    r"erstellt|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|"
    r"опубликовано|掲載|公開|更新|发布|發布|时间|入力|수정|입력|등록|نشر)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(at|on|by|the|am|pm|a\.m|p\.m|et|est|edt|cet|cest|gmt|bst|utc|jst|ist|pt|pst|pdt|ct|uhr|h|um|à|le|of|de|del|min|mins|minutes?|read)\b|[\d\W_]+",
    re.IGNORECASE,
)


def dated_lines(lines: Sequence[Line]) -> dict[int, Label]:
    """Short lines with a full date and hardly another word, or that say "published", by line number."""
    found = {}
    for line in lines:
        if len(line.span) > _LONGEST or not any(words.year for words in days_in(line.words)):
            continue
        states = _STATES.search(line.words)
        rest = line.words
        for words in days_in(line.words):
            rest = rest.replace(line.words[words.span.start : words.span.end], " ")
        rest = _FILLER.sub(" ", _STATES.sub(" ", rest)).strip()
        if (states and len(rest) <= 48 and not line.ends_sentence) or len(rest) <= 12:
            found[line.number] = Label(ZoneKind.DATELINE, "holds the day of publication", 0.8)
    return found
