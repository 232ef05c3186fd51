"""What a language says of the order of its words: which of them join, limit, point, negate and carry a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.comparison.cues.patterns import NEVER


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by which stretches of a sentence and its verb groups are told, all in lower case.

    Of a stretch: ``joining``, words at its start that only join it to what stands before; ``limiting``, words at its end that hold for
    what follows ("only"); ``parting`` parts what a turning word reaches ("but", "said"). A word of ``negating`` between a mark and one of
    ``determiners`` turns no more than the noun (", not the mayor"). ``pointing`` stands for a subject that was named before ("this"),
    ``there`` for none at all ("there's"). ``that`` opens what is said, ``where`` a clause that says which one is meant.

    Of a verb group: ``be``, forms of "be" with what they are contracted with; ``predicating``, what may stand alone before a predicate
    ("was", "there"); ``base_follows``, words before a bare verb ("did"); ``negating`` turns it ("not") where it stands, ``negated`` as an
    ending ("n't"), ``never`` within it; ``to`` before an infinitive, ``to_be`` that of "be", ``by`` before who does it. ``no`` before a
    noun takes it back, ``of`` behind one narrows it.
    ``adverbs``: endings of words that only say how.
    """

    joining: frozenset[str] = frozenset()
    limiting: frozenset[str] = frozenset()
    parting: re.Pattern[str] = NEVER
    determiners: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    there: tuple[str, ...] = ()
    that: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    predicating: frozenset[str] = frozenset()
    base_follows: frozenset[str] = frozenset()
    negating: frozenset[str] = frozenset()
    negated: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    to_be: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    adverbs: tuple[str, ...] = ()
