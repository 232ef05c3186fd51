"""The facts in the head of a comparison: how many articles, from how many origins, who is on record, who tells later, who copies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from briefing_app.model.comparison import Origin, OriginKind
from briefing_app.model.copy_groups import CopyGroup, copy_groups
from briefing_app.ui.comparison.passages import Compared
from briefing_app.ui.comparison.reasons import later_stages
from briefing_app.ui.words import percent

_MOST = 2
"""How many groups of copies, and how many later stages, are named."""


def fact_words(compared: Compared) -> str:
    """One line of them."""
    comparison = compared.comparison
    parts = []
    if compared.gone:
        gone = _tr("the event is no more; this is how it stood")
        parts.append(gone if compared.event else _tr("an article is no more; this is how it stood"))
    parts.append(_tr("%Ln article(s)", len(compared.articles)))
    parts += _origin_words(compared)
    for later, earlier in later_stages(comparison)[:_MOST]:
        words = _tr("%1 tells a later stage than %2")
        parts.append(words.replace("%1", str(compared.letter(later))).replace("%2", str(compared.letter(earlier))))
    languages = len({language for language in compared.languages if language})
    if languages > 1:
        parts.append(_tr("%1 languages, each compared for itself").replace("%1", str(languages)))
    if comparison.pending:
        parts.append(_tr("%Ln correction(s) pending", len(comparison.pending)))
    parts += [_copy_words(compared, group) for group in copy_groups(comparison.copies, comparison.articles)[:_MOST]]
    return " · ".join(parts)


def _copy_words(compared: Compared, group: CopyGroup) -> str:
    """``A, B, C carry one text (62 % to 98 % word for word)``."""
    *before, last = (" ".join(str(compared.comparison.letter_of(article)) for article in part) for part in group.parts)
    shares = tuple(dict.fromkeys(map(percent, (group.least, group.most))))
    share = shares[0] if len(shares) == 1 else _tr("%1 to %2").replace("%1", shares[0]).replace("%2", shares[1])
    if len(group.articles) == 2:
        words = _tr("%1 is %3 word for word as %2")
    elif group.near:
        words = _tr("%2 and %1 carry one text (%3 word for word)")
    else:
        words = _tr("%2 and %1 share wording (%3 word for word)")
    return words.replace("%1", last).replace("%2", ", ".join(before)).replace("%3", share)


def _origin_words(compared: Compared) -> list[str]:
    """The media that things come from, and who is on record; where articles go back to no medium, which ones go back to each."""
    origins = compared.comparison.origins
    media, recorded = ([origin for origin in origins if origin.kind is kind] for kind in (OriginKind.MEDIUM, OriginKind.ON_RECORD))
    every = {article for origin in media for article in origin.articles} == set(compared.comparison.articles)
    found = []
    if media:
        names = [origin.name if every else _with_letters(compared, origin) for origin in media]
        found.append(f"{_tr('%Ln independent origin(s)', len(media))} ({_some(names)})")
    if recorded:
        found.append(_tr("on record: %1").replace("%1", _some([origin.name for origin in recorded])))
    return found


def _with_letters(compared: Compared, origin: Origin) -> str:
    letters = " ".join(str(compared.letter(place)) for place in sorted(map(compared.place, origin.articles)))
    return _tr("%1 in %2").replace("%1", origin.name).replace("%2", letters)


def _some(names: Sequence[str], most: int = 3) -> str:
    """The first names, with an ellipsis for the others."""
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("comparison", words, "", count)
