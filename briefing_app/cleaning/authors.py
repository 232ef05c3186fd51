"""Byline and agency as metadata: stated by the page, by a credit line, or by a signature at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_app.cleaning.credits import agency_named, byline_names, credited_agency, known_agency, opening, sign_off
from briefing_app.cleaning.lines import Line
from briefing_app.cleaning.wires import agency_name, wire_credits
from briefing_app.cleaning.zones import Labelled
from briefing_app.model.article import Attested, Evidence, ZoneKind
from briefing_app.model.document import RawDocument
from briefing_app.model.span import Span

_STATED = (
    "ld:author", "record:author", "author", "item:author", "byl", "parsely-author", "dc.creator", "citation_author", "sailthru.author",
    "front:author",
)  # fmt: skip
_NO_PERSON = re.compile(
    r"https?://|www\.|@|\.(com|org|net)\b|^(admin|editor|staff|"
    r"news|redaktion|newsroom|web ?desk|webmaster)$",
    re.IGNORECASE,
)
_SIGNED = 0.5


def byline(raw: RawDocument, labelled: Labelled) -> Attested[str]:
    """Who wrote it. A signature at the foot may be the site editor's: only probable."""
    names = list(dict.fromkeys(value for name in _STATED[:1] for value in _all(raw, name)))
    names = names or [value for name in _STATED[1:] if (value := raw.hint(name))][:1]
    people = (name for name in names if not _NO_PERSON.search(name) and len(name) <= 120)
    names = [re.sub(r"^(by|von|par)\s+", "", name, flags=re.IGNORECASE) for name in people]
    if names:
        value = ", ".join(names[:6])
        return Attested(value, (Evidence(value, "stated by the page", _seen(raw.text, names[0])),), 0.9)
    for line in _of_kind(labelled, ZoneKind.BYLINE):
        if words := byline_names(line):
            start = raw.text.find(words, line.span.start, line.span.end)
            span = Span(start, start + len(words)) if start >= 0 else line.span
            return Attested(words, (Evidence(words, "a byline", span),), 0.9)
    bodies = list(_of_kind(labelled, ZoneKind.BODY))
    if written := next((each.people for each in wire_credits(labelled.lines, bodies) if each.people), ""):
        return Attested(written, (Evidence(written, "names who reported it", _seen(raw.text, written)),), 0.7)
    signed = sign_off(labelled.lines, max((line.number for line in _of_kind(labelled, ZoneKind.BODY)), default=-1))
    if signed:
        name, role = signed
        evidence = (
            Evidence(name.words, "a name alone in a line at the foot", name.span),
            Evidence(role.words, "the role in the line after it", role.span),
        )
        return Attested(name.words.lstrip("-–—― "), evidence, _SIGNED, inferred=True)
    return Attested()


def agency(raw: RawDocument, labelled: Labelled) -> Attested[str]:
    """The news agency that the text is credited to, or unknown."""
    for line in _of_kind(labelled, ZoneKind.AGENCY):
        if found := credited_agency(line):
            return Attested(found[0], (Evidence(found[1].of(raw.text), "credited in a line of its own", found[1]),), 0.9)
    bodies = list(_of_kind(labelled, ZoneKind.BODY))
    for line in bodies[:3]:
        if (head := opening(line)) and (name := known_agency(head.agency)):
            return Attested(name, (Evidence(head.agency, "named in the dateline", head.span),), 0.9)
    credits = wire_credits(labelled.lines, bodies)
    if credits:
        seen = tuple(Evidence(each.span.of(raw.text), each.how, each.span) for each in credits if each.agency == credits[0].agency)
        return Attested(agency_name(credits[0]), seen, 0.65 if len(seen) == 1 else 0.85)
    ends = [line for line, label in zip(labelled.lines, labelled.labels, strict=True) if label.kind is ZoneKind.BOILERPLATE]
    for line in (*bodies[-1:], *ends):
        if named := agency_named(line):
            return Attested(named[0], (Evidence(named[1].of(raw.text), named[2], named[1]),), 0.75)
    for value in (*_all(raw, "ld:author"), *_all(raw, "author")):
        if name := known_agency(value.strip()):
            return Attested(name, (Evidence(value, "stated as the author by the page"),), 0.85)
    return Attested()


def _of_kind(labelled: Labelled, kind: ZoneKind) -> Iterator[Line]:
    return (line for line, label in zip(labelled.lines, labelled.labels, strict=True) if label.kind is kind)


def _all(raw: RawDocument, name: str) -> list[str]:
    return [hint.value for hint in raw.hints if hint.name == name and hint.value]


def _seen(text: str, words: str) -> Span | None:
    start = text.find(words)
    return Span(start, start + len(words)) if start >= 0 else None
