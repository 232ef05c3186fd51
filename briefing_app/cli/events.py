"""``briefing-app events``: which articles report the same event, and why they were put together."""

from __future__ import annotations

import argparse

from briefing_app.cli import output, shapes
from briefing_app.cli.command import Command, Outcome, add_json, reading
from briefing_app.cli.words import article_date, count, interval, value
from briefing_app.library import ArticleRow, Library
from briefing_app.model.event import Event, GroupingSign
from briefing_app.model.ids import ArticleId

_SIGNS = {
    GroupingSign.TERMS: "words",
    GroupingSign.NAMES: "names",
    GroupingSign.DATES: "dates",
    GroupingSign.COPY: "copied text",
}
_SHARED_MOST = 8


def _run(options: argparse.Namespace) -> Outcome:
    with reading(options.library) as workbench:
        found = workbench.library.events()
        if options.json:
            output.json_document({"events": [shapes.event_shape(event) for event in found]})
        else:
            _tell(found, workbench.library)
    return Outcome.DONE


def _tell(found: tuple[Event, ...], library: Library) -> None:
    rows = {row.id: row for row in library.rows()}
    for event in found:
        output.paragraph(event.group.title, f"{shapes.event_name(event.id):<5} ")
        output.line(f"      {interval(event.group.date)}, {count(len(event.group.articles), 'article', 'articles')}")
        if event.stage_of is not None:
            output.line(f"      carries on {shapes.event_name(event.stage_of)}")
        for number in event.group.articles:
            row = rows[number]
            head = f"      {shapes.article_name(number):<5} {output.padded(value(row.source, 'source unknown'), 20)} "
            output.paragraph(f"{article_date(row.date)}: {output.cut(row.headline, 80)}", head)
            _tell_why(event, number)
        output.line()
    grouped = {number for event in found for number in event.group.articles}
    _tell_rest([row for row in rows.values() if row.id not in grouped])


def _tell_why(event: Event, number: ArticleId) -> None:
    for why in event.group.reasons:
        if why.article == number and why.shared:
            output.paragraph(f"shared {_SIGNS[why.sign]}: {', '.join(why.shared[:_SHARED_MOST])}", " " * 12)


def _tell_rest(rest: list[ArticleRow]) -> None:
    if not rest:
        return
    output.line(f"In no event: {count(len(rest), 'article', 'articles')}")
    for row in rest:
        output.paragraph(output.cut(row.headline, 80), f"      {shapes.article_name(row.id):<5} ")


COMMAND = Command("events", "the events, with their articles and the reasons", add_json, _run)
