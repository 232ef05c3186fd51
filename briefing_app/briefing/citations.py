"""Footnotes: which words of which source stand behind a statement, each cited place once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

from briefing_app.briefing import wording
from briefing_app.briefing.markdown import safe_address
from briefing_app.briefing.material import Material
from briefing_app.briefing.references import Reference, meaning
from briefing_app.briefing.tree import Cite, Inline, Note, Text, Voice
from briefing_app.model.article import Article
from briefing_app.model.comparison import Place
from briefing_app.model.ids import ArticleId, Noun, name_of
from briefing_app.model.span import Span

LONGEST = 1200
"""Code points of exact words that a footnote holds; longer passages show both ends and say where the rest stands."""

LONGEST_TITLE = 110
"""Code points of the title in a footnote; the list of sources has it whole."""


LONGEST_ADDRESS = 90
"""Code points of the page's address in a footnote, which leads to the whole of it; the list of sources prints it."""


class Notebook:
    """Collects the footnotes of one document in the order of their first citation."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._badges = material.badges()
        self._numbers: dict[tuple[object, ...], int] = {}
        self._notes: list[Note] = []
        self._told: set[ArticleId] = set()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes so far."""
        return tuple(self._notes)

    def cite(self, place: Place, chain: tuple[str, ...] = ()) -> tuple[Inline, ...]:
        """A reference to the exact words at ``place``; nothing when the material does not hold the article."""
        return self._refer(("words", place, chain), place.article, self._words(place, chain))

    def cite_nearest(self, place: Place, *, perhaps: bool = False) -> tuple[Inline, ...]:
        """A reference that says: no passage here, these words come nearest; with ``perhaps`` that they may say it."""
        how = "; perhaps says it" if perhaps else "; no passage; nearest"
        return self._refer(("nearest", place, perhaps), place.article, (Text(how), *self._words(place, ())))

    def cite_absent(self, article: ArticleId) -> tuple[Inline, ...]:
        """A reference that says: no passage in this article."""
        return self._refer(("absent", article), article, (Text("; no passage"),))

    def refer(self, reference: Reference) -> tuple[Inline, ...]:
        """What stands for a citation of the analyst's text: its footnote, or that the source is gone, or that it is an assessment."""
        if reference.noun is None:
            return (Text("(assessment)", Voice.MUTED),)
        meant = meaning(reference, self._material)
        if meant.article is None:
            return (Text(f"[source gone: {name_of(reference.noun, reference.number)}]", Voice.UNKNOWN),)
        if meant.place is not None:
            return self.cite(meant.place)
        if meant.quote:
            return self.cite_lost(meant.article.id, meant.quote, stood=meant.stood)
        return self._refer(("whole", meant.article.id), meant.article.id, ())

    def mention(self, reference: Reference) -> tuple[Inline, ...]:
        """What stands for a citation inside a footnote, which can have none itself: the source's letter."""
        if reference.noun is None:
            return self.refer(reference)
        article = meaning(reference, self._material).article
        return (self._badges[article.id],) if article else self.refer(reference)

    def remark(self, words: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A reference to a footnote of the analyst's own."""
        self._notes.append(Note(words))
        return (Cite(len(self._notes) - 1),)

    def cite_lost(self, article: ArticleId, quote: str, *, stood: bool = True) -> tuple[Inline, ...]:
        """A reference to words that once stood in the article and do not any more, or (``stood`` False) never did."""
        say = "no longer stand in the text" if stood else f"do not stand in {name_of(Noun.ARTICLE, article)}"
        words = (Text(f"; these words {say}: "), *quoted(quote, self._language(article)))
        return self._refer(("lost", article, quote), article, words)

    def _refer(self, key: tuple[object, ...], number: ArticleId, words: tuple[Inline, ...]) -> tuple[Inline, ...]:
        article = self._material.article(number)
        if article is None:
            return ()
        if key not in self._numbers:
            self._numbers[key] = len(self._notes)
            custody = _custody(article, in_full=number not in self._told)
            self._told.add(number)
            self._notes.append(Note((self._badges[number], Text(" "), *_identity(article), *words, *custody)))
        return (Cite(self._numbers[key]),)

    def _words(self, place: Place, chain: tuple[str, ...]) -> tuple[Inline, ...]:
        article = self._material.article(place.article)
        if article is None:
            return ()
        paragraph = self._material.paragraph(place.article, place.span)
        where = f", ¶{paragraph}" if paragraph is not None else ""
        said = f" ({chain_words(chain)})" if chain else ""
        exact = quoted(_ends(article.text, place.span), self._language(place.article))
        return (Text(f"{where}{said}: "), *exact)

    def _language(self, number: ArticleId) -> str:
        article = self._material.article(number)
        return (article.document.language.value or "") if article else ""


def quoted(words: str, language: str, *, strong: bool = False) -> tuple[Inline, ...]:
    """Verbatim words between quotation marks, their line ends as spaces; no mark is doubled."""
    before, after = wording.marks_around(words)
    runs = (Text(before), Text(" ".join(words.split()), Voice.VERBATIM, strong=strong, language=language), Text(after))
    return tuple(run for run in runs if run.words)


def chain_words(chain: tuple[str, ...]) -> str:
    """``origin → ... → nearest teller``."""
    return " → ".join(chain)


def _ends(text: str, span: Span) -> str:
    if len(span) <= LONGEST:
        return span.of(text)
    half = LONGEST // 2
    left_out = len(span) - 2 * half
    return f"{text[span.start : span.start + half]} [… {left_out:,} characters …] {text[span.end - half : span.end]}"


def _identity(article: Article) -> tuple[Inline, ...]:
    document = article.document
    language = document.language.value or ""
    title = wording.value_run(document.title, "no title", language)
    title = replace(title, words=wording.shortened(title.words, LONGEST_TITLE))
    head: tuple[Inline, ...] = (wording.name_run(document.source, "source unknown", language), Text(", "))
    marks = wording.marks_around(title.words) if document.title.value else ("", "")
    return (*head, Text(marks[0]), title, Text(marks[1] + ", "), wording.date_run(document.date))


def _custody(article: Article, *, in_full: bool) -> tuple[Inline, ...]:
    """Where the words came from: the file and the beginning of its digest; ``in_full`` also the address and when the page was taken."""
    document, custody = article.document, article.custody
    file = Text(f" · {custody.file_name}, sha256 {custody.original_sha256[:12]}…", Voice.MUTED)
    if not in_full:
        return (file,)
    address = document.canonical_url or document.url
    link = (Text(" · ", Voice.MUTED), Text(wording.shortened(address, LONGEST_ADDRESS), address=safe_address(address))) if address else ()
    taken = f"captured {wording.moment_words(document.captured_at)}" if document.captured_at else ""
    taken = taken or f"imported {wording.moment_words(custody.imported_at.astimezone(UTC))}"
    return (*link, Text(f" · {taken}", Voice.MUTED), file)
