"""Fits resources/comparison/weights.json on the hand-made golds and pairs_superpal beside the checkout (../shared/gold, ../shared/data).

    python packaging/fit_comparison.py            fits on all events and writes the weights
    python packaging/fit_comparison.py --left-out prints what events left out of the fit reach, beside plain tf-idf

What the words of a sentence weigh (fit_meeting.py), and two logistic regressions: the first sees the features of a sentence pair, the
second also what the first says of all other pairs.
The second is fitted on first scores of events that the first had not seen. How many pairs are accepted is learnt from the golds alone, on
scores of events that neither had seen: a topic of pairs_superpal holds only sentences that have a partner. Only numbers are written, no
words of any article.
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
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "packaging")]

from fit_meeting import Met, fit_meeting  # noqa: E402

from briefing_app.comparison.alignment.align import weigh  # noqa: E402
from briefing_app.comparison.alignment.features import Weighing, features_of  # noqa: E402
from briefing_app.comparison.alignment.meeting import NEARNESSES, TRAITS  # noqa: E402
from briefing_app.comparison.alignment.scoring import (  # noqa: E402
    FIRST_NAMES,
    SECOND_NAMES,
    Logistic,
    Weights,
    bar,
    first_features,
    second_features,
)
from briefing_app.comparison.matrices.sparse import Floats  # noqa: E402
from tests.bench import superpal  # noqa: E402
from tests.bench.gold_events import GOLDS, GoldEvent, answers, events, scorer  # noqa: E402

OUT = CHECKOUT / "resources" / "comparison" / "weights.json"
SHARED = CHECKOUT.parent / "shared"
STRENGTH = 0.01  # inverse strength of the ridge
STEPS = 15
LOOSE = 0.6  # weight of a pair that the gold calls loose
NEARLY = 0.02  # F1 that a share may lack and still count for a third of the best


@dataclass(frozen=True, slots=True)
class Labelled:
    """The weighed pairs of one event with the gold's answer (0 or 1) and its weight."""

    event: GoldEvent
    weighing: Weighing
    met: Met
    features: Floats
    answer: NDArray[np.float64]
    weight: NDArray[np.float64]
    loose: NDArray[np.bool_]
    missed: int

    @property
    def name(self) -> str:
        """Gold and event: "dev1.json/E1"."""
        return f"{self.event.gold}/{self.event.name}"

    @property
    def counted(self) -> NDArray[np.bool_]:
        """The pairs that the gold has an answer to."""
        return self.weight > 0


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
    return Labelled(event, weighing, Met.of(weighing), features_of(weighing), answer, weight, loose, len(asked) - len(met))


def label_topic(topic: superpal.Topic) -> Labelled:
    """Looks every weighed pair of summary and source up in pairs_superpal; two sources of one summary have no answer."""
    weighing = weigh(topic.event.articles, topic.event.findings)
    sentences = [topic.sentence(unit) for unit in weighing.units]
    keys = [(sentences[i], sentences[j]) for i, j in zip(weighing.i.tolist(), weighing.j.tolist(), strict=True)]
    answer = np.array([float(key in topic.pairs) for key in keys])
    weight = np.array([float(weighing.units[i].column == 0) for i in weighing.i.tolist()]) / max(1.0, len(keys) ** 0.5)
    missed = len(topic.pairs - set(keys))
    return Labelled(topic.event, weighing, Met.of(weighing), features_of(weighing), answer, weight, np.zeros(len(keys), dtype=bool), missed)


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
    """The meeting, both looks and the share, from these events alone.

    The share is fitted on scores of events that were not seen: of its own events either look promises too well.
    """
    meeting = fit_meeting([(one.met, one.answer, one.weight) for one in labelled])
    features = [first_features(one.weighing, one.features, meeting) for one in labelled]

    def look(names: tuple[str, ...], tables: list[Floats], left_out: int | None = None) -> Logistic:
        some = [k for k in range(len(labelled)) if k != left_out]
        return fit_logistic(names, [tables[k] for k in some], [labelled[k] for k in some])

    unseen = [look(FIRST_NAMES, features, k).apply(table) for k, table in enumerate(features)]
    rows = [second_features(one.weighing, table, scores) for one, table, scores in zip(labelled, features, unseen, strict=True)]
    golds = [(one, look(SECOND_NAMES, rows, k).apply(rows[k])) for k, one in enumerate(labelled) if one.event.gold in GOLDS]
    return Weights(meeting, look(FIRST_NAMES, features), look(SECOND_NAMES, rows), best_share(golds))


def best_share(golds: list[tuple[Labelled, Floats]]) -> float:
    """The mean of all shares (of their logarithms), each weighing by how near it comes to the best.

    How good one is, is the mean over the events of F1 over all pairs and F1 over the strict ones; which is the very best is chance.
    """
    tries = np.geomspace(0.1, 0.5, 60)
    means = np.array([np.mean([f1s(one, scores, bar(one.weighing, scores, at)) for one, scores in golds]) for at in tries])
    return round(float(np.exp(np.average(np.log(tries), weights=np.exp((means - means.max()) / NEARLY)))), 3)


def f1s(one: Labelled, scores: Floats, at: float) -> tuple[float, float]:
    """F1 over all pairs and over the strict ones (loose ones neutral) when those from that score on are accepted."""

    def f1(kept: NDArray[np.bool_]) -> float:
        taken = (scores >= at) & kept
        return float(2 * one.answer[taken].sum() / (taken.sum() + one.answer[kept].sum() + one.missed))

    return f1(one.counted), f1(one.counted & ~one.loose)


def apply(weights: Weights, one: Labelled) -> Floats:
    """Scores of an event under the weights."""
    features = first_features(one.weighing, one.features, weights.meeting)
    return weights.second.apply(second_features(one.weighing, features, weights.first.apply(features)))


def labelled_events() -> list[Labelled]:
    """Every event of every gold, then every topic of pairs_superpal."""
    golds: dict[str, Any] = {}
    score = scorer(SHARED)
    found = [label(event, golds.setdefault(event.gold, answers(SHARED, event.gold)), score) for event in events(SHARED)]
    return found + [label_topic(topic) for topic in superpal.topics(SHARED)]


def left_out(labelled: list[Labelled]) -> dict[str, Weights]:
    """For every event ("dev1.json/E1") the weights that were fitted without it."""
    return {held.name: fit([one for one in labelled if one is not held]) for held in labelled}


def write(weights: Weights) -> None:
    """The JSON that the program reads."""

    def rounded(model: Logistic) -> dict[str, Any]:
        lists = {key: [float(f"{x:.5g}") for x in getattr(model, key)] for key in ("mean", "scale", "weights")}
        return {"names": list(model.names), **lists, "bias": round(model.bias, 5)}

    def named(names: tuple[str, ...], worths: Floats) -> dict[str, float]:
        return {name: float(f"{worth:.5g}") for name, worth in zip(names, worths, strict=True)}

    meeting = {
        "traits": named(TRAITS, weights.meeting.traits),
        "nearnesses": named(NEARNESSES, weights.meeting.nearnesses),
        "added": float(f"{weights.meeting.added:.5g}"),
    }
    data = {"meeting": meeting, "first": rounded(weights.first), "second": rounded(weights.second), "share": weights.share}
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def report(labelled: list[Labelled]) -> None:
    """Prints what each event reaches when it is left out: F1 at the bar and average precision, all and strict, beside the plain cosine."""
    weights = left_out(labelled)
    table = []
    for one in labelled:
        scores = apply(weights[one.name], one)
        at = bar(one.weighing, scores, weights[one.name].share)
        cosine = one.weighing.cosine
        best = [max(f1s(one, cosine, t)[k] for t in np.arange(0.05, 0.6, 0.01)) for k in (0, 1)]
        table.append((*f1s(one, scores, at), *precisions(one, scores), *best, *precisions(one, cosine), at, weights[one.name].share))
        print(f"{one.name:32}", LINE.format(*table[-1]))
    for name, some in (("golds", table[:-4]), ("pairs_superpal", table[-4:])):
        print(f"{name + ', mean of the events':32}", LINE.format(*np.mean(some, axis=0)))


LINE = "F1 {:.3f}/{:.3f} AP {:.3f}/{:.3f}   cosine at its best {:.3f}/{:.3f} AP {:.3f}/{:.3f}   bar {:.2f} share {:.2f}"


def precisions(one: Labelled, scores: Floats) -> tuple[float, float]:
    """Average precision over all pairs and over the strict ones."""

    def average(kept: NDArray[np.bool_]) -> float:
        right = one.answer[kept][np.argsort(-scores[kept], kind="stable")]
        found = np.cumsum(right) / np.arange(1, len(right) + 1)
        return float((found * right).sum() / (right.sum() + one.missed))

    return average(one.counted), average(one.counted & ~one.loose)


def main() -> None:
    """Fit, or report on events left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--left-out", action="store_true", help="report on events left out instead of writing the weights")
    left_out: bool = parser.parse_args().left_out
    labelled = labelled_events()
    if left_out:
        report(labelled)
        return
    weights = fit(labelled)
    write(weights)
    print(f"{sum(len(one.answer) for one in labelled)} pairs of {len(labelled)} events, share {weights.share}")


if __name__ == "__main__":
    main()
