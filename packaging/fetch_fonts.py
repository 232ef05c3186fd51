"""Rebuilds resources/fonts from the packages that publish them (npm: source-serif-pro; Debian: fonts-inter, fonts-noto-core).

Needs npm, apt-get and dpkg with their usual sources. The SHA-256 of every file is checked against the one shipped, so that a
rebuild that would change a font says so instead of changing it silently.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SERIF, SANS, ARABIC = ("Regular", "It", "Semibold", "SemiboldIt", "Bold"), ("Regular", "Italic", "Medium", "SemiBold"), ("Regular", "Bold")
NPM = {"source-serif-pro@3.1.0": [(f"package/TTF/SourceSerifPro-{weight}.ttf", "source-serif") for weight in SERIF]}
DEBIAN = {
    "fonts-inter": [(f"usr/share/fonts/opentype/inter/Inter-{weight}.otf", "inter") for weight in SANS],
    "fonts-noto-core": [(f"usr/share/fonts/truetype/noto/NotoNaskhArabic-{weight}.ttf", "noto-naskh-arabic") for weight in ARABIC],
}


def unpacked(work: Path) -> list[tuple[Path, str]]:
    """The wanted files below ``work`` with the folder of resources/fonts that each belongs to."""
    found = []
    for package, files in NPM.items():
        name = subprocess.run(["npm", "pack", "--silent", package], cwd=work, check=True, capture_output=True, text=True).stdout.split()[-1]
        with tarfile.open(work / name) as archive:
            archive.extractall(work / "npm", filter="data")
        found += [(work / "npm" / path, folder) for path, folder in files]
    for package, files in DEBIAN.items():
        subprocess.run(["apt-get", "download", "-qq", package], cwd=work, check=True)
        for archive_path in work.glob(f"{package}_*.deb"):
            subprocess.run(["dpkg", "-x", str(archive_path), str(work / "deb")], check=True)
        found += [(work / "deb" / path, folder) for path, folder in files]
    return found


def main() -> int:
    """Compare every font with the one shipped, or put it in its place; 0 when nothing differs that was not accepted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="put the fonts that differ in place of the shipped ones")
    accept: bool = parser.parse_args().accept
    changed = []
    with tempfile.TemporaryDirectory() as folder:
        for source, kind in unpacked(Path(folder)):
            target = FONTS / kind / source.name
            same = target.exists() and hashlib.sha256(target.read_bytes()).digest() == hashlib.sha256(source.read_bytes()).digest()
            if same:
                continue
            changed.append(target)
            if accept:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    for target in changed:
        print(("replaced " if accept else "differs: ") + str(target.relative_to(FONTS)))
    print("all fonts as shipped" if not changed else f"{len(changed)} fonts differ" + ("" if accept else "; --accept takes them"))
    return 0 if accept or not changed else 1


if __name__ == "__main__":
    sys.exit(main())
