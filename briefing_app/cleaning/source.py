"""The outlet: stated by the page, by the sender of a mail, or agreed on by at least two signs of the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import parseaddr
from urllib.parse import urlsplit

from briefing_app.cleaning.lines import Line
from briefing_app.cleaning.zones import Labelled
from briefing_app.model.article import Attested, Evidence, ZoneKind
from briefing_app.model.document import RawDocument
from briefing_app.model.span import Span

_STATED = (("og:site_name", 0.95), ("ld:publisher", 0.95), ("publisher", 0.8), ("application-name", 0.8), ("dc.publisher", 0.8))
_KEY = re.compile(r"[\W_]+")
_FREE_MAIL = re.compile(
    r"(gmail|googlemail|outlook|hotmail|yahoo|gmx|web|icloud|"
    r"aol|protonmail|proton|mail|qq|163|example)\.\w+",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-Z0-9][\w.&’'+-]*(?: (?:[A-Z0-9][\w.&’'+-]*|of|the|and|de|der|la|du)){0,4})"

# (what kind of sign, where the outlet's name stands in it)
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an e-mail address", re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")),
    ("a web address", re.compile(r"(?:https?://|\bwww\.)(?:www\.)?(?P<domain>[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)),
    (
        "the newsletter's name",
        re.compile(rf"\b(?:to|for|our) (?:the |our )?(?P<name>{_NAME})(?:’s|'s)? (?:newsletter|bulletin|podcast|app)\b", re.IGNORECASE),
    ),
    (
        "the copyright line",
        re.compile(
            rf"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?,?\s*(?:by )?(?P<name>{_NAME})", re.IGNORECASE
        ),
    ),
    (
        "a signature",
        re.compile(
            rf"\b(?:editor(?:-in-chief)?|publisher|reporter|correspondent|journalist|staff writer)(?:,| at| for| of) (?P<name>{_NAME})\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        "an invitation",
        re.compile(rf"\b(?:follow|like|join|support|subscribe to|visit|contact) (?P<name>{_NAME})(?: on\b|\.|,|!|$)", re.IGNORECASE),
    ),
    ("the outlet's events", re.compile(rf"\b(?P<name>{_NAME}) (?:(?:digital |live )?events?|awards|membership|premium|plus)\b")),
    ("a hashtag", re.compile(r"#(?P<tag>[A-Z]\w{3,30})")),
    ("all rights reserved", re.compile(rf"(?P<name>{_NAME})[.,]? all rights reserved", re.IGNORECASE)),
)
_NO_OUTLET = frozenset(
    re.findall(
        r"\S+",
        "facebook twitter linkedin instagram youtube whatsapp telegram google apple spotify tiktok us all the "
        "reuters afp ap associatedpress getty shutterstock akismet recaptcha disqus",
    )
)


@dataclass(slots=True)
class _Candidate:
    """A name under one key, with the kinds of signs for it and the words of each."""

    names: list[str] = field(default_factory=list)
    signs: dict[str, Evidence] = field(default_factory=dict)


def source(raw: RawDocument, labelled: Labelled, url: str | None) -> Attested[str]:
    """The outlet, or unknown. One sign of the foot is not enough: two that agree are."""
    stated = [(name, value, sure) for name, sure in _STATED if (value := raw.hint(name)) and len(value) <= 80]
    if stated:
        _, value, sure = stated[0]
        return Attested(value, tuple(Evidence(each, f"stated by the page ({which})") for which, each, _ in stated[:3]), sure)
    if sender := raw.hint("mail:from"):
        words, address = parseaddr(sender)
        if words and "@" not in words:
            return Attested(words, (Evidence(sender, f"sender of the mail ({address})"),), 0.8)
    foot = _from_foot(labelled, raw.text)
    if foot.known:
        return foot
    host = (urlsplit(url).hostname or "") if url else ""
    if "." in host:
        return Attested(host.removeprefix("www."), (Evidence(url or "", "address of the page"),), 0.7)
    return Attested()


def _from_foot(labelled: Labelled, text: str) -> Attested[str]:
    """What at least two kinds of signs outside the story agree on."""
    around = (ZoneKind.BOILERPLATE, ZoneKind.BYLINE)
    lines = [line for line, label in zip(labelled.lines, labelled.labels, strict=True) if label.kind in around]
    found: dict[str, _Candidate] = {}
    domains: dict[str, tuple[str, Evidence]] = {}
    for line in lines:
        _collect(line, text, found, domains)
    for key, (kind, evidence) in domains.items():
        for candidate_key in (key, key.split(".")[0], _KEY.sub("", key)):
            if candidate_key in found:
                found[candidate_key].signs.setdefault(kind, evidence)
    for candidate_key, candidate in found.items():
        for tag, evidence in _tags(lines):
            if len(candidate_key) >= 4 and tag.startswith(candidate_key):
                candidate.signs.setdefault("a hashtag", evidence)
    best = max(found.values(), key=lambda each: len(each.signs), default=None)
    if best is None or len(best.signs) < 2:
        return Attested()
    name = max(best.names, key=best.names.count)
    return Attested(name, tuple(best.signs.values()), min(0.9, 0.4 + 0.15 * len(best.signs)), inferred=True)


def _collect(line: Line, text: str, found: dict[str, _Candidate], domains: dict[str, tuple[str, Evidence]]) -> None:
    """Add the signs of one line."""
    for kind, pattern in _SIGNS:
        for hit in pattern.finditer(line.words):
            span = Span(line.span.start + hit.start(), line.span.start + hit.end())
            evidence = Evidence(span.of(text), f"named by {kind}", span)
            groups = hit.groupdict()
            if domain := groups.get("domain"):
                if not _FREE_MAIL.fullmatch(domain):
                    domains.setdefault(domain.lower().removeprefix("www."), (kind, evidence))
            elif name := groups.get("name"):
                bare = re.sub(r"^(?:the|The) ", "", name).strip(" .,’'")
                key = _KEY.sub("", bare).lower()
                if len(key) >= 2 and key not in _NO_OUTLET and not key.isdigit():
                    candidate = found.setdefault(key, _Candidate())
                    candidate.names.append(bare)
                    candidate.signs.setdefault(kind, evidence)


def _tags(lines: Sequence[Line]) -> list[tuple[str, Evidence]]:
    """The hashtags of the lines in lower case."""
    pattern = dict(_SIGNS)["a hashtag"]
    return [
        (hit["tag"].lower(), Evidence(hit[0], "named by a hashtag", Span(line.span.start + hit.start(), line.span.start + hit.end())))
        for line in lines
        for hit in pattern.finditer(line.words)
    ]
