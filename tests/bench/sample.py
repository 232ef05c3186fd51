"""The program against the labels of the shipped sample, which were made by hand before the analyses."""

from __future__ import annotations

from pathlib import Path

from tests.sample import scoring


def measure(shared: Path) -> dict[str, float]:
    """Ratios from 0 to 1; needs nothing but the sample."""
    del shared
    strict, loose = scoring.total(scoring.pairs, strict=True), scoring.total(scoring.pairs, strict=False)
    conflicts, omissions, chains = (scoring.total(one) for one in (scoring.conflicts, scoring.omissions, scoring.chains))
    groups = scoring.grouping(every_language=False)
    return {
        "articles of one event together, precision": groups.precision,
        "articles of one event together, recall": groups.recall,
        "pairs, F1": loose.f1,
        "pairs, precision": loose.precision,
        "pairs, recall": loose.recall,
        "pairs said plainly, F1": strict.f1,
        "rows of conflict or progression, precision": conflicts.precision,
        "hard conflicts, recall": conflicts.recall,
        "omissions, precision": omissions.precision,
        "omissions, recall": omissions.recall,
        "sourcing chains, precision": chains.precision,
        "sourcing chains, recall": chains.recall,
        "labelled words in the right zone": scoring.zones(exact=True).recall,
        **{f"{field}, right": scoring.metadata(field).recall for field in scoring.FIELDS},
        **{f"{field}, given and right": scoring.metadata(field).precision for field in scoring.FIELDS},
    }
