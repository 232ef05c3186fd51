"""What the program can ask of its workers: one frozen class a request, which names the type of its answer.

Requests travel as pickles (the program trusts itself). Answers and notes travel as MessagePack and are decoded by their declared
types, so that whatever a hostile file does to the parser worker, it can send back nothing but such values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from briefing_app.library.backup import BackupFacts, Staged
from briefing_app.library.checking import CheckReport, Flaw
from briefing_app.library.takeout import Taken
from briefing_app.library.whereabouts import FileNumber
from briefing_app.model.article import Article
from briefing_app.model.briefing import Briefing, ChangedPages, Preview
from briefing_app.model.comparison import Comparison
from briefing_app.model.document import AsReceived
from briefing_app.model.errors import SkipCode
from briefing_app.model.ids import ArticleId

T = TypeVar("T")


class Role(StrEnum):
    """The four kinds of worker."""

    PARSER = "parser"
    WRITER = "writer"
    COMPUTE = "compute"
    KEEPER = "keeper"


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """Something to do; ``answer`` is the type of what comes back, ``note`` that of what is told on the way (None: nothing)."""

    answer: ClassVar[Any] = type(None)
    note: ClassVar[Any] = None


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """One article of a file, as MessagePack of a Document; ``original`` holds the file's bytes with its first article, else None.

    ``member`` is the path of the file inside an archive or mailbox that the article came from (and that ``original`` then is), empty for
    the file itself.
    """

    document: bytes
    original: bytes | None
    member: str = ""


@dataclass(frozen=True, slots=True)
class ParsedAside:
    """A file inside an archive or mailbox that was set aside, whole or from some article on, and why."""

    member: str
    code: SkipCode
    reason: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """The end of a file: why it, or the rest of it, was set aside (``code`` None: it was not), and what in it was."""

    code: SkipCode | None = None
    reason: str = ""
    aside: tuple[ParsedAside, ...] = ()


@dataclass(frozen=True, slots=True)
class ParseFile(Request[Parsed]):
    """Read and clean the file. ``path`` as the system knows it (os.fsencode), ``shown`` as people read it."""

    path: bytes
    shown: str
    answer: ClassVar[Any] = Parsed
    note: ClassVar[Any] = ParsedPart


@dataclass(frozen=True, slots=True)
class ShowOriginal(Request[AsReceived]):
    """Make the bytes of an original fit to be looked at; ``name`` is the file's name."""

    data: bytes
    name: str
    answer: ClassVar[Any] = AsReceived


@dataclass(frozen=True, slots=True)
class Stored:
    """The number that an article has got. ``duplicate``: it was there before; ``path`` is the path it came from at first.

    ``trashed``: it lies in the trash. ``version_of``: the article that it is another version of.
    """

    article: ArticleId
    duplicate: bool
    path: str
    title: str | None
    trashed: bool = False
    version_of: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class StorePart(Request[Stored | None]):
    """Put one parsed article into the library. ``original`` None: the bytes of the part before it in the same file.

    The answer is None, and nothing is stored, when the worker has been started since and does not know those bytes.
    """

    document: bytes
    original: bytes | None
    shown: str
    answer: ClassVar[Any] = Stored | None


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a follower has come: ``done`` of ``total`` things; ``more`` says that another step has something to do."""

    done: int
    total: int
    more: bool


@dataclass(frozen=True, slots=True)
class FollowStep(Request[Stand]):
    """Let the named follower work for about ``budget_s`` seconds (it finishes what it has begun)."""

    follower: str
    budget_s: float
    answer: ClassVar[Any] = Stand
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class RebuildIndex(Request[None]):
    """Throw the full-text index away and make it again."""

    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class CompareStored(Request[Comparison]):
    """Compare articles of the library, in this order."""

    articles: tuple[ArticleId, ...]
    answer: ClassVar[Any] = Comparison
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class GetReady(Request[None]):
    """Read and align these articles of the library ahead, so that they are compared at once after a correction."""

    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class CompareLoose(Request[Comparison]):
    """Compare articles that are in no library, in this order."""

    articles: tuple[Article, ...]
    answer: ClassVar[Any] = Comparison
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class ExportBriefing(Request[None]):
    """Write the briefing; the suffix of ``path`` chooses the format. Notes are how far it is, and warnings, one sentence each."""

    briefing: Briefing
    path: Path
    note: ClassVar[Any] = Stand | str


@dataclass(frozen=True, slots=True)
class PreviewBriefing(Request[Preview]):
    """The briefing's pages as PNG pictures of that width in pixels."""

    briefing: Briefing
    width_px: int
    answer: ClassVar[Any] = Preview


@dataclass(frozen=True, slots=True)
class PreviewChange(Request[ChangedPages]):
    """Those of the pages that the last PreviewBriefing gave that are others now, none when that is not quickly told."""

    briefing: Briefing
    width_px: int
    answer: ClassVar[Any] = ChangedPages


@dataclass(frozen=True, slots=True)
class BackUp(Request[BackupFacts]):
    """Write a backup to ``path``; None: an automatic one beside the earlier. What is half written has ``mark`` in its name."""

    path: Path | None
    mark: str
    answer: ClassVar[Any] = BackupFacts
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class ProveBackup(Request[BackupFacts]):
    """Check every byte of a backup."""

    path: Path
    answer: ClassVar[Any] = BackupFacts
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class StageBackup(Request[Staged]):
    """Unpack and prove a backup beside the library, in a folder with ``mark`` in its name."""

    path: Path
    mark: str
    answer: ClassVar[Any] = Staged
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class TakeOut(Request[Taken]):
    """Write everything in open formats into a folder that is not there yet. What is half written has ``mark`` in its name."""

    folder: Path
    mark: str
    answer: ClassVar[Any] = Taken
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class TakeIn(Request[Taken]):
    """Make a library of such a folder, beside the library's place, in a folder with ``mark`` in its name."""

    folder: Path
    mark: str
    answer: ClassVar[Any] = Taken
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class CheckLibrary(Request[CheckReport]):
    """Look at every byte of the library."""

    answer: ClassVar[Any] = CheckReport
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class CheckDatabase(Request[tuple[Flaw, ...]]):
    """Let SQLite look at the database."""

    full: bool
    answer: ClassVar[Any] = tuple[Flaw, ...]
    note: ClassVar[Any] = Stand


@dataclass(frozen=True, slots=True)
class Fault:
    """How a failed request is told: the class of a BriefingError with its words, or a bug (``error`` empty) with its trace.

    ``detail`` carries the third value of the classes that have one (holder, position). ``trace`` names files, lines and the
    exception's class, never its message, because a message can hold article text.
    """

    error: str
    message: str
    next_step: str = ""
    detail: str | int | None = None
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a worker is told once, before its first request: the library's folder (None: it needs no library).

    ``file`` is the database that the program has open (None: unknown); a worker opens no other.
    """

    role: Role
    library: Path | None
    read_only: bool
    file: FileNumber | None = None
