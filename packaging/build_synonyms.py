"""Builds resources/comparison/wordnet/related.tsv.gz, opposite.tsv.gz and opposite_acts.tsv.gz: which English stems mean nearly the same,
which adjectives and adverbs the opposite, and which verbs and nouns, read out of WordNet 3.0.

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wn
    python packaging/build_synonyms.py wn/usr/share/wordnet

Each line holds a stem and its relatives with a weight in tenths: ``exclud<TAB>bar:8 omit:8 ...``. A pair is kept in both directions.
Only the senses that WordNet's own sense counts (cntlist.rev) call common are read, so that rare senses join nothing. Of the opposites
those are left out that only place or order a thing ("left", "first", "former") or are forms of verbs with another meaning ("found"), verbs
that tell one deed from its two ends or one after the other ("buy" and "sell", "come" and "go"), and nouns for people and things.
"""

from __future__ import annotations

import argparse
import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import snowballstemmer

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "comparison" / "wordnet"
OUT, OPPOSITES, OPPOSITE_ACTS = FOLDER / "related.tsv.gz", FOLDER / "opposite.tsv.gz", FOLDER / "opposite_acts.tsv.gz"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SAME_SENSE, DERIVED, SIMILAR, BROADER = 8, 8, 6, 5
MOST_SENSES = {"n": 2, "v": 4, "a": 2, "r": 1}
LEAST_COUNT = 2  # how often WordNet's tagged texts hold the word in the sense, for senses after the first
MOST_RELATIVES = 40
LEAST_TAGGED = 3  # how often WordNet's tagged texts hold the two words of an opposition, together
NO_OPPOSITES = """
    above after ahead all away back backward before behind below best better bottom center central down downward early east
    eastern even ever few fewer fewest first following forward former found future half here home late last latter leading least
    left less like little live local long lost made many middle more most much never new no north northern odd off old on other
    out past present right same second short side some south southern still there top touched turned unlike unmade unturned unused
    up upward used west western whole won wrong young
"""

NO_OPPOSITE_VERBS = """
    act add admit advance age appear arrive ascend attach attack attend back background balance bar bear belt bend bind blur boil
    bolt boom bore borrow bounce box break bring buckle buy change charge clear close color come communicate concentrate content
    cover credit cross cry dark dash defend deny deposit discharge disclaim divide do dock drop drown dull eat empty enlist exit
    export face fall feed find float focus follow forfeit free front gain gather generalize give go group hang harness have hit
    hook idle import integrate interest invest issue keep know laugh lay lead lean let level lie like line load lock manage mask
    mind miss move multiply obstruct open order pack precede profit pull purge push receive record reduce retail ride right rise
    run rush screw seal see sell send separate set ship shout show sit sleep specify stand stay sting string succeed support take
    tense thin tie tire tune turn twist uncover undo unfold unload use voice wake walk wear withdraw work worry wrap wrong
"""
NOUN_FILES = frozenset({"04", "07", "10", "11", "12", "26"})  # acts, attributes, communication, events, feelings, states
NO_OPPOSITE_NOUNS = """
    addition affirmative analysis answer asset back bad badness balance beginning best birth black brightness comedy competition
    con construction credit dark darkness day death decision defeat defense demand difference disservice end export express
    extension fall finish former front good goodness head high import interest left light living loading location majority
    minority motion negative no offense order pain particular party peace penalty pleasure plural power preparation pro
    prosecution question raise resolution reward right rise sharpness silence softness sound start union worst worth wrong yes
"""
Sense = tuple[str, str]  # part of speech, offset


def tagged(folder: Path) -> dict[str, int]:
    """How often a lemma stands in the sense-tagged texts, all senses together."""
    counts: dict[str, int] = defaultdict(int)
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _number, count = line.split()
        counts[key.split("%")[0]] += int(count)
    return counts


def sense_counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """(lemma, part of speech, sense number) -> count."""
    parts = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    counts: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, number, count = line.split()
        lemma, rest = key.split("%")
        counts[lemma, parts[rest[0]], int(number)] = int(count)
    return counts


def index(folder: Path, name: str) -> Iterator[tuple[str, list[str]]]:
    """Lemmas of one word or of two joined by a hyphen left out, with the offsets of their senses, the most common first."""
    for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        lemma, senses = fields[0], int(fields[2])
        if lemma.isalpha():
            yield lemma, fields[-senses:]


def data(folder: Path, name: str) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Every synset's offset with its pointers: (symbol, part of speech, offset)."""
    for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        words = int(fields[3], 16)
        at = 4 + 2 * words
        pointers = [(fields[i], fields[i + 2], fields[i + 1]) for i in range(at + 1, at + 1 + 4 * int(fields[at]), 4)]
        yield fields[0], pointers


def relatives(folder: Path) -> dict[str, dict[str, int]]:
    """Stem -> relative -> weight in tenths."""
    stem = snowballstemmer.stemmer("english").stemWord
    counts, per_sense = tagged(folder), sense_counts(folder)
    members: dict[Sense, set[str]] = defaultdict(set)
    for name, part in PARTS.items():
        for lemma, offsets in index(folder, name):
            for number, offset in enumerate(offsets[: MOST_SENSES[part]], start=1):
                common = per_sense.get((lemma, part, number), 0)
                if counts.get(lemma, 0) and (number == 1 or common >= LEAST_COUNT):
                    members[part, offset].add(stem(lemma))
    out: dict[str, dict[str, int]] = defaultdict(dict)

    def join(some: set[str], others: set[str], weight: int) -> None:
        for one in some:
            for other in others:
                if one != other:
                    out[one][other] = max(weight, out[one].get(other, 0))
                    out[other][one] = max(weight, out[other].get(one, 0))

    weights = {"+": DERIVED, "&": SIMILAR, "$": SIMILAR, "@": BROADER, "*": BROADER, "\\": SIMILAR}
    for name, part in PARTS.items():
        for offset, pointers in data(folder, name):
            here = members.get((part, offset), set())
            join(here, here, SAME_SENSE)
            for symbol, other_part, other in pointers:
                if symbol in weights and here:
                    there = members.get(("a" if other_part == "s" else other_part, other), set())
                    if symbol == "@" and len(there) * len(here) > 60:
                        continue  # a broad class: too many words for a likeness
                    join(here, there, weights[symbol])
    for name in ("noun", "verb", "adj"):
        for line in (folder / f"{name}.exc").read_text(encoding="utf-8").splitlines():
            form, lemma = line.split()[:2]
            if form.isalpha() and lemma.isalpha() and counts.get(lemma, 0) and stem(form) != stem(lemma):
                out[stem(form)][stem(lemma)] = out[stem(lemma)][stem(form)] = 10
                for relative, weight in list(out[stem(lemma)].items()):
                    if relative != stem(form) and weight >= SIMILAR:
                        out[stem(form)].setdefault(relative, weight)
                        out[relative].setdefault(stem(form), weight)
    return out


STATES = {"adj": NO_OPPOSITES, "adv": NO_OPPOSITES}
ACTS = {"verb": NO_OPPOSITES + NO_OPPOSITE_VERBS, "noun": NO_OPPOSITES + NO_OPPOSITE_NOUNS}


def opposites(folder: Path, parts: dict[str, str]) -> dict[str, set[str]]:
    """Stem -> stems of the opposite words; ``parts`` names the parts of speech, each with the words that are left out."""
    stem = snowballstemmer.stemmer("english").stemWord
    counts = tagged(folder)
    out: dict[str, set[str]] = defaultdict(set)
    for name, left_out in parts.items():
        unlike = frozenset(left_out.split())
        words: dict[str, list[str]] = {}
        pointers: list[tuple[str, str, str]] = []
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            if name == "noun" and fields[1] not in NOUN_FILES:
                continue
            at = 4 + 2 * int(fields[3], 16)
            words[fields[0]] = [word.partition("(")[0].lower() for word in fields[4:at:2]]
            some = (fields[i : i + 4] for i in range(at + 1, at + 1 + 4 * int(fields[at]), 4))
            pointers += [(fields[0], there, ends) for symbol, there, _part, ends in some if symbol == "!"]
        for here, there, ends in pointers:
            if there not in words:
                continue
            one, other = words[here][int(ends[:2], 16) - 1], words[there][int(ends[2:], 16) - 1]
            told = counts.get(one, 0) + counts.get(other, 0) >= LEAST_TAGGED and one.isalpha() and other.isalpha()
            if told and not {one, other} & unlike and stem(one) != stem(other):
                out[stem(one)].add(stem(other))
                out[stem(other)].add(stem(one))
    return out


def write(path: Path, lines: list[str]) -> None:
    """Write the lines of a table, packed the same way each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0))
    print(f"{path.name}: {len(lines)} stems, {path.stat().st_size} bytes")


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="the folder wn/usr/share/wordnet")
    source: Path = parser.parse_args().source
    table = relatives(source)
    lines = []
    for one in sorted(table):
        best = sorted(table[one].items(), key=lambda item: (-item[1], item[0]))[:MOST_RELATIVES]
        lines.append(f"{one}\t{' '.join(f'{other}:{weight}' for other, weight in best)}")
    write(OUT, lines)
    for path, parts in ((OPPOSITES, STATES), (OPPOSITE_ACTS, ACTS)):
        write(path, [f"{one}\t{' '.join(sorted(others))}" for one, others in sorted(opposites(source, parts).items())])


if __name__ == "__main__":
    main()
