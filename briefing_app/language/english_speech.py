"""How English gives words to somebody: say-verbs, hearsay words, media and people; the lists are this project's own."""

from __future__ import annotations

from functools import cache

from briefing_app.language.english_verbs import forms_of
from briefing_app.language.pack import Speech
from briefing_app.language.words import listed

_SAY = listed(
    """
    post express downplay lash
    accuse acknowledge add admit advise affirm agree allege announce apologise apologize applaud argue ask assert assure attack
    attest attribute believe bemoan blame blast boast brag brief call caution challenge chant characterise characterize charge
    cheer chide cite claim clarify commend comment complain compliment concede conclude condemn confess confide confirm contend
    continue convey counter criticise criticize cry decide declare decline decry deem defend demand denounce deny deplore describe
    determine disclose dismiss dispute dub echo elaborate emphasise emphasize encourage endorse estimate exclaim expect explain
    fear feel find forecast foretell forewarn fume gripe grumble guess hail highlight hint hope imply indicate inform inquire
    insist instruct interject joke lament laud learn liken maintain mandate marvel mention mock mumble murmur muse mutter narrate
    note notify observe offer opine oppose outline plead pledge point ponder portray posit postulate praise preach predict
    prescribe proclaim promise pronounce prophesy propose protest publish question quip quote rant reaffirm realise realize reason
    reassure rebut recall reckon recognise recognize recommend recount refuse refute regret reiterate reject relay remark remember
    remind repeat reply report request respond retort reveal rule say scoff scream shout show sigh slam snap specify speculate
    state stipulate stress suggest summarise summarize surmise swear tell testify theorise theorize think threaten thunder tout
    tweet underline underscore understand urge utter voice vow warn welcome whisper wonder worry write yell
    admonish berate brand castigate chastise concur counsel deride enthuse implore intone lambast lambaste profess rebuke ridicule
    scold reference type scrawl
    """
)

_WEAK_SAY = listed(
    """
    post     show find feel expect hope fear think learn decide determine continue rule understand believe remember realize realise guess
    point brief mandate state remark worry wonder agree
    """
)

_NOUNS_TOO = listed(
    """
    claims reports demands comments remarks notes questions offers calls attacks protests rules states charges points fears hopes
    shows estimates requests blames claim report demand comment remark note question offer call attack protest rule state charge
    point fear hope show estimate request blame praise concerns details forecasts forecast hints answer answers reply replies
    types type references reference quotes quote cites reasons reason worries worry voice voices mention mentions
    """
)

_LEADS_TO_SAY = listed(
    """
    go goes went gone continue continues continued decline declines declined refuse refuses refused appear appeared seem seemed
    seems appears began begin
    """
)


@cache
def say_forms() -> dict[str, str]:
    """Every form of every say-verb to its lemma."""
    table: dict[str, str] = {}
    for lemma in sorted(_SAY):
        for form in forms_of(lemma):
            table.setdefault(form, lemma)
    return table


SPEECH = Speech(
    verbs=say_forms,
    weak_verbs=_WEAK_SAY,
    nouns_too=_NOUNS_TOO,
    leads=_LEADS_TO_SAY,
    quotative=listed("say report write announce add argue explain note claim warn tweet declare predict suggest state"),
    stances=listed(
        """
        skeptical sceptical worried confident optimistic pessimistic concerned hopeful certain sure convinced adamant afraid
        insistent doubtful fearful clear unsure positive
        """
    ),
    documents=listed(
        """
        poll polls survey surveys study report reports analysis data average averages records documents figures letter emails
        review audit research statistics transcript
        """
    ),
    worded=listed("type add maintain continue understand"),
    silent=frozenset(("call", particle) for particle in ("in", "off", "up", "back")),
    writings=listed(
        """
        statement statements tweet tweets letter letters message messages post posts memo memos email emails note notes release
        releases paper papers resolution resolutions petition petitions article articles essay essays speech speeches
        """
    ),
    told_nouns=listed(
        """
        report reports claim claims allegation allegations statement warning warnings suggestion suggestions rumour rumours rumor
        rumors speculation assertion assertions accusation accusations announcement complaint complaints argument insistence
        prediction predictions contention fears concerns concern
        """
    ),
    impersonal=listed("say believe think report allege claim rumour rumor understand"),
    according=(("according", "to"), ("per",), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("in", "the", "opinion", "of")),
    views=listed("view opinion eyes words judgment judgement estimation telling reckoning"),
    speaks=listed("speaks spoke"),
    speaks_of=frozenset(["of"]),
    passive=listed("is are was were been be being"),
    agents=frozenset(["by"]),
    as_told=frozenset(["as"]),
    hearsay=listed("reportedly allegedly supposedly purportedly rumoured rumored"),
    male=listed("he him his himself he's he'd he'll"),
    female=listed("she her hers herself she's she'd she'll"),
    plural=listed("they them their themselves they're they've they'd they'll"),
    neuter=listed("it its itself it's it'll"),
    media_nouns=listed(
        """
newspaper paper newswire wire agency outlet magazine daily weekly tabloid broadcaster network website site blog report publication journal
channel station
"""
    ),
    people_nouns=listed(
        """
official officials source sources spokesman spokeswoman spokesperson spokespeople analyst analysts expert experts critic critics lawmaker
lawmakers police authorities prosecutors prosecutor lawyer lawyers attorney attorneys aide aides adviser advisers advisor advisors
diplomat diplomats witness witnesses resident residents person people man woman minister ministers president senator senators leader
leaders director executive executives researcher researchers scientist scientists professor author authors judge judges officer officers
doctor doctors teacher teachers student students voter voters activist activists campaigner campaigners neighbor neighbour neighbors
neighbours member members governor mayor secretary chief chairman chairwoman chair candidate candidates nominee father mother son daughter
brother sister wife husband king queen pope bishop general colonel commander owner founder manager coach player reporter reporters
journalist journalists editor writer commentator commentators observer observers economist economists insider insiders representative
representatives ambassador envoy envoys
"""
    ),
)
"""Everything that the finders of speech need to know about English."""
