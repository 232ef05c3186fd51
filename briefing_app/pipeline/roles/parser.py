"""The parser worker: bytes of strangers become clean documents here, and nowhere else. No database, little memory."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import msgspec

from briefing_app import cleaning, importers
from briefing_app.model.document import AsReceived
from briefing_app.model.errors import ImportSkipped, SkipCode
from briefing_app.pipeline.requests import Parsed, ParsedAside, ParsedPart, ParseFile, Request, ShowOriginal
from briefing_app.pipeline.roles import Tell

MOST_MEMORY_BYTES = 2 << 30
"""Address space of the process. A page at the importers' size limit needs well under half of it."""

MOST_TEXT = 2_000_000
"""Code points of one article's text. The longest novels have three million; whatever is longer is a dump of data, not reporting, and
would keep index and findings busy for minutes."""


class ParserWorker:
    """Answers ParseFile, one ParsedPart for every article of the file on the way, and ShowOriginal."""

    def __init__(self) -> None:
        _limit_memory()

    def answer(self, request: Request[Any], tell: Tell) -> Parsed | AsReceived:
        """Why the file was set aside, or nothing; of an original, what there is to see."""
        if isinstance(request, ShowOriginal):
            return importers.as_received(request.data, request.name)
        assert isinstance(request, ParseFile)
        aside: list[ParsedAside] = []
        try:
            original = read_original(request.path, request.shown)
            _parse(original, request.shown, tell, aside)
        except ImportSkipped as skipped:
            return Parsed(skipped.code, skipped.reason, tuple(aside))
        return Parsed(aside=tuple(aside))


def _parse(original: bytes, shown: str, tell: Tell, aside: list[ParsedAside]) -> None:
    """Tell the articles of a file, or of every file that it holds."""
    name = Path(shown).name
    members = importers.files_in(original, name)
    if members is None:
        _articles(original, name, tell, "")
        return
    some = False
    for member in members:
        some = True
        path = (member.path if isinstance(member, ImportSkipped) else member.name).removeprefix(f"{name}/")
        try:
            if isinstance(member, ImportSkipped):
                raise member
            _articles(member.data, member.name, tell, path)
        except ImportSkipped as skipped:
            aside.append(ParsedAside("" if path == name else path, skipped.code, skipped.reason))
    if not some:
        raise ImportSkipped(shown, SkipCode.EMPTY, "There are no files in it.")


def _articles(original: bytes, name: str, tell: Tell, member: str) -> None:
    first = True
    for raw in importers.read(original, name):
        if len(raw.text) > MOST_TEXT:
            raise ImportSkipped(name, SkipCode.TOO_LARGE, f"Its text is longer than {MOST_TEXT:,} characters; that is no article.")
        document = cleaning.clean(raw, name)
        try:
            packed = msgspec.msgpack.encode(document)
        except UnicodeEncodeError as problem:
            raise ImportSkipped(name, SkipCode.ENCODING, "It holds half characters that no text can keep.") from problem
        tell(ParsedPart(packed, original if first else None, member))
        first = False
    if first:
        raise ImportSkipped(name, SkipCode.NO_TEXT, "There is no article in it.")


def read_original(path: bytes, shown: str) -> bytes:
    """The bytes of a regular file of bearable size. Raises ImportSkipped; never waits on a pipe or a device."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise ImportSkipped(shown, SkipCode.MISSING, "It is not there.") from problem
    except OSError as problem:
        raise ImportSkipped(shown, SkipCode.UNREADABLE, _why(problem)) from problem
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise ImportSkipped(shown, SkipCode.UNREADABLE, "It is no ordinary file.")
        most = importers.MAX_BYTES
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(most + 1) if state.st_size <= most else None
    except OSError as problem:
        raise ImportSkipped(shown, SkipCode.UNREADABLE, _why(problem)) from problem
    finally:
        os.close(handle)
    if data is None or len(data) > most:
        raise ImportSkipped(shown, SkipCode.TOO_LARGE, f"It is larger than {most >> 20} MB.")
    return data


def _why(problem: OSError) -> str:
    return f"It cannot be read: {(problem.strerror or 'the system gives no reason').lower()}."


def _limit_memory() -> None:
    """Cap the address space, where the system knows how; a file that needs more is set aside with OUT_OF_MEMORY."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MOST_MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MOST_MEMORY_BYTES, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return
