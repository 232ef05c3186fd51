"""What happened to people that a number counts: dead, hurt, missing, held; hides where the word stands that tells it.

"34 were hurt", "injuring 34", "34 people had been treated", "the number of injured rose to 34" count the same, once for the whole event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing_app.language.syntax import Tag, Token
from briefing_app.language.words import listed, stem

_OUTCOMES = {
    word: outcome
    for outcome, words in (
        ("dead", "dead died die dies killed kill kills killing slain perished death deaths fatality fatalities bodies corpses drowned"),
        ("hurt", "hurt injured injure injures injuring injury injuries wounded wounds wounding treated hospitalised hospitalized"),
        ("hurt", "shot struck stabbed"),
        ("missing", "missing unaccounted"),
        ("held", "arrested detained captured arrests arresting detaining"),
        ("moved", "evacuated displaced homeless evacuees"),
        ("infected", "infected infections cases"),
        (
            "crowd",
            "marched marchers marching rallied gathered demonstrated protested protesters protestors demonstrators attended crowd",
        ),
    )
    for word in words.split()
}
_GERMAN = {
    word: outcome
    for outcome, words in (
        ("dead", "tot tote toten toter getötet gestorben starben starb todesopfer leichen"),
        ("hurt", "verletzt verletzte verletzten verletzter verwundet verwundete verwundeten"),
        ("missing", "vermisst vermisste vermissten"),
        ("held", "festgenommen festnahmen verhaftet festgenommene"),
        ("infected", "infiziert infizierte infizierten infektionen"),
    )
    for word in words.split()
}
_FRENCH = {
    word: outcome
    for outcome, words in (
        ("dead", "mort morts morte mortes tué tués tuée tuées décédé décédés décédées décès"),
        ("hurt", "blessé blessés blessée blessées"),
        ("missing", "disparu disparus disparue disparues"),
        ("held", "arrêté arrêtés arrêtée arrêtées interpellé interpellés interpellées arrestations interpellations"),
        ("infected", "infecté infectés infectée infectées contaminés contaminées"),
    )
    for word in words.split()
}
_IN = {"en": _OUTCOMES, "de": _GERMAN, "fr": _FRENCH}


def _told_by(language: str) -> Mapping[str, str]:
    """What happened, by the words of a language that tell it."""
    return _IN.get(language.split("-")[0], {})


_SICK = (
    "infect",
    "virus",
    "covid",
    "flu",
    "fever",
    "ebola",
    "disease",
    "outbreak",
    "measles",
    "cholera",
    "patient",
    "confirmed",
    "health",
    "kranken",
)
_CROWD = "crowd"

OUTCOMES = frozenset(_OUTCOMES.values()) | {"magnitude", "turnout", "aboard"}
"""The kinds of counts that an article gives once for the whole event."""

_PEOPLE = listed(
    """
    people person persons passenger passengers victim victims other others men women resident residents lives life villager villagers
    spectator spectators fan fans participant participants supporter supporters
    civilian civilians inhabitant inhabitants local locals activist activists patient patients
    more new further confirmed additional total another many several
    """
)
_LEUTE = listed("menschen personen leute passagiere fahrgäste opfer männer frauen weitere")
_GENS = listed("personnes personne gens passagers victimes hommes femmes autres")
ANYBODY = frozenset(
    stem(word, stemmer)
    for stemmer, words in (("english", {*_PEOPLE, *_OUTCOMES}), ("german", {*_LEUTE, *_GERMAN}), ("french", {*_GENS, *_FRENCH}))
    for word in words
)
"""Stems that do not tell which people are counted."""

_MASSES, _TOTALS, _MOST_OF = listed("crowd crowds attendance audience front"), listed("total toll number maximum"), 2
_TURNING_UP = frozenset({("took", "part"), ("taken", "part"), ("taking", "part"), ("turned", "out"), ("turned", "up")})
_BROUGHT, _ANYONE = listed("taken brought rushed airlifted flown admitted"), listed("people passengers")
_HITTING = listed("shooting striking stabbing")  # before a number; "three striking workers" are not hurt
_HIT, _LETHAL = listed("shot stabbed"), listed("dead killed death")  # "were shot and killed" tells of the dead
_BESIDES = listed("more others")  # behind a number: "12 more were hurt"
_ABOARD = frozenset({"on board", "aboard", "were aboard", "and crew", "and crewmembers"})
_BASE_LEADS = listed("of between per")
_TOLL = listed("toll tolls bilan")
_LIVES, _TAKING = listed("lives life"), listed("claimed claiming lost claims claim lose cost took")
_PARTING = listed("for in by from after with")
_LINKS = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.RELATIVE, Tag.MODAL})
_PHRASE = frozenset({Tag.WORD, Tag.NAME, Tag.SYMBOL})
_VERBS = frozenset({Tag.PARTICIPLE, Tag.FINITE, Tag.ING})

NUMBER_OF = listed("number numbers total tally count zahl nombre")
"""Words behind whose "of" stands what a number counts."""

NEAR, FAR = 4, 9
"""Tokens around a number in which a word belongs to it, when it stands beside and when a phrase stands between."""


def outcome(tokens: Sequence[Token], first: int, end: int, language: str) -> str:
    """What happened to those whom the number at tokens ``first`` to ``end`` counts; empty when nothing is told of them."""
    if first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].low in _MASSES:
        return _CROWD  # "a crowd of 38,000"
    if first and tokens[first - 1].low in _BASE_LEADS and (first < _MOST_OF or tokens[first - 2].low not in _TOTALS):
        return ""  # "two of the 140 passengers died"
    if happened := _told_in_full(tokens, end):
        return happened
    told = _told_by(language)
    followed = next((told[token.low] for token in _following(tokens, end) if token.low in told), "")
    if followed == "infected" and not any(sick in token.low for token in tokens for sick in _SICK):
        return ""  # cases of a court
    return followed if followed not in ("", _CROWD) else _before(tokens, first, end, told) or followed


def _told_in_full(tokens: Sequence[Token], end: int) -> str:
    """``80,000 people took part``, ``nine passengers were taken to hospital``, ``143 people on board``; empty when nothing of the kind."""
    k = end
    while k < len(tokens) and k - end < NEAR and tokens[k].tag in _PHRASE:
        k += 1
    if any(token.low in _ANYONE for token in tokens[end:k]) and " ".join(token.low for token in tokens[k : k + 2]) in _ABOARD:
        return "aboard"
    while k < len(tokens) and tokens[k].tag in _LINKS:
        k += 1
    words = [token.low for token in tokens[k : k + 3]]
    if words[:2] == ["ums", "leben"]:
        return "dead"
    if tuple(words[:2]) in _TURNING_UP:
        return _CROWD
    return "hurt" if words[:1] and words[0] in _BROUGHT and words[1:] in (["to", "hospital"], ["to", "hospitals"]) else ""


def _before(tokens: Sequence[Token], first: int, end: int, told: Mapping[str, str]) -> str:
    """``killing 12``, ``claimed 12 lives``, ``the toll rose to 12``, ``the number of injured stands at 12``."""
    lives = end < len(tokens) and tokens[end].low in _LIVES
    near = (token for token in reversed(tokens[max(0, first - NEAR) : first]) if token.tag not in (Tag.DETERMINER, Tag.ADVERB))
    for token in near:
        if token.low in told and token.tag is not Tag.NAME:
            return told[token.low]
        if token.low in _HITTING and "hurt" in told:
            return "hurt"
        if lives and token.low in _TAKING:
            return "dead"
        if token.tag not in (Tag.PREPOSITION, Tag.WORD) or token.low in _PARTING:
            break
    far = tokens[max(0, first - FAR) : first]
    if any(token.tag is Tag.NUMBER for token in far):
        return ""
    if any(token.low in _TOLL for token in far):
        return next((told[token.low] for token in far if token.low in told), "dead")
    counted = next((k for k, token in enumerate(far) if token.low in NUMBER_OF), len(far))
    return next((told[token.low] for token in far[counted:] if token.low in told), "")


def _following(tokens: Sequence[Token], end: int) -> Iterator[Token]:
    """The words of the counted phrase, and of the verb that follows it."""
    k = end + (end < len(tokens) and tokens[end].low in _BESIDES)
    while k < len(tokens) and k - end < NEAR and tokens[k].tag in _PHRASE:
        yield tokens[k]
        k += 1
    of = k < len(tokens) and tokens[k].low == "of"
    if of and (tokens[end - 1].low == "none" or any(token.tag is Tag.NUMBER for token in tokens[k : k + NEAR])):
        k = next((j for j in range(k, len(tokens)) if tokens[j].tag in _LINKS or tokens[j].tag is Tag.FINITE), len(tokens))
    linked = 0
    while k < len(tokens) and tokens[k].tag in _LINKS and linked < NEAR:
        k, linked = k + 1, linked + 1
    if k < len(tokens) and (tokens[k].tag in _VERBS or (linked and tokens[k].tag is Tag.WORD)):
        if tokens[k].low in _HIT:
            yield from (token for token in tokens[k + 1 : k + NEAR] if token.low in _LETHAL)
            if all(token.tag is Tag.COORDINATOR for token in tokens[k + 1 :]):
                return  # "were shot and | killed"
        yield tokens[k]
