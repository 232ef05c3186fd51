"""The list of sources: what each article says about itself, how sure that is, and where its bytes came from."""

from __future__ import annotations

from datetime import UTC

from briefing_app.briefing import wording
from briefing_app.briefing.markdown import safe_address
from briefing_app.briefing.material import Material
from briefing_app.briefing.tree import Badge, Block, Heading, Inline, Inlines, Table, TableCell, TableGroup, TableKind, Text, Voice
from briefing_app.model.article import Article, Attested
from briefing_app.model.briefing import Grade
from briefing_app.model.dates import DateInterval

LONGEST_EVIDENCE = 160
"""Code points of each piece of evidence."""

LABEL_SHARE = 0.16
"""The label column's share of the page's width."""


RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""The words of NATO's AJP-2.1 for the grades of a source and of what it says."""


def source_blocks(material: Material, grades: tuple[Grade, ...] = ()) -> tuple[Block, ...]:
    """One heading and one table of facts for every article, in the order of the letters, with the analyst's grade where there is one."""
    badges = material.badges()
    graded = {grade.article: grade for grade in grades}
    blocks: list[Block] = []
    for article in material.ordered():
        badge = badges[article.id]
        name = wording.name_run(article.document.source, "source unknown", article.document.language.value or "")
        blocks += [Heading(2, (badge, Text(" "), name), source=str(badge.letter)), _facts(article, graded.get(article.id))]
    return tuple(blocks)


def source_lines(material: Material) -> Table:
    """The sources of the title page: letter, name, title, date; one row each."""
    badges = material.badges()
    rows = tuple(_line(article, badges[article.id]) for article in material.ordered())
    return Table(TableKind.FACTS, (0.31, 0.4, 0.29), (), (TableGroup((), rows),))


def _line(article: Article, badge: Badge) -> tuple[TableCell, ...]:
    document = article.document
    language = document.language.value or ""
    name = (badge, Text(" "), wording.name_run(document.source, "source unknown", language))
    title = (wording.value_run(document.title, "no title", language),)
    return (TableCell((name,)), TableCell((title,)), TableCell(((wording.date_run(document.date),),)))


def _facts(article: Article, grade: Grade | None) -> Table:
    document, custody = article.document, article.custody
    language = document.language.value or ""
    facts: list[tuple[str, Inlines]] = [
        ("Title", (wording.value_run(document.title, "no title", language), *_evidence(document.title, language))),
        ("Date", (wording.date_run(document.date), *_evidence(document.date, language))),
    ]
    if grade is not None:
        words = f"{RELIABILITY.get(grade.reliability, '')}, {CREDIBILITY.get(grade.credibility, '')}"
        facts.insert(0, ("Grade", (Text(f"{grade.reliability}{grade.credibility}", strong=True), Text(f"  {words}", Voice.MUTED))))
    if document.updated is not None:
        facts.append(("Updated", (Text(wording.moment_words(document.updated)),)))
    for label, value in (("Byline", document.byline), ("Agency", document.agency)):
        if value.known:
            facts.append((label, (wording.name_run(value, ""), *_evidence(value, language))))
    if document.language.known:
        facts.append(("Language", (wording.value_run(document.language, ""),)))
    if document.source.known:
        facts.insert(0, ("Source", (wording.name_run(document.source, ""), *_evidence(document.source, language))))
    facts += _addresses(article)
    facts.append(("File", (Text(custody.file_name),)))
    if document.part:
        facts.append(("Part", (Text(document.part),)))
    facts.append(("SHA-256", (Text(custody.original_sha256, code=True),)))
    if document.captured_at is not None:
        facts.append(("Captured", (Text(wording.moment_words(document.captured_at)),)))
    facts.append(("Imported", (Text(wording.moment_words(custody.imported_at.astimezone(UTC))),)))
    rows = tuple((TableCell(((Text(label, Voice.MUTED),),)), TableCell((value,))) for label, value in facts)
    return Table(TableKind.FACTS, (LABEL_SHARE, 1 - LABEL_SHARE), (), (TableGroup((), rows),))


def _addresses(article: Article) -> list[tuple[str, Inlines]]:
    """The page's address, and the one that it says it should be known by where that is another."""
    url, canonical = article.document.url, article.document.canonical_url
    found = [("Address", url)] if url else []
    if canonical and canonical != url:
        found.append(("Canonical" if url else "Address", canonical))
    return [(label, (Text(address, address=safe_address(address)),)) for label, address in found]


def _evidence(value: Attested[str] | Attested[DateInterval], language: str) -> tuple[Inline, ...]:
    """From which words the value comes, when they are not simply the value itself; or that the analyst has set it."""
    if value.by_analyst and value.known:
        return (Text("  set by the analyst", Voice.MUTED),)
    told = [piece for piece in value.evidence if piece.words.strip() and piece.words != value.value][:3]
    if not value.known or not told:
        return ()
    line: list[Inline] = [Text("  from ", Voice.MUTED)]
    for index, piece in enumerate(told):
        words = wording.shortened(piece.words, LONGEST_EVIDENCE)
        line += [Text(", " if index else "", Voice.MUTED), Text(f"“{words}”", Voice.MUTED, language=language)]
    return tuple(line)
