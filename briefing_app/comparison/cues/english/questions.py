"""What the news of an event answers one way or another, in English: whether a vote was unanimous, who shot the gunman; own lists."""

from __future__ import annotations

from briefing_app.comparison.cues.kinds import Question
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed


def _question(about: str, *answers: str, staged: bool = False, alike: bool = False, single: bool = False, whose: bool = False) -> Question:
    return Question(listed(about), tuple(any_of(answer) for answer in answers), staged, alike, single, whose)


_BE = r"(?:is|are|was|were|been|be|being)"
_HAS = r"(?:has|have|had)"
_PACT = r"(?:deal|agreement|accord|pact|compromise|settlement|communique|joint statement|declaration|document|treaty)"
_POLICE = (
    r"(?:the )?(?:[\w-]+ ){0,2}(?:police|officers?|policem[ae]n|deput(?:y|ies)|troopers?|soldiers?|agents?|marshals?|guards?|swat team)"
)
_SELF = r"(?:him|her|them)sel(?:f|ves)"
_ENDED = (
    rf"(?:ended|{_BE} over|called off|came to an end|{_HAS} ended|drew to a close|{_BE} lifted|lifted|suspended"
    r"|abandoned|halted|wound down)"
)
_GOING_ON = (
    r"(?:continu(?:es?|ed|ing)|still (?:going on|under ?way|on|raging|searching|burning)|(?:was|were|is"
    r"|are) (?:still )?(?:ongoing|under ?way)"
    r"|no end in sight|(?:enter(?:s|ed|ing)?|in) (?:its|their|the|a) (?:second|third|fourth|fifth|sixth"
    r"|seventh|eighth) (?:day|week|month)"
    r"|resumed?|drag(?:s|ged) on|remain(?:s|ed)? in (?:place|force|effect))"
)
_WORKING = (
    r"(?:(?:was|were|been|is|are) (?:\w+ )?restored|(?:has|have)? ?resumed|reopened|(?:running|operating|open|working|back) again"
    r"|back (?:on|in service|to normal)|back up and running)"
)
_DOWN = (
    r"(?:still|remain(?:s|ed)?) (?:without|closed|shut|suspended|cut|down|out|halted|grounded|blocked)"
    r"|(?:will|would|is to|are to) (?:stay|remain) (?:closed|shut|suspended|cut)"
    rf"|{_HAS} (?:not|yet to) (?:yet )?(?:been |be )?(?:restored|reopened|resumed)|without (?:power|electricity|water)"
)
_SUCCESSOR = r"(?:successor|replacement)"
_HURLED = r"(?:hurl|thr[eo]w|pelt)\w*"

QUESTIONS = (
    _question(
        "talks negotiations summit meeting sides leaders ministers negotiators delegations",
        r"(?:reached|struck|signed|clinched|sealed|concluded|agreed(?: on| to)?) "
        rf"(?:(?:a|an|the|their|on) ){{0,2}}(?:[\w-]+ ){{0,2}}{_PACT}",
        rf"without (?:reaching |signing |producing |striking )?(?:(?:a|an|any) )?(?:[\w-]+ )?{_PACT}"
        rf"|no (?:[\w-]+ )?{_PACT} (?:{_BE}|{_HAS} been) (?:reached|signed|struck)"
        rf"|failed to (?:reach|sign|agree|strike|produce|clinch)(?: on)?(?: (?:a|an|any))?(?: [\w-]+)? ?{_PACT}?"
        r"|(?:talks|negotiations|summit|meeting) (?:\w+ )?(?:collapsed|broke (?:up|down|off)|fell apart|failed|ended in failure)"
        rf"|did not (?:reach|sign|strike) (?:(?:a|an|any) )?(?:[\w-]+ )?{_PACT}|fell short of (?:a|an) {_PACT}",
        single=True,
    ),
    _question(
        "accord agreement treaty deal pact contract declaration memorandum bill order",
        rf"(?:{_HAS} (?:not|yet to) (?:yet )?(?:been |be )?sign(?:ed)?|nothing (?:{_HAS} been|was|is) signed"
        rf"|unsigned|{_BE} not (?:yet )?signed"
        r"|(?:agreed on|only|still|is|was) a draft|draft (?:agreement|accord|treaty|deal))",
        rf"(?<!not )(?<!nothing )(?:{_BE}|{_HAS} been) (?:\w+ly )?signed"
        r"|(?<!not )(?<!nothing been )(?<!was )(?<!is )(?<!been )(?<!be )signed",
        staged=True,
        alike=True,
    ),
    _question(
        "ruling court judges justices jury vote voted votes voting board council panel ministers members"
        " decision resolution override governments"
        " senators lawmakers offer sanctions measures",
        r"unanimous(?:ly)?|without (?:a single |any )?dissent|all (?:of )?(?:the )?(?:\w+ )?(?:judges|justices"
        r"|members|ministers|governments"
        r"|countries|jurors|member states|directors) (?:backed|voted for|voted in favou?r|approved|supported|agreed|endorsed)"
        r"|no(?: one|body|t (?:a single|one) \w+) (?:voted against|dissented|objected|abstained)",
        r"dissent(?:ed|ing|s)|dissenting|voted against|abstain(?:ed|s)|narrowly|split (?:decision|vote|ruling)"
        r"|deeply divided|bitterly divided"
        r"|not unanimous|divided (?:court|jury|panel|board)",
    ),
    _question(
        "gunman gunmen shooter attacker assailant suspect killer bomber attackers shooters he",
        r"(?:shot(?: and killed| dead| to death)?|killed|fatally shot|gunned down) (?:by|in a (?:shootout"
        rf"|gun ?fight|gun battle) with) {_POLICE}"
        rf"|(?:police|officers?|deput(?:y|ies)|soldiers?|agents?) (?:\w+ ){{0,2}}(?:shot|killed|gunned down) (?:and killed )?(?:the )?"
        r"(?:gunm[ae]n|shooter|attackers?|assailant|suspect|killer|bomber|him)",
        rf"(?:turned (?:the|his|her|a) (?:\w+ )?(?:gun|weapon|rifle|pistol|revolver) on {_SELF}|(?:killed|shot"
        rf"|blew) {_SELF}|took (?:his|her) own life"
        rf"|self-inflicted|(?:committed|commits) suicide)",
        r"(?:was|were|been) (?:\w+ )?(?:arrested|captured|detained|taken into custody|apprehended) (?:alive"
        r"|without incident|at|in|after|by)"
        r"|surrendered(?: to)?",
        single=True,
    ),
    _question(
        "gunman gunmen shooter attacker assailant suspect killer bomber attackers suspects shooters attack"
        " shooting police investigators he",
        r"(?:acted|acting|worked|working) alone|(?:a |the )?lone (?:gunman|wolf|attacker|shooter|assailant|killer)"
        r"|no (?:evidence of |sign of |indication of )?(?:any )?(?:accomplices?|other suspects?|other shooters?"
        r"|second (?:gunman|shooter))"
        r"|(?:not|n't|nor) (?:\w+ )?(?:looking for|seeking|searching for) (?:any )?(?:other|additional|further|more) (?:suspects?|people)"
        r"|not (?:believed|thought) to have had (?:any )?(?:help|accomplices)|sole (?:gunman|attacker|shooter|suspect)",
        r"(?:hunt(?:s|ed|ing)?|search(?:es|ed|ing)?|look(?:s|ed|ing)?) for (?:a |an )?(?:second|other|possible"
        r"|another|two|three) (?:\w+ )?"
        r"(?:gunm[ae]n|shooters?|suspects?|attackers?|accomplices?|man|men)"
        r"|second (?:gunman|shooter|attacker|suspect) (?:was|is|had|remained|fled|escaped|may)|accomplices? (?:was"
        r"|were|is|are|had|fled|escaped)"
        r"|(?:had|received|with the) help (?:from|of) (?:an |a )?(?:\w+ )?(?:others|accomplices?|men|people)",
        single=True,
    ),
    _question(
        "motive motivated why attack shooting killing killings attacker gunman",
        r"(?:no (?:known |clear |apparent )?(?:motive|reason)|motives? (?:\w+ ){0,4}(?:unknown|unclear|not (?:yet )?(?:known"
        r"|clear|been determined))"
        r"|(?:not|n't) (?:yet )?(?:said|say|known|know|established|determined|identified|determine|disclosed?) (?:what (?:motivated"
        r"|prompted|drove|led)|why"
        r"|(?:a|the|any) (?:\w+ )?motive)|(?:what (?:motivated|prompted|drove)|why) (?:\w+ ){1,6}(?:is|was"
        r"|remains?|remained) (?:not clear|unclear|unknown"
        r"|a mystery)|looking for a motive|motive (?:is|was) under investigation|search(?:ing)? for a motive)",
        r"(?:wanted|sought|out of|in|for|as) (?:revenge|retaliation)|motive (?:was|is) (?!not|un|still|under"
        r"|being)|motivated by|was (?:angry|upset|furious) "
        r"(?:about|over|at|with)|angry (?:about|over|at)|over a (?:\w+ )?(?:dispute|grudge)|(?:had|held|bore|harbou?red) a grudge"
        r"|hate crime|(?:pledged|swore|sworn) allegiance|inspired by",
        single=True,
        staged=True,
    ),
    _question(
        "cause caused crash blast explosion fire accident collapse aircraft plane derailment outage train disaster investigators",
        r"(?:cause|reason)s? (?:\w+ ){0,5}(?:not (?:yet )?(?:been )?(?:known|clear|determined|established)"
        r"|unknown|unclear|under investigation|a mystery)"
        r"|(?:not|n't|yet to) (?:yet )?(?:been )?(?:known|know|establish(?:ed)?|determined?|identif(?:y|ied)"
        r"|disclosed?) (?:what (?:caused|brought|led|triggered"
        r"|made|sparked|went wrong)|the (?:exact )?cause|why|how|(?:a|any) cause)|(?:too early|too soon|premature) to (?:say"
        r"|tell|know|speculate)"
        r"|what (?:caused|brought|led|triggered|sparked) (?:[\w'-]+ ){1,8}(?:is|was|remains?|remained) (?:not (?:yet )?(?:clear"
        r"|known)|unclear|unknown|a mystery)"
        r"|no (?:immediate )?(?:word|indication|explanation) (?:on|of|about|for) (?:the|what|why)",
        r"(?:was|were|been|is) (?:\w+ly )?(?:caused|triggered|sparked|brought down) by|(?:was|were|been) blamed on"
        r"|(?:was|were) the result of|the cause (?:was|is)"
        r" (?!not|un|still|under|being)|resulted from",
        single=True,
        staged=True,
    ),
    _question(
        "search",
        r"search (?:[\w'-]+ ){0,5}(?:continu(?:es?|ed|ing)|resum(?:es?|ed|ing)|was (?:still )?(?:under ?way|ongoing|going on))"
        r"|(?:continued|resumed|continuing|resuming|still|widened|expanded) (?:to |their |its |the |a )?search(?:ing)?",
        r"(?:called|calls|calling|call) off (?:the|its|their|a|his|her) (?:\w+ ){0,3}search|(?:ended|suspended"
        r"|halted|abandoned|gave up|stopped) "
        r"(?:the|its|their) (?:\w+ ){0,3}search|search (?:[\w'-]+ ){0,5}(?:was|were|been|is) (?:called off"
        r"|ended|suspended|halted|abandoned|over|stopped)",
        staged=True,
        single=True,
    ),
    _question(
        "strike walkout siege standoff blockade lockdown curfew ceasefire truce fighting offensive boycott"
        " sit-in occupation shutdown quarantine",
        _GOING_ON,
        _ENDED,
        staged=True,
        alike=True,
    ),
    _question(
        "offer proposal invitation request bid resignation ceasefire truce plan deal ultimatum apology",
        r"(?:accept(?:s|ed)?|agreed to|took up)",
        r"(?:reject(?:s|ed)?|turned down|declined|refused|rebuffed|spurned|turns down|rebuffs)",
        alike=True,
    ),
    _question(
        "deal merger takeover bill sanctions treaty accord agreement reform plan drug vaccine measure measures"
        " budget package pipeline project sale",
        rf"(?:must|still needs?|needs?|has to|have to|yet to|still has to|still have to) (?:\w+ )?(?:be |get |win |receive |the )*"
        r"(?:approved|ratified|cleared|adopted|endorsed|approval|approve|backing|ratification|clearance)"
        r"|(?:is|are|was|were|remains?) (?:still )?subject to (?:[\w'-]+ ){0,3}(?:approval|clearance|ratification)"
        r"|await(?:s|ed|ing) (?:[\w'-]+ ){0,3}(?:approval|clearance|ratification)|pending (?:[\w'-]+ ){0,2}approval"
        rf"|{_HAS} (?:not|yet to) (?:yet )?(?:been |be )?(?:approved|ratified|cleared|adopted)",
        r"(?:has|have|was|were|been) (?:\w+ly |been )?(?:approved|cleared|ratified|adopted)|took effect|takes effect"
        r"|(?:came|went|comes|goes|come) into "
        r"(?:force|effect)|(?:ratified|cleared|approved|adopted) (?:the|a)",
        staged=True,
        alike=True,
    ),
    _question(
        "evacuation evacuate evacuated evacuations recall recalled residents leave withdrawal confinement"
        " quarantine testing vaccination test",
        r"voluntary|voluntarily|on a voluntary basis|(?:urged|advised|encouraged|asked) to (?:leave|evacuate)",
        r"(?:was|were|been|had been|are|is) (?:ordered|forced|compelled)(?: to| by| out)?|mandatory|compulsory|forced to (?:leave|recall)"
        r"|ordered (?:the |a |an )?(?:evacuation|recall)",
    ),
    _question(
        "resigned resign resignation quit left leave departure dismissed dismissal fired sacked ousted removed job post accord stepped",
        r"resigned (?:of (?:his|her|their) own|voluntarily|on (?:his|her) own)|of (?:his|her|their) own (?:accord|free will|volition)"
        r"|on (?:his|her) own (?:terms|accord)|left voluntarily|was not (?:fired|dismissed|sacked|forced out"
        r"|pushed)|n't (?:fired|sacked|dismissed)"
        r"|(?:chose|decided) to (?:resign|quit|step down|leave)",
        r"(?:was|were|been|being|had been) (?:\w+ly )?(?:fired|dismissed|sacked|ousted|removed|forced (?:out"
        r"|to resign|to quit|to step down)|pushed out)"
        r"|(?:fired|dismissed|sacked|ousted) (?:[A-Za-z.'-]+ ){1,3}(?:in|on|over|after|from|by|as|because|for|,)",
        whose=True,
    ),
    _question(
        "successor replacement succeed replace",
        rf"{_HAS} (?:yet to|not (?:yet )?) ?(?:nam\w+|pick\w*|cho\w+|appoint\w*|announc\w+|found|find) (?:(?:a"
        rf"|his|her|its|their|the) )?(?:\w+ )?{_SUCCESSOR}"
        rf"|no {_SUCCESSOR} (?:{_HAS} been|was|is)|{_SUCCESSOR} (?:{_HAS}|was|were|is) (?:not|n't|yet)",
        rf"(?:named|appointed|picked|chose|tapped|nominated|selected) (?:[\w,.'-]+ ){{1,9}}(?:to (?:succeed"
        rf"|replace)|as (?:his|her|its|the|their) (?:new )?{_SUCCESSOR})"
        rf"|(?:named|appointed|picked|chosen|tapped) (?:to succeed|to replace|as (?:his|her|its|the) {_SUCCESSOR})"
        rf"|will (?:succeed|replace)|{_SUCCESSOR} (?:will be|is to be)",
        staged=True,
        single=True,
    ),
    _question(
        "captain pilot driver co-pilot gunman suspect hostage hostages skipper attacker bomber infant baby"
        " boy girl conductor mayor ambassador",
        r"(?:among|one of) the (?:\w+ )?(?:dead|killed|victims|fatalities)|(?:was|were|been) (?:\w+ )?killed"
        r"|died|perished|(?:was|were) (?:found )?dead",
        r"survived|(?:was|were|is|are) (?:rescued|alive|unhurt|unharmed|uninjured|pulled alive|found alive)"
        r"|escaped (?:unhurt|unharmed|with)",
        alike=True,
    ),
    _question(
        "responsibility claimed claim behind",
        r"no(?: one|body| group| organi[sz]ation|t) (?:\w+ ){0,3}claim(?:ed|s)?(?: responsibility)?|no (?:immediate "
        r"|such |word of (?:a )?)?claims? of responsibility"
        r"|(?:has|have|had) not (?:yet |been )?(?:claimed|been claimed)|unclaimed|no (?:group|one) (?:\w+ )?(?:said it was|came forward)",
        r"claim(?:ed|s|ing) (?:responsibility|the (?:attack|bombing|killing|blast|shooting|explosion))|(?:said"
        r"|saying) (?:that )?(?:it|they|we|its \w+) (?:was|were|had been) "
        r"behind|claim of responsibility|(?:attack|bombing|blast) was claimed by|took responsibility",
        single=True,
        staged=True,
    ),
    _question(
        "arrest arrests arrested detained custody",
        r"no(?: one| arrests?|body| suspects?) (?:\w+ ){0,3}(?:made|arrested|detained|in custody|under arrest)"
        r"|made no arrests?|no arrests?|without (?:making )?(?:any |an )?arrests?"
        r"|(?:has|have|had) (?:not|yet to) (?:yet )?(?:made?|been) (?:any |an )?arrest\w*|not (?:made|arrested) any(?:one)?(?: arrests?)?",
        r"(?:has|have|had|was|were) (?:been )?(?:\w+ )?(?:arrested|detained|taken into custody)|(?:arrested"
        r"|detained) (?:a|an|one|two|three|four|five|six|several|at least|\d+) "
        r"|made (?:an|one|two|three|several|at least|a number of|\d+) (?:\w+ )?arrests?|in custody",
        staged=True,
        single=True,
    ),
    _question(
        "ransom",
        r"no ransom|ransom (?:\w+ )?(?:was|had been|has been|were) (?:not|never) paid|without (?:a |any )?ransom"
        r"|(?:not|never|n't) (?:\w+ )?(?:paid|pay) (?:a |any )?ransom"
        r"|denied (?:\w+ ){0,5}ransom",
        r"(?:paid|pays|paying) (?:[\w$.,-]+ ){0,5}(?:in )?ransom|ransom (?:[\w$.,-]+ ){0,6}(?:was|had been"
        r"|has been|were) paid|ransom payment was made",
        single=True,
    ),
    _question(
        "election defeat vote race conceded concede results result recount",
        r"(?:refus(?:es|ed|ing)|declin(?:es|ed|ing)) to (?:concede|accept (?:defeat|the (?:results?|outcome)))"
        r"|(?:has|had|did|would) (?:not|n't) (?:yet )?conced\w+"
        r"|(?:demand|call)(?:s|ed|ing) (?:for )?a recount|vow(?:s|ed) to (?:contest|challenge)",
        r"conceded|concedes|conceding|concession (?:speech|call)|accepted (?:defeat|the (?:results?|outcome))"
        r"|admitted defeat|acknowledged defeat",
        whose=True,
    ),
    _question(
        "power electricity water service services traffic flights airport road bridge border railway line"
        " trains highway tunnel port station subway"
        " school schools runway pipeline internet",
        _DOWN,
        _WORKING,
        staged=True,
        alike=True,
    ),
    _question(
        "launch launched rocket probe mission satellite spacecraft shuttle lifted blasted liftoff blastoff",
        r"(?:launch|liftoff|mission|flight|rocket) (?:[\w'-]+ ){0,5}(?:was|were|been|is) (?:\w+ )?(?:postponed"
        r"|scrubbed|delayed|called off|put off|cancell?ed|aborted)"
        r"|(?:postponed|scrubbed|delayed|called off|aborted|put off) (?:the|its|a|their) (?:\w+ ){0,3}(?:launch|liftoff|mission|flight)",
        r"lifted off|lifts off|blasted off|blasts off|(?:was|were) (?:successfully )?launched|roared into|soared into",
        staged=True,
        single=True,
    ),
    _question(
        "protest protests protesters demonstration demonstrators demonstrations march marchers marched rally crowd",
        r"(?:was|were|been|remained|passed(?: off)?|ended|proceeded) (?:\w+ly |entirely |mostly |largely )?(?:peaceful"
        r"|peacefully|without (?:incident|violence|trouble))",
        rf"{_HURLED} (?:stones|rocks|bottles|bricks|petrol bombs|molotov|fireworks)|(?:turned|became) violent"
        rf"|set (?:[\w-]+ ){{0,3}}(?:cars?|vehicles?|tyres|tires|buildings?) "
        rf"(?:on fire|ablaze)|(?:set fire to|torched|smashed)|clash(?:es|ed)(?: with)?|rioted|pelted {_POLICE}",
    ),
    _question(
        "jury verdict guilty acquitted trial court convicted counts",
        r"(?:found )?guilty (?:on|of) all (?:\w+ )?(?:counts|charges)|convicted (?:on|of) all (?:\w+ )?(?:counts"
        r"|charges)|on all (?:\w+ )?counts",
        r"acquitted|found not guilty|cleared of|not guilty on|deadlocked|hung jury|mistrial",
        whose=True,
    ),
    _question(
        "testify testified stand testimony witness",
        r"(?:did|would|will|does) (?:not|n't) (?:testify|take the (?:witness )?stand)|declined to (?:testify"
        r"|take the stand)|never (?:testified|took the stand)",
        r"took the (?:witness )?stand|testified in (?:his|her) own|testified (?:for|that|on|before)",
        whose=True,
    ),
    _question(
        "known knew aware learned learnt heard told unaware knowledge",
        r"(?:had |has |have )?(?:known|knew|been aware) (?:about|of) (?:[\w'-]+ ){0,6}(?:since|for (?:months"
        r"|years|weeks)|long before|as early as)|knew all along",
        r"(?:only|first) (?:learn(?:ed|t|s)|found out|heard|became aware)|(?:did|had|has) (?:not|n't) (?:know"
        r"|known) (?:about|of)|(?:was|were|been) unaware|no knowledge of"
        r"|learn(?:ed|t) (?:of|about) (?:[\w'-]+ ){0,5}only|knew nothing (?:about|of)",
        whose=True,
    ),
    _question(
        "talks negotiations meeting",
        r"no (?:further |new |more )?(?:talks|negotiations|meetings?) (?:is|are|was|were|has been|have been) (?:\w+ )?(?:planned"
        r"|scheduled|set|expected)"
        r"|(?:refused|refuses) to (?:meet|negotiate|talk)|no plans (?:to meet|for (?:talks|a meeting|further talks))",
        r"(?:will|are to|is to) (?:meet|hold (?:\w+ )?(?:talks|negotiations)|resume (?:talks|negotiations))"
        r"|(?:talks|negotiations|meeting) (?:are|is|were|was) (?:set|scheduled|planned|due) "
        r"(?:for|to)|agreed to (?:meet|resume|hold)|(?:talks|negotiations) (?:will|are to) (?:resume|begin|continue|be held)",
        alike=True,
    ),
    _question(
        "warned warning warnings alert tip threat",
        r"no (?:prior |advance |specific |early )?warnings?|(?:not|never|n't) (?:been )?(?:warned|alerted)|without (?:any )?warning",
        r"(?:had been|was|were|have been) (?:\w+ )?(?:warned|alerted|tipped off)|ignored (?:\w+ )?warnings?"
        r"|received (?:a |several |an? \w+ )?(?:warnings?|tips?)",
    ),
    _question(
        "attend attended absent summit ceremony meeting hearing funeral inauguration conference talks dinner wedding",
        r"(?:did|would|will|does) (?:not|n't) (?:attend|take part|participate|show up|appear)|skip(?:s|ped)"
        r"|stayed away|boycott(?:s|ed)|(?:was|were) (?:absent|not present|a no-show)"
        r"|(?:failed|declined|refused) to (?:attend|show up|appear)|conspicuously absent|pulled out of",
        r"(?<!not )(?:attended|attends|was present|were present|was in attendance|took part in|showed up|took (?:his|her) seat)",
        whose=True,
    ),
    _question(
        "prototype sale shipping product device phone glasses car tablet headset console model store stores watch",
        r"(?:still |only |just )?(?:a |an )?(?:\w+ )?prototype|(?:still|remains?) in development|no plans to (?:sell"
        r"|release|ship)|(?:not|n't|yet to) (?:yet )?decided? (?:whether|if|when) to (?:sell|release|ship)"
        r"|not (?:yet )?(?:for|on) sale|(?:is|are) (?:not|n't) (?:yet )?available",
        r"(?:went|gone|goes|is|are|now|already) on sale|(?:has |have )?beg[au]n (?:shipping|selling|to ship"
        r"|to sell)|(?:is|are) (?:now |already )?(?:shipping|available (?:now|in stores|today))"
        r"|hit (?:stores|the shelves)|started (?:shipping|selling)",
        staged=True,
        single=True,
    ),
    _question(
        "train flight flights launch project construction plane delivery bus schedule opening",
        r"on (?:time|schedule|track)|as (?:planned|scheduled)|ahead of schedule",
        r"(?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?) (?:late|behind schedule|behind)|behind schedule"
        r"|running late|(?:was|were|been|is) (?:\w+ )?delayed|late (?:leaving|departing|taking off)",
        alike=True,
    ),
    _question(
        "fire outbreak blaze wildfire spill situation epidemic virus leak inflation",
        r"out of control|not (?:yet )?(?:been )?(?:contained|under control)|uncontained|spreading|(?:still )?raging",
        r"(?<!not )(?:under control|(?:was|were|been|is|fully) (?:contained|extinguished|stopped|plugged|put out))",
        staged=True,
        alike=True,
    ),
    _question(
        "miners trapped missing sailors submarine divers crew passengers survivors boys hikers climbers rubble",
        r"no (?:sign|signs|contact|word|trace)(?: (?:of life|with|from|of))?|(?:lost|no) contact",
        r"(?:made|established|been in|in) contact with|signs? of life|heard (?:knocking|voices|tapping)|spoke(?:n)? (?:to"
        r"|with) the (?:miners|men|boys|survivors)",
        single=True,
        staged=True,
    ),
)
"""Every row: words of what is told of, and what answers the question of it; of a question that is ``staged`` the furthest answer last."""

SAYS_SO = listed("will would to set due scheduled expected plans no not never yet needs must without subject pending")
"""Words of an answer that say themselves that it is still to come, or not so."""

BODIES = listed("senate house committee court commons lords assembly parliament board council jury cabinet panel duma bundestag")
"""Bodies that vote each for itself."""
