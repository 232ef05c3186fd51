"""Prints how well quotations, speakers and attributions are found: on polnear, and on the golds' articles by the golds' own scorer.

usage: python tests/bench/language.py [SHARED]      (the folder beside the checkout when none is named)
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing_app.language import read
from briefing_app.language.marks import marked_in
from briefing_app.model.article import Attested, Document, Evidence, Zone, ZoneKind
from briefing_app.model.findings import Findings
from briefing_app.model.span import Span

Triple = tuple[str, int, int]


def as_document(text: str, kept: list[tuple[int, int, ZoneKind]] | None = None) -> Document:
    """A document whose first line is the title and whose other lines are body, or whose zones are ``kept``."""
    zones: list[Zone] = []
    start = 0
    for line in text.split("\n"):
        if kept is None and line.strip():
            zones.append(Zone(ZoneKind.TITLE if not start else ZoneKind.BODY, Span(start, start + len(line)), "bench", 1.0))
        start += len(line) + 1
    if kept is not None:
        zones = [Zone(kind, Span(a, b), "bench", 1.0) for a, b, kind in kept]
    return Document(text, zones=tuple(zones), language=Attested("en", (Evidence("en", "bench"),), 1.0))


def f1(hits: int, predicted: int, gold: int) -> float:
    """F1 of so many hits."""
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def overlap(span: Span | None, pieces: list[list[Any]]) -> bool:
    """Whether the span touches one of the labelled pieces."""
    return span is not None and any(span.start < end and start < span.end for start, end, _ in pieces)


def polnear(shared: Path) -> dict[str, float]:
    """Quotations (marked stretches inside a labelled content), speakers of those found, and cue + source of attributions."""
    count = dict.fromkeys(["q_hit", "q_pred", "q_gold", "speaker", "a_hit", "a_pred", "a_gold", "span"], 0)
    with gzip.open(shared / "data" / "polnear.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            findings = read(as_document(row["text"]))
            _count_quotations(row, findings, count)
            _count_attributions(row, findings, count)
    return {
        "polnear quotations F1": f1(count["q_hit"], count["q_pred"], count["q_gold"]),
        "polnear speakers": count["speaker"] / max(1, count["q_hit"]),
        "polnear attribution P": count["a_hit"] / max(1, count["a_pred"]),
        "polnear attribution R": count["a_hit"] / max(1, count["a_gold"]),
        "polnear attribution F1": f1(count["a_hit"], count["a_pred"], count["a_gold"]),
    }


def gold_quotations(row: dict[str, Any]) -> list[tuple[Span, dict[str, Any]]]:
    """What stands in quotation marks inside a labelled content, with its label."""
    text, found, start = row["text"], [], 0
    for line in text.split("\n"):
        for marked in marked_in(text, Span(start, start + len(line))) if line else []:
            for label in row["labels"]:
                reach = [
                    piece for piece in label.get("content", []) if piece[0] <= marked.span.start + 2 and marked.span.end - 2 <= piece[1]
                ]
                if reach or sum(marked.span.overlap(Span(p[0], p[1])) for p in label.get("content", [])) > 0.8 * len(marked.span):
                    found.append((marked.span, label))
                    break
        start += len(line) + 1
    return found


def _count_quotations(row: dict[str, Any], findings: Findings, count: dict[str, int]) -> None:
    gold = gold_quotations(row)
    left = list(gold)
    count["q_gold"] += len(gold)
    count["q_pred"] += len(findings.quotations)
    for quotation in findings.quotations:
        match = next((g for g in left if g[0].overlap(quotation.span) * 2 >= max(len(g[0]), len(quotation.span))), None)
        if match is None:
            continue
        left.remove(match)
        count["q_hit"] += 1
        labels = [label for label in row["labels"] if any(quotation.span.overlap(Span(p[0], p[1])) for p in label.get("content", []))]
        count["speaker"] += any(same_speaker(quotation.speaker, quotation.mention, label.get("source", [])) for label in labels)


def same_speaker(speaker: str, mention: Span | None, source: list[list[Any]]) -> bool:
    """Whether the mention touches the labelled source, or the name shares its last word with it; both may be empty."""
    if not source:
        return not speaker
    if overlap(mention, source) or antecedent(mention, source):
        return True
    words = {word.strip(",.'’s") for piece in source for word in piece[2].split() if word[:1].isupper()}
    return bool(speaker) and speaker.split()[-1].strip(",.'’s") in words


def antecedent(mention: Span | None, source: list[list[Any]]) -> bool:
    """Whether the label is a "who" or "which" and the mention the noun right before it: polnear labels the pronoun, we give the noun."""
    return mention is not None and any(
        words.lower() in ("who", "which", "that") and 0 <= start - mention.end <= 3 for start, _, words in source
    )


def distinct(labels: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The labels with a cue; what two annotators labelled alike (same cue, same source) counts once."""
    kept: dict[tuple[Any, ...], dict[str, Any]] = {}
    for label in labels:
        if label.get("cue") and label["cue"][0][2].strip():
            kept.setdefault((label["cue"][0][0], *(piece[0] for piece in label.get("source", [])[:1])), label)
    return list(kept.values())


def _count_attributions(row: dict[str, Any], findings: Findings, count: dict[str, int]) -> None:
    gold = distinct(row["labels"])
    pred = {(a.cue, a.mention): a for a in findings.attributions if a.cue is not None}
    count["a_gold"] += len(gold)
    count["a_pred"] += len(pred)
    left = list(gold)
    for attribution in pred.values():
        for label in left:
            source = label.get("source", [])
            right = (
                overlap(attribution.mention, source)
                or antecedent(attribution.mention, source)
                or (not label.get("source") and attribution.mention is None)
            )
            if right and overlap(attribution.cue, label["cue"]):
                left.remove(label)
                count["a_hit"] += 1
                break


def golds(shared: Path) -> dict[str, float]:
    """Quotations and attributions of the golds' articles, by the golds' own scorer."""
    scorer = _scorer(shared)
    figures: dict[str, float] = {}
    for name in ("gold", "dev1", "dev2"):
        texts = _texts(shared, name)
        gold = scorer.load_gold(str(shared / "gold" / f"{name}.json"), texts)
        kept = {doc: _kept(gold, doc, texts[doc]) for doc in gold["docs"]}
        pred: dict[str, Any] = {"quotes": [], "attributions": []}
        for doc in gold["docs"]:
            findings = read(as_document(texts[doc], kept[doc]))
            pred["quotes"] += [[doc, q.span.start, q.span.end, q.speaker] for q in findings.quotations]
            pred["attributions"] += [[doc, a.span.start, a.span.end, a.source or "(none)"] for a in findings.attributions]
        scores = scorer.score(gold, pred)
        figures[f"{name} quotes F1"] = scores["quotes"]["F1"]
        figures[f"{name} speakers"] = scores["quotes"]["speaker_acc"]
        figures[f"{name} attributions P"] = scores["attributions"]["P"]
        figures[f"{name} attributions R"] = scores["attributions"]["R"]
        figures[f"{name} attributions F1"] = scores["attributions"]["F1"]
        figures[f"{name} attributions with source F1"] = scores["attributions"]["both_F1"]
    return figures


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_compare", shared / "gold" / "score_compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _texts(shared: Path, name: str) -> dict[str, str]:
    """The articles of a gold: the seeds, or title, blank line and text of rows of the data."""
    if name == "gold":
        return {path.name[:3]: path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}
    docs = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))["docs"]
    texts = {}
    for doc, about in docs.items():
        file, _, key = about["row"].partition("#")
        with gzip.open(shared / file, "rt", encoding="utf-8") as lines:
            row = next(row for row in map(json.loads, lines) if row["id"] == key)
        texts[doc] = row["title"].strip() + "\n\n" + row["text"].strip()
    return texts


def _kept(gold: dict[str, Any], doc: str, text: str) -> list[tuple[int, int, ZoneKind]]:
    """The gold's own told lines: this bench measures the language, not the cleaning."""
    if gold["seeds"]:
        return [
            (a, b, ZoneKind(label)) for d, a, b, label in gold["units"] if d == doc and label in ("title", "standfirst", "body") and b > a
        ]
    lines: list[tuple[int, int, ZoneKind]] = []
    for d, start, end, label in sorted(gold["S"].values()):
        if d != doc or label not in ("title", "standfirst", "body"):
            continue
        kind = ZoneKind(label)
        if lines and lines[-1][2] is kind and "\n" not in text[lines[-1][1] : start] and start - lines[-1][1] < 4:
            lines[-1] = (lines[-1][0], end, kind)
        else:
            lines.append((start, end, kind))
    return lines


def speed(shared: Path) -> dict[str, float]:
    """Milliseconds to read an article of 40 sentences, warm; the text is the first 40 sentences of polnear articles."""
    with gzip.open(shared / "data" / "polnear.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [as_document(row["text"]) for row in map(json.loads, lines)][:30]
    sentences = sum(len(read(document).sentences) for document in documents)
    start = time.process_time()
    for document in documents:
        read(document)
    return {"ms per 40 sentences": (time.process_time() - start) * 1000 * 40 / sentences}


def measure(shared: Path) -> dict[str, float]:
    """Every figure by name."""
    return {**polnear(shared), **golds(shared), **speed(shared)}


def main() -> None:
    """Print the figures, or why there are none."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2].parent / "shared"
    if not shared.is_dir():
        print("skipped: the folder 'shared' is not beside the checkout")
        return
    for name, value in measure(shared).items():
        print(f"{name:40} {value:.3f}")


if __name__ == "__main__":
    main()
