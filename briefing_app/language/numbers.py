"""Finds numbers with unit, range and "about"; hides words for numbers, scales, percent signs and currencies."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.language.lines import Line
from briefing_app.language.metres import in_metres
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed
from briefing_app.model.findings import NumberMention
from briefing_app.model.span import Span

_PERCENT = frozenset(["%", "percent", "per cent", "prozent", "pc"])
_RANGE = frozenset(["to", "and", "-", "–", "or", "bis", "à"])
_ORDINALS = ("st", "nd", "rd", "th")
_SUFFIXES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6, "tn": 1e12, "m": 1e6, "k": 1e3}
_JOINED = ("km", "cm", "mm", "kg", "lbs", "lb", "ft", "mph", "kph")  # units that are written right behind a number
_SHARES = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SHARE_LEADS = listed("by to nearly almost than about roughly over")
_PHRASE = 4  # words behind a number among which the noun that it counts is looked for
_PLURALS = listed("people men women children yen won staff percent km kg euro million")
_NO_UNIT = listed(
    """
    of the in a an to and or but was were is are has have had that who which years-old later earlier more other new
    """
)


def find_numbers(lines: Sequence[Line], taken: Sequence[Span], pack: LangPack) -> tuple[NumberMention, ...]:
    """Every number outside the ``taken`` spans (dates), in order."""
    starts = {start for span in taken for start in range(span.start, span.end)}
    found: list[NumberMention] = []
    for line in lines:
        tokens = line.tokens
        index = 0
        while index < len(tokens):
            if share := _fraction(tokens, index):
                mention, index = share
                found.append(mention)
                continue
            counts = tokens[index].tag is Tag.NUMBER and tokens[index].start not in starts and not _is_piece(tokens, index)
            if counts and (one := _number(tokens, index, pack)):
                mention, index = one
                found.append(mention)
            else:
                index += 1
    return tuple(found)


def _fraction(tokens: list[Token], index: int) -> tuple[NumberMention, int] | None:
    """``by a fifth``, ``two thirds of``: a share, told roughly; "a third man" and "a third was hurt" are none."""
    of = tokens[index + 1].low if index + 1 < len(tokens) else ""
    parts, share = _SHARES.get(tokens[index].low, 0), _PARTS.get(of.removesuffix("s"), 0)
    if not parts or not share or (parts > 1) != of.endswith("s"):
        return None
    before, after = tokens[index - 1].low if index else "", tokens[index + 2].low if index + 2 < len(tokens) else ""
    if after != "of" and before not in _SHARE_LEADS:
        return None
    value = 100.0 * parts / share
    return NumberMention(Span(tokens[index].start, tokens[index + 1].end), value, value, "percent", True), index + 2


def _is_piece(tokens: list[Token], index: int) -> bool:
    """Whether it is part of something written in figures that counts nothing: "9/11", "24/7"."""
    sides = (tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens))
    return any(side.text == "/" and tokens[index].start <= side.end and side.start <= tokens[index].end for side in sides)


def _number(tokens: list[Token], index: int, pack: LangPack) -> tuple[NumberMention, int] | None:
    read = _value(tokens, index, pack)
    if read is None:
        return None
    low, currency, end = read
    if currency == "ordinal":
        return None
    high = low
    if end + 1 < len(tokens) and tokens[end].low in _RANGE and tokens[end + 1].tag is Tag.NUMBER:
        between = tokens[index - 1].low == "between" if index else False
        upper = _value(tokens, end + 1, pack) if between or tokens[end].low != "and" else None
        if upper and upper[0] > low:  # a falling pair is a score ("97-1") or two numbers ("from 5 million to 200,000")
            high, second, end = upper
            currency = currency or second
            if 0 < low < 1000 <= high and high / low > 1000:
                low *= _scale_of(high)
    unit, end = (currency, end) if currency else _unit(tokens, end)
    start, approximate = _approximation(tokens, index, pack)
    return NumberMention(Span(tokens[start].start, tokens[end - 1].end), low, high, unit, approximate), end


def _scale_of(value: float) -> float:
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if value >= scale), 1.0)


def _value(tokens: list[Token], index: int, pack: LangPack) -> tuple[float, str, int] | None:
    """Value, currency or joined unit (or "ordinal", or ""), and the token after; scales and "twenty five" taken in."""
    counting = pack.counting
    word, unit = _without_unit(tokens[index].low, pack)
    if unit == "ordinal":
        return 0.0, unit, index + 1
    word, unit, scale = _without_scale(tokens, index, (word, unit), pack)
    percent = word.endswith("%")
    value = _plain_value(word.rstrip("%s"), pack)
    if value is None:
        return None
    end = index + 1
    ones = counting.numerals.get(tokens[end].low, 0.0) if end < len(tokens) else 0.0
    if word in counting.numerals and value >= 20 > ones > 0:
        value, end = value + ones, end + 1
    while end < len(tokens) and tokens[end].low.rstrip(".") in counting.scales:
        if tokens[end].low == "m" and not unit and in_metres(tokens, index, end + 1, pack):
            return value * scale, "metre", end + 1
        scale *= counting.scales[tokens[end].low.rstrip(".")]
        end += 1
    if percent or (end < len(tokens) and tokens[end].text == "%"):
        return value * scale, "percent", end + (0 if percent else 1)
    return value * scale, unit, end


def _without_unit(word: str, pack: LangPack) -> tuple[str, str]:
    """A number's word without the currency before it or the unit behind it, and that unit; "ordinal" for "3rd"."""
    unit, figures = "", word[0].isdigit()
    if word[0] in pack.counting.currencies:
        unit, word = pack.counting.currencies[word[0]], word[1:]
    if figures and word.endswith(_ORDINALS):
        return word, "ordinal"
    joined = next((one for one in _JOINED if word.endswith(one)), "") if word[:1].isdigit() else ""
    return (word[: -len(joined)], joined.removesuffix("s")) if joined else (word, unit)


def _without_scale(tokens: list[Token], index: int, told: tuple[str, str], pack: LangPack) -> tuple[str, str, float]:
    """A number's word without the "m" or "bn" behind it, with its unit ("metre" for such an "m") and the factor that this stands for."""
    word, unit = told
    suffix = next((one for one in _SUFFIXES if word.endswith(one)), "") if word[:1].isdigit() else ""
    bare = word.removesuffix(suffix)
    if suffix == "m" and not unit and in_metres(tokens, index, index + 1, pack):
        return bare, "metre", 1.0
    return bare, unit, _SUFFIXES.get(suffix, 1.0)


def _plain_value(word: str, pack: LangPack) -> float | None:
    if word in pack.counting.numerals:
        return pack.counting.numerals[word]
    if "-" in word and all(part in pack.counting.numerals for part in word.split("-")):
        return sum(pack.counting.numerals[part] for part in word.split("-"))
    digits = word.replace(".", "").replace(",", ".") if pack.counting.decimal == "," else word.replace(",", "")
    if ":" in digits or digits.count(".") > 1 or not digits.replace(".", "").isdecimal() or len(digits) > 40:
        return None
    return float(digits)


def _unit(tokens: list[Token], end: int) -> tuple[str, int]:
    """The noun that is counted, singular and in lower case: the first plural of at most four words, else the word that follows."""
    if end >= len(tokens):
        return "", end
    low = tokens[end].low
    if low == "-" and end + 1 < len(tokens) and tokens[end].end == tokens[end + 1].start and tokens[end + 1].tag is Tag.WORD:
        return singular(tokens[end + 1].low), end + 2
    if low in _PERCENT:
        return "percent", end + 1
    if low == "per" and end + 1 < len(tokens) and tokens[end + 1].low == "cent":
        return "percent", end + 2
    named: tuple[str, int] | None = None
    for step, token in enumerate(tokens[end : end + _PHRASE]):
        if token.tag not in (Tag.WORD, Tag.NAME) or token.low in _NO_UNIT:
            break
        if token.low in _PLURALS or (token.low.endswith("s") and not token.low.endswith("'s")):
            found = singular(token.low), end + step + 1
            if token.tag is Tag.WORD:
                return found
            named = named or found  # in a headline; "34 Texas lawmakers" counts lawmakers
    if named:
        return named
    follows = tokens[end].tag is Tag.WORD and tokens[end].low not in _NO_UNIT
    return (singular(tokens[end].low), end + 1) if follows else ("", end)


def singular(word: str) -> str:
    """A plural noun as one: "children", "parties"."""
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
    if word in irregular:
        return irregular[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _approximation(tokens: list[Token], index: int, pack: LangPack) -> tuple[int, bool]:
    """Where the mention begins with its "about" or "more than", and whether there is one."""
    for phrase in pack.counting.approximations:
        start = index - len(phrase)
        if start >= 0 and all(tokens[start + i].low == word for i, word in enumerate(phrase)):
            return start, True
    return index, False
