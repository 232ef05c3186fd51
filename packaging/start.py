"""What run.py does once Python is new enough: set up, then the window, or the same job without a screen."""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from environment import CHECKOUT, RUN_LOCK, ensure
from system_needs import FONTS, OFFSCREEN, WINDOW, provide

SAMPLE = CHECKOUT / "resources" / "sample" / "articles"
OUT = CHECKOUT / "build" / "sample-run"
PICTURE = """
import sys
from pathlib import Path
from briefing_app.app import picture
picture(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4], (1440, 900))
"""


def has_screen() -> bool:
    """Whether a window can be shown; Windows and macOS always can."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def program(python: Path, *arguments: str) -> int:
    """Run the program's command line and show what it says; returns its exit code."""
    return subprocess.run([python, "-m", "briefing_app", *arguments], cwd=CHECKOUT, check=False).returncode


def fill(python: Path, library: Path) -> int:
    """Import the sample into ``library`` unless that very sample was imported before; returns the exit code."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(SAMPLE.iterdir()))).hexdigest()
    done = library.with_name("imported.txt")
    if library.is_dir() and done.is_file() and done.read_text(encoding="utf-8") == digest:
        return 0
    code = program(python, "import", str(SAMPLE), "--library", str(library))
    if code == 0:
        done.write_text(digest, encoding="utf-8")
    return code


def window(python: Path) -> int:
    """Open the window on the sample library."""
    library = OUT / "library"
    return fill(python, library) or program(python, "--library", str(library))


def without_screen(python: Path) -> int:
    """Do the main job on the sample: import, events, one comparison, the briefing, pictures; returns the first failure's exit code."""
    library, brief = OUT / "library", OUT / "briefing.pdf"
    here = ["--library", str(library)]
    code = (
        fill(python, library)
        or program(python, "events", *here)
        or program(python, "compare", "e1", *here)
        or program(python, "brief", "e1", "-o", str(brief), *here)
    )
    if code:
        return code
    places = [brief]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for pane, theme in (("library", "light"), ("compare", "light"), ("briefing", "dark")):
        out = OUT / f"window-{pane}-{theme}.png"
        done = subprocess.run([python, "-c", PICTURE, library, out, pane, theme], cwd=CHECKOUT, env=offscreen, check=False)
        if done.returncode:
            return done.returncode
        places.append(out)
    print("\nNo screen here, so the window was drawn into pictures. Written:")
    print("\n".join(f"    {place.relative_to(CHECKOUT)}" for place in places))
    return 0


def main(arguments: list[str]) -> int:
    """Set up and start; returns the exit code."""
    parser = argparse.ArgumentParser(prog="run.py", description="Set up Briefing and open it on the sample library.")
    parser.add_argument("--headless", action="store_true", help="write the briefing and pictures of the window instead of opening it")
    parser.add_argument("--setup-only", action="store_true", help="only make the environment")
    options = parser.parse_args(arguments)
    headless = options.headless or not has_screen()
    provide((OFFSCREEN if headless else OFFSCREEN + WINDOW) + FONTS)
    python = ensure(RUN_LOCK)
    if options.setup_only:
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    return without_screen(python) if headless else window(python)
