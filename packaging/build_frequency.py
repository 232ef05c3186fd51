"""Rebuilds resources/frequency/ from the `wordfreq` package: one table of stem weights per language.

Needs `pip install wordfreq`; the program itself never does.

A table is lines of "weight<TAB>stem stem ...": weight is ten times -log10 of the summed share of all words with that stem.
"""

from __future__ import annotations

import argparse
import gzip
import math
from collections import defaultdict
from pathlib import Path

from briefing_app.language import pack_for
from briefing_app.language.words import is_unspaced

HERE = Path(__file__).resolve().parent.parent / "resources" / "frequency"
SIZES = {"en": 40_000, "de": 20_000, "fr": 20_000, "ru": 20_000, "ar": 15_000, "es": 15_000, "ja": 12_000, "zh": 12_000}


def weights(language: str, most: int) -> dict[int, list[str]]:
    """Tenths of -log10 share to the stems that have it; at most ``most`` stems, the commonest."""
    from wordfreq import get_frequency_dict  # here, so that --help needs nothing installed

    pack = pack_for(language)
    shares: dict[str, float] = defaultdict(float)
    for word, share in get_frequency_dict(language, wordlist="best").items():
        pieces = pack.words(word)
        if is_unspaced(word) and len(pieces) > 1:
            for piece in pieces:
                shares[piece.stem] += share
        elif len(pieces) == 1:
            shares[pieces[0].stem] += share
    kept = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:most]
    table: dict[int, list[str]] = defaultdict(list)
    for stem, share in kept:
        table[round(-10 * math.log10(share))].append(stem)
    return table


def main() -> None:
    """Write every table; the same wordfreq gives the same bytes."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    HERE.mkdir(parents=True, exist_ok=True)
    for language, most in SIZES.items():
        table = weights(language, most)
        lines = "".join(f"{weight}\t{' '.join(sorted(table[weight]))}\n" for weight in sorted(table))
        (HERE / f"{language}.tsv.gz").write_bytes(gzip.compress(lines.encode("utf-8"), 9, mtime=0))
        print(language, sum(map(len, table.values())), "stems", (HERE / f"{language}.tsv.gz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
