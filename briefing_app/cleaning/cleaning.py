"""`clean`: the order in which zones and metadata are found."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from briefing_app.cleaning.authors import agency, byline
from briefing_app.cleaning.dating import published
from briefing_app.cleaning.source import source
from briefing_app.cleaning.stated_day import moment_changed
from briefing_app.cleaning.zones import Labelled, label
from briefing_app.language import detect
from briefing_app.model.article import TOLD, Attested, Document, Evidence
from briefing_app.model.document import RawDocument

_ENOUGH_TO_DETECT = 4000
_SURE_OF_MARKUP = 0.6
_LANGUAGES = ("record:language", "html:lang", "ld:inLanguage", "og:locale", "dc.language", "front:lang")
_CANONICAL = ("html:canonical", "og:url", "ld:url")
_ADDRESSES = ("saved:url", "record:url", "og:url", "ld:url", "front:url")


def clean(raw: RawDocument, name: str) -> Document:
    """Label the text's zones and find its metadata. Unknown stays unknown; the text itself is not changed.

    ``name`` is the file's name: it is no evidence of anything and is used for nothing but a caller's messages.
    """
    del name
    labelled = label(raw)
    canonical = next(filter(None, map(_address, map(raw.hint, _CANONICAL))), None)
    url = next(filter(None, map(_address, map(raw.hint, _ADDRESSES))), None) or canonical
    if canonical and url:
        canonical = urljoin(url, canonical)
    return Document(
        text=raw.text,
        blocks=raw.blocks,
        links=raw.links,
        zones=labelled.zones,
        title=labelled.heading.title,
        source=source(raw, labelled, url),
        byline=byline(raw, labelled),
        agency=agency(raw, labelled),
        date=published(raw, labelled, canonical or url),
        language=_language(raw, labelled),
        url=url,
        canonical_url=canonical,
        updated=moment_changed(raw),
        captured_at=raw.captured_at,
        part=raw.part,
        encoding=raw.encoding,
        key=raw.hint("record:key") or "",
    )


def _address(stated: str | None) -> str | None:
    """An address that can be taken apart, None without one: ``https://[quay/`` is none."""
    try:
        return stated if stated and urlsplit(stated) else None
    except ValueError:
        return None


def _language(raw: RawDocument, labelled: Labelled) -> Attested[str]:
    """By the words of the story; the page's own statement counts when they are not clear."""
    told = "\n".join(zone.span.of(raw.text)[:_ENOUGH_TO_DETECT] for zone in labelled.zones if zone.kind in TOLD)[:_ENOUGH_TO_DETECT]
    code, sure = detect(told)
    stated = next(filter(None, map(raw.hint, _LANGUAGES)), None)
    if code != "und" and (sure >= _SURE_OF_MARKUP or not stated):
        span = next((zone.span for zone in labelled.zones if zone.kind in TOLD), None)
        return Attested(code, (Evidence(span.of(raw.text)[:80] if span else "", "the words of the text", span),), sure)
    if stated and stated[:2].isalpha():
        return Attested(stated.replace("_", "-").split("-")[0].lower(), (Evidence(stated, "stated by the page"),), 0.6)
    return Attested()
