"""What Qt needs from the system on Linux: finds what is missing, and gets it on Debian or says how."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT_FAILED = 3
"""The exit code that says: the machine lacks something, and the words above say what."""


@dataclass(frozen=True, slots=True)
class Need:
    """A Debian package, and what shows that it is there: a library's soname, a font file's name, or a program."""

    package: str
    soname: str = ""
    font: str = ""
    program: str = ""

    def met(self) -> bool:
        """Whether the system has it."""
        if self.soname:
            return loads(self.soname)
        if self.program:
            return shutil.which(self.program) is not None
        return any(has_font(folder, self.font) for folder in font_folders())


OFFSCREEN = (
    Need("libgl1", soname="libGL.so.1"),
    Need("libegl1", soname="libEGL.so.1"),
    Need("libglib2.0-0", soname="libglib-2.0.so.0"),
    Need("libdbus-1-3", soname="libdbus-1.so.3"),
    Need("libfontconfig1", soname="libfontconfig.so.1"),
    Need("libxkbcommon0", soname="libxkbcommon.so.0"),
)
"""Without these Qt does not load, not even to draw into memory."""

WINDOW = (
    Need("libxcb-cursor0", soname="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", soname="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", soname="libxcb-keysyms.so.1"),
    Need("libxcb-shape0", soname="libxcb-shape.so.0"),
    Need("libxkbcommon-x11-0", soname="libxkbcommon-x11.so.0"),
)
"""And without these there is no window under X."""

FONTS = (Need("fonts-noto-cjk", font="cjk"), Need("fonts-noto-color-emoji", font="emoji"))
"""Glyphs for Chinese, Japanese, Korean and emoji; without them these show as boxes."""

SCREEN = (Need("xvfb", program="Xvfb"),)
"""A screen for the tests that need one."""


def loads(soname: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def font_folders() -> list[Path]:
    """Where fonts lie on Linux, for everybody and for the user."""
    home = Path.home()
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]


def has_font(folder: Path, word: str) -> bool:
    """Whether a font file below ``folder`` carries ``word`` in its name, in capitals or not."""
    return any(word in name.lower() for _, _, names in os.walk(folder) for name in names)


def missing(needs: Iterable[Need]) -> list[Need]:
    """The needs that are not met; none on Windows and macOS, where the wheels bring everything."""
    return [need for need in needs if not need.met()] if sys.platform.startswith("linux") else []


def is_debian() -> bool:
    """Whether apt looks after this system."""
    return Path("/etc/debian_version").is_file() and shutil.which("apt-get") is not None


def install(packages: list[str]) -> bool:
    """Install Debian packages as root, saying so first; False when that cannot be done here or does not work."""
    if not is_debian() or os.geteuid() != 0:
        return False
    print(f"Installing with apt: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "-q", "update"], ["apt-get", "-q", "install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{' '.join(command)} failed:\n{(done.stderr or done.stdout).strip()}", file=sys.stderr)
            return False
    return True


def how_to(packages: list[str]) -> str:
    """What the user can type to get the packages."""
    if is_debian():
        return f"    sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"
    return f"    (the packages that Debian calls) {' '.join(packages)}"


def provide(needs: Iterable[Need]) -> None:
    """Get what is missing, or say how to get it and end with exit code 3."""
    lacking = missing(needs)
    packages = [need.package for need in lacking]
    if not packages or (install(packages) and not missing(lacking)):
        return
    print(f"This machine lacks: {', '.join(packages)}. To get them:\n{how_to(packages)}", file=sys.stderr, flush=True)
    sys.exit(ENVIRONMENT_FAILED)
