"""What the program knows about one language, as data: a LangPack, and the words and sentences that every pack can cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing_app.language.sentences import Splitting, split_sentences
from briefing_app.language.words import Word, cut_words
from briefing_app.model.span import Span


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """One way to quote: opening and closing mark. ``weak`` marks are apostrophes too and need proof that they quote."""

    opening: str
    closing: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed word classes and the verbs of a language that is read for clauses, speech, numbers and dates. All in lower case."""

    determiners: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    verb_endings: tuple[tuple[str, str], ...] = ()
    verb_forms: Callable[[], dict[str, str]] = dict
    """Surface form to its readings: B base, Z third person, D past, N past participle, G -ing form.

    ``verb_endings`` guess them for unknown words.
    """
    verb_bases: Callable[[], dict[str, str]] = dict
    """Surface form to its base form ("sold" to "sell"); empty for a language whose stems do."""


@dataclass(frozen=True, slots=True)
class Moods:
    """Verbs whose form says that the writer has it from others. All in lower case.

    ``hearsay`` modals tell nobody's words before a perfect infinitive ("soll gelogen haben"), ``claimed`` ones the subject's ("will
    gesehen haben"); ``infinitives`` close it, those in ``done`` alone for the subject's and never with a word of ``passive``, the others
    only behind a participle in ``gone`` ("soll geflohen sein").
    ``conditionals`` tell nobody's words before a participle ("aurait menti"), unless a word of ``supposed`` stands in the sentence or the
    participle is one of ``unreal``. ``reported`` are forms of the mood of reported speech, ``no_report`` words beside which they are not.
    """

    hearsay: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    conditionals: frozenset[str] = frozenset()
    supposed: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    no_report: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Speech:
    """How the language gives words to somebody.

    ``verbs`` maps every form of a say-verb to its lemma; the lemmas in ``weak_verbs`` tell only when a clause or a quotation follows.
    ``nouns_too`` are forms that are nouns as well, ``leads`` verbs that lead to one ("went on to say"),
    ``quotative`` lemmas may stand before their subject without a quotation, ``stances`` are adjectives that tell ("worried that"),
    ``told_nouns`` nouns that do ("reports that"), ``impersonal`` lemmas make hearsay in the passive ("is said to"),
    ``documents`` are things that tell ("the poll shows"). As ``weak_verbs``, though never doubted where they do tell, are the lemmas in
    ``worded`` ("added a week" tells nothing); a lemma and the word behind it in ``silent`` tell nothing ("called off"); ``writings`` are
    what somebody puts out, who tells it ("sent a letter saying"). ``particles`` are those of which one must follow a form in its
    clause ("wies den Vorwurf zurück"); words in ``trailing`` say "according to" of the phrase before them ("dem Sprecher zufolge"),
    those in ``leading`` of the phrase behind them that ends the telling (", so Keller."); ``views`` are nouns that do it with "in" and
    an owner ("in her view"). ``passive`` are the forms that make one with a participle ("was denied"), ``agents`` what stands before who
    does it ("by her lawyer"), ``as_told`` what opens "as reported by", ``citing`` phrases before whom a teller has it from ("unter Berufung
    auf"), ``is_said`` verbs that beside "es" say that something is said. ``speaks`` are verbs that tell what a word of ``speaks_of``
    opens ("speaks of a fifth").
    """

    verbs: Callable[[], dict[str, str]] = dict
    weak_verbs: frozenset[str] = frozenset()
    nouns_too: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    quotative: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    told_nouns: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    worded: frozenset[str] = frozenset()
    silent: frozenset[tuple[str, str]] = frozenset()
    writings: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    particles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    according: tuple[tuple[str, ...], ...] = ()
    trailing: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    as_told: frozenset[str] = frozenset()
    citing: tuple[tuple[str, ...], ...] = ()
    is_said: frozenset[str] = frozenset()
    speaks: frozenset[str] = frozenset()
    speaks_of: frozenset[str] = frozenset()
    moods: Moods = field(default_factory=Moods)
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    plural: frozenset[str] = frozenset()
    neuter: frozenset[str] = frozenset()
    media_nouns: frozenset[str] = frozenset()
    people_nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that tell what a capitalised run names. All in lower case."""

    titles: frozenset[str] = frozenset()
    title_heads: frozenset[str] = frozenset()
    connectors: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    female_names: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Metres:
    """Words by which "m" right behind a number stands for metres rather than millions, in lower case.

    ``always``: it never stands for millions. Behind it: ``ways`` of measuring ("deep"); ``things`` that have a length, unless beside a
    word for what is ``paid_for``; ``off`` before ``places`` ("off the coast"); behind a distance of ``tracks``, ``races``. Before it:
    ``moving`` words; ``things`` and ``lengths`` with a word of ``of``. ``ranges`` join two of them.
    """

    always: bool = False
    ways: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    paid_for: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()
    races: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Counting:
    """Words for numbers and dates. All in lower case; months and weekdays count from 1 and from 0 (Monday)."""

    numerals: dict[str, float] = field(default_factory=dict)
    scales: dict[str, float] = field(default_factory=dict)
    approximations: tuple[tuple[str, ...], ...] = ()
    currencies: dict[str, str] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    decimal: str = "."
    metres: Metres = Metres()


@dataclass(frozen=True, slots=True)
class LangPack:
    """One language. ``code`` is BCP 47; ``stemmer`` names a Snowball algorithm, empty for none."""

    code: str
    stemmer: str = ""
    stop_words: frozenset[str] = frozenset()
    splitting: Splitting = field(default_factory=Splitting)
    marks: tuple[QuoteMarks, ...] = ()
    grammar: Grammar = field(default_factory=Grammar)
    speech: Speech = field(default_factory=Speech)
    naming: Naming = field(default_factory=Naming)
    counting: Counting = field(default_factory=Counting)

    def words(self, text: str, span: Span | None = None) -> list[Word]:
        """The words of ``text`` (of ``span`` of it), with spans in ``text``; scripts without spaces give bigrams."""
        return cut_words(text, span, self.stemmer)

    def sentences(self, text: str, span: Span | None = None) -> list[Span]:
        """The sentences of ``text`` (of ``span`` of it), trimmed, in order; a line end always ends one."""
        return split_sentences(text, span or Span(0, len(text)), self.splitting)

    def is_stop(self, word: str) -> bool:
        """Whether ``word`` (in any case) is too common to tell anything."""
        return word.lower().replace("’", "'") in self.stop_words
