"""Fits resources/comparison/weights.json on the hand-made golds beside the checkout (../shared/gold).

    python packaging/fit_comparison.py            fits on all events and writes the weights
    python packaging/fit_comparison.py --left-out prints what events left out of the fit reach, beside plain tf-idf

Two logistic regressions: the first sees the features of a sentence pair, the second also what the first says of all other pairs.
The second is fitted on first scores of events that the first had not seen. Only numbers are written, no words of any article.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from briefing_app.comparison.alignment import weigh  # noqa: E402
from briefing_app.comparison.features import Weighing, features_of  # noqa: E402
from briefing_app.comparison.likeness import Floats  # noqa: E402
from briefing_app.comparison.scoring import FIRST_NAMES, SECOND_NAMES, Logistic, Weights, second_features  # noqa: E402
from tests.bench.gold_events import GoldEvent, answers, events, scorer  # noqa: E402

OUT = CHECKOUT / "resources" / "comparison" / "weights.json"
SHARED = CHECKOUT.parent / "shared"
STRENGTH = 0.02  # inverse strength of the ridge
STEPS = 15
LOOSE = 0.6  # weight of a pair that the gold calls loose


@dataclass(frozen=True, slots=True)
class Labelled:
    """The weighed pairs of one event with the gold's answer (0 or 1) and its weight."""

    event: GoldEvent
    weighing: Weighing
    features: Floats
    answer: NDArray[np.float64]
    weight: NDArray[np.float64]
    loose: NDArray[np.bool_]
    missed: int


def label(event: GoldEvent, gold: Any, score: Any) -> Labelled:
    """Looks every weighed pair up in the gold."""
    weighing = weigh(event.articles, event.findings)
    names = [score.to_sents(gold, event.docs[unit.column], unit.span.start, unit.span.end) for unit in weighing.units]
    answer, weight = np.zeros(len(weighing.i)), np.ones(len(weighing.i))
    loose = np.zeros(len(weighing.i), dtype=bool)
    met = set()
    for k, (i, j) in enumerate(zip(weighing.i.tolist(), weighing.j.tolist(), strict=True)):
        for a in names[i]:
            for b in names[j]:
                key = tuple(sorted((a, b), key=score.skey))
                if key in gold["P"]:
                    answer[k], weight[k] = 1.0, 1.0 if gold["P"][key] else LOOSE
                    loose[k] = not gold["P"][key]
                    met.add(key)
                if score.neutral(gold, a) or score.neutral(gold, b):
                    weight[k] = 0.0
    asked = [key for key in gold["P"] if key[0].split("#")[0] in event.docs]
    weight /= max(1.0, len(weight) ** 0.5)  # a long event must not drown the others
    return Labelled(event, weighing, features_of(weighing), answer, weight, loose, len(asked) - len(met))


def fit_logistic(names: tuple[str, ...], tables: list[Floats], labelled: list[Labelled]) -> Logistic:
    """A ridge logistic regression over standardised features."""
    features = np.concatenate(tables).astype(np.float64)
    answer = np.concatenate([one.answer for one in labelled])
    weight = np.concatenate([one.weight for one in labelled])
    mean, scale = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-2)
    rows = np.c_[(features - mean) / scale, np.ones(len(features))]
    weights = newton(rows, answer, weight / weight.mean())
    arrays = (np.asarray(x, dtype=np.float32) for x in (mean, scale, weights[:-1]))
    return Logistic(names, *arrays, float(weights[-1]))


def newton(rows: NDArray[np.float64], answer: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton's method; the last column is the bias and is not held back."""
    ridge = np.eye(rows.shape[1]) / STRENGTH
    ridge[-1, -1] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (weight * (chance - answer)) + ridge @ weights
        bend = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def fit(labelled: list[Labelled]) -> Weights:
    """Both looks and the threshold, from these events alone."""
    first = fit_logistic(FIRST_NAMES, [one.features for one in labelled], labelled)
    unseen = []
    for held in labelled:
        rest = [one for one in labelled if one is not held]
        unseen.append(fit_logistic(FIRST_NAMES, [one.features for one in rest], rest).apply(held.features))
    rows = [second_features(one.weighing, one.features, scores) for one, scores in zip(labelled, unseen, strict=True)]
    second = fit_logistic(SECOND_NAMES, rows, labelled)
    return Weights(first, second, best_threshold([second.apply(row) for row in rows], labelled))


def best_threshold(scores: list[Floats], labelled: list[Labelled]) -> float:
    """The score at which the mean of F1 over all pairs and F1 over the strict ones (loose ones neutral) is best."""
    every = np.concatenate(scores)
    counted = np.concatenate([one.weight > 0 for one in labelled])
    loose = np.concatenate([one.loose for one in labelled])
    right = np.concatenate([one.answer for one in labelled]) * counted
    missed = sum(one.missed for one in labelled)
    tries = np.arange(0.1, 0.9, 0.01)

    def f1(at: float, kept: NDArray[np.bool_]) -> float:
        taken = (every >= at) & kept
        return float(2 * right[taken].sum() / (taken.sum() + right[kept].sum() + missed))

    means = [f1(at, counted) + f1(at, counted & ~loose) for at in tries]
    return round(float(tries[int(np.argmax(means))]), 2)


def apply(weights: Weights, one: Labelled) -> Floats:
    """Scores of an event under the weights."""
    return weights.second.apply(second_features(one.weighing, one.features, weights.first.apply(one.features)))


def labelled_events() -> list[Labelled]:
    """Every event of every gold."""
    golds: dict[str, Any] = {}
    score = scorer(SHARED)
    return [label(event, golds.setdefault(event.gold, answers(SHARED, event.gold)), score) for event in events(SHARED)]


def left_out(labelled: list[Labelled]) -> dict[str, Weights]:
    """For every event ("dev1.json/E1") the weights that were fitted without it."""
    return {f"{one.event.gold}/{one.event.name}": fit([x for x in labelled if x is not one]) for one in labelled}


def write(weights: Weights) -> None:
    """The JSON that the program reads."""

    def rounded(model: Logistic) -> dict[str, Any]:
        lists = {key: [float(f"{x:.5g}") for x in getattr(model, key)] for key in ("mean", "scale", "weights")}
        return {"names": list(model.names), **lists, "bias": round(model.bias, 5)}

    data = {"first": rounded(weights.first), "second": rounded(weights.second), "threshold": weights.threshold}
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def report(labelled: list[Labelled]) -> None:
    """Prints pairs F1 and average precision per gold, events left out, beside the plain cosine."""
    score = scorer(SHARED)
    every = left_out(labelled)
    for gold in dict.fromkeys(one.event.gold for one in labelled):
        some = [one for one in labelled if one.event.gold == gold]
        for name, scores, cuts in (
            ("cosine", [one.weighing.cosine for one in some], None),
            ("left out", [apply(every[f"{gold}/{one.event.name}"], one) for one in some], every),
        ):
            rows, cut = [], []
            for one, values in zip(some, scores, strict=True):
                units, docs = one.weighing.units, one.event.docs
                threshold = cuts[f"{gold}/{one.event.name}"].threshold if cuts else 2.0
                for i, j, value in zip(one.weighing.i.tolist(), one.weighing.j.tolist(), values.tolist(), strict=True):
                    a, b = units[i], units[j]
                    row = [docs[a.column], a.span.start, a.span.end, docs[b.column], b.span.start, b.span.end, value]
                    rows.append(row)
                    cut += [row] if value >= threshold else []
            loaded = answers(SHARED, gold)
            best = score.score_pairs(loaded, score.map_pairs(loaded, rows))
            every_pair, strict = best["best_all"], best["best_strict"]
            line = f"{gold:10} {name:9} best all {every_pair['F1']:.3f} ap {every_pair['ap']:.3f} strict {strict['F1']:.3f}"
            if cut:
                at = score.score_pairs(loaded, score.map_pairs(loaded, cut))
                line += f"   at own threshold: all {at['all']['F1']:.3f} strict {at['strict']['F1']:.3f}"
            print(line)


def main() -> None:
    """Fit, or report on events left out."""
    parser = argparse.ArgumentParser(description="Fit the comparison's weights.")
    parser.add_argument("--left-out", action="store_true", help="report on events left out instead of writing the weights")
    labelled = labelled_events()
    if parser.parse_args().left_out:
        report(labelled)
        return
    weights = fit(labelled)
    write(weights)
    print(f"{sum(len(one.answer) for one in labelled)} pairs of {len(labelled)} events, threshold {weights.threshold}")


if __name__ == "__main__":
    main()
