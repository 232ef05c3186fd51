"""Finds what one sentence denies and the other reports ("denied that the plant was sold", "the plant was sold").

A denial that only points at what it denies stands in ``denials_pointing_back``, one that shares a row with its report in
``denials_in_rows``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing_app.comparison.deeds import Deed, Nearness, common
from briefing_app.comparison.deeds.verbs import same_act
from briefing_app.comparison.disputes.against import Against
from briefing_app.comparison.stretches.sides import Side
from briefing_app.model.span import Span

_MET, _SHARE = 2, 0.65  # telling words of what is denied, and their share, that a report of it must hold
_DEED_SHARE = 0.4  # the same share when the denied deed itself is told


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
        if of_knowing(against, cue) and not (told and what and _same_verb(told, what)):
            continue
        if shared := _reported(against, cue, what, plain, told, near):
            yield _against_a_report(against, cue, what, plain, told, shared)


def of_knowing(side: Side, cue: Span) -> bool:
    """Whether it is only denied to have known it: "denied knowing of the payment" leaves the payment standing."""
    return side.cues.disputing.knowing.match(side.low, cue.end - side.span.start) is not None


def _reported(against: Side, cue: Span, what: Deed | None, plain: Side, told: Deed | None, near: Nearness) -> frozenset[str]:
    """The stems of what is denied (the deed ``what``) that a report (the deed ``told``) has too; none where they are not enough."""
    there = plain.telling if told is None or near is Nearness.ALIGNED else told.args | told.verbs | _asked(plain, told)
    content = denied_words(against, cue, what)
    shared = common(content, there)
    enough = len(shared) / max(1, len(content)) >= _least_share(what, told, near)
    return shared if enough and _enough_denied(plain, shared, what, told, near) else frozenset()


def _against_a_report(against: Side, cue: Span, what: Deed | None, plain: Side, told: Deed | None, shared: frozenset[str]) -> Against:
    words = _verb_at(against, cue)
    reported = ", ".join(dict.fromkeys(word.text for word in plain.words if word.stem in common(plain.telling, shared)))
    span = Span(cue.start, max(cue.end, what.reach.end if what else cue.end))
    why = f"“{words}” against a report of it ({reported})"
    return Against(span, told.span if told else plain.span, why, len(shared), words=(words, told.words if told else reported))


def _turned_about(side: Side, deed: Deed) -> bool:
    """Whether a word that turns round stands among the words of a plain deed: "has “never changed”"."""
    return any(span.overlap(deed.reach) for span in side.spans(side.cues.negation))


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
