"""The hard disagreements of articles, a package a family and a file a kind: contradictions, stages, numbers, times, people.

A rule that holds two sentences against each other is a ``Rule`` in the table ``table.RULES``. It says what one of the sentences must
seek and the other offer (``seeks``, ``offers``: sets of keys read out of a sentence) and how near they must stand (``least``), and is
asked only of such pairs; ``seeks=when(predicate)`` where it is enough that one of them is of a kind. What it reads out of one sentence
alone it reads by ``side.once``. A rule that needs more than two sentences takes the whole study: it stands in ``table.SLOTS`` when it
finds two values for one slot, else in ``gathering``.
"""

from __future__ import annotations

from briefing_app.comparison.disputes.gathering import Dispute, disputes_of, told_by_both

__all__ = ["Dispute", "disputes_of", "told_by_both"]
