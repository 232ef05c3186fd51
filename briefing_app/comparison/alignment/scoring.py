"""Turns features into the chance that an expert pairs two sentences, by the fitted weights in resources/comparison/weights.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from briefing_app.comparison.alignment.agreement import AGREEMENTS, Graph, agreements_of
from briefing_app.comparison.alignment.features import FEATURES, Weighing, features_of
from briefing_app.comparison.alignment.meeting import MEETINGS, Meeting
from briefing_app.comparison.matrices.sparse import Floats
from briefing_app.paths import resource


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression over standardised features."""

    names: tuple[str, ...]
    mean: Floats
    scale: Floats
    weights: Floats
    bias: float

    def apply(self, features: Floats) -> Floats:
        """Rows of features -> chances from 0 to 1."""
        margin = ((features - self.mean) / self.scale) @ self.weights + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(margin, -30, 30))), dtype=np.float32)

    @classmethod
    def read(cls, data: dict[str, Any], names: tuple[str, ...]) -> Logistic:
        """From JSON; the names must be the program's own, in its order, else the weights belong to another version."""
        if tuple(data["names"]) != names:
            raise ValueError("resources/comparison/weights.json was fitted for other features: run packaging/fit_comparison.py")
        mean, scale, weights = (np.array(data[key], dtype=np.float32) for key in ("mean", "scale", "weights"))
        return cls(names, mean, scale, weights, float(data["bias"]))


@dataclass(frozen=True, slots=True)
class Weights:
    """The meeting of words, both looks, and ``share``: how many pairs an expert accepts, in room x room / pairs promised (see ``bar``)."""

    meeting: Meeting
    first: Logistic
    second: Logistic
    share: float


_LEAST, _MOST = 0.28, 0.6  # the bar of every event lies between these scores: unrelated articles share nothing, copies nearly all
_SAID = 0.1  # scores below it promise no pair: how many of them there are hangs on how many pairs are weighed
_FEW = 2  # pairs more than the share says, for articles of a sentence or two
FIRST_NAMES = tuple(name for name, _ in FEATURES) + MEETINGS
SECOND_NAMES = tuple(name for name, _ in AGREEMENTS) + FIRST_NAMES


@cache
def shipped() -> Weights:
    """The weights that ship with the program."""
    data = json.loads(resource("comparison", "weights.json").read_text(encoding="utf-8"))
    first, second = Logistic.read(data["first"], FIRST_NAMES), Logistic.read(data["second"], SECOND_NAMES)
    return Weights(Meeting.read(data["meeting"]), first, second, float(data["share"]))


def first_features(weighing: Weighing, features: Floats, meeting: Meeting) -> Floats:
    """What the first look sees: the features of the pair, and how much of the one the other tells."""
    return np.concatenate([features, meeting.features(weighing)], axis=1)


def second_features(weighing: Weighing, features: Floats, first_scores: Floats) -> Floats:
    """What the second look sees: the agreement with all other pairs, and the first features again."""
    return np.concatenate([agreements_of(Graph(weighing, first_scores)), features], axis=1)


def score(weighing: Weighing, weights: Weights) -> Floats:
    """The chance (0 to 1) of every weighed pair."""
    if not len(weighing.i):
        return np.zeros(0, dtype=np.float32)
    features = first_features(weighing, features_of(weighing), weights.meeting)
    weighing.forget()
    return weights.second.apply(second_features(weighing, features, weights.first.apply(features)))


def bar(weighing: Weighing, scores: Floats, share: float) -> float:
    """The score from which a pair counts as accepted: that of the last pair when so many are taken, inside fixed bounds.

    Chances are too high in some events and too low in others; how many pairs an expert accepts in an event of that room (sentences x
    (articles - 1)) varies less. Where the chances promise many pairs they promise too many, so he takes the fewer the more they promise.
    """
    articles = len(np.unique(weighing.likeness.columns))
    room = len(weighing.units) * (articles - 1)
    promised = float(scores[scores >= _SAID].sum())
    wanted = int(share * room * room / max(1.0, promised)) + _FEW
    if wanted > len(scores):
        return _LEAST
    return min(_MOST, max(_LEAST, float(np.partition(scores, -wanted)[-wanted])))
