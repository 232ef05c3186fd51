"""Flips bits in the database, the index and the originals of a library, and looks whether that is noticed, named, and what still reads.

    python tests/endurance/flip_bits.py --minutes 5 --seed 1

Told apart: "noticed" (the opening, the check or the index says so), "harmless" (every value is as it was: the bit lay where nothing is
kept), "silent" (a value has changed and nothing says so). In the index nothing may be silent, and a search may never find something else.
A flip never keeps what it has not touched from being read, and never the library from being restored from its backup.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.library import Library  # noqa: E402
from briefing_app.library.backup import put_in_place, stage  # noqa: E402
from briefing_app.library.checking import Kind  # noqa: E402
from briefing_app.model.errors import BriefingError, LibraryCorrupt, StorageFailed  # noqa: E402
from briefing_app.model.ids import ArticleId  # noqa: E402
from tests.endurance.rounds import BrokenPromise, everything, filled, main, require_found, require_whole  # noqa: E402
from tests.factories import NOON  # noqa: E402

ARTICLES = 24


def one_round(chance: random.Random, top: Path) -> str:
    """Fill, back up, flip, look, restore."""
    folder = top / "library"
    library = filled(folder, chance, ARTICLES)
    require_found(library)
    whole = everything(library)
    originals = {number: library.original(number) for number in _ids(library)}
    library.back_up(top / "kept.briefing-backup", lambda _done, _total: None)
    library.close()
    where = chance.choice(("database", "index", "original"))
    rotten = chance.random() < 0.5
    _flip(chance, _file(chance, folder, where), rotten=rotten)
    came = _look(folder, where, whole, originals, rotten=rotten)
    staged = stage(top / "kept.briefing-backup", folder, lambda _done, _total: None)
    put_in_place(folder, NOON, staged.mark)
    again = Library.open(folder, clock=lambda: NOON)
    try:
        if everything(again) != whole:
            raise BrokenPromise("the restored library is not what was backed up")
        require_found(again)
        require_whole(again)
    finally:
        again.close()
    return f"{where}: {came}"


def _ids(library: Library) -> tuple[ArticleId, ...]:
    return (*library.article_ids(), *library.article_ids(trashed=True))


def _file(chance: random.Random, folder: Path, where: str) -> Path:
    if where == "database":
        return folder / "library.sqlite"
    pattern = "index/*" if where == "index" else "originals/??/*"
    return chance.choice([path for path in sorted(folder.glob(pattern)) if path.stat().st_size])


def _flip(chance: random.Random, path: Path, *, rotten: bool) -> None:
    """``rotten``: by the disk, which does not touch the time of the last change."""
    times = path.stat()
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 2, 20))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    if rotten:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _look(folder: Path, where: str, whole: object, originals: dict[ArticleId, bytes], *, rotten: bool) -> str:
    """What a start of the program meets."""
    try:
        library = Library.open(folder, clock=lambda: NOON)
    except (LibraryCorrupt, StorageFailed) as told:
        if not told.next_step:
            raise BrokenPromise(f"no next step: {told.message}") from told
        return "noticed"
    try:
        flaws = library.check(lambda _done, _total: None).flaws
        if where == "index":
            if rotten and flaws:
                library.reindex()  # what the window and ``verify`` propose then
            return _index(library, bool(flaws))
        _readable(library, originals, {flaw.words for flaw in flaws})
        if any(flaw.kind is not Kind.INDEX for flaw in flaws):
            return "noticed"
        return "harmless" if everything(library) == whole else "silent"
    except BriefingError:
        return "noticed"
    finally:
        library.close()


def _index(library: Library, noticed: bool) -> str:
    """A search finds what is there or says that it is behind; the follower then makes the index anew."""
    found = library.search("lighthouse", limit=1)
    if found.total + found.behind < len(library.article_ids()) or (not noticed and found.behind):
        raise BrokenPromise(f"{found.total} are found, {found.behind} are said to be behind")
    require_found(library)
    require_whole(library)
    return "noticed" if noticed else "harmless"  # a file of an older generation: everything was found all the same


def _readable(library: Library, originals: dict[ArticleId, bytes], flaws: set[str]) -> None:
    """An original is never handed over changed, and every article that no flaw names can be had."""
    named = {words.removeprefix("the text of ").split()[0] for words in flaws}
    for number, data in originals.items():
        try:
            if library.original(number) != data:
                raise BrokenPromise(f"the original of a{number} is handed over changed")
            if f"a{number}" not in named:
                library.article(number)
        except BriefingError:
            if not flaws:
                raise BrokenPromise(f"a{number} does not read, and the check finds nothing") from None


if __name__ == "__main__":
    sys.exit(main(__doc__, one_round))
