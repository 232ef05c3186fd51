"""A stretch of a text, counted in Unicode code points, and what the text holds where a code point is no character."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` (included) to ``end`` (excluded) of one article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def moved(self, by: int) -> Span:
        """The span so many code points further on."""
        return Span(self.start + by, self.end + by)

    def overlap(self, other: Span) -> int:
        """How many code points both cover; 0 when they do not touch."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def gap(self, other: Span) -> int:
        """How many code points lie between both; 0 when they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def whole(text: str) -> str:
    """``text`` with U+FFFD for every lone surrogate, which no file can hold: one code point for one, so that spans stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return text
