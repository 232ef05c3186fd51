"""The outlet: stated by the page, by the sender of a mail, or agreed on by at least two signs of the page's foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import parseaddr
from urllib.parse import urlsplit

from briefing_app.cleaning.lines import Line
from briefing_app.cleaning.masthead import Masthead
from briefing_app.cleaning.zones import Labelled
from briefing_app.model.article import Attested, Evidence, ZoneKind
from briefing_app.model.document import RawDocument
from briefing_app.model.span import Span

_STATED = (
    ("record:source", 0.95),
    ("og:site_name", 0.95),
    ("ld:publisher", 0.95),
    ("publisher", 0.8),
    ("application-name", 0.8),
    ("dc.publisher", 0.8),
    ("front:source", 0.9),
)
_KEY = re.compile(r"[\W_]+")
_AROUND = (ZoneKind.BOILERPLATE, ZoneKind.BYLINE, ZoneKind.DATELINE)
_ONE_SIGN = 0.6
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
    (
        "the issue's line",
        re.compile(rf"^(?:The )?(?P<name>{_NAME}), (?:\w+ ){{0,3}}(?:edition|issue|ausgabe|édition|edición|edizione)\b", re.IGNORECASE),
    ),
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
    foot = _agreed(labelled, raw.text)
    if foot.known:
        return foot
    host = (urlsplit(url).hostname or "") if url else ""
    if "." in host:
        return Attested(host.removeprefix("www."), (Evidence(url or "", "address of the page"),), 0.7)
    return Attested()


def _agreed(labelled: Labelled, text: str) -> Attested[str]:
    """What at least two kinds of signs outside the story agree on; a masthead that is worded as a paper's name needs no second."""
    lines = [line for line, label in zip(labelled.lines, labelled.labels, strict=True) if label.kind in _AROUND]
    found: dict[str, _Candidate] = {}
    domains: dict[str, tuple[str, Evidence]] = {}
    paper = labelled.masthead
    if paper is not None:
        own = found.setdefault(_key(paper.name), _Candidate())
        own.names.append(paper.name)
        own.signs["the masthead"] = Evidence(paper.name, "the name above the headline", paper.span)
    for line in lines:
        _collect(line, text, found, domains)
    _match_domains(found, domains)
    for candidate_key, candidate in found.items():
        for tag, evidence in _tags(lines):
            if len(candidate_key) >= 4 and tag.startswith(candidate_key):
                candidate.signs.setdefault("a hashtag", evidence)
    if paper is not None:
        _of_itself(paper, labelled, text, found[_key(paper.name)])
    best = max(found.values(), key=lambda each: (len(each.signs), "the masthead" in each.signs), default=None)
    if best is not None and len(best.signs) >= 2:
        name = paper.name if paper is not None and "the masthead" in best.signs else max(best.names, key=best.names.count)
        return Attested(name, tuple(best.signs.values()), min(0.9, 0.4 + 0.15 * len(best.signs)), inferred=True)
    if paper is not None and paper.papers_word and paper.sure:
        evidence = Evidence(paper.name, "the name above the headline, worded as a paper's: the only sign", paper.span)
        return Attested(paper.name, (evidence,), _ONE_SIGN, inferred=True)
    return Attested()


def _key(name: str) -> str:
    """A name as candidates are compared: without article, year, space and capitals."""
    bare = re.sub(r"^(?:the|The|THE) |\s*\b(?:19|20)\d\d$", "", name.strip(" .,’'"))
    return _KEY.sub("", bare).lower()


def _match_domains(found: dict[str, _Candidate], domains: dict[str, tuple[str, Evidence]]) -> None:
    for domain, (kind, evidence) in domains.items():
        for key in (domain, domain.split(".")[0], _KEY.sub("", domain)):
            for each in (key, key.removeprefix("the")):
                if each in found:
                    found[each].signs.setdefault(kind, evidence)


def _of_itself(paper: Masthead, labelled: Labelled, text: str, own: _Candidate) -> None:
    """Signs that the text calls itself by the masthead's name: whole around the story, or by its last word, as "the Courier"."""
    last = re.escape(paper.name.split()[-1].capitalize())
    short = None
    if paper.papers_word and len(paper.name.split()) > 1:
        short = re.compile(rf"\b(?:the|this|our|The|This|Our) {last}(?![\w-]| [A-Z])")
    for line, label in zip(labelled.lines, labelled.labels, strict=True):
        if line.number == paper.line:
            continue
        place = line.words.find(paper.name)
        if label.kind is ZoneKind.BOILERPLATE and place >= 0:
            span = Span(line.span.start + place, line.span.start + place + len(paper.name))
            own.signs.setdefault("its name again", Evidence(span.of(text), "the name again, outside the story", span))
        if short is not None and label.kind is not ZoneKind.TITLE and (hit := short.search(line.words)):
            span = Span(line.span.start + hit.start(), line.span.start + hit.end())
            own.signs.setdefault("itself", Evidence(span.of(text), "calls itself so", span))


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
                bare = re.sub(r"^(?:the|The) |\s+(?:19|20)\d\d[ .,]*$", "", name).strip(" .,’'")
                key = _key(bare)
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
