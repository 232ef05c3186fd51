"""Addresses of links: which ones may be opened, and what is asked before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from PySide6.QtCore import QUrl

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://[^/?#\\]", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link would lead: the address as it would be handed over, and its host as the network knows it (ASCII)."""

    address: str
    host: str

    @property
    def url(self) -> QUrl:
        """The address for Qt."""
        return QUrl(self.address, QUrl.ParsingMode.StrictMode)


def leads_outside(address: str, page: str | None) -> bool:
    """Whether an address looks like one of the web; cheap, for drawing. ``page`` is the page's own address."""
    if _SCHEME.match(address):
        return bool(_WEB.match(address))
    return bool(page and address and not address.startswith("#") and _WEB.match(page))


def destination(address: str, page: str | None) -> Destination | None:
    """Where a link of the page leads, None when that must not be opened.

    Only http and https, with a host, without a user name, without control letters; everything else that Qt does not take strictly is out.
    """
    if not leads_outside(address, page):
        return None
    try:
        whole = address if _SCHEME.match(address) else urljoin(page or "", address)
    except ValueError:
        return None
    if _CONTROL.search(whole) or "\\" in whole:
        return None
    url = QUrl(whole, QUrl.ParsingMode.StrictMode)
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if not url.isValid() or url.scheme() not in ("http", "https") or not host or url.userInfo() or "@" in url.authority():
        return None
    return Destination(bytes(url.toEncoded().data()).decode("ascii"), host)
