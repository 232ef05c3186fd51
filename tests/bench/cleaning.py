"""How well cleaning keeps the story: prints figures, trafilatura alone beside ours in the same run.

usage: python -m tests.bench.cleaning SHARED [--detail]
"""

from __future__ import annotations

import ast
import base64
import gzip
import importlib.util
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import trafilatura

from briefing_app.cleaning import clean
from briefing_app.importers import plain, read
from briefing_app.model.article import Document
from briefing_app.model.errors import ImportSkipped

_DRAWS = 4000
_TOKEN = re.compile(r"\w+")
_PAGES = ("html_aeb", "html_fundus", "html_readability")


def measure(shared: Path) -> dict[str, float]:
    """Figures by name; all are shares (0 to 1)."""
    figures = {**_kept(shared)}
    for name in _PAGES:
        ours, theirs, lines = [], [], []
        for row, data in pages(shared, name):
            document = _document(data, row["id"])
            ours.append(four_gram_f1(told(document), row["text"]))
            theirs.append(four_gram_f1(trafilatura.extract(data) or "", row["text"]))
            lines.append(four_gram_f1(told(_as_lines(document)), row["text"]))
        figures[f"{name} F1"] = _mean(ours)
        figures[f"{name} F1, trafilatura alone"] = _mean(theirs)
        figures[f"{name} F1, as plain lines"] = _mean(lines)
        low, high = bootstrap_interval([mine - other for mine, other in zip(ours, theirs, strict=True)])
        figures[f"{name} F1 above trafilatura, low end of 95 %"] = low
        figures[f"{name} F1 above trafilatura, high end of 95 %"] = high
    figures.update(_snippets(shared))
    return figures


def pages(shared: Path, name: str) -> Iterator[tuple[dict[str, Any], bytes]]:
    """The rows of a set and the bytes of their pages."""
    with gzip.open(shared / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield row, base64.b64decode(row["html_b64"])


def told(document: Document) -> str:
    """The words of body, tables, standfirst and headings; trafilatura leaves titles out, the sets too, mostly."""
    kinds = ("body", "standfirst", "heading", "table")
    return "\n".join(zone.span.of(document.text) for zone in document.zones if zone.kind in kinds)


def four_gram_f1(mine: str, gold: str) -> float:
    """F1 of the bags of 4-word sequences, as the article extraction benchmark counts them."""
    a, b = _four_grams(mine), _four_grams(gold)
    both = sum((a & b).values())
    if not a or not b:
        return float(not a and not b)
    return 2 * both / (a.total() + b.total())


def bootstrap_interval(differences: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of the mean of ``differences`` over pages (percentile bootstrap, Efron 1979; always the same draws)."""
    draw = random.Random(0)
    means = sorted(_mean(draw.choices(differences, k=len(differences))) for _ in range(_DRAWS))
    return means[round(0.025 * _DRAWS)], means[round(0.975 * _DRAWS) - 1]


def _four_grams(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    width = min(4, max(1, len(tokens)))
    return Counter(tuple(tokens[i : i + width]) for i in range(len(tokens) - width + 1))


def _document(data: bytes, name: str) -> Document:
    try:
        return clean(next(read(data, f"{name}.html")), name)
    except ImportSkipped:
        return Document("")


def _as_lines(document: Document) -> Document:
    """The page's text as if somebody had pasted it."""
    if not document.text:
        return document
    return clean(plain.from_text(document.text, "utf-8"), "pasted.txt")


def _kept(shared: Path) -> dict[str, float]:
    scorer = _module(shared / "gold" / "score_compare.py")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (shared / "seeds").glob("*.txt")}
    figures = _kept_on(scorer, shared / "gold" / "gold.json", texts)
    for name in ("dev1", "dev2"):
        figures.update(_kept_on(scorer, shared / "gold" / f"{name}.json", _gold_texts(shared, name)))
    return figures


def _kept_on(scorer: ModuleType, gold: Path, texts: dict[str, str]) -> dict[str, float]:
    kept = {}
    for name, text in texts.items():
        document = clean(next(read(text.encode(), f"{name}.txt")), name)
        kept[name] = {"kept": [[zone.span.start, zone.span.end] for zone in document.told()]}
    found = scorer.score(scorer.load_gold(str(gold), texts), kept)["kept"]
    return {f"kept {gold.stem} {part}": found[part] for part in ("P", "R", "F1")}


def _gold_texts(shared: Path, name: str) -> dict[str, str]:
    gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    rows = {doc: row["row"].partition("#") for doc, row in gold["docs"].items()}
    texts = {}
    for file in {place[0] for place in rows.values()}:
        with gzip.open(shared / file, "rt", encoding="utf-8") as lines:
            by_id = {row["id"]: row for row in map(json.loads, lines)}
        for doc, (where, _, key) in rows.items():
            if where == file:
                texts[doc] = by_id[key]["title"].strip() + "\n\n" + by_id[key]["text"].strip()
    return texts


def _snippets(shared: Path) -> dict[str, float]:
    """Must-have and must-not-have snippets, ours and trafilatura's; a page's share right is what the interval is of."""
    counts, above = Counter[str](), []
    for row, data in pages(shared, "html_trafilatura"):
        mine, theirs = _folded(told(_document(data, row["id"]))), _folded(trafilatura.extract(data) or "")
        ours_right = theirs_right = snippets = 0
        for part in ("with", "without"):
            for snippet in map(_folded, ast.literal_eval(row[part]) if isinstance(row[part], str) else row[part]):
                counts[part] += 1
                counts[f"{part} ours"] += snippet in mine
                counts[f"{part} theirs"] += snippet in theirs
                snippets += 1
                ours_right += (snippet in mine) is (part == "with")
                theirs_right += (snippet in theirs) is (part == "with")
        above.append((ours_right - theirs_right) / max(1, snippets))
    low, high = bootstrap_interval(above)
    return {
        "html_trafilatura snippets kept": counts["with ours"] / counts["with"],
        "html_trafilatura snippets kept, trafilatura alone": counts["with theirs"] / counts["with"],
        "html_trafilatura snippets left out": 1 - counts["without ours"] / counts["without"],
        "html_trafilatura snippets left out, trafilatura alone": 1 - counts["without theirs"] / counts["without"],
        "html_trafilatura snippets right above trafilatura": _mean(above),
        "html_trafilatura snippets right above trafilatura, low end of 95 %": low,
        "html_trafilatura snippets right above trafilatura, high end of 95 %": high,
    }


def _folded(words: str) -> str:
    return " ".join(words.split())


def _mean(values: list[float]) -> float:
    return sum(values) / max(1, len(values))


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _detail(shared: Path) -> None:
    for name in _PAGES:
        for row, data in pages(shared, name):
            document = _document(data, row["id"])
            ours, theirs = four_gram_f1(told(document), row["text"]), four_gram_f1(trafilatura.extract(data) or "", row["text"])
            lines = four_gram_f1(told(_as_lines(document)), row["text"])
            print(f"{ours:.3f} {theirs:.3f} {lines:.3f} {row['id']}")


if __name__ == "__main__":
    if "--detail" in sys.argv:
        _detail(Path(sys.argv[1]))
    else:
        for figure, value in measure(Path(sys.argv[1])).items():
            print(f"{value:.3f}  {figure}")
