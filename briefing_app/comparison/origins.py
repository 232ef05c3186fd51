"""Counts independent origins: who stands at the head of the claims' sourcing chains, and which articles go back to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing_app.comparison.cues import cues_for
from briefing_app.comparison.sentences.units import Unit
from briefing_app.language import pack_for
from briefing_app.model.comparison import Claim, Origin, OriginKind
from briefing_app.model.findings import NameKind
from briefing_app.model.ids import ArticleId
from briefing_app.model.source import Register

_CARRIED = 2  # claims or articles that make one of many origins worth naming


_NO_MEDIUM = (NameKind.PERSON, NameKind.PLACE)  # "Japan reported ships" makes no paper of Japan


@dataclass(slots=True)
class _Head:
    name: str
    words: frozenset[str]
    kind: OriginKind
    articles: dict[ArticleId, None] = field(default_factory=dict)
    claims: set[int] = field(default_factory=set)
    cited: bool = False

    def take(self, other: _Head) -> None:
        """Count another's articles and claims with its own."""
        self.articles.update(other.articles)
        self.claims |= other.claims
        self.cited = self.cited or other.cited


def origins_of(
    units: Sequence[Unit], claims: Sequence[Claim], register: Register, agencies: Mapping[ArticleId, str], outlets: Mapping[ArticleId, str]
) -> tuple[Origin, ...]:
    """Media, and persons and institutions on record, by the number of claims that go back to them.

    ``agencies`` are those that articles credit, ``outlets`` who they are from: what an article gives to nobody by name it has from its
    agency, or found out itself when another article cites its outlet.

    Those of a single claim are named only when nobody carries more, or when it is a medium that another one passes on.
    A country or a group without a name is nobody's origin.
    What the register knows under several names is one, a medium, and media of one owner are one origin.
    """
    names = _kinds(units)
    media = _media(units, claims)
    heads: list[_Head] = []
    for number, chain, article in _told(claims):
        found = next((known for link in chain if (known := _known(link, names, media, register))), None)
        if found is None and (own := agencies.get(article) or _cited(outlets.get(article, ""), media)):
            entry = register.entry(own)
            found = entry.name if entry else own, OriginKind.MEDIUM
        if found is None:
            continue
        head = _placed(heads, *found)
        head.articles[article] = None
        head.claims.add(number)
        head.cited = head.cited or (found[1] is OriginKind.MEDIUM and any(_known(link, names, media, register) for link in chain[1:]))
    heads = _by_house(heads, register)
    kept = [head for head in heads if head.cited or len(head.claims) >= _CARRIED or len(head.articles) >= _CARRIED] or heads
    found_origins = [Origin(head.name, tuple(sorted(head.articles)), head.kind, len(head.claims)) for head in kept]
    return tuple(sorted(found_origins, key=lambda origin: (-origin.claims, -len(origin.articles), origin.name)))


def _cited(outlet: str, media: frozenset[str]) -> str:
    """The outlet when an article gives something to it, under its name or a part of it ("Courier", "The Tellis Courier")."""
    words = set(outlet.lower().split())
    return outlet if words and any(set(medium.split()) <= words for medium in media) else ""


def _told(claims: Sequence[Claim]) -> Iterator[tuple[int, tuple[str, ...], ArticleId]]:
    for number, claim in enumerate(claims):
        for cell in claim.cells:
            if cell.spans:
                yield number, cell.chain, cell.article


def _known(link: str, names: dict[str, NameKind], media: frozenset[str], register: Register) -> tuple[str, OriginKind] | None:
    """The name by which a link of a chain is counted, and what it is; None for who is nobody's origin."""
    entry = register.entry(link)
    if entry is not None:
        return entry.name, OriginKind.MEDIUM
    kind = _kind(link, names, media)
    return (link, kind) if kind else None


def _by_house(heads: Sequence[_Head], register: Register) -> list[_Head]:
    """The media of one house as one head: "Kurier, Abendblatt (Nordverlag)"."""
    houses: dict[tuple[str, OriginKind], list[_Head]] = {}
    for head in heads:
        houses.setdefault((register.house(head.name), head.kind), []).append(head)
    return [_joined(members, register) for members in houses.values()]


def _joined(members: Sequence[_Head], register: Register) -> _Head:
    first, *others = members
    if others:
        owners = (entry.owner for head in members if (entry := register.entry(head.name)) and entry.owner)
        first.name = f"{', '.join(head.name for head in members)} ({next(owners, first.name)})"
        for other in others:
            first.take(other)
    return first


def _kind(link: str, names: dict[str, NameKind], media: frozenset[str]) -> OriginKind | None:
    """What a link of a chain is: a medium, a named person or institution, or None for a place and for whoever has no name."""
    if link.lower() in media:
        return OriginKind.MEDIUM
    kind = names.get(link.lower())
    return OriginKind.ON_RECORD if kind is not None and kind is not NameKind.PLACE else None


def _placed(heads: list[_Head], name: str, kind: OriginKind) -> _Head:
    """The head of that name, or of a longer or shorter form of it; a new one when there is none."""
    words = frozenset(re.findall(r"\w+", name.lower()))
    for head in heads:
        if words <= head.words or head.words <= words:
            if len(words) > len(head.words) or (words == head.words and head.name.isupper()):  # "HARBOUR LEDGER" of a headline
                head.name, head.words = name, words
            return head
    heads.append(_Head(name, words, kind))
    return heads[-1]


def _kinds(units: Sequence[Unit]) -> dict[str, NameKind]:
    """Names in lower case, with their kind."""
    return {mention.name.lower(): mention.kind for unit in units for mention in unit.names}


def _media(units: Sequence[Unit], claims: Sequence[Claim]) -> frozenset[str]:
    """Who is called a paper or an agency, or passes on what unnamed sources said, in lower case.

    A person passes on what their people found out and is no medium for it; nor is a group without a name that reports something.
    """
    found: set[str] = set()
    persons = _persons(units)
    for unit in units:
        nouns, reports = pack_for(unit.language).speech.media_nouns, cues_for(unit.language).reports
        for told in unit.attributions:
            at = told.mention
            words = unit.text_of(at).lower() if at else ""
            cue = unit.text_of(told.cue).lower() if told.cue else ""
            nobody = any(mention.name == told.source and mention.kind in _NO_MEDIUM for mention in unit.names)
            if not told.source or nobody:
                continue
            if nouns & set(re.findall(r"\w+", words)) or (_is_named(told.source) and reports.search(cue)):
                found.add(told.source.lower())
    for _, chain, _ in _told(claims):
        passed_on = (link for before, link in pairwise(chain) if not _is_named(before) and _is_named(link))
        found.update(link.lower() for link in passed_on if link.lower() not in persons)
    return frozenset(found)


def _is_named(link: str) -> bool:
    return link != link.lower()


def _persons(units: Sequence[Unit]) -> frozenset[str]:
    """Names in lower case that stand for a person more often than for anything else."""
    kinds: dict[str, Counter[NameKind]] = {}
    for unit in units:
        for mention in unit.names:
            kinds.setdefault(mention.name.lower(), Counter())[mention.kind] += 1
    return frozenset(name for name, counted in kinds.items() if 2 * counted[NameKind.PERSON] > counted.total())
