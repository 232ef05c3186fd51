"""Reads one article: its told zones go in, everything that the language package finds in them comes out."""

from __future__ import annotations

from briefing_app.language.attributions import attributions, resolve_frames
from briefing_app.language.clauses import clauses_of
from briefing_app.language.dates import find_dates
from briefing_app.language.detect import detect
from briefing_app.language.frames import Frame
from briefing_app.language.lines import lines_of
from briefing_app.language.names import find_names
from briefing_app.language.numbers import find_numbers
from briefing_app.language.packs import pack_for
from briefing_app.language.quotations import quotations
from briefing_app.language.speech import find_frames
from briefing_app.model.article import Document
from briefing_app.model.dates import DateInterval
from briefing_app.model.findings import Findings, Sentence


def read(document: Document, written: DateInterval | None = None) -> Findings:
    """What the told zones (title, standfirst, body) say.

    ``written`` is when the article was written; it resolves "Monday" and "last month".
    """
    text = document.text
    language = document.language.value or detect("\n".join(zone.span.of(text) for zone in document.told()))[0]
    pack = pack_for(language)
    lines = lines_of(document, pack)
    names = find_names(lines, pack)
    frames = find_frames(lines, pack)
    told = resolve_frames(frames, lines, names, pack)
    quoted, carried = quotations(text, lines, told)
    given = tuple(sorted((*attributions(told), *carried), key=lambda a: (a.span, a.cue or a.span)))
    in_line: dict[int, list[Frame]] = {}
    for frame in frames:
        in_line.setdefault(frame.line, []).append(frame)
    dates = find_dates(lines, written, pack)
    return Findings(
        language=language,
        sentences=tuple(
            Sentence(line.span, line.zone, line.paragraph, clauses_of(line, in_line.get(number, ()))) for number, line in enumerate(lines)
        ),
        quotations=quoted,
        attributions=given,
        names=names.as_findings(),
        numbers=find_numbers(lines, [date.span for date in dates], pack),
        dates=dates,
    )
