"""The program against the labels of the shipped sample, which were made by hand before the analyses."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from pathlib import Path
from typing import Any

from briefing_app import language
from tests.sample import scoring
from tests.sample.desk import read
from tests.sample.labels import expected


def weights(event: dict[str, Any]) -> dict[scoring.Sentence, dict[str, float]]:
    """Every sentence of an event's English articles as a vector of length 1: its stems by how rare they are in the language."""
    vectors = {}
    for file in filter(scoring.scored, event["files"]):
        done = read(file)
        pack = language.pack_for("en")
        for number, sentence in enumerate(done.findings.sentences):
            words = pack.words(sentence.span.of(done.article.text))
            counts = Counter(word.stem for word in words if not pack.is_stop(word.text))
            vector = {stem: (1 + math.log(count)) * language.idf(stem, "en") for stem, count in counts.items()}
            length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
            vectors[file, number] = {stem: value / length for stem, value in vector.items()}
    return vectors


def plain_tfidf() -> float:
    """F1 of pairing sentences by TF-IDF cosine alone, at the threshold that suits the labels best: a peer that is given an advantage."""
    ranked: list[tuple[float, bool]] = []
    labelled = 0
    for event in expected()["events"]:
        wanted = set().union(*(scoring.across(scoring.told(claim)) for claim in event["claims"]))
        labelled += len(wanted)
        for (a, left), (b, right) in itertools.combinations(weights(event).items(), 2):
            if a[0] != b[0]:
                cosine = sum(value * right.get(stem, 0.0) for stem, value in left.items())
                ranked.append((cosine, frozenset((a, b)) in wanted))
    ranked.sort(reverse=True)
    hits = itertools.accumulate(right for _, right in ranked)
    return max(2 * hit / (count + labelled) for count, hit in enumerate(hits, 1))


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
        "pairs, F1 of plain TF-IDF at its best threshold": plain_tfidf(),
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
        **{f"{field}, right of those told": scoring.metadata(field).recall for field in scoring.FIELDS},
        **{f"{field}, right of those given": row.precision for field in scoring.FIELDS if (row := scoring.metadata(field)).found},
    }
