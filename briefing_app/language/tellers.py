"""Names the teller of a frame: pronouns, short names, roles ("the mayor") and media words are resolved to the fullest name so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from briefing_app.language.lines import Line
from briefing_app.language.names import Names
from briefing_app.language.pack import LangPack
from briefing_app.language.phrases import Range, phrase_starting
from briefing_app.language.roles import Held, narrowing, roles_of
from briefing_app.language.syntax import Tag, Token
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span


@dataclass(slots=True)
class Tellers:
    """Walks through the article and remembers who was named last."""

    names: Names
    pack: LangPack
    people: list[str] = field(default_factory=list)
    tellers: list[str] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    roles: dict[str, Held] = field(default_factory=dict)
    foretold: dict[str, Held] = field(default_factory=dict)
    genders: dict[str, bool] = field(default_factory=dict)
    subject: str = ""
    reached: int = 0

    def pass_names(self, line: Line, until: int) -> None:
        """Take note of the names of ``line`` that stand before code point ``until``."""
        for name in self.names.inside(line.span):
            if not self.reached <= name.span.start < until:
                continue
            self.reached = name.span.end
            if name.kind is NameKind.PERSON:
                self.people.append(name.full)
                self._note_role(line, name.span, name.full)
            elif name.kind is NameKind.ORGANISATION:
                self.organisations.append(name.full)
            self._note_medium(line, name.span, name.full)

    def end_line(self, line: Line) -> None:
        """Take note of the rest of the line, and of the person whom it began with."""
        self.pass_names(line, line.span.end)
        first = next(iter(self.names.inside(line.span)), None)
        begins = (
            first is not None
            and first.kind is NameKind.PERSON
            and sum(token.end <= first.span.start for token in line.tokens) <= _OPENING_TOKENS
        )
        self.subject = first.full if first is not None and begins else ""

    def _note_role(self, line: Line, span: Span, full: str) -> None:
        """``Mayor Ada Okafor`` and ``Ada Okafor, the mayor`` make "mayor" mean her."""
        before = [token for token in line.tokens if token.end <= span.start][-1:]
        if before and (honorific := before[0].low.rstrip(".")) in _HONORIFICS:
            self.genders[full] = _HONORIFICS[honorific]
        for role, narrowed in roles_of(line, span, self.pack):
            self.roles[role] = Held(full, narrowed)

    def _note_medium(self, line: Line, span: Span, full: str) -> None:
        tokens = line.tokens
        following = next((token for token in tokens if token.start >= span.end), None)
        words = {word.lower() for word in full.split()}
        before = next((token for token in reversed(tokens) if token.end <= span.start), None)
        beside = any(token is not None and token.low in self.pack.speech.media_nouns - _REPORT for token in (before, following))
        if beside or words & MEDIA_WORDS:
            self.media.append(full)

    def note_reporter(self, name: str) -> None:
        """Take note of who reported something: no person and no place, so that it is a medium where it is called one later."""
        if any(one.full == name and one.kind in _REPORTERS for one in self.names.by_start.values()):
            self.media.append(name)

    def name_of(self, line: Line, teller: Range, remember: bool = True) -> str:
        """The fullest name of the phrase; its own words when the article names nobody for it."""
        tokens = _owner(line.tokens[teller[0] : teller[1]])
        name = (
            self._pronoun(tokens)
            or self._named(tokens)
            or self._role(tokens)
            or ("" if len(tokens) == 1 and self._personal(tokens[0].low) else _plain(tokens))
        )
        name = _ELIDED.sub("", name)
        if name and remember:
            self.tellers.append(name)
        return name

    def is_medium(self, name: str) -> bool:
        """Whether the name is a newspaper, an agency or the like, as far as the article and the list tell."""
        return name in self.media or bool({word.lower() for word in name.split()} & MEDIA_WORDS)

    def medium_at(self, line: Line, index: int) -> str:
        """The medium whose name begins at the token ``index`` ("told Reuters"); empty when there is none."""
        if index < len(line.tokens) and line.tokens[index].low == "the":
            index += 1
        elided = _ELIDED.sub("", line.tokens[index].text) if index < len(line.tokens) else ""
        if elided.lower() in MEDIA_WORDS and elided != line.tokens[index].text:  # "à l'AFP"
            return elided
        name = self.names.by_start.get(line.tokens[index].start) if index < len(line.tokens) else None
        return name.full if name is not None and self.is_medium(name.full) else ""

    def medium_called(self, line: Line, index: int) -> str:
        """The medium of the phrase that begins at the token ``index`` ("told the paper", "told local media"); empty when it is none."""
        phrase = phrase_starting(line.tokens, index, self.pack)
        if phrase is None:
            return ""
        tokens = line.tokens[phrase[0] : phrase[1]]
        head = next((tokens[i - 1] for i, token in enumerate(tokens) if token.tag is Tag.PREPOSITION and i), tokens[-1])
        if head.low in self.pack.speech.media_nouns:
            return (self._medium(head.low) if tokens[0].low in ("the", "this") and len(tokens) == 2 else "") or _plain(tokens)
        return _plain(tokens) if head.low in ("media", "press") and len(tokens) <= 3 else ""

    def _medium(self, noun: str) -> str:
        """The last medium that the noun can mean: "the newswire" an agency, "the paper" none."""
        agencies = [name for name in self.media if {word.lower() for word in name.split()} & AGENCIES]
        papers = [name for name in self.media if name not in agencies]
        fits = (
            agencies
            if noun in ("newswire", "wire", "agency")
            else papers
            if noun in ("paper", "newspaper", "daily", "tabloid")
            else self.media
        )
        return (fits or self.media or [""])[-1]

    def _personal(self, low: str) -> bool:
        speech = self.pack.speech
        return low in speech.male or low in speech.female or low in speech.plural or low in speech.neuter

    def _pronoun(self, tokens: list[Token]) -> str:
        speech = self.pack.speech
        if len(tokens) != 1:
            return ""
        low = tokens[0].low
        if low in speech.male or low in speech.female:
            return self._person(low in speech.female)
        if low in speech.plural:
            return next(
                (name for name in reversed(self.tellers) if name not in self.names.people), self.tellers[-1] if self.tellers else ""
            )
        if low in speech.neuter:
            last = next((name for name in reversed(self.tellers) if name not in self.names.people), "")
            return last or (self.organisations[-1] if self.organisations else "")
        return ""

    def _person(self, female: bool) -> str:
        """Whom "he" or "she" can mean: who spoke last, else whom the sentence before began with, else who was named last."""
        recent = [name for name in self.people[-8:] if self._female(name) in (female, None)]
        last_teller = next((name for name in reversed(self.tellers[-3:]) if name in self.names.people), "")
        if last_teller in recent:
            return last_teller
        sure = [name for name in recent if self._female(name) is female]
        for name in (self.subject, *reversed(sure), *reversed(recent)):
            if name and self._female(name) in (female, None):
                return name
        return self.tellers[-1] if self.tellers else ""

    def _female(self, name: str) -> bool | None:
        """Whether the name is a woman's, by "Mrs" or "Mr", else by the given name; None when neither tells."""
        if name in self.genders:
            return self.genders[name]
        given = name.split()[0].lower()
        if given in self.pack.naming.female_names:
            return True
        return False if given in self.pack.naming.given_names else None

    def _named(self, tokens: list[Token]) -> str:
        """The name that is the head of the phrase, or beside a media noun ("Japan's Tokei newspaper")."""
        end = next((i for i, token in enumerate(tokens) if i and (token.tag is Tag.PREPOSITION or self._whose(tokens, i))), len(tokens))
        inside = self.names.inside(Span(tokens[0].start, tokens[-1].end))
        if not inside:
            return ""
        head = tokens[end - 1]
        for name in inside:
            if name.span.start <= head.start < name.span.end and not head.possessive:
                return name.full
        if head.low in self.pack.speech.media_nouns:
            beside = [name for name in inside if name.span.end <= head.start]
            if beside:
                return beside[-1].full
        last = inside[-1]
        if (
            last.kind is NameKind.PERSON
            and last.span.end >= tokens[-1].end - 2
            and last.titled
            and head.low.rstrip(".") in self.pack.naming.titles
        ):
            return last.full
        first = inside[0]
        if first.span.start <= tokens[0].start < first.span.end and any(
            token.tag is Tag.PREPOSITION and first.span.start < token.start < first.span.end for token in tokens
        ):
            return first.full
        return ""

    def _whose(self, tokens: list[Token], at: int) -> bool:
        """Whether a German genitive begins at the token ``at``, behind who tells: "Sprecher | der Stadt"."""
        german = self.pack.code == "de" and tokens[at].tag is Tag.DETERMINER
        return german and tokens[at - 1].low in self.pack.speech.people_nouns

    def _role(self, tokens: list[Token]) -> str:
        """``the mayor``, ``the report``, ``the spokeswoman``: whom the article meant before."""
        certain = tokens[0].low in ("the", "this", "that", "der", "die", "das", "le", "la", "his", "her", "its")
        if not certain and not (tokens[0].possessive and len(tokens) > 1):
            return ""
        head = next((tokens[i - 1] for i, token in enumerate(tokens) if token.tag is Tag.PREPOSITION and i), tokens[-1])
        low = head.low
        if certain and low in self.pack.speech.media_nouns:
            return self._medium(low)
        narrowed = narrowing(tokens[: next((i for i, token in enumerate(tokens) if token is head), 0)])
        for held in (self.roles.get(low), self.foretold.get(low)):
            alone = low in self.foretold and not narrowed & self.pack.naming.demonyms
            if held is not None and len(tokens) <= _LONGEST_ROLE and held.meant_by(narrowed, alone):
                return held.name
        if certain and len(tokens) <= 3:
            words = {token.low for token in tokens[1:]}
            earlier = [name for name in self.tellers if words <= set(name.lower().split())]
            return earlier[-1] if earlier else ""
        return ""


MEDIA_WORDS = frozenset(
    [
        "times",
        "post",
        "journal",
        "news",
        "press",
        "gazette",
        "herald",
        "tribune",
        "guardian",
        "telegraph",
        "mail",
        "independent",
        "observer",
        "chronicle",
        "newspaper",
        "shimbun",
        "zeitung",
        "television",
        "radio",
        "reuters",
        "afp",
        "bbc",
        "cnn",
        "nbc",
        "cbs",
        "abc",
        "npr",
        "bloomberg",
        "agency",
        "globe",
        "inquirer",
        "examiner",
        "politico",
        "axios",
        "yonhap",
        "xinhua",
        "kyodo",
        "tass",
        "dpa",
        "nikkei",
        "yomiuri",
        "asahi",
        "mainichi",
        *(
            "huffpost",
            "buzzfeed",
            "breitbart",
            "newsweek",
            "techcrunch",
            "msnbc",
            "pbs",
            "itv",
            "lbc",
            "sputnik",
            "interfax",
            "ansa",
            "efe",
        ),
        *("spiegel", "handelsblatt", "tagesschau", "monde", "figaro", "mediapart", "haaretz", "jazeera", "caixin", "scmp", "rtl", "rai"),
    ]
)
_REPORT = frozenset(["report"])  # "a report Okafor wrote" makes no medium of her
_REPORTERS = (NameKind.ORGANISATION, NameKind.OTHER)
AGENCIES = frozenset(["reuters", "afp", "ap", "press", "agency", "yonhap", "xinhua", "kyodo", "tass", "dpa", "bloomberg"])
_HONORIFICS = {"mr": False, "sir": False, "lord": False, "mrs": True, "ms": True, "miss": True, "lady": True, "dame": True}
_OPENING_TOKENS = 5
_LONGEST_ROLE = 5  # words of "the country's top water minister"


def _owner(tokens: list[Token]) -> list[Token]:
    """A phrase that ends in its owner ("the ministry's | report") names the owner, without the ending."""
    last = tokens[-1]
    if not last.possessive or last.tag is Tag.PRONOUN:
        return tokens
    ending = 2 if last.low.endswith("'s") else 1
    return [*tokens[:-1], replace(last, end=last.end - ending, text=last.text[:-ending], low=last.low[:-ending])]


_ELIDED = re.compile(r"^(?:l['’]|L['’](?=[a-zà-ÿ]|[A-Z]{2}))")
"""The article of "l'exploitant" and "L'AFP"; that of "L'Oréal" belongs to the name."""


def _plain(tokens: list[Token]) -> str:
    """The words of the phrase without a leading article, and without a possessive pronoun."""
    start = 0
    if len(tokens) > 2 and tokens[1].possessive and tokens[1].tag is Tag.WORD and tokens[0].low in ("the", "a"):
        start = 2
    while start < len(tokens) - 1 and tokens[start].low in (
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "der",
        "die",
        "das",
        *("dem", "den", "des", "ein", "eine", "einem", "einen", "einer"),
        *("seiner", "seine", "seinem", "ihrer", "ihre", "ihrem"),
        *("le", "la", "les", "un", "une", "des", "du", "son", "sa", "ses", "leur", "leurs"),
    ):
        start += 1
    words = " ".join(token.text for token in tokens[start:])
    return words.replace(" ,", ",").replace("( ", "(").replace(" )", ")")
