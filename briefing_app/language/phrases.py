"""Finds the noun phrase before or after a verb; hides appositions, relative clauses, attached prepositions and nicknames."""

from __future__ import annotations

from briefing_app.language.pack import LangPack
from briefing_app.language.phrase_steps import NOUNS, TIMES, step_back, step_on
from briefing_app.language.syntax import Tag, Token, finite_at, has_finite
from briefing_app.language.words import listed

_GENITIVE = frozenset(["der", "des", "dieser", "dieses", "seiner", "seines", "ihrer", "ihres", "eines", "einer"])
_WHEN = frozenset(["in", "on", "im", "am", "en"])
_YEAR = 4  # digits
_REFLEXIVE = ("self", "selves")
_COUNTED = frozenset(["one", "those", "some", "many", "others", "both"])
_LONGEST = 40
_NAME = 4  # words of a name between commas
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
        return _meant_by_relative(tokens, last, pack)
    if token.tag in (Tag.COMMA, Tag.DASH):
        return _before_apposition(tokens, last, pack)
    found = phrase_ending(tokens, last, pack)
    if found is None:
        return None
    opened = _clause_opened(tokens, found[0])
    return _named_before(tokens, found) if opened is None else subject_before(tokens, opened, pack)


def _meant_by_relative(tokens: list[Token], relative: int, pack: LangPack) -> Range | None:
    """What "who" or "which" stands for: the phrase before it, and before a comma; "what" stands for nothing told."""
    if tokens[relative].low == "what" or relative == 0:
        return None
    last = relative - 1
    return phrase_ending(tokens, last - (tokens[last].tag is Tag.COMMA), pack)


def _before_apposition(tokens: list[Token], closing: int, pack: LangPack) -> Range | None:
    """``Okafor, the mayor, | said``, ``the mayor, Ada Okafor, | said``: the name of the two, else what stands first."""
    opened = _apposition_start(tokens, closing)
    if not opened:
        return None
    before = tokens[opened - 1]
    if before.tag is not Tag.NAME or before.low in pack.naming.titles or before.low == "state":
        named = tokens[opened + 1 : closing]
        if len(named) <= _NAME and all(token.tag is Tag.NAME for token in named):
            return opened + 1, closing
    return phrase_ending(tokens, opened - 1, pack)


def _clause_opened(tokens: list[Token], first: int) -> int | None:
    """Behind which token the clause opens that the phrase from ``first`` on only ends, so that the subject stands before it; else None."""
    prepositional = first > 0 and tokens[first - 1].tag is Tag.PREPOSITION
    if prepositional and first > 1 and tokens[first - 2].tag is Tag.RELATIVE:
        return first - 1
    if (opened := _relative_around(tokens, first)) is not None:
        return opened
    who = _relative_near(tokens, first - 1) if prepositional else None
    return None if who is None else who + 1


def _relative_near(tokens: list[Token], last: int) -> int | None:
    """The "who" of a clause that ends at ``last`` without a comma: "a woman | who works at the yard | said"."""
    for i in range(last - 1, max(0, last - _ASIDE), -1):
        if tokens[i].tag is Tag.RELATIVE:
            one = sum(finite_at(tokens, k) for k in range(i, last + 1)) == 1
            return i if one and tokens[i].low == "who" and tokens[i - 1].tag in NOUNS else None
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
        elif token.low in TIMES and before in ("last", "this", "next", "earlier", "each", "every"):
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
        step = step_back(tokens, first, last)
        if not step:
            break
        first -= step
    while first <= last and (
        tokens[first].tag in (Tag.ADVERB, Tag.PREPOSITION, Tag.COORDINATOR)
        or (tokens[first].low == "what" and first < last)
        or _leading_day(tokens, first, last, pack)
    ):
        first += 1
    if first > last or not any(token.tag in NOUNS or token.tag is Tag.DETERMINER for token in tokens[first : last + 1]):
        return None
    return first, last + 1


def phrase_starting(tokens: list[Token], first: int, pack: LangPack) -> Range | None:
    """The noun phrase whose first token is ``first``."""
    if first >= len(tokens):
        return None
    if tokens[first].tag is Tag.PRONOUN and tokens[first].low not in _COUNTED:
        return first, first + 1
    end = first
    while end < len(tokens) and end - first < _LONGEST and not (end > first and is_day_word(tokens[end], pack)):
        step = 0 if _german_end(tokens, first, end, pack) else step_on(tokens, first, end)
        if not step and end > first and _genitive(tokens, end, pack):
            step = 1
        if not step:
            break
        end += step
    if end == first or not any(token.tag in NOUNS for token in tokens[first:end]):
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
