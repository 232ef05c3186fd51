"""Which verbs of the news tell the same deed, and which its opposite; the lists are this project's own.

WordNet parts what reporters mix ("discussed", "raised", "mentioned"; "bar", "ban", "keep out"); a class holds what one source may write
where another writes something else of the same act. Nouns made of the verbs stand beside them.
"""

from __future__ import annotations

from functools import cache

from briefing_app.comparison.synonyms import relatives
from briefing_app.language.words import stem

_CLASSES = (
    "discuss mention raise talk discussion exchange broach address",
    "meet meeting talk talks summit",
    "ban bar exclude exclusion block prohibit outlaw forbid shut_out keep_out lock_out",
    "close shut closure shutter shutdown shut_down close_down switch_off phase_out retire decommission",
    "buy purchase acquire acquisition takeover take_over",
    "sell sale offload divest",
    "resign quit resignation step_down stand_down",
    "approve pass adopt endorse ratify back approval adoption",
    "uphold confirm",
    "quash annul overturn strike_down",
    "stop halt suspend end cease freeze pause suspension scrap abandon call_off cancel",
    "delay postpone defer postponement put_off push_back hold_back",
    "ask request demand seek call",
    "override overrule overturn reject veto",
    "arrest detain detention seize capture",
    "strike walk_out walkout down_tools",
    "release free",
    "kill die death dead killed slay perish",
    "injure hurt wound injury",
    "leak spill escape leakage",
    "attack strike hit bomb raid shell assault",
    "order instruct command direct",
    "build construct construction",
    "move relocate transfer shift",
    "stay remain keep",
    "raise increase rise lift hike",
    "cut reduce lower decrease fall drop decline slash shed axe",
    "send ship deliver transfer shipment delivery supply",
    "fire sack dismiss oust remove dismissal",
    "hire appoint name employ nominate appointment",
    "win beat defeat victory",
    "lose loss",
    "sign agree agreement deal",
    "know aware",
    "warn warning alert",
    "launch release roll-out",
    "unveil present introduce reveal",
    "start begin open launch",
    "investigate probe examine inquiry investigation",
    "sue lawsuit suit",
    "leave withdraw withdrawal exit pull-out depart",
    "join enter participate",
    "visit travel trip",
    "allow permit let enable",
    "use deploy deployment",
    "pay payment",
    "help aid assist",
    "write author",
    "crash collide collision",
    "burn fire blaze",
    "plan intend intention",
    "name identify",
    "own possess",
    "support back endorse favour favor",
    "oppose object opposition",
    "threaten threat",
    "invite invitation",
    "reopen reopening",
    "rule decide decision ruling",
    "spend spending",
    "hide conceal",
    "lie mislead deceive",
    "deny denial reject",
)

_OPPOSITES = (
    ("open reopen", "close shut shutter"),
    ("begin start", "stop end halt"),
    ("accept", "reject refuse"),
    ("stay remain", "move relocate leave quit"),
    ("rise increase grow climb", "fall decrease drop decline shrink"),
    ("win", "lose"),
    ("uphold", "overturn quash annul reverse strike_down"),
    ("approve pass adopt", "reject defeat"),
    ("allow permit", "ban bar prohibit forbid"),
    ("support back endorse", "oppose"),
    ("join", "leave quit"),
    ("hire", "fire sack"),
    ("succeed", "fail"),
    ("survive", "die"),
    ("acquit", "convict"),
    ("release free", "arrest detain jail"),
    ("confirm", "deny"),
    ("improve", "worsen"),
    ("keep retain", "scrap abandon drop"),
)
"""Words of opposite deeds; those of one side mean the same here."""


def _stem(word: str) -> str:
    verb, _, particle = word.partition("_")
    return phrasal(stem(verb, "english"), particle) if particle else stem(word, "english")


def phrasal(verb: str, particle: str) -> str:
    """The stem of a verb with its particle ("switch off")."""
    return f"{verb}_{particle}"


_CONVERSE = frozenset({"buy", "sell", "lend", "borrow"})


@cache
def _members() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(_CLASSES):
        for word in words.split():
            found.setdefault(_stem(word), set()).add(number)
    return {one: frozenset(numbers) for one, numbers in found.items()}


@cache
def _opposed() -> dict[str, frozenset[str]]:
    """A stem's opposites."""
    found: dict[str, set[str]] = {}
    for one, other in _OPPOSITES:
        sides = [{_stem(word) for word in words.split()} for words in (one, other)]
        for mine, theirs in (sides, sides[::-1]):
            for word in mine:
                found.setdefault(word, set()).update(theirs)
    return {word: frozenset(words) for word, words in found.items()}


_NEAR = 0.8


@cache
def same_deed(a: str, b: str) -> bool:
    """Whether two stems can tell the same deed."""
    classes = _members()
    return a == b or relatives(a).get(b, 0.0) >= _NEAR or bool(classes.get(a, frozenset()) & classes.get(b, frozenset()))


def same_act(a: str, b: str) -> bool:
    """Whether two stems tell the same deed, seen from either of those who take part in it ("buy", "sell")."""
    return (
        same_deed(a, b)
        or (a in _CONVERSE and b in _CONVERSE)
        or any(same_deed(a, one) and same_deed(b, other) for one, other in (("buy", "sell"), ("sell", "buy")))
    )


def has_opposite(verb: str) -> bool:
    """Whether an opposite of the stem is known."""
    return verb in _opposed()


@cache
def opposite_deed(a: str, b: str) -> bool:
    """Whether two stems tell opposite deeds."""
    return b in _opposed().get(a, frozenset())
