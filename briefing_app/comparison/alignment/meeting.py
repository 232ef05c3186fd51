"""How much of one sentence another tells, every word weighing what the fit has found its kind to weigh; hides the traits of words.

The weight of a word is the exponential of a sum over its traits, so that "how common" and "in whose title" multiply; what a near word of
the other sentence is worth was fitted along with it (packaging/fit_meeting.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment.features import Weighing
from briefing_app.comparison.alignment.likeness import Likeness
from briefing_app.comparison.matrices.all_products import dense
from briefing_app.comparison.matrices.row_products import Rows, made_of_all, products_both_ways, sums
from briefing_app.comparison.matrices.sparse import Floats, Indices

TRAITS = (
    "background",  # logarithm of how rare the stem is in the language, against the mean of the event
    "local",  # the same among the sentences of the event
    "name",
    "quoted",
    "repeated",  # logarithm of how many sentences of its own article hold it
    "articles",  # share of the articles that hold it
    "place",  # where among the telling words of the sentence, from 0 to 1
    "in_a_head",  # whether the first sentence of any article holds it
    "in_own_head",
    "framing",  # teller or say-verb of an attribution
    "short",  # its stem has three letters at most
    "length",  # logarithm of the number of telling words of the sentence
    "head",  # the sentence is title or standfirst
)
"""What is known of a word of a sentence."""
NEARNESSES = ("by_vector", "by_wordnet", "nearer_by_vector")
"""How near a word of the other sentence comes, other than being the same; by vector counted twice, the second time from ``_NEARER`` on."""
MEETINGS = ("meeting_of_both", "meeting_mean", "meeting_least", "meeting_most")
"""What is told of a pair: the sum of the logarithms of how much of the one the other tells, the geometric mean, the smaller, the larger."""
_NEARER = 0.6
_COMMONEST = 0.05  # of the mean rarity: below it all words are equally common
_SHORT = 3
NONE = 0.02  # what is added to how much is told, so that nothing told has a logarithm
STEEPEST = 8.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """The telling words of all sentences, each once a sentence, in their order: unit, column of the vocabulary, words x ``TRAITS``."""

    rows: Indices
    columns: Indices
    traits: Floats

    @classmethod
    def of(cls, likeness: Likeness) -> Weighed:
        """All words of the event but the stop words."""
        told = likeness.held
        once = np.unique(told.rows * likeness.width + told.columns, return_index=True)[1]
        rows, columns = told.rows[once], told.columns[once]
        counts = np.bincount(told.rows, minlength=len(likeness.units))
        place = (np.arange(len(told.rows)) - (np.cumsum(counts) - counts)[told.rows]) / np.maximum(1, counts[told.rows] - 1)
        read = told.names[once], told.quoted[once], place[once], _framing(likeness)[once], np.log(np.maximum(1, counts[rows]))
        traits = np.stack([np.asarray(one, dtype=np.float32) for one in _traits(likeness, rows, columns, read)], axis=1)
        return cls(rows, columns, traits)


def _framing(likeness: Likeness) -> NDArray[np.bool_]:
    """Of each telling word whether it stands in the teller or the say-verb of an attribution."""
    framing = np.zeros(len(likeness.held.rows), dtype=bool)
    ends = np.cumsum(np.bincount(likeness.held.rows, minlength=len(likeness.units))).tolist()
    for unit, start, end in zip(likeness.units, [0, *ends], ends, strict=False):
        frames = [span for one in unit.attributions for span in (one.mention, one.cue) if span]
        if frames:
            framing[start:end] = [any(frame.holds(word.span) for frame in frames) for word in unit.words if not word.stop]
    return framing


def _traits(like: Likeness, rows: Indices, columns: Indices, read: tuple[NDArray[Any], ...]) -> tuple[NDArray[Any], ...]:
    """``TRAITS``, of what was read off each word, and of what the event's matrices tell of it."""
    name, quoted, place, framing, length = read
    own = like.columns[rows]
    articles = int(like.columns.max(initial=-1)) + 1
    holding: Floats = np.zeros((articles, like.width), dtype=np.float32)
    np.add.at(holding, (own, columns), 1.0)
    heads = np.zeros(holding.shape, dtype=bool)
    for there in like.of_column:
        heads[like.columns[there.start]] = dense(like.words, slice(there.start, there.start + 1))[0] > 0
    background = like.background / max(1e-6, float(like.background.mean())) if len(columns) else like.background
    short = np.array([len(stem) <= _SHORT for stem in like.vocabulary], dtype=bool)
    return (
        np.log(np.maximum(background, _COMMONEST))[columns],
        np.log(like.local / like.local.mean())[columns],
        name,
        quoted,
        np.log(np.maximum(1.0, holding[own, columns])),
        (holding > 0).sum(axis=0)[columns] / max(1, articles),
        place,
        np.asarray(heads.any(axis=0))[columns],
        heads[own, columns],
        framing,
        short[columns],
        length,
        np.array([unit.head for unit in like.units], dtype=bool)[rows],
    )


@dataclass(frozen=True, slots=True)
class Meeting:
    """The fitted worth of every trait and of every nearness, and what is added to the weight of all words of a sentence."""

    traits: Floats
    nearnesses: Floats
    added: float

    def weights(self, words: Weighed) -> Floats:
        """The weight of each telling word."""
        return np.asarray(np.exp(np.clip(words.traits @ self.traits, -STEEPEST, STEEPEST)), dtype=np.float32)

    def features(self, weighing: Weighing) -> Floats:
        """Pairs x ``MEETINGS``."""
        like = weighing.likeness
        words = Weighed.of(like)
        weighing.go_on()
        weighted = like.rows_of(words.rows, words.columns, self.weights(words))
        mass = sums(weighted) + np.float32(self.added)
        met = self._met(like, weighing.met[0])
        weighing.go_on()
        forth, back = products_both_ways(weighted, met, weighing.i, weighing.j)
        return summed_up(forth / mass[weighing.i], back / mass[weighing.j])

    def _met(self, like: Likeness, met: Rows) -> Rows:
        """Units x vocabulary: 1 for a stem of the unit, else the worth of how near its words come."""
        return made_of_all((like.words, met, like.related), self._worth)

    def _worth(self, words: Floats, met: Floats, related: Floats) -> Floats:
        near = nearnesses(met, related)
        return np.where(words > 0, np.float32(1), sum(w * one for w, one in zip(self.nearnesses, near, strict=True)))

    @classmethod
    def read(cls, data: dict[str, Any]) -> Meeting:
        """From JSON; the names must be the program's own, in its order."""
        if tuple(data["traits"]) != TRAITS or tuple(data["nearnesses"]) != NEARNESSES:
            raise ValueError("resources/comparison/weights.json was fitted for other traits of words: run packaging/fit_comparison.py")
        traits, near = (np.array(list(data[key].values()), dtype=np.float32) for key in ("traits", "nearnesses"))
        return cls(traits, near, float(data["added"]))


def nearnesses(met: Floats, related: Floats) -> tuple[Floats, Floats, Floats]:
    """How near a word is met by ``NEARNESSES``, of how near it is met by the vectors and by WordNet."""
    return met, related, np.maximum(met - np.float32(_NEARER), np.float32(0))


def summed_up(forth: NDArray[np.floating], back: NDArray[np.floating]) -> Floats:
    """Pairs x ``MEETINGS`` of how much of the one is told by the other and the other way round."""
    a, b = np.maximum(forth, 0), np.maximum(back, 0)
    found = np.log(a + NONE) + np.log(b + NONE), np.sqrt(a * b + NONE**2), np.minimum(a, b), np.maximum(a, b)
    return np.stack([np.asarray(one, dtype=np.float32) for one in found], axis=1)
