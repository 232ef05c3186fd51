"""How near the program comes to the labels of the sample: sentences stand for the words in them, articles of one language are scored."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.model.article import TOLD, ZoneKind
from briefing_app.model.comparison import Claim, ClaimStatus, DifferenceKind, Place
from tests.sample.desk import FILES, compared, groups, read
from tests.sample.labels import Quoted, expected, labelled_zones, places

Sentence = tuple[str, int]
"""A sentence: its file and its number there."""

FIELDS = ("title", "source", "agency", "byline", "date", "language")
"""The metadata that the labels tell."""

AT_ODDS = frozenset({ClaimStatus.CONFLICT, ClaimStatus.PROGRESSION})
HARD = frozenset(DifferenceKind) & {"contradiction", "number", "progression", "stage", "negation"}


@dataclass(frozen=True, slots=True)
class Score:
    """Right ones among the found and among the labelled; ratios are 1 where there is nothing to find."""

    right: int
    found: int
    recalled: int
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled that was found."""
        return self.recalled / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.recalled + other.recalled, self.labelled + other.labelled)


NOTHING = Score(0, 0, 0, 0)


def of_words(quoted: Quoted) -> Sentence | None:
    """The sentence that the quoted words stand in."""
    number = read(quoted.file).sentence_at(places(quoted)[0])
    return None if number is None else (quoted.file, number)


def of_place(place: Place) -> Sentence | None:
    """The sentence that a place of the comparison stands in."""
    file = FILES[place.article - 1]
    number = read(file).sentence_at(place.span)
    return None if number is None else (file, number)


def scored(file: str) -> bool:
    """Whether the file is in the language whose claims are compared."""
    return bool(expected()["files"][file]["language"] == "en")


def told(claim: dict[str, Any], *, strict: bool = False) -> set[Sentence]:
    """The sentences that support a labelled claim."""
    rows = [row for row in claim["supports"] if scored(row["file"]) and (row["strict"] or not strict)]
    return {sentence for row in rows if (sentence := of_words(Quoted(row["file"], row["quote"])))}


def across(sentences: Iterable[Sentence]) -> set[frozenset[Sentence]]:
    """Every pair of sentences of different files."""
    return {frozenset((a, b)) for a, b in itertools.combinations(sorted(sentences), 2) if a[0] != b[0]}


def pairs(event: dict[str, Any], *, strict: bool) -> Score:
    """Accepted pairs against the labelled; in the strict count hits on loose pairs are neutral."""
    every = set().union(*(across(told(claim)) for claim in event["claims"]))
    wanted = set().union(*(across(told(claim, strict=True)) for claim in event["claims"])) if strict else every
    found = {
        frozenset((a, b))
        for pair in compared(event["id"]).pairs
        if (a := of_place(pair.a)) and (b := of_place(pair.b)) and scored(a[0]) and scored(b[0])
    } - (every - wanted)
    hits = found & wanted
    return Score(len(hits), len(found), len(hits), len(wanted))


def row_sentences(claim: Claim) -> set[Sentence]:
    """The sentences in a row's cells."""
    spots = [Place(cell.article, span) for cell in claim.cells for span in cell.spans]
    return {sentence for spot in spots if (sentence := of_place(spot))}


def sides(claim: dict[str, Any]) -> list[set[Sentence]]:
    """The sentences on each side of a labelled conflict."""
    named = claim["conflict"]["sides"].values()
    return [{sentence for file, words in side if (sentence := of_words(Quoted(file, words)))} for side in named]


def shows(sentences: set[Sentence], claim: dict[str, Any]) -> bool:
    """Whether the sentences hold two sides of the labelled conflict."""
    return sum(bool(side & sentences) for side in sides(claim)) >= 2


def conflicts(event: dict[str, Any]) -> Score:
    """Rows of conflict or progression against the hard labelled ones: a row is right when it holds two sides of any labelled conflict."""
    comparison = compared(event["id"])
    labelled = [claim for claim in event["claims"] if "conflict" in claim]
    rows = [row_sentences(claim) for claim in comparison.claims if claim.status in AT_ODDS]
    marked = [{a, b} for row in comparison.differences if row.kind in HARD and (a := of_place(row.a)) and (b := of_place(row.b))]
    right = sum(any(shows(row, claim) for claim in labelled) for row in rows)
    hard = [claim for claim in labelled if claim["conflict"]["hard"]]
    recalled = sum(any(shows(seen, claim) for seen in rows + marked) for claim in hard)
    return Score(right, len(rows), recalled, len(hard))


def omissions(event: dict[str, Any]) -> Score:
    """Omissions against the labels: right when the row shares a sentence with a labelled claim that the article does not tell."""
    comparison = compared(event["id"])
    claims = [(told(claim), claim) for claim in event["claims"]]
    found = [
        (FILES[row.article - 1], row_sentences(comparison.claims[row.claim]))
        for row in comparison.omissions
        if scored(FILES[row.article - 1])
    ]

    def lacks(file: str, sentences: set[Sentence]) -> bool:
        meant = [tellers for tellers, _ in claims if tellers & sentences]
        return any(file not in {teller for teller, _ in tellers} for tellers in meant)

    right = sum(lacks(file, sentences) for file, sentences in found)
    labelled = [(file, tellers) for tellers, claim in claims for file in claim.get("omitted_by", ())]
    recalled = sum(any(file == other and tellers & sentences for other, sentences in found) for file, tellers in labelled)
    return Score(right, len(found), recalled, len(labelled))


def same_teller(a: str, b: str) -> bool:
    """Whether two names of a teller share half of their words."""
    words_a, words_b = (set(re.findall(r"\w+", name.lower())) - {"the", "a", "of"} for name in (a, b))
    return bool(words_a & words_b) and 2 * len(words_a & words_b) >= min(len(words_a), len(words_b))


def same_chain(labelled: Sequence[str], found: Sequence[str]) -> bool:
    """Whether both chains name the same tellers in the same order; the agency at the end may be left out."""
    short = labelled[:-1] if len(labelled) > 1 and labelled[-1] == "NPA" and len(found) < len(labelled) else labelled
    return len(short) == len(found) and all(map(same_teller, short, found))


def chains(event: dict[str, Any]) -> Score:
    """Labelled sourcing chains that a cell or an attribution on the same sentence tells; found counts sentences with any chain."""
    comparison = compared(event["id"])
    seen: dict[Sentence, list[tuple[str, ...]]] = {}
    for claim in comparison.claims:
        for cell in claim.cells:
            for span in cell.spans:
                if cell.chain and (sentence := of_place(Place(cell.article, span))):
                    seen.setdefault(sentence, []).append(cell.chain)
    for row in comparison.attributions:
        if row.attribution.chain and (sentence := of_place(Place(row.article, row.attribution.span))):
            seen.setdefault(sentence, []).append(row.attribution.chain)
    labelled = {
        (sentence, tuple(row["chain"]))
        for claim in event["claims"]
        for row in claim["supports"]
        if row.get("chain") and scored(row["file"]) and (sentence := of_words(Quoted(row["file"], row["quote"])))
    }
    recalled = sum(any(same_chain(chain, found) for found in seen.get(sentence, ())) for sentence, chain in labelled)
    judged = {sentence for sentence, _ in labelled} & set(seen)
    right = sum(any(same_chain(chain, found) for found in seen[s] for other, chain in labelled if other == s) for s in judged)
    return Score(right, len(judged), recalled, len(labelled))


def grouping(*, every_language: bool) -> Score:
    """Pairs of articles put into one event against the labelled pairs."""

    def together(files: Iterable[str]) -> set[frozenset[str]]:
        kept = [file for file in files if every_language or scored(file)]
        return {frozenset(pair) for pair in itertools.combinations(kept, 2)}

    wanted = set().union(*(together(event["files"]) for event in expected()["events"]))
    found = set().union(*(together(FILES[number - 1] for number in group.articles) for group in groups()), set())
    return Score(len(wanted & found), len(found), len(wanted & found), len(wanted))


def zones(*, exact: bool) -> Score:
    """Labelled words whose zone is right: the very kind, or only told or not told."""
    right = total = 0
    for kind, quoted in labelled_zones():
        spans = places(quoted)
        zones_there = [zone.kind for span in spans for zone in read(quoted.file).article.document.zones if zone.span.overlap(span)]
        right += any(there == kind if exact else (there in TOLD) == (ZoneKind(kind) in TOLD) for there in zones_there)
        total += 1
    return Score(right, total, right, total)


def metadata(field: str) -> Score:
    """Values against the labels: found are the values given, labelled the values that the file tells; an invented one costs precision."""
    total = NOTHING
    for file, row in expected()["files"].items():
        value, wanted = getattr(read(file).article.document, field).value, row[field]
        given = value.edtf if value is not None and field == "date" else value
        right = int(wanted is not None and given is not None and folded(given) == folded(wanted))
        total += Score(right, int(given is not None), right, int(wanted is not None))
    return total


def folded(value: str) -> str:
    """A value without capitals and space around it."""
    return " ".join(value.casefold().split())


def total(measure: Any, **options: bool) -> Score:
    """The sum of a measure over all events."""
    return sum((measure(event, **options) for event in expected()["events"]), NOTHING)
