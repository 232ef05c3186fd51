"""What the windows of the pictures look at: libraries of nothing, of one article, of too much, of other scripts; each made once."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from pathlib import Path

from briefing_app.library import Library
from briefing_app.model.dates import day_interval
from briefing_app.model.event import EventGroup
from briefing_app.model.ids import ArticleId
from briefing_app.pipeline import Workbench
from tests.factories import document

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "articles"
MANY = 600


class World(Enum):
    """Which articles there are."""

    SAMPLE = "sample"
    NONE = "none"
    ONE = "one"
    MANY = "many"
    LONG = "long"
    SCRIPTS = "scripts"
    GREEK = "greek"


ONE = """Council of Varde votes on the bridge

The council of Varde decided on Monday, 12 January 2026 to build the new bridge over the Skern, councillor Mette Friis said.
"""
_WORD = "Verkehrsinfrastrukturfinanzierungsgesellschaftsverordnungsentwurf"
_ON = "goes on and on " * 14
_TITLES = tuple(f"{lead} the {_WORD}, and the headline {_ON}until it ends" for lead in ("Minister presents", "Nobody wants"))
_LONG = """<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{paper}">
<meta property="article:published_time" content="2026-03-03T10:00:00Z"><meta name="author" content="{author}"></head>
<body><article><h1>{title}</h1>
<p>The {word} was presented in Lindow on Tuesday, 3 March 2026, the ministry said. {blankless} was its answer.</p>
<p>It will {cost} crowns, the {word} told reporters, and that is not the end of the sentence, because {clause} then it ends.</p>
<p>Nobody at the ministry wanted to say who had written the {word} or when it comes before the council.</p></article></body></html>
"""
LONG = tuple(
    _LONG.format(
        title=title, paper=f"The {town} Intelligencer, Advertiser and Weekly Gazette of the Seven Valleys", word=_WORD, cost=cost,
        author="Maximiliana-Alexandrina von und zu Hohenstaufen-Battenberg-Oettingen", blankless="Onewordwithoutanyblank" * 30,
        clause="it has another clause, and " * 20,
    )
    for title, town, cost in zip(_TITLES, ("Lindow", "Varde"), ("cost 4 million", "not cost 4 but 5 million"), strict=True)
)  # fmt: skip
SCRIPTS = (
    "リンドウ港、嵐の後に再開\n\nリンドウ港は2026年3月3日火曜日に再開したと港湾当局が発表した。島へのフェリーは水曜日から運航を再開する。\n\n"
    "クレーン3基が損傷し、修理には400万クローネかかると港長のイーダ・ブラントは記者団に述べた。\n\n「復活祭までに全ての埠頭が使えるとは約束できない」とブラントは述べた。\n",
    "リンドウ港が再び開く、クレーン2基が損傷\n\nリンドウ港は2026年3月3日火曜日に再開したが、島へのフェリーは港にとどまっていると港湾当局が発表した。\n\n"
    "クレーン2基が損傷し、修理には400万クローネかかると港長のイーダ・ブラントは記者団に述べた。\n",
    "ميناء ليندو يعود إلى العمل بعد العاصفة\n\nأعلنت سلطة الميناء أن ميناء ليندو عاد إلى العمل يوم الثلاثاء 3 مارس 2026 بعد العاصفة. "
    "وتبحر العبارات إلى الجزر من جديد يوم الأربعاء.\n\nوقالت مديرة الميناء إيدا برانت للصحفيين إن ثلاث رافعات تضررت وإن الإصلاح "
    "سيكلف 4 ملايين كرونة.\n",
    "إعادة فتح ميناء ليندو وتضرر رافعتين\n\nأعلنت سلطة الميناء أن ميناء ليندو عاد إلى العمل يوم الثلاثاء 3 مارس 2026، لكن "
    "العبارات إلى الجزر باقية في الميناء.\n\n"
    "وقالت مديرة الميناء إيدا برانت للصحفيين إن رافعتين تضررتا وإن الإصلاح سيكلف 4 ملايين كرونة.\n",
)
GREEK = (
    "Το λιμάνι της Λίντοβας άνοιξε ξανά μετά την καταιγίδα\n\nΤο λιμάνι της Λίντοβας άνοιξε ξανά την Τρίτη, δήλωσε η λιμενική αρχή. "
    "Τα πλοία για τα νησιά αναχωρούν από την Τετάρτη.\n\nΤρεις γερανοί υπέστησαν ζημιές και οι επισκευές θα κοστίσουν 4 εκατομμύρια, "
    "είπε η Ίντα Μπραντ στις 3 Μαρτίου 2026.\n\n«Δεν μπορούμε να υποσχεθούμε ότι όλες οι θέσεις θα είναι ελεύθερες», είπε η Μπραντ.\n",
    "Ανοιχτό ξανά το λιμάνι της Λίντοβας, δύο γερανοί με ζημιές\n\nΤο λιμάνι της Λίντοβας άνοιξε ξανά την Τρίτη, 3 Μαρτίου "
    "2026, αλλά τα πλοία "
    "για τα νησιά δεν αναχωρούν, δήλωσε η λιμενική αρχή.\n\nΔύο γερανοί υπέστησαν ζημιές και οι επισκευές θα κοστίσουν 4 εκατομμύρια, "
    "είπε η Ίντα Μπραντ.\n\nΟ δήμαρχος, Περ Χολτ, δεν ήταν διαθέσιμος για σχόλια.\n",
    "Το συμβούλιο του Βάρδε ψήφισε για τη γέφυρα\n\nΤο συμβούλιο του Βάρδε αποφάσισε τη Δευτέρα, 12 Ιανουαρίου 2026 να χτίσει "
    "τη νέα γέφυρα.\n",
)


def make(world: World, folder: Path) -> Path:
    """The library of a world in a new folder, imported and followed up; returns the library's folder."""
    library = folder / "library"
    if world is World.MANY:
        _fill(library)
        return library
    texts: dict[World, tuple[str, ...]] = {World.ONE: (ONE,), World.LONG: LONG, World.SCRIPTS: SCRIPTS, World.GREEK: GREEK}
    articles = SAMPLE if world is World.SAMPLE else folder / "articles"
    if world is not World.SAMPLE:
        articles.mkdir()
        for number, words in enumerate(texts.get(world, ())):
            suffix = "html" if words.startswith("<html") else "txt"
            (articles / f"{number}.{suffix}").write_text(words, encoding="utf-8")
    bench = Workbench.open(library)
    try:
        if world is not World.NONE:
            bench.import_paths([articles], _unheard).future.result(timeout=100)
            bench.catch_up(_unheard).future.result(timeout=100)
    finally:
        bench.close()
    return library


def _fill(folder: Path) -> None:
    """A library of many articles that nothing has followed up yet: the index is behind, every third article belongs to an event."""
    library = Library.open(folder)
    try:
        numbers: list[ArticleId] = []
        start = date(2025, 1, 1)
        for number in range(MANY):
            day = start + timedelta(days=number // 12)
            words = f"The council of town {number % 97} decided on matter {number}. The vote was {number % 9} to {number % 7}."
            made = document(f"Council of town {number % 97} decides on matter {number}", words, source=f"Paper {number % 40}", day=day)
            numbers.append(library.add(made, made.text.encode(), f"{number}.txt").article)
        days = [start + timedelta(days=at // 12) for at in range(MANY)]
        groups = [EventGroup(f"Vote on matter {at}", day_interval(days[at]), tuple(numbers[at : at + 4])) for at in range(0, MANY, 12)]
        library.put_groups(groups)
    finally:
        library.close()


def _unheard(_progress: object) -> None:
    """Progress that nobody looks at."""
