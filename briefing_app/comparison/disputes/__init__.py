"""The hard disagreements of articles: contradictions, counts, stages, silences; one file each, gathered in one place."""

from __future__ import annotations

from briefing_app.comparison.disputes.gathering import Dispute, disputes_of, told_by_both

__all__ = ["Dispute", "disputes_of", "told_by_both"]
