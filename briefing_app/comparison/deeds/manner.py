"""How a deed is told: turned round, past, at which stage, only supposed, put into another time; hides the cues' places around the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing_app.comparison.cues import Cues, Stage, Wording
from briefing_app.comparison.deeds.heads import Head
from briefing_app.comparison.sentences.units import ASKING
from briefing_app.comparison.sentences.years import is_year
from briefing_app.language.phrases import Range
from briefing_app.language.syntax import Tag, Token

_CLOSING = frozenset({Tag.SEMICOLON, Tag.COLON, Tag.COMMA})
_PHRASE = frozenset({Tag.DETERMINER, Tag.NAME, Tag.WORD, Tag.NUMBER})
_INSERTED = 3  # tokens behind the first comma in which an inserted word ends
_NOR = 7  # tokens behind "nor" within which its verb stands
_APART = 4  # tokens between a verb of opinion and the subject of its clause
_JOINTS = frozenset({Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.COORDINATOR})
_GOVERNS = 8  # tokens between a decision and what is decided
_TAIL = 4  # tokens behind a verb in which "without" takes its object back
_NESTED = 2  # verbs before that may hold a clause in which another stands ("ensure that videos which show it are kept")
_LEAD = 3  # tokens before an infinitive that say how it is meant ("plan to", "calls on towns to")


@dataclass(frozen=True, slots=True)
class Turning:
    """The words that turn a deed round, in lower case, and the tokens that a quotation of it must show for them."""

    words: str
    shown: Range


def turning(tokens: Sequence[Token], head: Head, after: int, cues: Cues) -> Turning | None:
    """What turns the deed round: in the verb group, right before it, or "no" before its subject or its object at ``after``."""
    follows = tokens[head.end].low if head.end < len(tokens) else ""
    for pattern in (cues.negation, cues.refusal):
        if (found := pattern.search(head.text)) and not (_behind(tokens, head, found[0], cues.wording) and follows not in cues.wording.to):
            return Turning(found[0], (head.first, head.end))
    for k in range(head.end, min(after, len(tokens) - 1)):
        if tokens[k].low in cues.wording.negating and tokens[k + 1].low in cues.wording.to:
            return Turning(tokens[k].low, (k, k + 2))  # "decided on Tuesday not to fire"
    before = head.first - 1
    while before >= 0 and tokens[before].tag is Tag.QUOTE:
        before -= 1
    if before >= 0 and tokens[before].low in cues.wording.never:
        return Turning(tokens[before].low, (before, head.first))
    opens = next((k for k in range(*head.subject) if tokens[k].tag is not Tag.QUOTE), -1) if head.subject else -1
    places = [after, opens]
    at = next((k for k in places if 0 <= k < len(tokens) and tokens[k].low in cues.none), None)
    return None if at is None else Turning(tokens[at].low, (at, _noun_end(tokens, at)))


def carried(tokens: Sequence[Token], heads: Sequence[Head], number: int, cues: Cues) -> Turning | None:
    """What turns a deed round from the verb group before it: ``was not, however, arrested``, ``has not called him or invited him``.

    ``had not yet left`` is none of these: it is still to come (``pending``).
    """
    head, before = heads[number], heads[number - 1] if number else None
    if before is None or not head.finite or head.subject is not None:
        return None
    negation = cues.negation.search(before.text)
    between = tokens[before.end : head.first]
    parted = before.main is None and bool(between) and between[0].tag is Tag.COMMA and _one_aside(between)
    joined = bool(between) and between[-1].low == cues.manner.choice[1] and not any(token.tag in _CLOSING for token in between)
    return Turning(negation[0], (before.first, before.end)) if negation and (parted or joined) else None


def open_yet(tokens: Sequence[Token], heads: Sequence[Head], number: int, cues: Cues) -> Range | None:
    """The tokens before a verb group that say that it is not done yet: ``had not yet | left``."""
    head, before = heads[number], heads[number - 1] if number else None
    near = before is not None and before.main is None and before.end <= head.first <= before.end + _TAIL
    return (before.first, head.first) if before and near and pending(tokens, head, cues) else None


def _one_aside(tokens: Sequence[Token]) -> bool:
    """Whether nothing but a word or two between commas, and adverbs, stand there: ``, however,``."""
    last = max(k for k, token in enumerate(tokens) if token.tag is Tag.COMMA)
    return 0 < last <= _INSERTED and all(token.tag is Tag.ADVERB for token in tokens[last + 1 :])


def _noun_end(tokens: Sequence[Token], first: int) -> int:
    """Where the phrase that "no" opens ends, as far as a preposition, a verb or a mark: ``no explosives | in the warehouse``."""
    return next((k for k in range(first + 1, len(tokens)) if tokens[k].tag not in _PHRASE), len(tokens))


def _behind(tokens: Sequence[Token], head: Head, negation: str, cues: Wording) -> bool:
    """Whether "not" stands behind the full verb, where it turns only what follows ("arrested not far from there")."""
    last = tokens[head.end - 1].low
    return negation == last and last in cues.negating and head.main is not None and head.main < head.end - 1


def past(tokens: Sequence[Token], head: Head, cues: Cues) -> bool:
    """Whether it is told as past or perfect."""
    group = tokens[head.first : head.end]
    if any(one.low in cues.manner.perfect and other.low in cues.wording.to for one, other in pairwise(group)):
        return False  # "has to ask"
    return any(token.low in cues.manner.past or (token.tag is Tag.FINITE and "D" in token.verb) for token in group)


def elsewhen(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> bool:
    """Whether the words put it into another time: "an earlier plan", "in 2015", "two years ago"."""
    for k in range(start, end):
        named = k > 0 and tokens[k - 1].low in cues.manner.definite  # "the 2016 election"
        standing = not named and (k == 0 or tokens[k - 1].low not in cues.manner.reaching)
        if tokens[k].low in cues.manner.earlier or (standing and is_year(tokens[k].low)):
            return True
    return False


def pending(tokens: Sequence[Token], head: Head, cues: Cues) -> bool:
    """Whether it is said not to be done yet: "have not yet decided", "has yet to decide"."""
    group = head.text.split()
    words = [*(token.low for token in tokens[max(0, head.first - _TAIL) : head.first]), *group]
    negated = any(low in cues.wording.negating or low.endswith(cues.wording.negated) for low in words)
    return not cues.manner.yet.isdisjoint(words) and (negated or not cues.wording.to.isdisjoint(group))


def aside(tokens: Sequence[Token], head: Head, cues: Wording) -> bool:
    """Whether the verb follows "who", "which", "that" or "where" right behind a noun: the clause says which one is meant."""
    before = head.first - 1
    while before > 0 and tokens[before].tag in (Tag.ADVERB, Tag.QUOTE):
        before -= 1
    place = head.start - 1
    if place > 0 and tokens[place].low in cues.where:
        before = place
    elif before > 0 and tokens[before].tag is not Tag.RELATIVE:
        return False
    return before > 0 and tokens[before - 1].tag in (Tag.WORD, Tag.NAME, Tag.PRONOUN)


def governs(tokens: Sequence[Token], before: Head, head: Head, cues: Cues) -> bool:
    """Whether the verb before decides what this one tells ("voted on Wednesday to override", "decided on a policy that will exclude")."""
    between = tokens[before.end : head.first]
    if len(between) > _GOVERNS or any(token.tag in _JOINTS for token in between):
        return False
    linked = not head.finite or any(token.tag is Tag.RELATIVE for token in between)
    return linked and bool(cues.decided.search(before.text))


def stage(tokens: Sequence[Token], heads: Sequence[Head], number: int, cues: Cues) -> Stage:
    """How far the deed is told to be, by its own verb group and by the verb that governs it."""
    head, before = heads[number], heads[number - 1] if number else None
    if before is not None and governs(tokens, before, head, cues):
        return Stage.DECIDED
    text = head.text if head.finite else f"{_lead(tokens, head)} {head.text}"
    if before is not None and _continues(tokens, head, before, cues):
        text = before.text
    if _undertaken(tokens, head, cues) or (text.partition(" ")[0] in cues.wording.to and head.finite):
        return Stage.PLANNED if cues.planned.search(text) else Stage.ANNOUNCED
    to_come = cues.future.search(text) and not cues.planned.search(text)
    if cues.decided.search(text) and not to_come:
        return Stage.DECIDED
    if cues.planned.search(text):
        return Stage.PLANNED
    if cues.future.search(text) or (not head.finite and tokens[head.first].low in cues.wording.to):
        return Stage.ANNOUNCED
    return Stage.DONE


def _opens_clause(tokens: Sequence[Token], before: Head, head: Head, cues: Wording) -> bool:
    """Whether a clause that begins right behind the verb before holds this one."""
    if head.start - before.end <= 1:
        return True
    that = before.end < len(tokens) and tokens[before.end].low in cues.that
    return that and not any(token.tag in (Tag.SEMICOLON, Tag.COLON) for token in tokens[before.end : head.start])


def _of_none(tokens: Sequence[Token], before: Head, cues: Cues) -> bool:
    """Whether nobody does it: "none of the charges allege that"."""
    return before.subject is not None and tokens[before.subject[0]].low in cues.none


def _of_evidence(tokens: Sequence[Token], before: Head, head: Head, cues: Cues) -> bool:
    """Whether what is not found is evidence of it: "did not find any evidence that he left"."""
    between = tokens[before.end : min(head.start, before.end + _TAIL)]
    return any(one.low in cues.polar.evidence and other.low in cues.wording.that for one, other in pairwise(between))


def _of_names(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether nothing stands between but the first parts of a subject ("Okafor or | her aides")."""
    return first <= end and all(token.tag in (Tag.NAME, Tag.COORDINATOR) for token in tokens[first:end])


def _lead(tokens: Sequence[Token], head: Head) -> str:
    return " ".join(token.low for token in tokens[max(0, head.first - _LEAD) : head.first])


def _undertaken(tokens: Sequence[Token], head: Head, cues: Cues) -> bool:
    """Whether the group only promises or means what its last verb tells: "has offered to help", "meant to fire"."""
    group = tokens[head.first : head.end]
    return any(one.low in cues.manner.meaning and other.low in cues.wording.to for one, other in pairwise(group))


def _continues(tokens: Sequence[Token], head: Head, before: Head, cues: Cues) -> bool:
    """``will buy the yard and move the hulls``: a bare verb behind "and" is at the stage of the one before.

    One that is also a past form ("and set") is bare where the one before is to come.
    """
    token = tokens[head.first]
    joined = head.finite and head.end - head.first == 1 and head.first > 0 and tokens[head.first - 1].tag is Tag.COORDINATOR
    to_come = cues.future.search(before.text) or cues.possible.search(before.text)
    return joined and "B" in token.verb and ("D" not in token.verb or bool(to_come))


def _held_by(tokens: Sequence[Token], before: Head, head: Head, cues: Cues) -> bool:
    """Whether the clause of a negated or supposed verb holds it: "did not find the firm had paid", "if we knew that he left"."""
    if cues.negation.search(before.text) or _of_none(tokens, before, cues):
        opinion = not cues.manner.opinions.isdisjoint(before.text.split())
        between = tokens[before.end : head.start]
        near = opinion and len(between) <= _APART and not any(token.tag in _JOINTS for token in between)
        clause = _opens_clause(tokens, before, head, cues.wording) or _of_names(tokens, before.end, head.start)
        return near or clause or _of_evidence(tokens, before, head, cues)
    that = before.end < len(tokens) and tokens[before.end].low in cues.wording.that
    return that and any(token.low in cues.manner.conditional for token in tokens[max(0, before.start - 1) : before.start])


def _of_a_choice(tokens: Sequence[Token], head: Head, cues: Cues) -> bool:
    """Whether it is the second half of "whether to follow the ruling or overturn it"."""
    lows = [token.low for token in tokens[: head.first]]
    opening, parting = cues.manner.choice
    return head.subject is None and opening in lows and parting in lows[lows.index(opening) + _NESTED :]


def _behind_verb(tokens: Sequence[Token], heads: Sequence[Head], number: int) -> Sequence[Token]:
    """What stands between the verb and the next one, or the end of the clause."""
    head = heads[number]
    end = next((later.first for later in heads[number + 1 :] if later.finite), len(tokens))
    return tokens[head.end : max(head.end, next((k for k in range(head.end, end) if tokens[k].tag in _CLOSING), end))]


def supposed(tokens: Sequence[Token], heads: Sequence[Head], number: int, after: int, cues: Cues) -> bool:
    """Whether it is only possible, asked, wished, or stands under a condition. ``after`` is where its object begins."""
    return bool(cues.possible.search(heads[number].text)) or conditional(tokens, heads, number, after, cues)


def conditional(tokens: Sequence[Token], heads: Sequence[Head], number: int, after: int, cues: Cues) -> bool:
    """As ``supposed``, for another reason than that it is told as what can, may or should be."""
    head = heads[number]
    if tokens[-1].text in ASKING or cues.pending.search(head.text) or cues.presumed.search(head.text):
        return True  # "who would be expected to attend": he need not
    return (
        _in_another_clause(tokens, heads, number, cues)
        or _under_a_condition(tokens, heads, number, cues)
        or _left_open(tokens, heads, number, after, cues)
        or _only_wished(tokens, heads, number, cues)
    )


def _in_another_clause(tokens: Sequence[Token], heads: Sequence[Head], number: int, cues: Cues) -> bool:
    """Whether a verb before holds it, and does not tell it as so: "wants to ensure that nothing is removed"."""
    head, before = heads[number], heads[max(0, number - _NESTED) : number]
    if any(cues.aimed.search(other.text) and _opens_clause(tokens, other, head, cues.wording) for other in before):
        return True
    return head.finite and any(_held_by(tokens, other, head, cues) for other in before)


def _under_a_condition(tokens: Sequence[Token], heads: Sequence[Head], number: int, cues: Cues) -> bool:
    """Whether "if", "until", "whether ... or" and their like stand before it, or "nor", which turns about what is read as plain."""
    head, words = heads[number], cues.manner
    if _any_of(tokens[max(0, head.start - _NOR) : head.start], words.nor) or _of_a_choice(tokens, head, cues):
        return True
    later_maybe = any(not words.maybe.isdisjoint(later.text.split()) for later in heads[number + 1 :])
    if later_maybe and _any_of(tokens[: head.start], words.conditional):
        return True  # "if they marry where it is legal, they could be punished"
    if words.would and words.would in head.text and _any_of(tokens, words.unreal):
        return True
    return _any_of(tokens[max(0, head.start - 2) : head.start], words.under)


def _left_open(tokens: Sequence[Token], heads: Sequence[Head], number: int, after: int, cues: Cues) -> bool:
    """Whether what stands behind it leaves it open: "was found without signs of life", "will not be paid until Friday"."""
    head, words = heads[number], cues.manner
    if _any_of(tokens[after : after + _TAIL], words.without):
        return True
    negated = turning(tokens, head, after, cues) is not None
    if negated and _any_of(_behind_verb(tokens, heads, number), words.till | words.merely):
        return True  # "is not leaving solely because of the weather"
    follows = tokens[after].low if after < len(tokens) else ""
    return follows in words.asking or (negated and follows in words.questions) or (follows in words.unsettled and not negated)


def _only_wished(tokens: Sequence[Token], heads: Sequence[Head], number: int, cues: Cues) -> bool:
    """Whether somebody only asks for it: an infinitive behind "urged him", "wants"."""
    head, before = heads[number], heads[number - 1].text if number else ""
    return not head.finite and bool(cues.wished.search(_lead(tokens, head)) or cues.wished.search(before))


def _any_of(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return any(token.low in words for token in tokens)
