"""Hides what to try when a query finds nothing: the same with less asked of each article."""

from __future__ import annotations

import re

_PART = re.compile(r'(?:[\w-]+:)?(?:"[^"]*"|“[^”]*”)|\S+')
_QUOTES = '"“”'
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_LEAST_STEM = 4
_MOST_CUT = 3


def wider(query: str) -> tuple[str, ...]:
    """Wider queries, the closest to what was typed first; none of them is the query itself."""
    parts = [part for part in _PART.findall(query) if part not in _OPERATORS]
    free = [part for part in parts if ":" not in part and not part.startswith("-")]
    words = [word for part in free for word in part.strip(_QUOTES + "()").split() if not re.fullmatch(r"w/\d+", word)]
    found = [" ".join(parts)]
    if len(free) < len(parts):
        found.append(" ".join(free))
    if any(part[0] in _QUOTES for part in free):
        found.append(" ".join(words))
    if len(words) > 1:
        found.append(" OR ".join(words))
        found.append(max(words, key=len))
    if len(words) == 1:
        found += [f"{words[0][:-cut]}*" for cut in range(1, _MOST_CUT + 1) if len(words[0]) - cut >= _LEAST_STEM]
    return tuple(dict.fromkeys(one for one in found if one and one != query.strip()))
