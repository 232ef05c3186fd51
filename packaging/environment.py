"""The project's own Python environment in ``.venv``: made once from a lock file, then found again in no time."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from system_needs import ENVIRONMENT_FAILED, install, is_debian

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up.json"
RUN_LOCK = CHECKOUT / "packaging" / "requirements.lock"
TEST_LOCK = CHECKOUT / "packaging" / "requirements-test.lock"


def wanted(lock: Path) -> dict[str, str]:
    """What an environment made from ``lock`` looks like."""
    project = (CHECKOUT / "pyproject.toml").read_bytes()
    return {
        "lock": hashlib.sha256(lock.read_bytes() + project).hexdigest(),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "machine": f"{sys.platform} {platform.machine()}",
        "checkout": str(CHECKOUT),
    }


def made() -> dict[str, dict[str, str]]:
    """What the environment was made from, by the lock's file name; empty when there is none that works."""
    try:
        stamp: dict[str, dict[str, str]] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and PYTHON.exists() else {}


def ensure(lock: Path) -> Path:
    """Make ``.venv`` hold what ``lock`` names and the project itself; returns its interpreter. Ends the program with code 3 on failure."""
    if made().get(lock.name) == wanted(lock):
        return PYTHON
    print(f"Setting up {VENV} (once; takes a minute or two) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    if not usable():
        make_venv()
    pip("install", "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(CHECKOUT))
    write_stamp({held.name: wanted(held) for held in {lock, RUN_LOCK}})  # the test lock holds all that the other one holds
    return PYTHON


def usable() -> bool:
    """Whether ``.venv`` has this Python's version and a working pip."""
    if not PYTHON.exists():
        return False
    ask = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() == f"{sys.version_info.major}.{sys.version_info.minor}"


def make_venv() -> None:
    """Create ``.venv`` anew with the running Python; on Debian this may need the package python3-venv first."""
    if VENV.exists():
        shutil.rmtree(VENV)
    try:
        import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
    except ImportError:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not install([package]):
            hint = f"\n    sudo apt-get update && sudo apt-get install -y {package}" if is_debian() else ""
            stop(f"This Python cannot make virtual environments: its modules venv and ensurepip are missing.{hint}")
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        stop(f"The environment {VENV} could not be made: {error}")


def pip(*arguments: str) -> None:
    """Run the environment's pip with the user's own pip settings; end the program with pip's words when it fails."""
    command = [str(PYTHON), "-m", "pip", *arguments, "--quiet", "--no-input", "--disable-pip-version-check"]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if done.returncode:
        stop(f"pip {' '.join(arguments)} failed:\n{(done.stderr or done.stdout).strip()}")


def write_stamp(stamp: dict[str, dict[str, str]]) -> None:
    """Remember what the environment was made from; written whole or not at all."""
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(STAMP)


def stop(words: str) -> None:
    """End the program: the machine lacks something, and ``words`` say what."""
    print(words, file=sys.stderr, flush=True)
    sys.exit(ENVIRONMENT_FAILED)
