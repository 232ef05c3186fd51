"""The figures that README shows: what is aimed at, how far the program comes, and what stands beside it.

Each line names a figure of results.json, so that nothing here is a number that was measured; ``run.py`` writes the table. All figures
are in the table of this folder's README.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Figures = dict[str, dict[str, Any]]
"""A bench's name and its row, as ``run.py`` keeps them: ``figures`` (name to value) and how they were taken."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure is to reach: at least or at most ``value``, both in the figure's own unit."""

    value: float
    least: bool

    def met(self, figure: float) -> bool:
        """Whether a figure is as good as that."""
        return figure >= self.value if self.least else figure <= self.value

    def told(self) -> str:
        """The aim as README writes it."""
        if self.value == 0:
            return "none"
        return f"{'≥' if self.least else '≤'} {number(self.value)}"


def least(value: float) -> Aim:
    """A figure that is the better the higher it is."""
    return Aim(value, least=True)


def most(value: float) -> Aim:
    """A figure that is the better the lower it is."""
    return Aim(value, least=False)


@dataclass(frozen=True, slots=True)
class Headline:
    """One line of README's table: a figure by its bench and name, its aim, and the same of a peer in the same run (name, figure).

    Where ``told`` has ``{}``, the figure ``among`` of the same bench stands there: of how many it is.
    """

    told: str
    bench: str
    figure: str
    aim: Aim | None = None
    beside: tuple[str, str] | None = None
    among: str = ""


EVENT_SETS = {"news_cluster": 95, "basil": 96, "newswcl50": 98, "ecbplus": 90}
"""The labelled sets of events, and the BCubed F1 in percent that is aimed at."""

LOST = "committed changes lost, or libraries that did not open"

HEADLINES: dict[str, tuple[Headline, ...]] = {
    "Which articles report one event (BCubed F1 in percent, one threshold for all)": (
        *(Headline(name, "events", name, least(aim), ("TF-IDF", f"{name} tf-idf")) for name, aim in EVENT_SETS.items()),
        Headline("one more article placed among 50,000, p95, ms", "events", "placing one p95, ms", most(10)),
    ),
    "What they claim (each event by weights fitted without it)": (
        *(
            Headline(
                f"pairs of sentences, {name}, {kind}, F1",
                "comparison",
                f"{name} pairs {kind} F1",
                least(aim),
                ("TF-IDF at its best", f"{name} pairs {kind} F1, plain TF-IDF at its best threshold"),
            )
            for name in ("gold", "dev1", "dev2")
            for kind, aim in (("all", 0.60), ("strict", 0.68))
        ),
        Headline("pairs of all ten events, all, F1", "comparison", "all ten events, pairs all F1", least(0.60)),
        Headline("pairs of all ten events, strict, F1", "comparison", "all ten events, pairs strict F1", least(0.68)),
        Headline(
            "events of ten above TF-IDF, all and strict, its threshold too from the other events",
            "comparison",
            "events above plain TF-IDF at the threshold best for the other events, all and strict",
            least(10),
        ),
        Headline(
            "the same, TF-IDF at the threshold best for the gold that the event is in",
            "comparison",
            "events above plain TF-IDF at the threshold best for their gold, all and strict",
        ),
        Headline("rows, strict precision", "comparison", "rows strict precision, all pairs of the golds", least(0.85)),
        Headline(
            "pairs_superpal, F1",
            "comparison",
            "pairs_superpal F1",
            least(0.72),
            ("weighted cosine at its best", "pairs_superpal F1, weighted cosine at its best threshold"),
        ),
        Headline("false omissions an event, at most", "comparison", "all ten events, false omissions an event, most", most(3)),
    ),
    "Where they contradict each other": (
        *(
            line
            for name, of in (("all ten events,", "the ten events"), ("gold", "gold"), ("dev1", "dev1"), ("dev2", "dev2"))
            for line in (
                Headline(
                    f"hard conflicts found, {of} (rules written with them in view)",
                    "comparison",
                    f"{name} hard conflict claims found",
                    least(0.75),
                ),
                Headline(f"hard pairs right, {of}", "comparison", f"{name} hard conflict pairs precision", least(0.60)),
            )
        ),
        *(
            line
            for part, of in (("in view", "in view of who wrote rules"), ("put away", "put away"))
            for line in (
                Headline(
                    f"of {{}} hard conflicts in labelled events {of}: found",
                    "conflicts",
                    f"{part}: hard claims found, told as hard",
                    among=f"{part}: hard claims",
                ),
                Headline(
                    "of {} hard pairs shown there: borne out by a label",
                    "conflicts",
                    f"{part}: pairs right, told as hard",
                    among=f"{part}: pairs shown, told as hard",
                ),
            )
        ),
        Headline("false rows of conflict an event, at most", "comparison", "all ten events, false conflict rows an event, most", most(2)),
        Headline("rows of conflict among unrelated articles", "comparison", "unrelated articles, rows of conflict or progression", most(0)),
        Headline("the shipped sample: hard conflicts found", "sample", "hard conflicts, recall"),
    ),
    "Who says it": (
        Headline("polnear, quotations, F1", "language", "polnear quotations F1", least(0.985)),
        Headline("polnear, speakers right", "language", "polnear speakers", least(0.90)),
        Headline("polnear, attributions (cue and source), F1", "language", "polnear attribution F1", least(0.70)),
        Headline("the shipped sample: links of sourcing chains found", "sample", "sourcing chains, recall"),
    ),
    "How long a comparison takes": (
        *(
            line
            for count, aim in ((5, 150), (12, 600))
            for line in (
                Headline(f"{count} articles, ms", "pace", f"{count} articles: compared, ms", most(aim)),
                Headline(f"{count} articles for the first time, ms", "pace", f"{count} articles: compared for the first time, ms"),
            )
        ),
        Headline("kept comparison to painted matrix, p95, ms", "correcting", "stored comparison to painted matrix p95, ms", most(100)),
        Headline("correction to painted matrix, p95, ms", "correcting", "correction to painted matrix p95, ms", most(300)),
    ),
    "What is article on a page (F1 of runs of four words)": (
        *(
            Headline(name, "cleaning", f"{name} F1", None, ("trafilatura", f"{name} F1, trafilatura alone"))
            for name in ("html_aeb", "html_fundus", "html_readability")
        ),
        Headline("html_aeb as plain lines", "cleaning", "html_aeb F1, as plain lines", least(0.92)),
        Headline("lines of comments", "comments", "comment lines, F1", least(0.90)),
        Headline("title right", "metadata", "title right", None, ("trafilatura", "title right, trafilatura alone")),
        Headline("day right", "metadata", "day right", None, ("trafilatura", "day right, trafilatura alone")),
    ),
    "The window, with 100,000 articles": (
        Headline("library opened to painted list, ms", "window", "window open to painted list, ms", most(300)),
        Headline("scrolling, a frame p99, ms", "window", "scrolling by page down held, frame p99, ms", most(16)),
        Headline("selection to painted article of 20 KB, p99, ms", "window", "selection to painted article, 20 KB p99, ms", most(50)),
        Headline("the window's memory (PSS), MB", "window", "window process PSS at the end, MB", most(350)),
        *(
            Headline(f"{state} start to painted list, of {peer}'s", "starting", f"{state}: ours / {peer}", most(aim))
            for state in ("warm", "cold")
            for peer, aim in (("recoll", 2), ("rssguard", 1), ("calibre", 1))
        ),
        Headline("while 10,000 articles come in: beats, p99, ms late", "importing", "heartbeat late while importing p99, ms", most(16)),
        Headline("… the latest beat, ms", "importing", "heartbeat late while importing max, ms", most(50)),
        Headline("… an edit on the screen, p99, ms", "importing", "an edit on screen while importing p99, ms", most(50)),
    ),
    "Searching 100,000 articles (ms of the processor, with the passages)": (
        Headline("questions, p95", "searching_large", "ours, questions p95, ms", most(10), ("FTS5", "FTS5, questions p95, ms")),
        Headline("while typing, p95", "searching_large", "ours, typing p95, ms", most(15), ("FTS5", "FTS5, typing p95, ms")),
        Headline("by date, p95", "searching_large", "ours, questions by date p95, ms", most(10)),
        Headline("facets of the commonest word", "searching_large", "ours, facets of the commonest word, ms", most(20)),
    ),
    "Notes and briefings": (
        Headline(
            "notes on the right words after the text changed (ten ways)", "anchoring", "re-anchorable on the right words", least(0.99)
        ),
        Headline("notes on wrong words", "anchoring", "annotations on wrong words", most(0.001)),
        Headline("200 notes in 20 KB placed anew, slowest way, ms", "anchoring", "ms for 200 annotations in 20 KB, slowest way", most(50)),
        Headline("a briefing of 12 pages, s", "briefing", "12 pages, s", most(1)),
        Headline("its changed page in the preview, s", "briefing", "changed page, s", most(0.15)),
        Headline("a briefing of 200 pages, s", "briefing", "200 pages, s", most(10)),
    ),
    "Nothing gets lost (tests/endurance)": (
        Headline("changes lost in {} rounds of SIGKILL", "endurance: kill -9", LOST, most(0), among="rounds"),
        Headline("changes lost in {} rounds on a full disk", "endurance: full disk", LOST, most(0), among="rounds"),
        Headline("bits flipped in the database and not noticed", "endurance: flipped bits", "database: not noticed", most(0)),
        Headline("faults under {} random keys and clicks", "endurance: monkey", "faults", most(0), among="keys and clicks"),
    ),
}
"""README's table by theme."""


def number(value: float) -> str:
    """A figure in as many digits as say something: three of a share, none behind the point from a hundred on."""
    if value == int(value) and abs(value) >= 1:
        return f"{value:g}"
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}" if abs(value) >= 1 else f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def table(kept: Figures) -> str:
    """README's table in Markdown: a figure that misses its aim says so in words."""
    lines = ["| | figure | aim | beside it |", "|---|---|---|---|"]
    for theme, headlines in HEADLINES.items():
        lines.append(f"| **{theme}** | | | |")
        lines += [line(headline, kept) for headline in headlines]
    return "\n".join(lines)


def line(headline: Headline, kept: Figures) -> str:
    """One line of that table."""
    figures = kept[headline.bench]["figures"]
    value = figures[headline.figure]
    aim = headline.aim.told() + ("" if headline.aim.met(value) else ", **not reached**") if headline.aim else ""
    beside = f"{headline.beside[0]} {number(figures[headline.beside[1]])}" if headline.beside else ""
    told = headline.told.format(number(figures[headline.among])) if headline.among else headline.told
    return f"| {told} | {number(value)} | {aim} | {beside} |"
