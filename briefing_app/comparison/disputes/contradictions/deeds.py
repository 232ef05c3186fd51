"""Finds where one source says that something is so and another that it is not: a deed turned round, its opposite, or a denial of it.

The deed must be the same: verb, doer and thing (``matching``). What is planned stands against plans only, what was done against what was
done. What stands under a condition, is asked or is only possible contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from briefing_app.comparison.deeds import Deed, Nearness, common, matched, parted, told_alike
from briefing_app.comparison.deeds.verbs import found_by, opposite_deed, opposite_deeds, same_act, sought_by
from briefing_app.comparison.disputes.against import Against, comparable, ended, of_others, on_other_days, other_particle, verbs_apart
from briefing_app.comparison.disputes.contradictions.turnabouts import doer_denied, only_beside, turnabouts, turned_by_both
from briefing_app.comparison.disputes.rules import Keys
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.findings import NameKind
from briefing_app.model.span import Span

_MET, _SHARE = 2, 0.65  # telling words of what is denied, and their share, that a report of it must hold
_DEED_SHARE = 0.4  # the same share when the denied deed itself is told
_OPPOSED = 3  # things in common of two opposite deeds


def contradictions(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """Every contradiction between two whole sentences; of near ones less is asked."""
    yield from turned_round(a, b, near)
    yield from opposed(a, b, near)
    yield from turnabouts(a, b, near)
    yield from denied(a, b, near)


def seeks_turned(side: Side) -> Keys:
    """The verbs of the deeds that the sentence turns round, and those of the same deeds."""
    return frozenset().union(*(sought_by(verb) for deed in side.turned_deeds if not deed.frame for verb in deed.acts))


def offers_plain(side: Side) -> Keys:
    """The verbs of the deeds that the sentence tells as they are."""
    return frozenset().union(*(found_by(verb) for deed in side.plain_deeds if not deed.frame for verb in deed.acts))


def turned_round(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """``did not sell the plant`` against ``sold the plant``."""
    if not a.turned_deeds and not b.turned_deeds:
        return
    for x, y in (*product(a.turned_deeds, b.plain_deeds), *product(a.plain_deeds, b.turned_deeds)):
        if told_alike(x, y) is None or not comparable(x, y):
            continue
        plain = b if x.turned else a
        told = y if x.turned else x
        if plain.met(plain.cues.undecided) or not told.asserted or _scarce(plain, told) or only_beside(plain, told):
            continue
        if (x if x.turned else y).aside or turned_by_both(x, y, a, b) or doer_denied(plain, *((x, y) if x.turned else (y, x))):
            continue  # "parents who are not citizens"
        if other_particle(a, x, b, y):
            continue  # "will not stand by", "will stand up"
        if not on_other_days(a, x, b, y) and (found := matched(x, y, near)):
            yield verbs_apart(x, y, len(found.shared))


def _turned_about(side: Side, deed: Deed) -> bool:
    """Whether a word that turns round stands among the words of a plain deed: "has “never changed”"."""
    return any(span.overlap(deed.reach) for span in side.spans(side.cues.negation))


def _scarce(side: Side, deed: Deed) -> bool:
    """Whether a plain deed is nearly turned round itself: "had little effect"."""
    return any(deed.reach.overlap(span) for span in side.spans(side.cues.scarce))


def seeks_opposite(side: Side) -> Keys:
    """The opposites of the deeds of the sentence."""
    return frozenset().union(*(opposite_deeds(verb) for deed in side.with_opposite for verb in _full(deed)))


def offers_opposite(side: Side) -> Keys:
    """The verbs of the deeds of the sentence that have an opposite."""
    return frozenset(verb for deed in side.with_opposite for verb in _full(deed))


def opposed(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """``will stay open`` against ``will be shut``."""
    for x, y in product(a.with_opposite, b.with_opposite):
        if not any(opposite_deed(one, other) for one in _full(x) for other in _full(y)) or not comparable(x, y):
            continue
        if _restricts(a, x) or _restricts(b, y) or of_others(a, x, b, y) or on_other_days(a, x, b, y) or _done_to_others(a, x, b, y):
            continue
        shared = common(x.args, y.args)
        if ended(a, x) or ended(b, y):
            continue
        whole = 0 < len(shared) == min(len(x.args), len(y.args))  # "all hostages survived", "three hostages died"
        enough = (
            len(shared) >= _OPPOSED
            or _states_of_one(x, y)
            or (near and (whole or len(shared) >= _MET))
            or (near is Nearness.ALIGNED and _of_one_named(a, x, y))
        )
        crossed = _moved(x, y) or _moved(y, x)
        who = crossed or ((not x.doer or not y.doer or common(x.doer, y.doer)) and not _dismissed(a, x, y) and not _dismissed(a, y, x))
        if enough and who and 2 * len(shared) >= min(len(x.args), len(y.args)):
            yield verbs_apart(x, y, len(shared))


def _states_of_one(x: Deed, y: Deed) -> bool:
    """``the drug is safe`` against ``the drug is dangerous``: all that both tell of one thing."""
    return not x.verbal and not y.verbal and bool(x.doer) and x.doer == y.doer and x.thing | x.rest == y.thing | y.rest


def _dismissed(side: Side, x: Deed, y: Deed) -> bool:
    """Whether one left and another was made to leave: it must be the same who did."""
    return not x.verbs.isdisjoint(side.cues.acts.leaving) and not y.verbs.isdisjoint(side.cues.acts.dismissing)


def _of_one_named(a: Side, x: Deed, y: Deed) -> bool:
    """Whether a person named takes part in both, or nothing parts them: "Holm stepped down on her own", "Holm was sacked"."""
    shared = common(x.args, y.args)
    persons = [name.span for name in a.unit.names if name.kind is NameKind.PERSON]
    if any(word.stem in shared and any(span.holds(word.span) for span in persons) for word in a.words):
        return not x.thing or not y.thing or bool(common(x.thing, y.thing))
    return bool(shared & a.named) and (x.args <= shared or y.args <= shared)


def _restricts(side: Side, deed: Deed) -> bool:
    """Whether it only says which one is meant ("parents who are citizens"), not more of somebody named ("Weber, who was unarmed")."""
    return deed.aside and not any(word.name and word.stem in deed.doer | deed.thing for word in side.words)


def _done_to_others(a: Side, x: Deed, b: Side, y: Deed) -> bool:
    """Whether both are done to somebody named and not to the same, or are else of other names.

    "The club fired Weber", "the club hired Brandt"; "fired by the Reds", "hired by the Blues".
    """
    mine, other = a.named, b.named
    shared = common(mine & x.args, other & y.args)
    things, beside = (mine & x.thing, other & y.thing), ((mine & x.args) - shared, (other & y.args) - shared)
    return parted(*things) or parted(*beside)


def _full(deed: Deed) -> frozenset[str]:
    """Its verbs; with a particle only as that ("dropped out" is no dropping)."""
    phrasal = frozenset(verb for verb in deed.verbs if "_" in verb)
    return phrasal or deed.verbs


def _moved(x: Deed, y: Deed) -> bool:
    """``hull building will stay`` against ``the group will move hull building``: what does the one is the thing of the other."""
    return not x.thing and bool(common(x.doer, y.thing | y.rest))


def denies(side: Side) -> bool:
    """Whether the sentence denies something."""
    return bool(side.met(side.cues.denial))


def denied(a: Side, b: Side, near: Nearness) -> Iterator[Against]:
    """What one of two sentences denies and the other reports."""
    for against, plain, swapped in ((a, b, False), (b, a, True)):
        for found in _denied(against, plain, near):
            yield found.exchanged() if swapped else found


def _denied(against: Side, plain: Side, near: Nearness) -> Iterator[Against]:
    """A verb of denying on one side, a report on the other of what is denied."""
    if not denies(against) or denies(plain) or plain.met(plain.cues.undecided) or plain.asks:
        return
    for cue in against.spans(against.cues.denial):
        if against.cues.mere.match(against.low, cue.end - against.span.start):
            continue  # "denied the charge": what it was stands elsewhere
        what = denied_deed(against, cue)
        if what and any(deed.turned and _same_verb(deed, what) for deed in plain.deeds):
            continue
        told = next((deed for deed in plain.deeds if not deed.turned and _tells(deed, what)), None) if what else None
        if told is not None and _turned_about(plain, told):
            continue
        there = plain.telling if told is None or near is Nearness.ALIGNED else told.args | told.verbs | _asked(plain, told)
        content = denied_words(against, cue, what)
        shared = common(content, there)
        share = len(shared) / max(1, len(content))
        if share >= _least_share(what, told, near) and _enough_denied(plain, shared, what, told, near):
            words = _verb_at(against, cue)
            reported = ", ".join(dict.fromkeys(word.text for word in plain.words if word.stem in common(plain.telling, shared)))
            span = Span(cue.start, max(cue.end, what.reach.end if what else cue.end))
            why = f"“{words}” against a report of it ({reported})"
            yield Against(span, told.span if told else plain.span, why, len(shared), words=(words, told.words if told else reported))


def _least_share(what: Deed | None, told: Deed | None, near: Nearness) -> float:
    """The share of the denied words that the report must hold; less where it tells the denied deed (``what``) itself."""
    by_deed = told and what and (near is Nearness.ALIGNED or _same_verb(told, what))
    return _DEED_SHARE if by_deed else _SHARE


def _enough_denied(plain: Side, shared: frozenset[str], what: Deed | None, told: Deed | None, near: Nearness) -> bool:
    """Whether a report has enough of what is denied in common with the denial, and not by chance."""
    if len(shared) < _MET or (told is None and what is not None):
        return False
    if told is None and len(shared) <= _MET and not common(plain.named, shared):
        return False  # two plain words meet in anything
    return bool(near or len(shared) > _MET) and not _hypothetical(plain, shared)


def denied_deed(side: Side, cue: Span) -> Deed | None:
    """The first deed behind a verb of denying; the last one before what is called false ("reports that it was sold are untrue")."""
    deeds = [deed for deed in side.deeds if deed.verbs and not deed.verbs & side.cues.acts.passed_on]
    behind = next((deed for deed in deeds if deed.span.end > cue.end), None)
    if behind is not None or side.low[cue.start - side.span.start :].startswith(side.cues.acts.denying):
        return behind
    return next((deed for deed in reversed(deeds) if deed.span.end <= cue.start), None)


def _asked(side: Side, deed: Deed) -> frozenset[str]:
    """The telling stems behind a verb of asking: what is asked stands in a clause of its own ("requested that he end it")."""
    if deed.verbs.isdisjoint(side.cues.acts.asking):
        return frozenset()
    return frozenset(word.stem for word in side.words if not word.stop and word.span.start >= deed.span.end)


def _verb_at(side: Side, cue: Span) -> str:
    """The verb group that holds a cue, as printed; the cue alone when it is no verb ("no truth")."""
    found = next((deed.words for deed in side.deeds if deed.span.overlap(cue)), "")
    return found or side.printed(cue)


def _tells(told: Deed, denied: Deed) -> bool:
    """Whether a deed, or a noun that takes part in it, is the denied one."""
    return not told.supposed and (_same_verb(told, denied) or bool(common(denied.verbs, told.args)))


def _same_verb(told: Deed, denied: Deed) -> bool:
    return any(same_act(one, other) for one in denied.verbs for other in told.verbs)


def _hypothetical(side: Side, shared: frozenset[str]) -> bool:
    """Whether what is shared stands there as a possibility only ("for any role in the attacks")."""
    suspected = any(word.low in side.cues.acts.suspected for word in side.words)
    return suspected or any(before.low in side.cues.acts.hypothetical and word.stem in shared for before, word in pairwise(side.words))


def denied_words(side: Side, cue: Span, denied: Deed | None) -> frozenset[str]:
    """The telling stems of what is denied: behind the cue as far as the denied deed, its clause or the words given reach.

    Those before it when nothing is left behind ("the reports are false").
    """
    told = next((one for one in side.unit.attributions if one.cue and one.cue.overlap(cue)), None)
    clause = next((span for span in side.unit.sentence.clauses if span.holds(cue)), side.span)
    end = denied.reach.end if denied and denied.span.start >= cue.end else told.span.end if told else clause.end
    frames = [span for one in side.unit.attributions for span in (one.mention, one.cue) if span and not span.overlap(cue)]
    words = [word for word in side.words if not word.stop and not any(span.holds(word.span) for span in frames)]
    after = frozenset(word.stem for word in words if cue.end <= word.span.start < end)
    if len(after) >= _MET or side.low[cue.start - side.span.start :].startswith(side.cues.acts.denying):
        return after
    return frozenset(word.stem for word in words if word.span.end <= cue.start)
