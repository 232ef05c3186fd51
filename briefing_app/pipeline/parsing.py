"""One file through the parser worker; whatever it does to that process becomes a reason for setting the file aside."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from briefing_app.model.errors import SkipCode, WorkerDied
from briefing_app.pipeline.faults import WorkerFault, save_report
from briefing_app.pipeline.host import Host, WorkerHung, WorkerNotStarted
from briefing_app.pipeline.import_report import Skipped
from briefing_app.pipeline.requests import Parsed, ParsedPart, ParseFile
from briefing_app.pipeline.walk import FoundFile

FILE_PATIENCE_S = 30.0
"""How long the parser may be silent over one file, or over one article of a file that holds several."""


def parse(parser: Host, file: FoundFile, on_part: Callable[[ParsedPart], None], cancelled: threading.Event) -> tuple[Skipped, ...]:
    """Hand the file's articles to ``on_part``; say why the file, the rest of it, or files in it were set aside; empty when nothing was.

    Raises CancelledError, and WorkerNotStarted when no parser can be had at all.
    """
    request = ParseFile(os.fsencode(file.path), file.shown)
    try:
        parsed: Parsed = parser.ask(request, on_note=on_part, patience_s=FILE_PATIENCE_S, cancelled=cancelled)
    except WorkerNotStarted:
        raise
    except WorkerHung:
        return (Skipped(file.shown, f"Reading it took longer than {FILE_PATIENCE_S:.0f} seconds.", SkipCode.TIMED_OUT),)
    except WorkerDied:
        return (Skipped(file.shown, "The process that read it ended before it was done.", SkipCode.CRASHED),)
    except WorkerFault as fault:
        if fault.error == MemoryError.__name__:
            return (Skipped(file.shown, "Reading it needs more memory than one file may have.", SkipCode.OUT_OF_MEMORY),)
        save_report(fault, "reading a file")
        return (Skipped(file.shown, f"Reading it met a fault of the program ({fault.error}).", SkipCode.CRASHED),)
    aside = (Skipped(inside(file.shown, each.member), each.reason, each.code) for each in parsed.aside)
    return (*aside, *((Skipped(file.shown, parsed.reason, parsed.code),) if parsed.code is not None else ()))


def inside(shown: str, member: str) -> str:
    """The path of a file that another one holds; ``member`` is empty for that one itself."""
    return f"{shown}/{member}" if member else shown
