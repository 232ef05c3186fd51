"""Finds the noun phrase before or after a verb; hides appositions, relative clauses, attached prepositions and nicknames."""

from __future__ import annotations

from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token, finite_at, has_finite
from briefing_app.language.words import listed

_INNER = frozenset({Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.DETERMINER})
_NOUNS = frozenset({Tag.NAME, Tag.WORD, Tag.NUMBER, Tag.PRONOUN})
_ATTACHED_AFTER = frozenset(["of", "for", "at", "from", "with", "to", "de", "du"])
_GENITIVE = frozenset(["der", "des", "dieser", "dieses", "seiner", "seines", "ihrer", "ihres", "eines", "einer"])
_TEMPORAL = frozenset(["after", "before", "since", "during", "until", "till", "as", "when"])
_TIMES = frozenset(["month", "week", "year", "morning", "afternoon", "evening", "night", "weekend", "day", "time"])
_WHEN = frozenset(["in", "on", "im", "am", "en"])
_YEAR = 4  # digits
_REFLEXIVE = ("self", "selves")
_RANKS = frozenset(["first", "last", "once", "now", "already", "only", "almost", "very", "long"])
_COUNTED = frozenset(["one", "those", "some", "many", "others", "both"])
_OPENS_DETAIL = frozenset(["briefed", "familiar", "close", "involved", "speaking", "based"])
_LONGEST = 40
_ASIDE = 8  # words of a clause that begins with "who" and has no comma

Range = tuple[int, int]
"""First token and the one after the last."""
_COMPLETED = listed("see sees saw seen have has had get gets got leave leaves left keep keeps kept want wants wanted find finds found")
"""Verbs whose object another verb may complete ("a plan that would see | firms | banned")."""


def subject_before(tokens: list[Token], verb: int, pack: LangPack) -> Range | None:
    """The subject of the verb at ``verb`` when it stands before it; None when there is none in this sentence."""
    last = _before_time(tokens, verb - 1, pack)
    if last < 0:
        return None
    if last > 1 and tokens[last].tag is Tag.PARTICIPLE and tokens[last - 1].tag is Tag.WORD:
        last -= 1  # "a poll | released on Friday | shows"
    token = tokens[last]
    if token.tag in (Tag.BASE, Tag.PARTICIPLE) and (who := _relative_near(tokens, last)) is not None:
        return subject_before(tokens, who + 1, pack)
    if token.tag is Tag.RELATIVE or token.low == "what":
        if token.low == "what" or last == 0:
            return None
        last -= 1
        if last >= 0 and tokens[last].tag is Tag.COMMA:
            last -= 1
        return phrase_ending(tokens, last, pack)
    if token.tag in (Tag.COMMA, Tag.DASH):
        opened = _apposition_start(tokens, last)
        if not opened:
            return None
        if tokens[opened - 1].tag is not Tag.NAME or tokens[opened - 1].low in pack.naming.titles or tokens[opened - 1].low == "state":
            named = (opened + 1, last)
            if named[1] - named[0] <= 4 and all(token.tag is Tag.NAME for token in tokens[named[0] : named[1]]):
                return named
        return phrase_ending(tokens, opened - 1, pack)
    found = phrase_ending(tokens, last, pack)
    if found and found[0] > 1 and tokens[found[0] - 1].tag is Tag.PREPOSITION and tokens[found[0] - 2].tag is Tag.RELATIVE:
        return subject_before(tokens, found[0] - 1, pack)
    if found and (opened := _relative_around(tokens, found[0])) is not None:
        return subject_before(tokens, opened, pack)
    if found and found[0] and tokens[found[0] - 1].tag is Tag.PREPOSITION and (who := _relative_near(tokens, found[0] - 1)) is not None:
        return subject_before(tokens, who + 1, pack)
    return _named_before(tokens, found) if found else None


def _relative_near(tokens: list[Token], last: int) -> int | None:
    """The "who" of a clause that ends at ``last`` without a comma: "a woman | who works at the yard | said"."""
    for i in range(last - 1, max(0, last - _ASIDE), -1):
        if tokens[i].tag is Tag.RELATIVE:
            one = sum(finite_at(tokens, k) for k in range(i, last + 1)) == 1
            return i if one and tokens[i].low == "who" and tokens[i - 1].tag in _NOUNS else None
        if tokens[i].tag in (Tag.COMMA, Tag.QUOTE, Tag.STOP, Tag.SEMICOLON):
            return None
    return None


def _relative_around(tokens: list[Token], first: int) -> int | None:
    """``a doctor who sent | the letter | called``: the "who" in whose clause the phrase at ``first`` is an object; None when in none.

    A verb behind "who" whose object is the phrase, and no comma between.
    """
    verb = first - 1
    while verb > 0 and tokens[verb].tag is Tag.ADVERB:
        verb -= 1
    if verb < 2 or tokens[verb].tag not in (Tag.FINITE, Tag.PARTICIPLE, Tag.BASE) or tokens[verb].low in _COMPLETED:
        return None
    start = verb
    while start > 0 and tokens[start - 1].tag in (Tag.AUXILIARY, Tag.MODAL, Tag.ADVERB):
        start -= 1
    lead = tokens[start - 1] if start else None
    return start - 1 if lead is not None and lead.tag is Tag.RELATIVE and lead.low in ("who", "which", "that") and start > 1 else None


def _before_time(tokens: list[Token], last: int, pack: LangPack) -> int:
    """The token before the adverbs, auxiliaries and times ("on Friday", "last month", "two years ago") that end at ``last``."""
    while last >= 0:
        token = tokens[last]
        before = tokens[last - 1].low if last else ""
        if is_day_word(token, pack):
            last -= 2 if before in ("on", "late", "early", "last", "am") else 1
        elif token.low in _TIMES and before in ("last", "this", "next", "earlier", "each", "every"):
            last -= 2
        elif token.low == "ago" and last > 1:
            last -= 3
        elif dated := _dated(tokens, last, pack):
            last -= dated
        elif token.tag in (Tag.ADVERB, Tag.AUXILIARY, Tag.MODAL) or (token.low.endswith(_REFLEXIVE) and last):
            last -= 1
        else:
            break
    return last


def _dated(tokens: list[Token], last: int, pack: LangPack) -> int:
    """How many tokens up to ``last`` are a date behind a preposition ("in 2010", "on 5 May 2010"); 0 when they are none."""
    first = last
    while first >= 0 and (tokens[first].low in pack.counting.months or (tokens[first].tag is Tag.NUMBER and tokens[first].text.isdigit())):
        first -= 1
    named = any(token.low in pack.counting.months or len(token.text) == _YEAR for token in tokens[first + 1 : last + 1])
    return last - first + 1 if named and first > 0 and tokens[first].low in _WHEN else 0


def with_apposition(tokens: list[Token], phrase: Range) -> Range:
    """``the mayor, Ada Okafor,``: the name instead of the role before it."""
    end = phrase[1]
    if end + 1 >= len(tokens) or tokens[end].tag is not Tag.COMMA or tokens[end - 1].tag is Tag.NAME:
        return phrase
    stop = end + 1
    while stop < len(tokens) and tokens[stop].tag is Tag.NAME:
        stop += 1
    named = 1 < stop - end <= 5 and (stop == len(tokens) or tokens[stop].tag in (Tag.COMMA, Tag.STOP))
    return (end + 1, stop) if named else phrase


def _named_before(tokens: list[Token], phrase: Range) -> Range:
    """``Ada Okafor, deputy leader and finance spokeswoman said``: the comma after the apposition was forgotten."""
    first = phrase[0]
    if tokens[phrase[1] - 1].tag is not Tag.WORD:
        return phrase
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.NAME, Tag.COORDINATOR, Tag.DETERMINER):
        first -= 1
    if first < 2 or tokens[first - 1].tag is not Tag.COMMA:
        return phrase
    start = first - 1
    while start > 0 and tokens[start - 1].tag is Tag.NAME:
        start -= 1
    plain = start == 0 and first - 1 - start >= 2
    return (start, first - 1) if plain else phrase


def _apposition_start(tokens: list[Token], closing: int) -> int | None:
    """The comma or dash that opens what the one at ``closing`` ends, when something like ", the mayor of Lund," stands between."""
    kind = tokens[closing].tag
    for index in range(closing - 1, max(0, closing - _LONGEST), -1):
        if tokens[index].tag is kind:
            first = tokens[index + 1]
            aside = first.tag in (Tag.RELATIVE, Tag.PREPOSITION, Tag.ING, Tag.PARTICIPLE, Tag.SUBORDINATOR)
            if aside or not has_finite(tokens, index + 1, closing):
                before = tokens[index - 1]
                if before.tag is Tag.QUOTE or first.tag is Tag.QUOTE:
                    return None
                if _more_apposition(tokens, index, first):
                    continue
                return index
        if tokens[index].tag in (Tag.STOP, Tag.SEMICOLON, Tag.COLON):
            return None
    return None


def _more_apposition(tokens: list[Token], index: int, first: Token) -> bool:
    """Whether the comma at ``index`` parts two pieces of one apposition (", the head, who is ill, said") rather than opening it."""
    before = tokens[index - 1]
    if before.tag is Tag.NAME and first.tag is not Tag.NAME:
        return False
    return (
        any(tokens[i].tag is Tag.COMMA and tokens[i - 1].tag is Tag.NAME for i in range(max(1, index - 12), index))
        and before.tag is Tag.WORD
    )


def phrase_ending(tokens: list[Token], last: int, pack: LangPack) -> Range | None:
    """The noun phrase whose last token is ``last``."""
    first = last + 1
    while first > 0 and last - first < _LONGEST:
        step = _step_back(tokens, first, last)
        if not step:
            break
        first -= step
    while first <= last and (
        tokens[first].tag in (Tag.ADVERB, Tag.PREPOSITION, Tag.COORDINATOR)
        or (tokens[first].low == "what" and first < last)
        or _leading_day(tokens, first, last, pack)
    ):
        first += 1
    if first > last or not any(token.tag in _NOUNS or token.tag is Tag.DETERMINER for token in tokens[first : last + 1]):
        return None
    return first, last + 1


def _step_back(tokens: list[Token], first: int, last: int) -> int:
    """How many tokens before ``first`` still belong to the phrase."""
    token = tokens[first - 1]
    before = tokens[first - 2] if first > 1 else None
    nominal_before = before is not None and before.tag in _NOUNS
    if token.tag in _INNER:
        if first <= last and tokens[first].tag is Tag.PRONOUN:
            return 0
        fresh = first <= last and tokens[first].tag is Tag.DETERMINER and token.tag is not Tag.DETERMINER
        return 0 if fresh or (first <= last and token.low in _TIMES and tokens[first].tag in _INNER) else 1
    if token.tag is Tag.PRONOUN:
        return 1 if first == last + 1 or (first <= last and tokens[first].tag in (Tag.PREPOSITION, Tag.PARTICIPLE, Tag.ING)) else 0
    if token.tag is Tag.PREPOSITION and first <= last:
        held = nominal_before or (before is not None and before.tag in (Tag.PARTICIPLE, Tag.ING))
        return 1 if held and token.low not in _TEMPORAL else 0
    if token.tag in (Tag.PARTICIPLE, Tag.ING) and first <= last:
        opens = before is None or before.tag in (Tag.DETERMINER, Tag.QUOTE)
        return 1 if nominal_before or opens else 0
    if token.tag is Tag.COORDINATOR and token.low in ("and", "or", "und", "et") and first <= last and before is not None:
        return (
            1
            if before.tag is tokens[last].tag is Tag.NAME
            or (before.tag is Tag.WORD and tokens[first].tag in (Tag.WORD, Tag.DETERMINER) and not _verb_near(tokens, first - 2))
            else 0
        )
    if token.text == ")":
        opened = next((i for i in range(first - 2, max(-1, first - 10), -1) if tokens[i].text == "("), None)
        return first - opened if opened is not None else 0
    if token.tag is Tag.QUOTE and first <= last and tokens[first].tag is Tag.NAME:
        nickname = (
            first > 3
            and tokens[first - 3].tag is Tag.QUOTE
            and before is not None
            and before.tag is Tag.NAME
            and tokens[first - 4].tag is Tag.NAME
        )
        return 3 if nickname else 0
    return 1 if token.tag is Tag.SYMBOL and token.text != "-" else 0


def _verb_near(tokens: list[Token], index: int) -> bool:
    return any(finite_at(tokens, i) for i in range(max(0, index - 3), index))


def phrase_starting(tokens: list[Token], first: int, pack: LangPack) -> Range | None:
    """The noun phrase whose first token is ``first``."""
    if first >= len(tokens):
        return None
    if tokens[first].tag is Tag.PRONOUN and tokens[first].low not in _COUNTED:
        return first, first + 1
    end = first
    while end < len(tokens) and end - first < _LONGEST and not (end > first and is_day_word(tokens[end], pack)):
        step = 0 if _german_end(tokens, first, end, pack) else _step_on(tokens, first, end)
        if not step and end > first and _genitive(tokens, end, pack):
            step = 1
        if not step:
            break
        end += step
    if end == first or not any(token.tag in _NOUNS for token in tokens[first:end]):
        return None
    return first, end


def _german_end(tokens: list[Token], first: int, end: int, pack: LangPack) -> bool:
    """``laut Polizei | gestorben``: nouns have a capital in German, so that no small word behind one belongs to the phrase."""
    return pack.code == "de" and end > first and tokens[end - 1].tag is Tag.NAME and tokens[end].tag in (Tag.WORD, Tag.NUMBER)


def _genitive(tokens: list[Token], at: int, pack: LangPack) -> bool:
    """``der Sprecher | der Stadt``, ``einem Bericht | der Zeitung``: whose it is, behind the noun of somebody or something that tells."""
    if pack.code != "de" or tokens[at].low not in _GENITIVE or at + 1 >= len(tokens) or tokens[at + 1].tag is not Tag.NAME:
        return False
    noun, speech = tokens[at - 1].low, pack.speech
    return noun in speech.people_nouns or noun in speech.documents or noun in speech.media_nouns


def _step_on(tokens: list[Token], first: int, end: int) -> int:
    """How many tokens from ``end`` on still belong to the phrase that began at ``first``."""
    token = tokens[end]
    following = tokens[end + 1].tag if end + 1 < len(tokens) else None
    behind_name = end > first and tokens[end - 1].tag is Tag.NAME and token.tag is Tag.DETERMINER
    behind_quote = end > first + 1 and tokens[end - 1].tag is Tag.QUOTE and token.tag is not Tag.NAME
    if behind_name or behind_quote:
        return 0
    if token.tag in _INNER or token.tag is Tag.SYMBOL or token.low in _OPENS_DETAIL:
        return 1
    if token.tag is Tag.PRONOUN:
        return 1 if end == first else 0
    if token.low in _RANKS and end > first and tokens[end - 1].tag is Tag.DETERMINER:
        return 1
    if token.tag is Tag.PARTICIPLE:
        adjective = following in (Tag.WORD, Tag.NAME) and (end == first or tokens[end - 1].tag in (Tag.DETERMINER, Tag.NUMBER))
        return 1 if adjective else 0
    if end == first:
        return 0
    if token.tag is Tag.STOP:
        initial = tokens[end - 1].tag is Tag.NAME and len(tokens[end - 1].text) == 1
        return 1 if initial and following is Tag.NAME else 0
    if token.tag is Tag.PREPOSITION:
        attached = token.low in _ATTACHED_AFTER or tokens[end - 1].low in _OPENS_DETAIL
        return 1 if attached and following in _INNER else 0
    if token.tag is Tag.COORDINATOR:
        return 1 if token.low == "and" and following is Tag.NAME and tokens[end - 1].tag is Tag.NAME else 0
    if token.text == "(":
        closed = next((i for i in range(end, min(len(tokens), end + 8)) if tokens[i].text == ")"), None)
        return closed + 1 - end if closed is not None else 0
    if token.tag is Tag.QUOTE and tokens[end - 1].tag in (Tag.DETERMINER, Tag.WORD):  # the "Harbour Times"
        closed = next((i for i in range(end + 1, min(len(tokens), end + 6)) if tokens[i].tag is Tag.QUOTE), end)
        return closed + 1 - end if closed > end + 1 and all(inner.tag is Tag.NAME for inner in tokens[end + 1 : closed]) else 0
    nickname = token.tag is Tag.QUOTE and end + 3 < len(tokens) and tokens[end + 2].tag is Tag.QUOTE
    return 3 if nickname and tokens[end - 1].tag is Tag.NAME and tokens[end + 3].tag is Tag.NAME else 0


def is_day_word(token: Token, pack: LangPack) -> bool:
    """Monday, yesterday, today: a time that stands between a subject and its verb or after the verb."""
    low = token.low.rstrip(".")
    return (low in pack.counting.weekdays and (token.text[0].isupper() or len(low) > 4)) or low in (
        "today",
        "yesterday",
        "tonight",
        "tomorrow",
    )


def _leading_day(tokens: list[Token], first: int, last: int, pack: LangPack) -> bool:
    return is_day_word(tokens[first], pack) and first < last
