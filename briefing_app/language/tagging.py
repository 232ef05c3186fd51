"""Cuts a sentence into tokens and gives each its word class by lists and neighbours; hides the ambiguity of verb forms."""

from __future__ import annotations

import re

from briefing_app.language.open_verbs import open_verb_tag
from briefing_app.language.pack import LangPack
from briefing_app.language.syntax import Tag, Token, finite_at, has_finite
from briefing_app.model.span import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[$€£¥₹]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|%|mn|tn|[mbt]r?illion|[kcm]m|kg|lbs?|ft|[mk]ph)?(?![^\W_])|[^\W_]+(?:[-'’‑.&](?=[^\W_])[^\W_]+)*"
    r"|''|``|--+|\.\.\.|[^\w\s]|_"
)


_PUNCTUATION = {
    ",": Tag.COMMA,
    "،": Tag.COMMA,
    "、": Tag.COMMA,
    ":": Tag.COLON,
    ";": Tag.SEMICOLON,
    "—": Tag.DASH,
    "–": Tag.DASH,
    "―": Tag.DASH,
    "--": Tag.DASH,
    "---": Tag.DASH,
    "(": Tag.BRACKET,
    ")": Tag.BRACKET,
    "[": Tag.BRACKET,
    "]": Tag.BRACKET,
}


_QUOTES = frozenset(["“", "”", '"', "''", "``", "«", "»", "„", "‘", "’", "'", "「", "」", "『", "』", "‚", "‹", "›"])


_NO_VERBS = frozenset(
    ["something", "anything", "nothing", "everything", "evening", "morning", "during", "spring", "string", "ceiling", "hundred", "sacred"]
)


_HEADLINE_SHARE = 0.6


_CURRENCIES = "$€£¥₹"
_RELATIVES = frozenset(["that", "who", "which", "whom", "whose", "where"])
_STOPS = frozenset([".", "!", "?", "…", "...", "。", "！", "？", "؟"])


_NOUNS_IN_LY = frozenset(
    [
        "family",
        "supply",
        "rally",
        "reply",
        "ally",
        "july",
        "italy",
        "assembly",
        "early",
        "monopoly",
        "anomaly",
        "jelly",
        "bully",
        "daily",
        "weekly",
        "friendly",
        "elderly",
        "deadly",
        "likely",
        "costly",
        "lively",
        "lonely",
    ]
)


_NEW_SUBJECT = frozenset(
    {Tag.COMMA, Tag.DASH, Tag.COLON, Tag.SEMICOLON, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE, Tag.PRONOUN, Tag.STOP}
)


_INITIALS = re.compile(r"(?:[A-Z]-)?[A-Z](?:\.[A-Z])*")
"""A letter or letters with a stop behind, in the middle of a sentence: "Ada P. Okafor", "D-N.J., said"."""


_INVERTED = re.compile(r"(\w+)-(?:t-)?(ils?|elles?)")
"""French verbs with their subject behind: "affirme-t-elle", "a-t-il" (which then stands for the subject of the participle)."""


_YEAR = 4  # digits


_BEHIND_A_NOUN = frozenset({Tag.STOP, Tag.PREPOSITION, Tag.COMMA, Tag.AUXILIARY, Tag.MODAL, Tag.QUOTE, Tag.RELATIVE})
"""What stands behind "the ruling" or "a meeting", where the form is no verb."""


def tokens_of(text: str, span: Span, pack: LangPack) -> list[Token]:
    """The tokens of one sentence, tagged."""
    titles, shortened = pack.splitting.titles, pack.splitting.abbreviations
    tokens: list[Token] = []
    reached = span.start
    for found in _TOKEN.finditer(text, span.start, span.end):
        start, end = found.span()
        if start < reached:
            continue
        piece = found[0]
        low = piece.lower().replace("’", "'").replace("‑", "-")
        shortens = low in titles or low.rpartition("-")[2] in shortened or _INITIALS.fullmatch(piece)
        if piece[0].isalpha() and end < span.end - 1 and text[end] == "." and shortens:
            end, piece, low = end + 1, piece + ".", low + "."
        reached = end
        if pack.code == "fr" and low.startswith("qu'") and len(low) > 3:
            tokens.append(Token(start, start + 3, piece[:3], "que", Tag.WORD))
            start, piece, low = start + 3, piece[3:], low[3:]
        if pack.code == "fr" and (inverted := _INVERTED.fullmatch(low)):
            verb = inverted[1]
            if verb not in pack.grammar.auxiliaries:
                tokens.append(Token(start, start + len(verb), piece[: len(verb)], verb, Tag.WORD))
                start = end - len(inverted[2])
                piece = piece[-len(inverted[2]) :]
            low = inverted[2]
        tokens.append(Token(start, end, piece, low, Tag.WORD))
    _tag(tokens, pack)
    return tokens


def _tag(tokens: list[Token], pack: LangPack) -> None:
    grammar, forms = pack.grammar, pack.grammar.verb_forms()
    for token in tokens:
        token.tag = _listed_tag(token, pack)
        token.verb = forms.get(token.low, "") if token.tag not in (Tag.QUOTE, Tag.STOP, Tag.COMMA) else ""
        if token.tag is Tag.WORD and not token.verb and len(token.low) > 5 and token.low not in _NO_VERBS:
            token.verb = next((readings for ending, readings in grammar.verb_endings if token.low.endswith(ending)), "")
    for index, token in enumerate(tokens):
        if token.tag is Tag.NAME and index == _first_word(tokens):
            _tag_first(tokens, index)
        if token.low in grammar.determiners and token.tag in (Tag.PRONOUN, Tag.DETERMINER):
            following = _next_word(tokens, index)
            nominal = (
                following is not None and following.tag in (Tag.WORD, Tag.NAME, Tag.NUMBER) and following.low not in grammar.verb_forms()
            )
            token.tag = Tag.DETERMINER if nominal or token.low not in grammar.pronouns else token.tag
    _lower_headline(tokens, pack)
    for index, token in enumerate(tokens):
        if token.verb and token.tag is Tag.WORD:
            token.tag = _verb_tag(tokens, index, pack)
    _demote(tokens, pack)


def _lower_headline(tokens: list[Token], pack: LangPack) -> None:
    """In a Headline Written Like This a capital tells nothing about say-verbs: "Okafor Says Bridge Is Safe"."""
    letters = [token for token in tokens if token.text[0].isalpha() and len(token.text) > 3]
    if len(letters) < 4 or sum(token.text[0].isupper() for token in letters) <= _HEADLINE_SHARE * len(letters) or tokens[-1].text == ",":
        return
    verbs = pack.speech.verbs()
    for token in tokens[1:]:
        if token.tag is Tag.NAME and token.low in verbs and set("DZ") & set(token.verb):
            token.tag = Tag.WORD


def _listed_tag(token: Token, pack: LangPack) -> Tag:
    """The tag that a token has by itself: a sign, a number, a word of a closed class, a name by its capital, an adverb by its ending."""
    low, first = token.low, token.text[0]
    if not (first.isalnum() or (first in _CURRENCIES and len(low) > 1)):
        return _sign_tag(token)
    if first.isdigit() or first in _CURRENCIES or _is_numeral(low, pack):
        return Tag.NUMBER
    if "'" in low and low in pack.grammar.pronouns:
        return Tag.PRONOUN
    if (tag := _class_of(low, pack)) is not None:
        if _is_capital_word(token) and tag not in (Tag.DETERMINER, Tag.COORDINATOR, Tag.PREPOSITION):
            return Tag.NAME
        return Tag.RELATIVE if low in _RELATIVES else tag
    if first.isupper():
        return Tag.NAME
    return Tag.ADVERB if _ends_as_adverb(low) else Tag.WORD


def _sign_tag(token: Token) -> Tag:
    if token.text in _QUOTES:
        return Tag.QUOTE
    return _PUNCTUATION.get(token.text) or (Tag.STOP if token.text in _STOPS else Tag.SYMBOL)


def _is_numeral(low: str, pack: LangPack) -> bool:
    numerals = pack.counting.numerals
    return low in numerals or ("-" in low and all(part in numerals for part in low.split("-")))


def _class_of(low: str, pack: LangPack) -> Tag | None:
    """The closed class of a word; the first of those that hold it."""
    grammar = pack.grammar
    classes = (
        (grammar.modals, Tag.MODAL),
        (grammar.auxiliaries, Tag.AUXILIARY),
        (grammar.coordinators, Tag.COORDINATOR),
        (grammar.prepositions, Tag.PREPOSITION),
        (grammar.pronouns, Tag.PRONOUN),
        (grammar.determiners, Tag.DETERMINER),
        (grammar.subordinators, Tag.SUBORDINATOR),
        (grammar.relatives, Tag.RELATIVE),
        (grammar.adverbs, Tag.ADVERB),
    )
    return next((tag for words, tag in classes if low in words), None)


def _is_capital_word(token: Token) -> bool:
    """Whether a small word is written as a name: "WHO", "May", "Will"."""
    return token.text[0].isupper() and len(token.low) > 1 and (token.text.isupper() or token.low in ("may", "will"))


def _ends_as_adverb(low: str) -> bool:
    return low.endswith("ly") and len(low) > 4 and low not in _NOUNS_IN_LY


def _first_word(tokens: list[Token]) -> int:
    return next((i for i, token in enumerate(tokens) if token.text[0].isalnum()), -1)


def _next_word(tokens: list[Token], index: int) -> Token | None:
    return next((token for token in tokens[index + 1 : index + 3] if token.tag is not Tag.ADVERB), None)


def _tag_first(tokens: list[Token], index: int) -> None:
    """A capital at the start of a sentence tells nothing: an -ing or -ly word there is what it is in the middle."""
    token = tokens[index]
    if token.verb == "G":
        token.tag = Tag.ING
    elif _ends_as_adverb(token.low):
        token.tag = Tag.ADVERB
    elif token.verb == "DN" and index + 1 < len(tokens) and tokens[index + 1].tag in (Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.RELATIVE):
        token.tag = Tag.PARTICIPLE


def _verb_tag(tokens: list[Token], index: int, pack: LangPack) -> Tag:
    """Which reading of a verb form holds here, or WORD when it is a noun or an adjective."""
    token, before = tokens[index], _before(tokens, index)
    previous = tokens[before] if before >= 0 else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.verb == "G":
        closes = after is None or after.tag in _BEHIND_A_NOUN or "N" in after.verb  # "the ruling obtained by"
        return Tag.WORD if previous is not None and previous.tag is Tag.DETERMINER and closes else Tag.ING
    if previous is not None:
        if (tag := _tag_behind(token, previous)) is not None:
            return tag
        set_off = previous.tag in (Tag.COMMA, Tag.DASH, Tag.BRACKET) and after is not None and after.tag is Tag.PREPOSITION
        if set_off and "DN" in token.verb and not _tells(token, pack) and has_finite(tokens, 0, before):
            return Tag.PARTICIPLE
    return open_verb_tag(token, previous, after, _tells(token, pack))


def _before(tokens: list[Token], index: int) -> int:
    """The last token before a verb that is no adverb, quotation mark or year ("who in 2010 said"); -1 for none."""
    before = index - 1
    while before >= 0 and tokens[before].tag in (Tag.ADVERB, Tag.QUOTE):
        before -= 1
    if before > 1 and len(tokens[before].text) == _YEAR and tokens[before].text.isdigit() and tokens[before - 1].low in ("in", "en"):
        before -= 2
    return before


def _tag_behind(token: Token, previous: Token) -> Tag | None:
    """The reading of a verb form that the word before it settles; None where that settles nothing."""
    if previous.low == "to" or previous.tag is Tag.MODAL:
        return Tag.BASE if "B" in token.verb else Tag.WORD
    if previous.tag is Tag.AUXILIARY:
        if "N" in token.verb:
            return Tag.PARTICIPLE
        return Tag.BASE if "B" in token.verb and previous.low.startswith(("do", "did")) else Tag.WORD
    if previous.possessive or previous.tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.NUMBER):
        return Tag.PARTICIPLE if "N" in token.verb and previous.tag is Tag.PREPOSITION else Tag.WORD
    return None


def _tells(token: Token, pack: LangPack) -> bool:
    lemma = pack.speech.verbs().get(token.low)
    return lemma is not None and lemma not in pack.speech.weak_verbs


def _demote(tokens: list[Token], pack: LangPack) -> None:
    """``the poll released Friday shows``: of two finite verbs without a joint or a new subject between, the -ed form is a participle."""
    for index, token in enumerate(tokens):
        if token.tag is not Tag.FINITE or token.verb != "DN" or _tells(token, pack) or index + 1 >= len(tokens):
            continue
        first = tokens[index + 1]
        day = first.low in pack.counting.weekdays
        if (
            not (day or first.tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.NUMBER))
            or index == 0
            or tokens[index - 1].tag not in (Tag.WORD, Tag.NAME)
        ):
            continue
        for later in range(index + 1, min(len(tokens), index + 14)):
            tag = tokens[later].tag
            if finite_at(tokens, later):
                token.tag = Tag.PARTICIPLE
                break
            if tag in _NEW_SUBJECT:
                break
