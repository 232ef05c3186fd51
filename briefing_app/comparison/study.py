"""What every analysis reads: the articles, their findings, the alignment and the rows, computed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise, permutations

import numpy as np
from numpy.typing import NDArray

from briefing_app.comparison.alignment.align import Alignment, align
from briefing_app.comparison.alignment.lone_doers import same_lone_deed
from briefing_app.comparison.alignment.lone_tallies import same_lone_tally
from briefing_app.comparison.alignment.scoring import Weights
from briefing_app.comparison.copies import copies_of, copy_groups
from briefing_app.comparison.rows import ClauseLinks, Row, rows_of
from briefing_app.comparison.rulings.rows import on_rows
from briefing_app.comparison.rulings.settling import Settled
from briefing_app.comparison.sentences.units import Unit
from briefing_app.comparison.stretches.sides import Side, side_of
from briefing_app.model.article import Article
from briefing_app.model.comparison import Copy
from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import Findings
from briefing_app.model.going_on import GoOn, always
from briefing_app.model.letters import Letter, letters_of
from briefing_app.model.source import Register

_SMALL = 3  # sentences of one article up to which a row is about one thing alone


@dataclass(frozen=True)
class Study:
    """One comparison under way. Columns count the articles from 0."""

    articles: Sequence[Article]
    findings: Sequence[Findings]
    weights: Weights | None = None
    rulings: tuple[Settled, ...] = ()
    register: Register = field(default_factory=Register)
    go_on: GoOn = field(default=always, compare=False)

    def under(self, rulings: tuple[Settled, ...]) -> Study:
        """The same under other rulings; what none of them touches is worked out once for both."""
        other = replace(self, rulings=rulings)
        vars(other).update((name, getattr(self, name)) for name in _UNRULED)
        return other

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """What the articles go by."""
        return letters_of((article.document.source.value for article in self.articles), self.register)

    @cached_property
    def house_of(self) -> tuple[int, ...]:
        """For each column the house of its letter; the column itself where all are of one house, so that they can be told apart."""
        houses = tuple(letter.house for letter in self.letters)
        return houses if len(set(houses)) > 1 else tuple(range(len(houses)))

    @cached_property
    def voice_of(self) -> tuple[int, ...]:
        """For each column the first column of its voice: copies of one text are one voice, and so are the articles of one house.

        Where that would leave one voice in all, only copies are one.
        """
        voice, first = list(self.origin_of), dict[int, int]()
        for column, house in enumerate(self.house_of):
            one, other = sorted((voice[column], voice[first.setdefault(house, column)]))
            voice = [one if each == other else each for each in voice]
        return tuple(voice) if len(set(voice)) > 1 else self.origin_of

    @cached_property
    def alignment(self) -> Alignment:
        """Weighed and scored sentence pairs.

        Those that alone tell a deed of somebody are sure, however few words they share; those accepted that alone give a tally are too.
        """
        found = align(self.articles, self.findings, self.weights, self.go_on)
        deeds = same_lone_deed(found.units, found.twin_of, self.go_on)
        return found.with_sure(deeds | (same_lone_tally(found.units) & found.accepted.keys()))

    @property
    def units(self) -> Sequence[Unit]:
        """All sentences, article by article."""
        return self.alignment.units

    @property
    def twin_of(self) -> Sequence[int]:
        """For each sentence the first that is the same, wherever it stands: what two sentences say to each other, their twins say too."""
        return self.alignment.twin_of

    @cached_property
    def units_of(self) -> tuple[range, ...]:
        """The unit indices of each article."""
        starts = [bisect_left(self.units, column, key=lambda unit: unit.column) for column in range(len(self.articles) + 1)]
        return tuple(range(first, end) for first, end in pairwise(starts))

    @cached_property
    def _starts(self) -> tuple[list[int], ...]:
        return tuple([self.units[k].span.start for k in column] for column in self.units_of)

    def unit_at(self, column: int, at: int) -> int | None:
        """The unit of an article that is the last to begin at or before a code point."""
        found = bisect_right(self._starts[column], at) - 1
        return self.units_of[column][found] if found >= 0 else None

    def dated(self, column: int) -> DateInterval | None:
        """When an article was written, as far as its date tells; None when nothing is known of it."""
        return self.articles[column].document.date.value

    @cached_property
    def nearest(self) -> tuple[tuple[tuple[float, int], ...], ...]:
        """For each article and each unit: the best score of a sentence of that article with the unit, and that sentence's unit."""
        best, unit = self.alignment.matrix.best_of(self.alignment.weighing.likeness.columns, len(self.articles))
        return tuple(tuple(zip(scores.tolist(), units.tolist(), strict=True)) for scores, units in zip(best, unit, strict=True))

    @cached_property
    def sentences(self) -> tuple[frozenset[str], ...]:
        """The texts of the sentences of each article."""
        return tuple(frozenset(self.units[i].text for i in column) for column in self.units_of)

    @cached_property
    def told_in(self) -> NDArray[np.bool_]:
        """Units x articles: which articles hold the text of a sentence, word for word."""
        told = [[unit.text in texts for texts in self.sentences] for unit in self.units]
        return np.array(told, dtype=bool).reshape(len(self.units), len(self.articles))

    @cached_property
    def same_sentences(self) -> tuple[int, ...]:
        """For each column the first one of the same sentences: two such articles differ in nothing."""
        return tuple(self.sentences.index(one) for one in self.sentences)

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence."""
        return tuple(frozenset(word.stem for word in unit.words) for unit in self.units)

    @cached_property
    def weight(self) -> dict[str, float]:
        """How much each stem tells."""
        like = self.alignment.weighing.likeness
        return dict(zip(like.vocabulary, like.weight.tolist(), strict=False))

    def told_beside(self, column: int) -> frozenset[str]:
        """The stems of all other articles that are no copies of this one."""
        return self._told_beside[self.origin_of[column]]

    def weighed(self, stems: Iterable[str]) -> float:
        """What stems weigh together; one that no sentence of the event tells weighs nothing."""
        return sum(self.weight.get(stem, 0.0) for stem in stems)

    @cached_property
    def _told_beside(self) -> dict[int, frozenset[str]]:
        told: dict[int, set[str]] = {origin: set() for origin in self.origin_of}
        for unit, stems in zip(self.units, self.stems, strict=True):
            told[self.origin_of[unit.column]] |= stems
        return {one: frozenset().union(*(told[other] for other in told if other != one)) for one in told}

    @cached_property
    def weightiest(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The telling stems of each sentence, each with its word, the weightiest first."""
        words = ({word.stem: word.text for word in unit.words if not word.stop} for unit in self.units)
        return tuple(tuple(sorted(some.items(), key=lambda one: (-self.weight[one[0]], one[0]))) for some in words)

    @cached_property
    def links(self) -> ClauseLinks:
        """How the clauses of two sentences meet."""
        return ClauseLinks(self.alignment, self.go_on)

    @cached_property
    def found_rows(self) -> tuple[Row, ...]:
        """Clauses that say the same, row by row, as the program finds them."""
        return tuple(rows_of(self.links))

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The rows as they are ruled."""
        return on_rows(self.rulings, self.links, self.found_rows) if self.rulings else self.found_rows

    def members_of(self, row: Row) -> list[tuple[int, Side]]:
        """The sentences of a row, each with the side that its clauses in the row make."""
        return [(unit, self.side(unit, tuple(clause for u, clause in row.nodes if u == unit))) for unit in row.units]

    def is_small(self, row: Row) -> bool:
        """Whether a row holds so few sentences of each article that it is about one thing alone."""
        return max(Counter(self.units[unit].column for unit in row.units).values()) <= _SMALL

    @cached_property
    def rowed(self) -> frozenset[tuple[int, int]]:
        """Pairs of sentences, either way round, that stand in one row."""
        return frozenset(pair for row in self.rows for pair in permutations(row.units, 2))

    @cached_property
    def copies(self) -> tuple[Copy, ...]:
        """Articles that share long stretches."""
        return copies_of(self.articles, self.units)

    @cached_property
    def origin_of(self) -> tuple[int, ...]:
        """For each column the first column of its group of copies (its own number when it copies nobody)."""
        return copy_groups(self.articles, self.copies, self.register)

    @cached_property
    def _sides(self) -> dict[tuple[int, tuple[int, ...]], Side]:
        return {}

    def side(self, unit: int, clauses: tuple[int, ...] = ()) -> Side:
        """Those clauses of a sentence as one side; all of it when none is named."""
        self.go_on()
        found = self._sides.get((unit, clauses))
        if found is None:
            first = self.twin_of[unit]
            found = self._sides[unit, clauses] = side_of(self.units[unit], clauses, self.side(first, clauses) if first != unit else None)
        return found

    @cached_property
    def _meetings(self) -> dict[tuple[int, int], tuple[Side, Side]]:
        return {}

    def meeting(self, i: int, j: int) -> tuple[Side, Side]:
        """The clauses by which two sentences meet best."""
        if (i, j) not in self._meetings:
            self._meetings[i, j] = self._meeting(i, j)
        return self._meetings[i, j]

    def _meeting(self, i: int, j: int) -> tuple[Side, Side]:
        relative = self.links.relative(i, j) if i < j else self.links.relative(j, i).T
        if relative.max(initial=0.0) <= 0:
            return self.side(i), self.side(j)
        x, y = np.unravel_index(int(relative.argmax()), relative.shape)
        return self.side(i, (int(x),)), self.side(j, (int(y),))


_RULED = ("rows", "rowed")
_UNRULED = tuple(name for name, value in vars(Study).items() if isinstance(value, cached_property) and name not in _RULED)
"""What is kept of a study and reads no ruling (a cached property keeps its value in its object, under its name)."""
