"""What the system knows of its user, and where things lie: their folders, and the files shipped with the program. Nobody else asks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

_APP = "briefing"


def default_library() -> Path:
    """The library that opens when none is named, in the user's data folder."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "library"


def sample_library() -> Path:
    """The library of the sample articles, beside the user's own."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "sample"


def is_sample_library(folder: Path) -> bool:
    """Whether a folder is that library."""
    return folder.resolve() == sample_library().resolve()


def settings_folder() -> Path:
    """Where the window keeps its settings (theme, sizes, recent libraries)."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))


def caches_folder() -> Path:
    """Where lies what can be made anew at any time."""
    return Path(platformdirs.user_cache_dir(_APP, appauthor=False))


def last_start() -> Path:
    """Where is written which files a start reads."""
    return caches_folder() / "start"


def compiled(what: str) -> Path:
    """Where is kept what Python would compile at every start, in a file of its own for each part of the program."""
    return caches_folder() / f"compiled-{what}"


def modules() -> Path:
    """Where is kept what a window's start imports."""
    return caches_folder() / "modules"


def reports_folder() -> Path:
    """Where reports of our own bugs are saved; they hold no article text."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False))


def login_name() -> str:
    """Who is using this machine, as the system calls them; empty when it does not know."""
    import getpass  # with the first note

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def resource(*parts: str) -> Path:
    """A shipped file or folder: ``resources/`` beside the package in a checkout, inside it in a wheel."""
    return _resources().joinpath(*parts)


@cache
def _resources() -> Path:
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
