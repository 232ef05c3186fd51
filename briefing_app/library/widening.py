"""Hides what to try when a query finds nothing: the same with less asked of each article."""

from __future__ import annotations

import re

from briefing_app.library.index.lexemes import Kind, cut
from briefing_app.library.index.mistakes import Mistakes

_PART = re.compile(r'(?:[\w-]+:)?(?:"[^"]*"|“[^”]*”)|\S+')
_QUOTES = '"“”'
_OPERATORS = frozenset({Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR, Kind.SAME, Kind.AT_LEAST})
_SIGNS = frozenset("*?~/")
_LEAST_STEM = 4
_MOST_CUT = 3


def wider(query: str) -> tuple[str, ...]:
    """Wider queries, the closest to what was typed first; none of them is the query itself."""
    operators = {(one.at, one.text) for one in cut(query, Mistakes(strict=False), unfinished=False) if one.kind in _OPERATORS}
    parts = [part[0] for part in _PART.finditer(query) if (part.start(), part[0]) not in operators]
    free = [part for part in parts if ":" not in part and not part.startswith("-")]
    words = [word for part in free for word in part.strip(_QUOTES + "()").split()]
    found = [" ".join(parts)]
    if len(free) < len(parts):
        found.append(" ".join(free))
    if any(part[0] in _QUOTES for part in free):
        found.append(" ".join(words))
    if len(words) > 1:
        found.append(" OR ".join(words))
        found.append(max(words, key=len))
    if len(words) == 1 and not set(words[0]) & _SIGNS:
        found += [f"{words[0][:-cut]}*" for cut in range(1, _MOST_CUT + 1) if len(words[0]) - cut >= _LEAST_STEM]
    return tuple(dict.fromkeys(one for one in found if one and one != query.strip()))
