"""Which verbs of the news tell the same deed, and which its opposite; the lists are this project's own.

WordNet parts what reporters mix ("discussed", "raised", "mentioned"; "bar", "ban", "keep out"); a class holds what one source may write
where another writes something else of the same act. Nouns made of the verbs stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

from briefing_app.comparison.knowledge.meanings import meanings_of
from briefing_app.comparison.knowledge.synonyms import opposite_acts, opposites, relatives
from briefing_app.language.words import stem

_CLASSES = (
    "discuss mention raise bring_up talk discussion exchange broach address",
    "collude collusion",
    "consult confer consultation discuss discussion",
    "inform notify brief alert",
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
    "know aware knowledge",
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
    "consult check examine review inspect",
    "look check",
    "concede admit acknowledge confess",
    "receive get obtain",
    "expel throw_out kick_out deport expulsion",
    "destroy wreck sweep_away ruin destruction",
    "search look search_for hunt",
    "rescue save rescuing",
    "vote ballot",
    "elect choose",
    "promise pledge vow undertake",
    "collapse fail break_down",
    "return come_back go_back",
    "evacuate evacuation",
    "vaccinate vaccination vaccine",
    "fire shoot shooting",
    "settle settlement",
    "appeal",
    "apologise apologize apology",
    "consider weigh mull",
    "approve clear authorise authorize sign_off greenlight",
    "cover_up conceal",
    "criticise criticize condemn attack denounce criticism condemnation",
    "praise welcome hail applaud",
    "blame accuse",
    "break violate breach breaking violation",
    "respect observe honour honor",
    "replace succeed",
    "grow expand growth expansion",
    "shrink contract",
    "damage harm",
    "apply seek",
    "charge indict",
    "drop withdraw abandon",
    "transfer hand_over",
    "march protest demonstrate rally demonstration",
    "participate take_part attend",
    "lie mislead deceive",
    "deny denial reject",
)

_OPPOSITES = (
    ("open reopen", "close shut shutter shut_down close_down"),
    ("begin start", "stop end halt"),
    ("continue go_on proceed", "collapse fail break_down stop end halt"),
    ("accept", "reject refuse decline turn_down"),
    ("stay remain", "move relocate leave quit resign step_down depart"),
    ("resign quit step_down stand_down", "fire sack dismiss oust"),
    ("rise increase grow climb soar jump gain", "fall decrease drop decline shrink plunge slip"),
    ("raise lift", "lower cut reduce"),
    ("win", "lose"),
    ("uphold", "overturn quash annul reverse strike_down"),
    ("approve pass adopt endorse carry", "reject defeat block veto vote_down"),
    ("allow permit let authorise authorize", "ban bar prohibit forbid block"),
    ("support back endorse favour favor", "oppose"),
    ("praise welcome hail applaud", "condemn criticise criticize denounce"),
    ("join enter", "leave quit"),
    ("hire", "fire sack"),
    ("succeed success successful", "fail failure"),
    ("pick select choose include", "drop omit exclude"),
    ("healthy well", "ill sick unwell"),
    ("profit gain", "loss"),
    ("survive", "die perish"),
    ("acquit clear exonerate innocent", "convict guilty"),
    ("release free", "arrest detain jail imprison"),
    ("confirm admit acknowledge", "deny"),
    ("improve", "worsen deteriorate"),
    ("keep retain", "scrap abandon drop disappear vanish"),
    ("remain", "disappear vanish"),
    ("strengthen", "weaken"),
    ("widen", "narrow"),
    ("safe", "unsafe dangerous"),
    ("legal lawful", "illegal unlawful"),
    ("true genuine authentic", "false fake"),
    ("public", "secret confidential"),
    ("unanimous", "split divided"),
    ("ahead", "behind"),
    ("tighten", "loosen ease relax"),
    ("accelerate", "slow"),
    ("hostile", "friendly"),
    ("peaceful", "violent"),
    ("guilty", "innocent"),
    ("alive", "dead"),
    ("full", "empty"),
    ("valid", "invalid void"),
    ("voluntary", "forced compulsory mandatory"),
    ("ready prepared", "unprepared"),
    ("help benefit aid boost", "hurt harm damage undermine"),
    ("create", "destroy eliminate wipe_out"),
    ("increase raise expand boost", "reduce cut lower decrease shrink slash"),
    ("obey follow respect observe comply", "break violate breach flout defy"),
    ("productive fruitful constructive", "fruitless unproductive pointless"),
    ("true real genuine fact truth", "hoax fake false lie fiction fabricate fabrication untrue myth"),
    ("disclose reveal publish", "hide conceal withhold cover_up"),
    ("cooperate comply", "stonewall defy obstruct"),
    ("protect", "endanger"),
    ("aware know", "unaware ignorant"),
    ("safe", "risky deadly hazardous"),
    ("agree", "disagree"),
)
"""Words of opposite deeds; those of one side mean the same here."""


def _stem(word: str) -> str:
    verb, _, particle = word.partition("_")
    return phrasal(stem(verb, "english"), particle) if particle else stem(word, "english")


def phrasal(verb: str, particle: str) -> str:
    """The stem of a verb with its particle ("switch off")."""
    return f"{verb}_{particle}"


_ENDS = {
    "vote": "pass approve adopt ratify reject defeat override elect",
    "decide": "choose pick appoint name approve reject order",
    "rule": "uphold overturn strike_down quash convict acquit reject",
    "negotiate": "agree sign",
    "consider": "approve reject order ban adopt",
    "bid": "buy acquire",
}
"""Deeds in which one that was to come may have ended."""


@cache
def ends_of(early: str) -> frozenset[str]:
    """The deeds in which one that was to come ("vote") may have ended ("passed"); stems."""
    return frozenset(_stem(end) for verb, ends in _ENDS.items() if _stem(verb) == early for end in ends.split())


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
_AKIN = 0.4  # likeness of two verbs of one kind


@cache
def same_deed(a: str, b: str) -> bool:
    """Whether two stems can tell the same deed."""
    return not sought_by(a).isdisjoint(found_by(b))


def tell_same(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of these stems can tell the same deed as one of the others."""
    return any(same_deed(one, other) for one, other in product(some, others))


@cache
def found_by(one: str) -> frozenset[str]:
    """Keys by which a stem is found when its deed is sought: itself, and its classes."""
    return frozenset({one, *(f"class {number}" for number in _members().get(one, ()))})


@cache
def sought_by(one: str) -> frozenset[str]:
    """Keys of all stems that can tell the same deed as a stem does; it can as well be sought by them."""
    return found_by(one) | {other for other, weight in relatives(one).items() if weight >= _NEAR}


@cache
def kindred(a: str, b: str) -> bool:
    """Whether two stems tell deeds of one kind, which are not each other's opposite."""
    if opposite_deed(a, b):
        return False
    forth, back = meanings_of((a, b))
    return same_deed(a, b) or float(forth @ back) >= _AKIN


def same_act(a: str, b: str) -> bool:
    """Whether two stems tell the same deed, seen from either of those who take part in it ("buy", "sell")."""
    return (
        same_deed(a, b)
        or (a in _CONVERSE and b in _CONVERSE)
        or any(same_deed(a, one) and same_deed(b, other) for one, other in (("buy", "sell"), ("sell", "buy")))
    )


def has_opposite(verb: str) -> bool:
    """Whether an opposite of the stem is known."""
    return verb in _opposed() or verb.startswith("un") or bool(opposites(verb) or opposite_acts(verb))


@cache
def opposite_deed(a: str, b: str) -> bool:
    """Whether two stems tell opposite deeds or states, or one is the other with "un" before it ("armed", "unarmed")."""
    return b in opposite_deeds(a)


@cache
def opposite_deeds(one: str) -> frozenset[str]:
    """The stems whose deeds or states are the opposite of a stem's."""
    bare = {one.removeprefix("un")} if one.startswith("un") else set()
    return _opposed().get(one, frozenset()) | opposites(one) | opposite_acts(one) | bare | {f"un{one}"}
