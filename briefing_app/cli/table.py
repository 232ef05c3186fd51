"""The commands: a new one is a file beside this one and a row here."""

from __future__ import annotations

from briefing_app.cli import (
    brief,
    compare,
    events,
    exchange,
    history,
    import_files,
    reindex,
    safety,
    search,
    show,
    sources,
    takeout,
    templates,
)
from briefing_app.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    import_files.COMMAND,
    search.COMMAND,
    show.COMMAND,
    history.COMMAND,
    events.COMMAND,
    sources.COMMAND,
    compare.COMMAND,
    brief.COMMAND,
    templates.COMMAND,
    exchange.COMMAND,
    reindex.COMMAND,
    *safety.COMMANDS,
    takeout.COMMAND,
)
