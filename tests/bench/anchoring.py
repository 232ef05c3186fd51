"""How well annotations hold on to their words in changed texts, and how fast: ``python tests/bench/run.py anchoring``.

Texts of the sample and of the shared sets are changed in the ways of ``mutations``; where each stretch went is known from the change
itself. *Re-anchorable* is an annotation whose letters are still there in their order, with nothing between them but what the change has
added, and like what they were: twice the kept letters by those of then and now is .75 or more, a line or sentence added in their midst
left aside. An answer is *right* when it holds four fifths of the kept letters and is filled to four fifths by them and by words that
were added between or next to them; *wrong* when that is less than half of either. An orphan is listed, so it is not lost; *lost* is what
got no answer, or an answer outside the text. All is seeded; the same run gives the same figures, times aside.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

CHECKOUT = Path(__file__).resolve().parent.parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from briefing_app.anchoring import Found, Located, anchor, locate_all  # noqa: E402
from briefing_app.model.annotation import Anchor  # noqa: E402
from briefing_app.model.span import Span  # noqa: E402
from tests.bench.mutations import MUTATIONS, traced  # noqa: E402

SAMPLE = CHECKOUT / "resources" / "sample" / "articles"
SETS = {"scale_bbc": 24, "news_cluster": 12, "polnear": 8, "allsides_full": 8, "scale_xwlb": 12}
"""How many texts are taken of each shared set."""
_EDITED = ("words edited, 3 %", "words edited, 10 %")
ALIKE, RIGHT, WRONG = 0.75, 0.8, 0.5
_BESIDE, _ADDED = 24, 20
"""Added code points next to an annotation's own that an answer may hold; from how many on what was added between is a line or sentence."""
A_TEXT = 12
"""Annotations for each text and way."""
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Case:
    """An annotated stretch, and the code points of the changed text where its letters stand now, as far as they stand together."""

    span: Span
    kept: tuple[int, ...]
    anchorable: bool


def measure(shared: Path) -> dict[str, float]:
    """Shares of right, orphaned and wrong answers over all ways and for each, and milliseconds for 200 annotations in 20 KB."""
    count: Counter[tuple[str, str]] = Counter()
    for number, text in enumerate(_texts(shared)):
        for way, mutate in MUTATIONS.items():
            chance = Random(f"{number} {way}")
            changed = mutate(traced(text), chance)
            plain = "".join(character for character, _ in changed)
            origins = [origin for _, origin in changed]
            cases = [_case(text, plain, origins, span) for span in _spans(text, chance)]
            found = locate_all([anchor(text, case.span) for case in cases], plain)
            for case, answer in zip(cases, found, strict=True):
                count.update({(way, name): 1 for name in _judged(case, answer, origins)})
            count[way, "lost"] += len(cases) - len(found)
    return {**_shares(count), **_times()}


def _judged(case: Case, answer: Located, origins: list[int | None]) -> set[str]:
    said = {"all"}
    span = answer.span
    if (answer.how is Found.ORPHAN) is not (span is None) or (span is not None and (not span or span.end > len(origins))):
        said.add("lost")
    if case.anchorable:
        said.add("re-anchorable")
    if span is not None:
        held, filled = _measured(case, span, origins)
        if case.anchorable and min(held, filled) >= RIGHT:
            said.add("right")
        if min(held, filled) < WRONG:
            said.add("wrong")
    elif case.anchorable:
        said.add("orphaned")
    return said


def _measured(case: Case, span: Span, origins: list[int | None]) -> tuple[float, float]:
    """How much of the annotation's letters the answer holds, and how much of the answer is these letters or added between them."""
    own = {at for at in range(span.start, span.end) if case.span.start <= (-1 if origins[at] is None else origins[at] or 0) < case.span.end}
    inside = sorted(own)
    if not inside or not case.kept:
        return 0.0, 0.0
    first, last = inside[0], inside[-1]
    while first > max(span.start, inside[0] - _BESIDE) and origins[first - 1] is None:
        first -= 1
    while last + 1 < min(span.end, inside[-1] + _BESIDE) and origins[last + 1] is None:
        last += 1
    filled = sum(at in own or origins[at] is None for at in range(first, last + 1))
    return len(own & set(case.kept)) / len(case.kept), filled / len(span)


def _case(text: str, changed: str, origins: list[int | None], span: Span) -> Case:
    """The longest run of the annotation's letters that are in order and have only added ones between them."""
    runs: list[list[int]] = [[]]
    latest = -1
    for at, origin in enumerate(origins):
        if origin is None:
            continue
        if not span.start <= origin < span.end:
            runs.append([])
        elif changed[at].isalnum() and changed[at] == text[origin]:
            if runs[-1] and origin < latest:
                runs.append([])
            runs[-1].append(at)
            latest = origin
    kept = max(runs, key=len)
    if not kept:
        return Case(span, (), anchorable=False)
    letters = sum(character.isalnum() for character in span.of(text))
    added = re.split(r"\x00", "".join(changed[at] if origins[at] is None else "\x00" for at in range(kept[0], kept[-1] + 1)))
    between = sum(sum(map(str.isalnum, run)) for run in added if len(run) < _ADDED)
    return Case(span, tuple(kept), anchorable=2 * len(kept) / (letters + len(kept) + between) >= ALIKE)


def _spans(text: str, chance: Random) -> list[Span]:
    """Stretches as an analyst marks them: one word to a few sentences, from word to word."""
    words = [found.span() for found in _WORD.finditer(text)]
    spans = []
    for _ in range(A_TEXT):
        length = min(len(words), chance.choice((1, 2, 3, 5, 8, 12, 18, 25, 40, 60)))
        first = chance.randrange(len(words) - length + 1)
        spans.append(Span(words[first][0], words[first + length - 1][1]))
    return spans


def _shares(count: Counter[tuple[str, str]]) -> dict[str, float]:
    def total(name: str) -> int:
        return sum(count[way, name] for way in MUTATIONS)

    figures = {
        "annotations": float(total("all")),
        "re-anchorable": float(total("re-anchorable")),
        "lost": float(total("lost")),
        "re-anchorable on the right words": total("right") / total("re-anchorable"),
        "re-anchorable shown as orphans": total("orphaned") / total("re-anchorable"),
        "annotations on wrong words": total("wrong") / total("all"),
    }
    for way in MUTATIONS:
        figures[f"{way}: right"] = count[way, "right"] / count[way, "re-anchorable"]
        figures[f"{way}: on wrong words"] = count[way, "wrong"] / count[way, "all"]
    return figures


def _times() -> dict[str, float]:
    """200 annotations in 20 KB, in milliseconds of the processor: unchanged, moved, edited, and in the way that takes longest."""
    chance = Random(7)
    words = sorted({word for path in sorted(SAMPLE.glob("*.txt")) for word in path.read_text(encoding="utf-8").split() if word.isalpha()})
    sentences = (" ".join(chance.choices(words, k=chance.randrange(6, 30))).capitalize() + "." for _ in range(400))
    text = ""
    for sentence in sentences:
        text += sentence + chance.choice((" ", " ", " ", "\n\n"))
    text = text[:20_000].rstrip()
    anchors = [anchor(text, span) for _ in range(20) for span in _spans(text, chance)][:200]
    took = {
        way: _took(anchors, "".join(character for character, _ in mutate(traced(text), Random(3)))) for way, mutate in MUTATIONS.items()
    }
    told = {"unchanged": _took(anchors, text), "moved": took["boilerplate changed"], "slowest way": max(took.values())}
    told |= {way.removeprefix("words edited, ") + " edited": took[way] for way in _EDITED}
    return {f"ms for 200 annotations in 20 KB, {name}": milliseconds for name, milliseconds in told.items()}


def _took(anchors: Sequence[Anchor], text: str) -> float:
    """Milliseconds of the processor to find the anchors in a text, the median of nine runs."""
    runs = []
    for _ in range(9):
        begun = time.process_time()
        locate_all(anchors, text)
        runs.append(1000 * (time.process_time() - begun))
    return sorted(runs)[4]


def _texts(shared: Path) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]
    for name, most in SETS.items():
        path = shared / "data" / f"{name}.jsonl.gz"
        if path.is_file():
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                rows = [json.loads(line)["text"] for line in lines]
            long_enough = [text for text in rows if 400 <= len(text) <= 12_000]
            texts += Random(name).sample(long_enough, min(most, len(long_enough)))
    return texts
