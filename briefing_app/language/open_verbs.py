"""Whether a word that may be a verb is one, by its form and its neighbours: "the report claims" and "the claims of the report"."""

from __future__ import annotations

from briefing_app.language.syntax import NOMINAL, Tag, Token

_NOUNS_LIKE_BASE = frozenset(
    [
        "report",
        "claim",
        "comment",
        "note",
        "remark",
        "demand",
        "answer",
        "reply",
        "hint",
        "promise",
        "protest",
        "request",
        "quote",
        "rule",
        "pledge",
        "attack",
        "call",
        "offer",
        "question",
        "blame",
        "voice",
        "praise",
        "vow",
        "boast",
        "joke",
        "shout",
        "estimate",
        "forecast",
        "charge",
        "state",
        "reason",
        "complain",
        "plead",
        "cry",
        "recall",
        "reveal",
        "post",
        "lash",
        "tweet",
        "mention",
        "counter",
    ]
)

_NEVER_NOUNS = frozenset(["says", "tells", "writes", "argues"])  # "says of her plan"; but "promises of help"

_SINGULAR = ("ss", "us")
"""How words end that are one although the last letter is an s: "the US plan", "the Congress vote"."""

_BEHIND_BASE = frozenset(
    [
        Tag.DETERMINER,
        Tag.PRONOUN,
        Tag.PREPOSITION,
        Tag.RELATIVE,
        Tag.SUBORDINATOR,
        Tag.NAME,
        Tag.QUOTE,
        Tag.COMMA,
        Tag.ADVERB,
        Tag.AUXILIARY,
        Tag.STOP,
        Tag.COLON,
    ]
)
"""What may follow a finite verb in its base form."""

_BEFORE_THIRD_PERSON = frozenset([Tag.NAME, Tag.WORD, Tag.RELATIVE, Tag.BRACKET, Tag.COMMA, Tag.COORDINATOR])
_BEFORE_TELLING = NOMINAL | {Tag.RELATIVE, Tag.COMMA, Tag.BRACKET}


def open_verb_tag(token: Token, previous: Token | None, after: Token | None, tells: bool) -> Tag:
    """The word class of a word that may be a verb, between its neighbours; ``tells`` when the verb is one of saying.

    ``token.verb`` holds the readings of the form (``Grammar.verb_forms``): D past, N participle, Z third person, B base.
    """
    if "D" in token.verb:
        return _past(token, previous, after, tells)
    if "N" in token.verb:
        return Tag.PARTICIPLE
    follows = after is None or (after.tag not in (Tag.AUXILIARY, Tag.MODAL) and (after.low != "of" or token.low in _NEVER_NOUNS))
    if "Z" in token.verb:
        return _third_person(previous, after, tells, follows)
    if tells and token.low not in _NOUNS_LIKE_BASE and previous is not None and previous.tag in _BEFORE_TELLING:
        return Tag.FINITE
    return Tag.FINITE if follows and _is_plural(previous) and _goes_on(previous, after) else Tag.WORD


def _past(token: Token, previous: Token | None, after: Token | None, tells: bool) -> Tag:
    if "N" not in token.verb:
        return Tag.FINITE
    if previous is None or (after is not None and after.low == "by"):
        return Tag.PARTICIPLE
    if previous.tag is Tag.QUOTE and not tells and after is not None and after.tag in (Tag.NAME, Tag.WORD):
        return Tag.PARTICIPLE
    bare = after is not None and after.tag is Tag.WORD and not after.verb
    if bare and previous.tag not in NOMINAL and previous.tag not in (Tag.RELATIVE, Tag.COORDINATOR, Tag.COMMA):
        return Tag.PARTICIPLE
    return Tag.FINITE


def _third_person(previous: Token | None, after: Token | None, tells: bool, follows: bool) -> Tag:
    if previous is None:
        return Tag.WORD
    tail = after is None or after.tag in (Tag.COMMA, Tag.STOP, Tag.COORDINATOR)
    if tail and previous.tag is Tag.WORD and not tells:
        return Tag.WORD
    subject = previous.tag in _BEFORE_THIRD_PERSON or previous.low in ("he", "she", "it", "that")
    told = previous.verb and previous.tag is Tag.FINITE
    return Tag.FINITE if subject and follows and not told else Tag.WORD


def _is_plural(previous: Token | None) -> bool:
    if previous is None:
        return False
    if previous.low in ("they", "we", "i", "you", "who", "people", "police", "and", "media", "but"):
        return True
    return previous.tag in (Tag.WORD, Tag.NAME) and previous.low.endswith("s") and not previous.low.endswith(_SINGULAR)


def _goes_on(previous: Token | None, after: Token | None) -> bool:
    if after is None:
        return False
    return after.tag in _BEHIND_BASE or (previous is not None and previous.tag is Tag.PRONOUN)
