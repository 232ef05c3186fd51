"""Hides how cases are read back and what lies in them; they are written by edits only.

What is filed stays filed when it is gone for a while (an article in the trash, an event that lost its articles, an annotation that was
removed): it is passed over here until it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.library import records
from briefing_app.library.answers import BriefingTitle, CaseCount
from briefing_app.library.database import Database
from briefing_app.library.filing import ARTICLES_OF_CASES
from briefing_app.model.case import Case, Thing
from briefing_app.model.errors import NothingThere
from briefing_app.model.ids import BriefingId, CaseId, Noun, name_of

# The plus keeps SQLite from going through all that is not trashed to find an event's articles.
_TRASH = "(SELECT id FROM article WHERE trashed > 0)"
_THERE = (
    "CASE f.noun"
    f" WHEN 'a' THEN f.number NOT IN {_TRASH}"
    " WHEN 'e' THEN (SELECT count(*) FROM article a WHERE a.event = f.number AND +a.trashed = 0) > 1"
    f" WHEN 'n' THEN EXISTS (SELECT 1 FROM annotation n WHERE n.id = f.number AND (n.article IS NULL OR n.article NOT IN {_TRASH}))"
    " WHEN 'b' THEN EXISTS (SELECT 1 FROM briefing b WHERE b.id = f.number) END"
)


class Cases:
    """The cases of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[CaseCount, ...]:
        """Every case with its counts, in the order of the alphabet."""
        things = self._counts(f"SELECT f.casefile, count(*) FROM filing f WHERE {_THERE} GROUP BY f.casefile")
        articles = self._counts(f"SELECT casefile, count(*) FROM ({ARTICLES_OF_CASES}) WHERE article NOT IN {_TRASH} GROUP BY casefile")
        briefings: dict[int, tuple[BriefingTitle, ...]] = {}
        for case, number, title in self._database.rows(
            "SELECT f.casefile, b.id, json_extract(CAST(b.data AS TEXT), '$.title') FROM filing f JOIN briefing b ON b.id = f.number"
            " WHERE f.noun = 'b' ORDER BY b.id"
        ):
            briefings[int(case)] = (*briefings.get(int(case), ()), BriefingTitle(BriefingId(int(number)), str(title)))
        found = []
        for number, data in self._database.rows("SELECT id, data FROM casefile ORDER BY folded"):
            case = records.decode_case(data)
            found.append(CaseCount(case, things.get(number, 0), articles.get(number, 0), briefings.get(number, ())))
        return tuple(found)

    def _counts(self, statement: str) -> dict[int, int]:
        return {int(row[0]): int(row[1]) for row in self._database.rows(statement)}

    def get(self, number: CaseId) -> Case:
        """One case. Raises NothingThere."""
        row = self._database.row("SELECT data FROM casefile WHERE id = ?", (number,))
        if row is None:
            raise NothingThere(f"There is no case {name_of(Noun.CASE, number)} in this library.")
        return records.decode_case(row[0])

    def filed(self, number: CaseId) -> tuple[Thing, ...]:
        """What lies in a case, by noun and number. Raises NothingThere."""
        self.get(number)
        rows = self._database.rows(
            f"SELECT f.noun, f.number FROM filing f WHERE f.casefile = ? AND {_THERE} ORDER BY f.noun, f.number", (number,)
        )
        return tuple(Thing(Noun(row[0]), int(row[1])) for row in rows)

    def holding(self, things: Sequence[Thing]) -> dict[CaseId, int]:
        """How many of the things lie in each case; cases that hold none of them are absent."""
        held: dict[CaseId, int] = {}
        for thing in dict.fromkeys(things):
            for row in self._database.rows("SELECT casefile FROM filing WHERE noun = ? AND number = ?", (thing.noun.value, thing.number)):
                held[CaseId(int(row[0]))] = held.get(CaseId(int(row[0])), 0) + 1
        return held
