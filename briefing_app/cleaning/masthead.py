"""The masthead: a paper's own name in the first line of a text, above the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.cleaning.calendar import days_in
from briefing_app.cleaning.lines import Line
from briefing_app.model.span import Span

_REACH = 6
_LONGEST_NAME = 48
_MOST_WORDS = 6
_LONGEST_HEADLINE = 160
_PARAGRAPH = 60

# What papers call themselves, by language; written for this program.
_PAPER = re.compile(
    r"\b(?:post|times|courier|ledger|today|herald|gazette|tribune|chronicle|journal|observer|examiner|telegraph|guardian|standard|mail|express|"
    r"star|sun|mirror|record|register|bulletin|dispatch|despatch|monitor|review|news|daily|weekly|argus|echo|advertiser|[ie]nquirer|independent|"
    r"sentinel|reporter|press|messenger|mercury|globe|beacon|citizen|advocate|clarion|intelligencer|newsletter|magazine|"
    r"\w*zeitung|\w*anzeiger|\w*tage?blatt|\w*kurier|\w*nachrichten|\w*rundschau|\w*bote|presse|allgemeine|merkur|"
    r"gazette|dépêche|courrier|républicain|écho|nouvelles|quotidien|diario|periódico|prensa|noticias|correo|heraldo|gaceta|"
    r"jornal|folha|diário|correio|notícias|gazeta|corriere|giornale|gazzetta|stampa|repubblica|messaggero|mattino|notizie|"
    r"\w*krant|\w*dagblad|\w*courant|\w*nieuws|\w*tidning(?:en)?|\w*bladet|\w*posten|avis(?:en)?|\w*tidende|nyheter|dziennik|kurier|"
    r"газета|известия|вестник|новости|ведомости|haber|gazetesi)\b|"
    r"新聞|新闻|日報|日报|時報|时报|晚報|晚报|週刊|周刊|周报|신문|일보|뉴스|صحيفة|جريدة|समाचार",
    re.IGNORECASE,
)
_SMALL = frozenset(
    re.findall(r"\S+", "of the and & for in on de del della di la le les el al y und et der die das den du do da e van het og och i")
)
_BETWEEN = re.compile(r"\s*[|»·•]\s*|\s{2,}[*/–—-]{1,2}\s{2,}|\s+(?:\*|--|—|–)\s+")
_NO_NAME = re.compile(r"[,;:?!。、「」“”\"()]|https?:|@")
_NAVIGATION = re.compile(
    r"(home|menu|start|search|log ?in|sign in|skip to .*|startseite|accueil|inicio|главная|首页|ホーム|トップ)$",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"\b(breaking|exclusive|live|latest|opinion|analysis|explained|updated?|alert|editorial|comment|top|more|other|related|press release|"
    r"video|letter|review|eilmeldung|exklusiv|kommentar|dernières|última)\b",
    re.IGNORECASE,
)
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The line, the name with its place, whether the name has a word that papers call themselves by, and whether a headline stands below.

    ``sure`` says that the line can be nothing else: it lists the sections too, or is a paper's name right above a headline.
    """

    line: int
    name: str
    span: Span
    papers_word: bool
    sure: bool


def masthead(lines: Sequence[Line], text: str) -> Masthead | None:
    """The masthead of a plain text, None when the first line is none.

    A name that the text also writes in small letters is a thing told of, not a paper.
    """
    if len(lines) < 3 or len(lines[0].span) > 200:
        return None
    first = lines[0]
    parts = [part for part in _BETWEEN.split(first.bare) if part]
    if not parts or _NAVIGATION.fullmatch(parts[0]) or _KICKER.search(parts[0]) or not _is_name(parts[0]):
        return None
    name, start = parts[0], text.find(parts[0], first.span.start, first.span.end)
    if start < 0 or (name.lower() != name and name.lower() in text[first.span.end :]):
        return None
    papers_word = bool(_PAPER.search(name))
    above = _above_headline(lines)
    menu = len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts[1:])
    lined = len(parts) == 2 and above and papers_word
    alone = len(parts) == 1 and above and papers_word and len(name.split()) + len(_WIDE.findall(name)) >= 2
    if not (menu or lined or alone):
        return None
    return Masthead(first.number, name, Span(start, start + len(name)), papers_word, sure=above)


def _is_name(words: str) -> bool:
    """A few words, all of them with capitals (where the script has any), no sentence."""
    each = words.split()
    if len(words) > _LONGEST_NAME or len(each) > _MOST_WORDS or _NO_NAME.search(words) or words.endswith("."):
        return False
    if len(words) > 16 and _WIDE.search(words):
        return False
    return all(word in _SMALL or not word[0].islower() for word in each) and any(char.isalpha() for char in words)


def _above_headline(lines: Sequence[Line]) -> bool:
    """Whether a headline stands below the first line, dates between them allowed, with a paragraph after it."""
    below = [line for line in lines[1:_REACH] if not is_day_line(line)]
    if len(below) < 2:
        return False
    head = below[0]
    wordy = len(head.words.split()) >= 3 or head.size >= 30
    ends = head.words.endswith((".", "。", "…"))
    return (
        wordy
        and not ends
        and head.size <= _LONGEST_HEADLINE
        and any(line.size >= _PARAGRAPH and line.ends_sentence for line in lines[head.number + 1 : head.number + _REACH])
    )


def is_day_line(line: Line) -> bool:
    """Whether a line is short and holds a day."""
    return len(line.span) <= 60 and any(True for _ in days_in(line.words))
