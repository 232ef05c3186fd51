"""Frames around a say-verb: who stands before or after it, and on which side the words told stand."""

from __future__ import annotations

from briefing_app.language.citing import cites, citing_frame, past_citing
from briefing_app.language.frames import Form, Frame, after_start, content_bounds, cue_start, quote_in, span_of
from briefing_app.language.lines import Line
from briefing_app.language.pack import LangPack
from briefing_app.language.participles import coordinated_frame, participle_frame
from briefing_app.language.passives import bracket_passive, passive_frame
from briefing_app.language.phrases import Range, is_day_word, phrase_ending, phrase_starting, subject_before, with_apposition
from briefing_app.language.syntax import NOMINAL, Tag, Token, clausal, finite_at, has_finite
from briefing_app.language.words import listed

_AFTER_VERB = frozenset(
    {Tag.RELATIVE, Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.QUOTE, Tag.ADVERB, Tag.NUMBER, Tag.SUBORDINATOR, Tag.COLON}
)


_BEFORE_VERB = frozenset({Tag.PRONOUN, Tag.RELATIVE, Tag.AUXILIARY, Tag.MODAL, Tag.QUOTE, Tag.COMMA})


_ADJECTIVAL = ("ory", "ous", "ful", "less", "able", "ible")  # "derogatory comments": no verb, and hardly ever a teller before one


_LONGEST_AS = 7  # words of "As the paper that broke the story"


_WRITERS = frozenset(["i", "we", "you"])


_SILENT = frozenset(["decline", "refuse"])


_CHARGES = frozenset(["charge", "charges", "view", "idea", "figure", "number", "toll"])


_DATIVE = frozenset(["dem", "einem", "diesem", "ihm", "ihnen"])


_FRONT = 3  # words of "Am Montag", before which no subject can stand


_ANSWERS = frozenset(["comment", "respond", "reply", "answer"])


_PERFECT = listed("has have had having hasn't haven't hadn't hat haben hatte a ont avait 've")


_INVERTED = ("a-t-", "ont-", "avait-", "avaient-")  # "a-t-elle ajouté"


_HAVE = frozenset(["hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"])


_ENDS_FRAME = frozenset({Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.QUOTE})


def verb_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """The frame of the say-verb at ``index``, None when the form is a noun, a passive, the writer's own, or nobody's."""
    tokens, token = line.tokens, line.tokens[index]
    if cites(tokens, index, lemma, pack, earlier):
        return citing_frame(line, number, index, pack, earlier)
    if bracket := bracket_passive(line, number, index, lemma, pack):
        return bracket
    if token.tag is Tag.ING or (token.verb == "G" and token.tag is Tag.NAME and index <= 1):
        return participle_frame(line, number, index, lemma, pack, earlier)
    if token.low in pack.speech.nouns_too and token.tag is Tag.FINITE and not _verb_like(tokens, index, pack):
        return None
    if token.tag is Tag.BASE and (lead := _lead_to(tokens, index, pack)) is not None:
        return _silent(_led_frame(line, number, (lead, index), lemma, pack), tokens, pack)
    if token.tag is Tag.PARTICIPLE and (passive := passive_frame(line, number, index, lemma, pack)):
        return passive
    if _leads_on(tokens, index, lemma, pack):
        return None
    if token.tag is Tag.PARTICIPLE and (bracket := _bracket_frame(line, number, index, lemma, pack)):
        return bracket
    after_modal = token.tag is Tag.BASE and _after_modal(tokens, index)
    perfect = token.tag is Tag.PARTICIPLE and _perfect(tokens, index)
    if not (token.tag is Tag.FINITE or perfect or after_modal or _inverted_word(tokens, index)):
        return None
    frame = _active_frame(line, number, index, lemma, pack, earlier)
    return _guarded(frame, tokens, after_modal, pack) if frame is not None else None


def _leads_on(tokens: list[Token], index: int, lemma: str, pack: LangPack) -> bool:
    """``declined to | say``, where the verb behind has the frame, and verbs that tell nothing with the word behind ("call for")."""
    behind = [token.low for token in tokens[index + 1 : index + 3]]
    leads = tokens[index].low in pack.speech.leads and len(behind) > 1 and behind[0] == "to" and behind[1] in pack.speech.verbs()
    return leads or (lemma, behind[0] if behind else "") in pack.speech.silent


def _active_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack, earlier: list[Frame]) -> Frame | None:
    """``Weber said``, ``said Weber``, ``and said``: the frame by where its teller stands; None for the writer's own and for nobody's."""
    tokens = line.tokens
    teller, inverted = _teller(tokens, index, pack)
    teller = teller if inverted else past_citing(tokens, index, teller, earlier)
    first = cue_start(tokens, index)
    if teller is None:
        frame = coordinated_frame(line, number, index, first, lemma, pack, earlier)
        if frame is None and lemma == "call" and _names_somebody(tokens, index):
            return Frame(number, (first, index + 1), lemma, Form.FINITE, None, span_of(tokens, index + 1, len(tokens)))
        return frame
    if tokens[teller[0]].low in _WRITERS and teller[1] - teller[0] == 1:
        return None
    return _placed_frame(line, number, (first, index + 1), lemma, teller, inverted, pack)


def _guarded(frame: Frame, tokens: list[Token], after_modal: bool, pack: LangPack) -> Frame | None:
    """The frame as far as it tells something: not what may be said one day, and of weak verbs only clauses and what papers show."""
    if after_modal and (frame.before or clausal(tokens, frame.content.start)) and not _refused(tokens, frame.cue):
        return None
    weak = frame.lemma in pack.speech.weak_verbs
    frame.guarded = after_modal or weak
    _silent(frame, tokens, pack)
    asks_clause = (weak or frame.lemma in pack.speech.worded) and not frame.before
    if asks_clause and not clausal(tokens, frame.content.start) and not _document(tokens, frame, pack):
        return None
    return frame


def _silent(frame: Frame | None, tokens: list[Token], pack: LangPack) -> Frame | None:
    """``declined to comment on the fire | , which hurt 12``: who says nothing tells nothing of what stands behind his clause."""
    if frame is None or frame.before or not _says_nothing(tokens, frame.cue, pack):
        return frame
    first = next((i for i, token in enumerate(tokens) if token.start >= frame.content.start), len(tokens))
    if frame.lemma in _ANSWERS:
        first = frame.cue[1]
    end = next((i for i in range(first, len(tokens)) if _ends_silence(tokens, i)), len(tokens))
    if frame.lemma in _ANSWERS or frame.lemma in _SILENT:
        end = min(end, _clause_end(tokens, frame.cue[0], frame.cue[1]))
        said = any(token.text[0].isalnum() for token in tokens[first:end])
        frame.content = span_of(tokens, first, end) if said else span_of(tokens, *frame.cue)
        frame.silent = frame.lemma in _ANSWERS
    return frame


def _says_nothing(tokens: list[Token], cue: Range, pack: LangPack) -> bool:
    """``declined to comment``, ``did not respond``, ``declined to be named``."""
    declined = any(pack.speech.verbs().get(token.low) in _SILENT for token in tokens[cue[0] : cue[1]])
    return declined or any(token.low in ("not", "never") or token.low.endswith("n't") for token in tokens[cue[0] : cue[1]])


def _ends_silence(tokens: list[Token], index: int) -> bool:
    if tokens[index].tag in (Tag.COMMA, Tag.SEMICOLON, Tag.DASH):
        return True
    return tokens[index].tag is Tag.RELATIVE or (tokens[index].low in ("when", "after", "but") and index > 0)


def _refused(tokens: list[Token], cue: Range) -> bool:
    """``would not say``, ``didn't say``: what is only to come or possible ("could say that it leaves") is not told yet."""
    return any(token.low in ("not", "never", "did", "does", "do") or token.low.endswith("n't") for token in tokens[cue[0] : cue[1]])


def _document(tokens: list[Token], frame: Frame, pack: LangPack) -> bool:
    """``The poll shows a lead``: what polls and reports show they tell."""
    return frame.teller is not None and any(token.low in pack.speech.documents for token in tokens[frame.teller[0] : frame.teller[1]])


def _verb_like(tokens: list[Token], index: int, pack: LangPack) -> bool:
    """Whether a form that is a noun too ("reports", "claims") is followed like a verb; after a name or a pronoun it always is one."""
    before = cue_start(tokens, index)
    previous = tokens[before - 1] if before else None
    if previous is not None and (previous.tag in _BEFORE_VERB or previous.low in ("and", "to")):
        return True
    if previous is not None and previous.tag is Tag.WORD and previous.low.endswith(_ADJECTIVAL):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.tag is Tag.COMMA and _as_opens(tokens, before, pack):
        return True
    after_name = previous is not None and previous.tag is Tag.NAME
    if following is None or following.tag is Tag.STOP:
        return after_name or (
            previous is not None and (previous.low in pack.speech.people_nouns or previous.low in ("media", "report", "reports"))
        )
    return following.tag in _AFTER_VERB or (after_name and following.low in ("out", "to", "for"))


def _as_opens(tokens: list[Token], verb: int, pack: LangPack) -> bool:
    """``As NPA | reports, it is weak``: the sentence opens with "as" and a subject."""
    return 1 < verb <= _LONGEST_AS and tokens[0].low in pack.speech.as_told and phrase_starting(tokens, 1, pack) is not None


def _lead_to(tokens: list[Token], index: int, pack: LangPack) -> int | None:
    """``went on to say``, ``declined to comment``: the token of the verb that leads to the one at ``index``."""
    if index < 2 or tokens[index - 1].low != "to":
        return None
    return next((i for i in (index - 2, index - 3) if i >= 0 and tokens[i].low in pack.speech.leads), None)


def _led_frame(line: Line, number: int, cue: Range, lemma: str, pack: LangPack) -> Frame | None:
    tokens = line.tokens
    teller = subject_before(tokens, cue[0], pack)
    after = after_start(tokens, cue[1] + 1, lemma, pack)
    if teller is None:
        return None
    first = cue_start(tokens, cue[0])
    end = _clause_end(tokens, first, cue[1] + 1)
    if any(token.text[0].isalnum() for token in tokens[after:end]):
        content = span_of(tokens, after, end)
    elif pack.speech.verbs().get(tokens[cue[0]].low) in _SILENT:
        content = span_of(tokens, first, cue[1] + 1)
    else:
        content = line.span
    return Frame(number, (first, cue[1] + 1), lemma, Form.FINITE, teller, content)


def _clause_end(tokens: list[Token], first: int, index: int) -> int:
    """Where the clause with the verb at ``first`` ends: that of "who declined to comment" at the comma or verb behind."""
    if first == 0 or tokens[first - 1].tag is not Tag.RELATIVE:
        return len(tokens)
    return next((i for i in range(index, len(tokens)) if tokens[i].tag is Tag.COMMA or finite_at(tokens, i)), len(tokens))


def _inverted_word(tokens: list[Token], index: int) -> bool:
    """``," says Okafor``: the tagger sees no subject before it."""
    token = tokens[index]
    return (
        index > 0
        and tokens[index - 1].tag in (Tag.QUOTE, Tag.COMMA)
        and bool(set("DZ") & set(token.verb))
        and index + 1 < len(tokens)
        and tokens[index + 1].tag in NOMINAL | {Tag.DETERMINER}
    )


def _perfect(tokens: list[Token], index: int) -> bool:
    """``has said``, ``had not said``; passives ("was told", "been asked") are no telling."""
    i = index - 1
    while i >= 0 and tokens[i].tag is Tag.ADVERB:
        i -= 1
    return i >= 0 and (tokens[i].low in _PERFECT or tokens[i].text.lower().startswith(_INVERTED))


def _bracket_frame(line: Line, number: int, index: int, lemma: str, pack: LangPack) -> Frame | None:
    """``Keller hat den Vorwurf bestritten``: in German the words told stand between the auxiliary and the participle."""
    if pack.code != "de":
        return None
    tokens = line.tokens
    have = index - 1
    while have > 0 and tokens[have].tag not in (Tag.COMMA, Tag.QUOTE, Tag.STOP) and tokens[have].low not in _HAVE:
        have -= 1
    if not 0 < have < index - 1 or tokens[have].low not in _HAVE:
        return None
    teller = subject_before(tokens, have, pack)
    first = have + 1
    if teller is not None and _fronted(tokens, teller, pack):
        teller = phrase_starting(tokens, have + 1, pack)
        first = teller[1] if teller else first
    if teller is None or first >= index:
        return None
    return Frame(number, (index, index + 1), lemma, Form.FINITE, teller, span_of(tokens, first, index))


def _fronted(tokens: list[Token], phrase: Range, pack: LangPack) -> bool:
    """``Nach der Sitzung | sagte Keller``, ``Dem Kurier | sagte Keller``: what stands before a German verb is not always its subject."""
    if pack.code == "de" and tokens[phrase[0]].low in _DATIVE:
        return True
    if pack.code != "de" or phrase[0] == 0 or tokens[phrase[0] - 1].tag is not Tag.PREPOSITION:
        return False
    told_by = tokens[0].low in pack.speech.as_told and tokens[phrase[0] - 1].low in pack.speech.agents  # "Wie von der Polizei bestätigt"
    return not told_by


def _after_modal(tokens: list[Token], index: int) -> bool:
    i = index - 1
    while i >= 0 and tokens[i].tag is Tag.ADVERB:
        i -= 1
    return i >= 0 and (tokens[i].tag is Tag.MODAL or tokens[i].low in ("did", "does", "do", "didn't", "doesn't", "don't"))


def _teller(tokens: list[Token], index: int, pack: LangPack) -> tuple[Range | None, bool]:
    """The phrase that names who says it, and whether it stands after the verb."""
    start = cue_start(tokens, index)
    previous = tokens[start - 1] if start else None
    if previous is not None and previous.tag in (Tag.COMMA, Tag.QUOTE, Tag.DASH, Tag.STOP) and index + 1 < len(tokens):
        quoted_before = previous.tag is Tag.QUOTE or any(token.tag is Tag.QUOTE for token in tokens[max(0, start - 2) : start])
        candidate = phrase_starting(tokens, _past_listener(tokens, index + 1, pack), pack)
        quotative = pack.speech.verbs().get(tokens[index].low) in pack.speech.quotative
        if candidate is not None and (quoted_before or (quotative and _inversion_ends(tokens, candidate[1], pack))):
            first = tokens[candidate[0]]
            if (
                quoted_before
                or first.tag in (Tag.NAME, Tag.DETERMINER, Tag.NUMBER)
                or (first.tag is Tag.WORD and candidate[1] - candidate[0] <= 6)
                or first.tag is Tag.PRONOUN
            ):
                aside = subject_before(tokens, index, pack) if not quoted_before else None
                if aside is None:
                    return with_apposition(tokens, candidate), True
    subject = subject_before(tokens, index, pack)
    if _fronted(tokens, subject, pack) if subject else pack.code == "de" and index and start <= _FRONT:
        behind = phrase_starting(tokens, index + 1, pack)
        return (with_apposition(tokens, behind), True) if behind else (None, False)
    return subject, False


def _past_listener(tokens: list[Token], index: int, pack: LangPack) -> int:
    """``a indiqué | à l'AFP | une source``: who was told may stand between the verb and who told."""
    if pack.code != "fr" or tokens[index].low not in ("à", "au", "aux"):
        return index
    elided = index + 2 < len(tokens) and tokens[index + 1].low.startswith("l'")
    listener = (index + 1, index + 2) if elided else phrase_starting(tokens, index + 1, pack)
    return listener[1] if listener and listener[1] < len(tokens) else index


def _inversion_ends(tokens: list[Token], end: int, pack: LangPack) -> bool:
    if end >= len(tokens):
        return True
    token = tokens[end]
    if token.tag is Tag.COORDINATOR and pack.code != "en":
        return True  # ", ergänzte die Familie und bat darum"
    return token.tag in (Tag.COMMA, Tag.STOP, Tag.DASH, Tag.QUOTE, Tag.SEMICOLON, Tag.PREPOSITION, Tag.RELATIVE) or is_day_word(token, pack)


def _placed_frame(line: Line, number: int, cue: Range, lemma: str, teller: Range, inverted: bool, pack: LangPack) -> Frame | None:
    """Decide whether the words told stand before or after the cue."""
    tokens = line.tokens
    left = min(teller[0], cue[0])
    right = max(teller[1] if inverted else 0, cue[1])
    left = _behind_quote(tokens, left)
    start, stop = content_bounds(tokens, left)
    after = after_start(tokens, right, lemma, pack)
    if left > 0 and tokens[left - 1].low in pack.speech.as_told and cue[1] >= len(tokens) - 1 and stop > start + 1:
        return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, start, left - 1), True)
    before = _told_before(tokens, start, stop, left, right, inverted) and not _called(tokens, start, right, lemma)
    following = has_finite(tokens, after, len(tokens)) or quote_in(tokens, after, len(tokens))
    ends = right >= len(tokens) or tokens[right].tag in _ENDS_FRAME or is_day_word(tokens[right], pack)
    circumstance = right < len(tokens) and tokens[right].tag in (Tag.SUBORDINATOR, Tag.ADVERB) and tokens[stop - 1].tag is Tag.QUOTE
    if before and (inverted or ends or circumstance or not following) and not (right < len(tokens) and tokens[right].tag is Tag.RELATIVE):
        joined = right < len(tokens) and _goes_on(tokens, right, quote_in(tokens, start, stop))
        return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, start, len(tokens) if joined else stop), True)
    if any(token.text[0].isalnum() for token in tokens[after:]):
        form = Form.ACCORDING if left == 1 and tokens[0].low in pack.speech.as_told else Form.FINITE  # "As NPA reported, it is weak"
        return Frame(number, cue, lemma, form, teller, span_of(tokens, after, len(tokens)))
    if tokens[-1].tag is Tag.COLON:
        return Frame(number, cue, lemma, Form.FINITE, teller, line.span)
    if charge := _charge_before(tokens, left, pack):
        return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, *charge), True)
    return Frame(number, cue, lemma, Form.FINITE, teller, span_of(tokens, start, stop), True) if before else None


def _charge_before(tokens: list[Token], left: int, pack: LangPack) -> Range | None:
    """``It spies, a charge | that Okafor has rejected``: the noun that "that" takes up, with the clause that it sums up."""
    relative = left > 1 and tokens[left - 1].low in ("that", "which") and tokens[left - 2].low in pack.speech.told_nouns | _CHARGES
    phrase = phrase_ending(tokens, left - 2, pack) if relative else None
    if phrase is None:
        return None
    start = phrase[0]
    sums_up = start > 1 and tokens[start - 1].tag in (Tag.COMMA, Tag.DASH) and has_finite(tokens, 0, start)
    return content_bounds(tokens, start) if sums_up else phrase


def _names_somebody(tokens: list[Token], index: int) -> bool:
    """``Calls people "losers"``: a line of a list, whose subject stands above it."""
    quote = next((i for i in range(index + 1, min(len(tokens), index + 6)) if tokens[i].tag is Tag.QUOTE), None)
    return quote is not None and not has_finite(tokens, index + 1, quote)


def _called(tokens: list[Token], start: int, right: int, lemma: str) -> bool:
    """``which Okafor called "a disgrace"``: what is quoted right behind the verb are the words, not what stands before."""
    return lemma == "call" and right < len(tokens) and tokens[right].tag is Tag.QUOTE and not quote_in(tokens, start, right)


def _behind_quote(tokens: list[Token], left: int) -> int:
    """``"So," the mayor, Ada Okafor, said``: the role before the name belongs to the frame, not to the words."""
    for i in range(left - 1, max(-1, left - 9), -1):
        if tokens[i].tag is Tag.QUOTE:
            plain = left - i == 2 or not has_finite(tokens, i + 1, left)  # "So," | retired general Ada Okafor said
            return i + 1 if tokens[i].text not in ("'", "’", "“", "«", "„") and plain else left
    return left


def _told_before(tokens: list[Token], start: int, stop: int, left: int, right: int, inverted: bool) -> bool:
    """Whether what stands before the frame can be its words, and is no mere "On Monday," or "When he came,"."""
    if stop <= start:
        return False
    if tokens[stop - 1].tag is Tag.QUOTE:
        return True
    if stop >= left or not (inverted or has_finite(tokens, start, stop) or quote_in(tokens, start, stop)):
        return False
    fronted = tokens[start].tag in (Tag.SUBORDINATOR, Tag.PREPOSITION) and not quote_in(tokens, start, stop)
    nothing_after = not any(token.text[0].isalnum() for token in tokens[right:])
    return not fronted or nothing_after


def _goes_on(tokens: list[Token], right: int, quoted: bool) -> bool:
    """``It was, she said, "a stone"``; ``"So," he said, "we go"``: the words go on after the cue."""
    if tokens[right].tag is Tag.QUOTE:
        return quoted
    following = tokens[right + 1] if right + 1 < len(tokens) else None
    if tokens[right].tag is not Tag.COMMA or following is None:
        return False
    if following.tag is Tag.QUOTE or (following.low == "and" and right + 2 < len(tokens) and tokens[right + 2].tag is Tag.QUOTE):
        return True
    return not quoted and following.tag in (Tag.AUXILIARY, Tag.MODAL, Tag.FINITE)
