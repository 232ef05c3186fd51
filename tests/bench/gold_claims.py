"""Holds the rows of a comparison against the claims of a gold: which omissions and conflicts the expert does not see.

A row stands for the gold claims that most of its sources support with a sentence in it; for none when no two of its sources support the
same one. So a row that gathers two claims stands for both where they are supported alike.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from briefing_app.model.comparison import CLASHES, Claim, ClaimStatus, Comparison, Place, Relation
from briefing_app.model.span import Span
from tests.bench.gold_events import GoldEvent, answers, scorer

_LEAST_SOURCES = 2


@dataclass(frozen=True, slots=True)
class Marks:
    """Counts of one comparison.

    ``omissions`` are all that it lists; ``false_omissions`` those of a row whose claim the silent article supports by the gold, in whatever
    words and however weakly; ``unknown_omissions`` those of rows that stand for no gold claim. ``missing`` counts what the gold leaves
    out by the program's own measure (a claim of two articles and of more than half of the others), ``missing_found`` those of them listed.
    ``conflict_rows`` are the rows of status conflict, ``false_conflict_rows`` those with no dispute that stands between the sides of a
    conflict claim of the gold, of whatever kind.
    """

    omissions: int
    false_omissions: int
    unknown_omissions: int
    missing: int
    missing_found: int
    conflict_rows: int
    false_conflict_rows: int


@dataclass(frozen=True)
class Expert:
    """The claims of one gold: by their names the sentences of each article that support them, and the event of each."""

    gold: Any
    score: ModuleType
    supports: dict[str, dict[str, set[str]]]
    events: dict[str, str]

    @classmethod
    def of(cls, shared: Path, name: str) -> Expert:
        """The expert of one gold in the folder beside the checkout."""
        supports: dict[str, dict[str, set[str]]] = {}
        claims = json.loads((shared / "gold" / name).read_text(encoding="utf-8"))["claims"]
        for claim in claims:
            mine = supports.setdefault(claim["id"], defaultdict(set))
            for support in claim["supports"]:
                mine[support["sent"].split("#")[0]].add(support["sent"])
        return cls(answers(shared, name), scorer(shared), supports, {claim["id"]: claim["event"] for claim in claims})

    def marks(self, event: GoldEvent, comparison: Comparison) -> Marks:
        """What of an event's comparison the gold bears out."""
        missing, found = self._missing(event), set[tuple[str, str]]()
        false = unknown = 0
        for omission in comparison.omissions:
            doc, stands_for = event.doc_of[omission.article], self._stands_for(event, comparison.claims[omission.claim])
            false += any(doc in self.supports[name] for name in stands_for)
            unknown += not stands_for
            found |= {(name, doc) for name in stands_for} & missing
        rows = [claim for claim in comparison.claims if claim.status is ClaimStatus.CONFLICT]
        wrong = sum(not self._disputed(event, comparison, claim) for claim in rows)
        return Marks(len(comparison.omissions), false, unknown, len(missing), len(found), len(rows), wrong)

    def _missing(self, event: GoldEvent) -> set[tuple[str, str]]:
        """The gold claims of the event, each with every article that leaves it out."""
        others = len(event.docs) - 1
        told = [(name, docs) for name, docs in self.supports.items() if self.events[name] == event.name]
        most = [(name, docs) for name, docs in told if len(docs) >= _LEAST_SOURCES and 2 * len(docs) > others]
        return {(name, doc) for name, docs in most for doc in event.docs if doc not in docs}

    def _stands_for(self, event: GoldEvent, claim: Claim) -> set[str]:
        sources: Counter[str] = Counter()
        for cell in claim.cells:
            if cell.relation is not Relation.ABSENT:
                doc = event.doc_of[cell.article]
                sentences = {key for span in cell.spans for key in self._sentences(doc, span)}
                sources.update(name for name, docs in self.supports.items() if sentences & docs.get(doc, set()))
        most = max(sources.values(), default=0)
        return {name for name, count in sources.items() if count == most} if most >= _LEAST_SOURCES else set()

    def _sentences(self, doc: str, span: Span) -> Sequence[str]:
        found: Sequence[str] = self.score.to_sents(self.gold, doc, span.start, span.end)
        return found

    def _disputed(self, event: GoldEvent, comparison: Comparison, claim: Claim) -> bool:
        """Whether one of the row's disputes stands between two sides of a conflict claim."""

        def in_row(place: Place) -> bool:
            return any(cell.article == place.article and any(span.overlap(place.span) for span in cell.spans) for cell in claim.cells)

        here = [one for one in comparison.differences if one.kind in CLASHES and in_row(one.a) and in_row(one.b)]
        ends = [(event.doc_of[p.article], p.span.start, p.span.end) for one in here for p in (one.a, one.b)]
        pairs = self.score.map_pairs(self.gold, [[*a, *b, 1.0] for a, b in zip(ends[::2], ends[1::2], strict=True)])
        return any(pair in self.gold["C"] for pair in pairs)
