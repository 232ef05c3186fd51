"""The parts of a Word file and the addresses that they lead to."""

from __future__ import annotations

from enum import StrEnum

from briefing_app.export.markup import Markup, element

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

NAMESPACES = {
    "xmlns__w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns__r": _OFFICE,
}
"""Declared on the root of every part."""


class Part(StrEnum):
    """The parts that can lead to addresses of the web."""

    DOCUMENT = "document"
    FOOTNOTES = "footnotes"


_NEIGHBOURS = {
    Part.DOCUMENT: (
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdFootnotes", "footnotes", "footnotes.xml"),
        ("rIdHeader", "header", "header.xml"),
        ("rIdFooter", "footer", "footer.xml"),
    ),
    Part.FOOTNOTES: (),
}


class Parts:
    """Collects the addresses that each part leads to."""

    def __init__(self) -> None:
        self._addresses: dict[Part, dict[str, str]] = {part: {} for part in Part}

    def address(self, part: Part, address: str) -> str:
        """The name by which ``part`` refers to a web address."""
        known = self._addresses[part]
        return known.setdefault(address, f"rIdLink{len(known) + 1}")

    def relationships(self, part: Part) -> str:
        """The relationships file of a part, once its text is written."""
        lines: list[Markup] = [
            element("Relationship", Id=name, Type=f"{_OFFICE}/{kind}", Target=target) for name, kind, target in _NEIGHBOURS[part]
        ]
        lines += [
            element("Relationship", Id=name, Type=f"{_OFFICE}/hyperlink", Target=address, TargetMode="External")
            for address, name in self._addresses[part].items()
        ]
        whole = element("Relationships", *lines, xmlns="http://schemas.openxmlformats.org/package/2006/relationships")
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{whole}'
