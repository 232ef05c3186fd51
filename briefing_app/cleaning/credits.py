"""Credits: who wrote it and which agency it came from, by the lines that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.cleaning.lines import Label, Line
from briefing_app.model.article import ZoneKind
from briefing_app.model.span import Span

_AGENCIES: tuple[tuple[str, str], ...] = (
    ("Reuters", r"(?:Thomson )?Reuters"),
    ("Associated Press", r"(?:The )?Associated Press|AP|Canadian Press/AP"),
    ("AFP", r"AFP|Agence[ -]France[ -]Presse"),
    ("Kyodo", r"Kyodo(?: News)?|共同(?:通信)?"),
    ("Jiji Press", r"Jiji(?: Press)?|時事(?:通信)?"),
    ("Xinhua", r"Xinhua(?: News Agency)?|新华社|新華社"),
    ("dpa", r"dpa(?:/\w{1,4})?|Deutsche Presse-Agentur"),
    ("EFE", r"EFE|Agencia EFE"),
    ("ANSA", r"ANSA"),
    ("TASS", r"(?:ITAR-)?TASS|ТАСС"),
    ("Interfax", r"Interfax|Интерфакс"),
    ("RIA Novosti", r"RIA(?: Novosti)?|РИА Новости"),
    ("PA Media", r"PA(?: Media)?|Press Association"),
    ("PTI", r"PTI|Press Trust of India"),
    ("IANS", r"IANS"),
    ("ANI", r"ANI"),
    ("Yonhap", r"Yonhap(?: News(?: Agency)?)?|연합뉴스"),
    ("Bernama", r"Bernama"),
    ("Anadolu Agency", r"AA|Anadolu(?: Agency)?"),
    ("UPI", r"UPI|United Press International"),
    ("APA", r"APA"),
    ("Keystone-SDA", r"(?:Keystone-)?SDA|sda"),
    ("Belga", r"Belga"),
    ("ANP", r"ANP"),
    ("Lusa", r"Lusa"),
    ("Ritzau", r"Ritzau"),
    ("NTB", r"NTB"),
    ("TT", r"TT"),
    ("PAP", r"PAP"),
    ("MTI", r"MTI"),
    ("CTK", r"[ČC]TK"),
    ("Ukrinform", r"Ukrinform|Укринформ|Укрінформ"),
    ("Antara", r"Antara"),
    ("CNA", r"CNA|Central News Agency|中央社"),
    ("Notimex", r"Notimex"),
    ("Europa Press", r"Europa Press"),
    ("SID", r"SID"),
    ("Canadian Press", r"(?:The )?Canadian Press|CP"),
    ("AAP", r"AAP|Australian Associated Press"),
    ("Bloomberg", r"Bloomberg(?: News)?"),
    ("MENA", r"MENA"),
    ("IRNA", r"IRNA"),
    ("SANA", r"SANA"),
    ("KCNA", r"KCNA"),
    ("Press Trust", r"Press Trust"),
)
_ANY_AGENCY = "|".join(pattern for _, pattern in _AGENCIES)
_NAMES = tuple((name, re.compile(pattern)) for name, pattern in _AGENCIES)

_CREDIT = re.compile(
    rf"\W{{0,4}}(?:by |source: ?|from |via |with |"
    rf"©\s*)?(?P<agency>{_ANY_AGENCY})(?:\s*[/,&+]\s*(?:{_ANY_AGENCY}))*\W{{0,3}}",
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
# A hyphen belongs to one word in one way only, else a row of them takes for ever.
_PLACE = r"[A-ZÀ-ÖØ-ÞА-Я][\w.’'À-ÿ]*(?:-[\w.’'À-ÿ]+)*(?:[ /][A-ZÀ-ÖØ-Þd][\w.’'À-ÿ]*(?:-[\w.’'À-ÿ]+)*){0,4}"
DATELINE = re.compile(
    rf"\W{{0,2}}(?P<place>{_PLACE}(?:, (?!{_MONTHS} \d){_PLACE}){{0,2}})?,?\s*+"
    rf"(?P<date>(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? \d{{4}})?)?,?\s*+"
    rf"(?:\((?P<agency>{_ANY_AGENCY}|CNN|BBC|CBS\w*|NBC\w*|ABC\w*|VOA|Inquirer|[A-Z][\w. ]{{1,30}})\))?\s*+"
    rf"(?P<dash>--|[-–—―:])?\s*+(?<=\s)(?=\S)"
)
_COPYRIGHT = re.compile(rf"(?:©|copyright|\(c\))[^\n]{{0,20}}?(?:19|20)\d\d,?\s*(?:by )?(?P<agency>{_ANY_AGENCY})\b", re.IGNORECASE)
_ENDING = re.compile(rf"(?:[(\[]|[-–—]\s?)(?P<agency>{_ANY_AGENCY})[)\]]?\W{{0,2}}$")

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'À-ÿ.-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|da|del|della|di|van|von|der|den|bin|al|el|la|le|y|e)){{1,4}}"
_BY = re.compile(
    rf"(?:[Ss]tory |[Ww]ritten |[Rr]eported |[Pp]osted |[Ww]ords )?(?:[Bb]y|BY|Von|VON|Par|PAR|Por|POR)[: ]\s*(?P<names>{_NAME}"
    rf"(?:(?:, | and | und | et | y |, and | & ){_NAME}){{0,5}})(?P<rest>.{{0,160}})$"
)
_BY_REST = re.compile(r"\s*$|\s*[,|•·/–—(-].{0,150}$|\s+(?:in|for|for the|at|on)\s.{1,120}$|\s+[A-Z].{0,100}$|\s+\d{1,2}[./ ].{0,40}$")
_LONE = re.compile(rf"(?:[-–—―]\s*)?(?P<names>{_NAME})")
_ROLE = re.compile(
    r"\b(editor|editors|reporter|correspondent|columnist|writer|journalist|contributor|producer|analyst|bureau chief|staff|editor-in-chief|"
    r"managing director|publisher|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactor\w*|giornalista|jornalista)\b",
    re.IGNORECASE,
)
_BY_ROLE = re.compile(
    r"(?:by|from|von|par|de|por) (?:our|the|an?|unser\w*|notre|nuestr[oa]|nosso|nossa)\b [\w’' -]{0,50}"
    r"\b(?:correspondents?|reporters?|writers?|staff|desk|editors?|bureau|newsroom|team|korrespondent\w*|redaktion|correspondante?|"
    r"corresponsal|correspondente)\b(?:[ ,|·–—-].{0,60})?",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\W?(additional |with )?(reporting|writing|editing|written|"
    r"edited|compiled|graphics?) (and \w+ )?by\b.{3,300}$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(photo|image|picture|foto|photograph|credit|pictured|file photo|archive)s?\s*[:(©|/].{2,200}$|(this|a|an|the|in this) (\w+ ){0,3}"
    r"(photo|image|picture|handout|frame grab|photograph|video grab)\b.{0,40}\b(released|provided|taken|shows|shown|made|dated|from|of)\b|"
    r"(FILE ?[-–—:] |image (copyright|caption)\b|close\b.{0,400}\bvideo provided by\b|.{0,200}\bfile photo\b).{0,400}$|"
    r".{10,400}(\b|[a-z.](?-i:(?=[CPFI])))(credits?|photos?|photograph|foto|image)( by)?: ?(?-i:[A-Z]).{1,60}(?<![.!?])$|"
    r".{10,400}[.)] ?(reuters|afp|ap|epa)/\w.{2,40}$|"
    r".{10,400}\((ap |file |reuters |afp )?(photo|photograph|image|picture)\b[^)]{0,80}\)$|"
    r".{10,500}(/(ap|afp|reuters|getty|shutterstock|epa|bloomberg)( images)?\)?|getty images\)?|shutterstock\)?|\(associated press\)|"
    r"via (ap|reuters|getty images|afp)\)?)\W?$",
    re.IGNORECASE,
)
_PICTURE_CREDIT = re.compile(rf"{_NAME}\s?/\s?(?:The )?[A-Z][\w ]{{1,30}}")


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the story's first word in its line: place, date, agency; ``span`` covers it with its dash."""

    span: Span
    place: str
    date: str
    agency: str


def credits(lines: Sequence[Line]) -> dict[int, Label]:
    """Byline, agency and caption lines, by line number. Where in the page they stand is weighed by `sign_off` and the zones."""
    found: dict[int, Label] = {}
    for line in lines:
        if len(line.span) > 600:
            continue
        if line.number < 40 and _CREDIT.fullmatch(line.words):
            found[line.number] = Label(ZoneKind.AGENCY, "an agency's name alone in a line", 0.9)
        elif len(line.span) <= 140 and _BY_ROLE.fullmatch(line.bare):
            found[line.number] = Label(ZoneKind.BYLINE, "names a role of the paper's own", 0.75)
        elif len(line.span) <= 240 and byline_names(line):
            found[line.number] = Label(ZoneKind.BYLINE, 'opens with a word like "By" and names', 0.85)
        elif len(line.span) <= 320 and _DESK.fullmatch(line.words):
            found[line.number] = Label(ZoneKind.BYLINE, "names who reported and edited", 0.85)
        elif _CAPTION.match(line.bare) or (len(line.span) <= 80 and _PICTURE_CREDIT.fullmatch(line.words)):
            found[line.number] = Label(ZoneKind.CAPTION, "names a picture or its maker", 0.75)
    return found


def byline_names(line: Line) -> str | None:
    """The names after "By" in a line that is nothing but a byline, or None."""
    found = _BY.fullmatch(line.bare)
    if not found or not _BY_REST.match(found["rest"]) or (line.words.endswith((".", "?", "!", ",")) and len(line.words) > 60):
        return None
    return " ".join(found["names"].split())


def sign_off(lines: Sequence[Line], last_told: int) -> tuple[Line, ...]:
    """A name alone in a line at the foot, with the line after it that names a role; empty when there is none."""
    for line in lines[last_told + 1 :]:
        alone = _LONE.fullmatch(line.words)
        after = lines[line.number + 1] if line.number + 1 < len(lines) else None
        if not alone or len(line.words) > 60 or after is None or len(after.words) > 100:
            continue
        if _ROLE.search(after.words) and not after.ends_sentence:
            return (line, after)
    return ()


def opening(line: Line) -> Opening | None:
    """The dateline at the head of a line: a place with a dash, or with a date or agency; None when there is none."""
    found = DATELINE.match(line.words)
    if not found or found.end() > 120:
        return None
    place, day, agency, dash = found["place"] or "", found["date"] or "", found["agency"] or "", found["dash"] or ""
    shouted = bool(place) and place.split(",")[0].replace(".", "").isupper() and len(place) > 3
    telling = sum((shouted, bool(day), bool(agency), bool(dash) and dash != ":"))
    if telling < 2 or not (place or agency) or (dash in ("", "-", ":") and not agency and not (shouted and day)):
        return None
    rest = line.words[found.end() :]
    if len(rest) < 30:
        return None
    return Opening(Span(line.span.start, line.span.start + found.end()), place, day, agency)


def agency_named(line: Line) -> tuple[str, Span, str] | None:
    """(agency, its span, where it stands) when the line credits a known agency: alone, in a dateline, after ©, or at the very end."""
    for pattern, how in ((_COPYRIGHT, "named by the copyright line"), (_ENDING, "named at the end of the text")):
        if (found := pattern.search(line.words)) and (name := known_agency(found["agency"])):
            return name, Span(line.span.start + found.start("agency"), line.span.start + found.end("agency")), how
    return None


def credited_agency(line: Line) -> tuple[str, Span] | None:
    """The agency of a line that holds nothing else."""
    found = _CREDIT.fullmatch(line.words)
    if not found or not (name := known_agency(found["agency"])):
        return None
    return name, Span(line.span.start + found.start("agency"), line.span.start + found.end("agency"))


def known_agency(words: str) -> str | None:
    """The usual name of a news agency, None when the words name none."""
    return next((name for name, pattern in _NAMES if pattern.fullmatch(words)), None)
