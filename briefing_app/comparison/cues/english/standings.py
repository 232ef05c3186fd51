"""How far the things of the news have come, in English: the hunt for a culprit, a patient's condition, a fund, a hearing; own lists."""

from __future__ import annotations

from briefing_app.comparison.cues.kinds import Standing
from briefing_app.comparison.cues.patterns import any_of
from briefing_app.language.words import listed


def _standing(about: str, *steps: str, alike: bool = False, single: bool = False, whose: bool = False, each: bool = False) -> Standing:
    return Standing(any_of(about), tuple(any_of(step) for step in steps), alike, single, whose, each)


_CULPRIT = (
    r"(?:gunm[ae]n|shooters?|suspects?|attackers?|assailants?|killers?|bombers?|robbers?|fugitives?|hijackers?"
    r"|arsonists?|snipers?)"
)
_CAUGHT = r"(?:arrested|captured|in custody|detained|caught|apprehended|charged|taken into custody)"
_PERISHED = r"(?:dead|killed|deceased|fatally shot|found dead|shot dead|shot and killed)"
_WHOSE = r"(?:\w+ ){0,2}(?:(?:in|of|behind|who) (?:[\w.'-]+ ){1,12})?"
_BE = r"(?:is|are|was|were|been|be)"
_OCCASION = (
    r"hearings?|meetings?|summits?|trials?|games?|match(?:es)?|visits?|rall(?:y|ies)|march(?:es)?|debates?|elections?|talks"
    r"|negotiations|ceremon(?:y|ies)|funerals?|launch(?:es)?|strikes?|exercises?|drills?|auctions?|conferences?|race|recount|referendum"
    r"|inauguration|arraignment|sentencing|deposition|testimony|briefing|concert|parade|vigil|protests?|demonstrations?"
    r"|test[ -]fir(?:e|ing)|wedding|swearing-in|flight|voyage"
)
_AHEAD = (
    rf"{_BE} (?:\w+ )?(?:scheduled|slated|due|set|planned|expected) (?:for|to|next|on|at|tomorrow|this|later)"
    r"|(?:has|have) been (?:scheduled|set|planned)"
    r"|will (?:\w+ )?(?:be held|begin|start|take place|open|convene|resume|hold|host|attend)|(?:scheduled"
    r"|planned|upcoming|yet-to-be[ -]scheduled)"
)
_ATTENDED = (
    r"(?:(?:thousands|hundreds|dozens|mourners|fans|leaders|crowds|\d[\d,]*)(?: of)?(?: [\w-]+){0,3}"
    r" (?:attended|gathered for|turned out for))"
)
_SOON = (
    r"(?:(?:is|are|was|were) (?:\w+ )?(?:expected|set|due|scheduled|about|going|ready|prepared|likely|poised"
    r"|prepar\w+|plann\w+) to|will|would|plans to|vows to|wants to|aims to|'ll)"
)

STANDINGS = (
    _standing(
        _CULPRIT,
        r"manhunt|dragnet|(?:hunt|hunting|hunted|search|searching|searched|looking|look) for|at large|on the run|on the loose"
        r"|not (?:yet )?(?:been )?in custody|(?:being )?sought|no arrests?|not been (?:caught|arrested|found)",
        rf"{_CULPRIT} {_WHOSE}(?:{_BE}|has been|have been|had been) (?:\w+ )?(?:{_CAUGHT}|{_PERISHED})"
        rf"|{_CULPRIT} (?:{_CAUGHT}|{_PERISHED}|kills (?:him|her)self)(?= (?:by|in|after|as|at|on|during|near|when)(?!\w)|[,.;:]|$)"
        rf"|{_CULPRIT} {_WHOSE}(?:surrendered|turned (?:him|her)self in|killed (?:him|her)self|shot (?:him|her)self|died)"
        rf"|(?:arrested|captured|apprehended|detained|arrest|arrests|nabbed) (?:a |an |the |one |two |three |\w+ )?{_CULPRIT}",
        single=True,
    ),
    _standing(
        r"condition|critical(?:ly)?|hospital|surgery|wounded|injured|injuries|stable",
        r"(?:in )?critical condition|critical(?:,)? but (?:stable|improving)"
        r"|critically (?:injured|wounded|hurt|ill)|fighting for (?:his|her|their) li(?:fe"
        r"|ves)|in grave condition"
        r"|(?:is|was|remains?|remained|husband|wife|son|daughter) (?:\w+ )?critical(?! of)",
        r"(?:serious|guarded) condition|upgraded|(?:has|have|had) improved|improving",
        r"(?<!but )stable condition|(?<!but )stable|good condition|fair condition|out of danger|released from (?:the )?hospital"
        r"|discharged from|recover(?:ed|ing) (?:at home|well)",
        whose=True,
    ),
    _standing(
        r"victims?|names?|identit(?:y|ies)|dead|killed|bodies|body",
        r"(?:names?|identit(?:y|ies)) (?:\w+ ){0,6}(?:not|n't|yet to) (?:yet |immediately |been |be )*(?:released"
        r"|disclosed|known|made public|announced)"
        r"|not (?:yet |immediately )?(?:been |be )?(?:named|identified)|yet to be (?:named|identified)|withh(?:e"
        r"|o)ld\w* (?:the )?(?:names?|identit)",
        r"(?:victims?|dead|killed|bod(?:y|ies)) (?:\w+ ){0,4}(?:was|were|been) (?:\w+ )?(?:identified|named) as"
        r"|identified (?:them|one|two|three|the|both|all)(?: \w+){0,5} as|identified the (?:victims?|dead)"
        r"|victim, (?:[\w.'-]+ ){1,3}[\w.'-]+, (?:\d\d|(?:\w+ )?of )",
        single=True,
    ),
    _standing(
        r"funds?|program(?:me)?|money|loans?|budget|account|treasury|aid|supplies|stockpile|vaccines?|tickets?|funding",
        r"(?:will|could|may|to|would) (?:soon )?(?:exhaust|run (?:out|dry|short)|be (?:exhausted|depleted|used up))"
        r"|running (?:out|low|dry|short)"
        r"|on track to (?:exhaust|run out)|nearly (?:exhausted|depleted|gone)|begin to run (?:low|dry|out)|about to run out|dwindling",
        r"(?:ran|has run|have run|had run) (?:out|dry)|(?<!be )(?<!nearly )(?:exhausted|depleted|tapped out|sold out|used up|dried up)"
        r"|reached (?:the|its|a) (?:[$\d.]+ ?(?:million|billion|trillion)? ?)?(?:\w+ )?(?:limit|cap)|on hold|out of money|maxed out",
    ),
    _standing(
        _OCCASION,
        _AHEAD,
        rf"{_BE} (?:\w+ )?(?:under ?way|in progress|in session)|(?:began|begun|begins?|opened|opens|started|starts"
        rf"|kicked off|kicks off|convened|resumed)(?! to)",
        rf"(?:was|were|been) (?:being )?(?:held|played)|took place|(?:ended|concluded|wrapped up|adjourned)"
        rf"|{_ATTENDED} (?:the |a |an )?(?:[\w'-]+ ){{0,2}}(?:{_OCCASION})"
        rf"|(?:{_OCCASION})(?: (?:of|in|on|at|for)(?: [\w'’,-]+){{1,10}})? (?:showed|drew|lasted)",
        alike=True,
    ),
    _standing(
        _OCCASION,
        _AHEAD,
        r"(?:cancel(?:l?ed|s)|postponed|called off|scrapped|put off|delayed|suspended)",
        alike=True,
    ),
    _standing(
        r"boys?|girls?|child(?:ren)?|m[ae]n|wom[ae]n|hikers?|miners?|climbers?|sailors?|crew|passengers?|plane|jet"
        r"|ship|submarine|helicopter|students?|dogs?",
        r"(?:still |remains? |reported |went |gone |been |is |are )missing|trapped|stranded|searching for|search for|rescuers",
        r"found (?:dead|alive|safe)|(?:freed|bringing|brought|pulled) (?:[\w-]+ ){0,4}(?:boys?|girls?|child(?:ren)?|m[ae]n|miners?|members)"
        r"|(?:was|were|been) (?:rescued|recovered|pulled|freed|located)|body (?:was"
        r"|has been) (?:found|recovered)|rescued|dead body|wreckage (?:was|has been) found",
        alike=True,
    ),
    _standing(
        r"bill|legislation|measure|package|resolution|amendment",
        rf"{_SOON} (?:\w+ ){{0,2}}(?:vote|debate|consider|take up|introduce|introduced|unveil|go before|come up|voted|bring up|pass"
        r"|put (?:[\w-]+ ){0,5}(?:to a vote|before|on the floor))",
        r"(?:introduced|unveiled|rolled out)",
        r"(?:passed|approved|cleared|adopted)|await(?:s|ed|ing) (?:[\w'.-]+ ){0,4}signature"
        r"|(?:heads?|headed|goes|sent|now) (?:\w+ )?to (?:[\w'.-]+ ){1,5}desk",
        r"(?:signed|signs|enacted|became law|becomes law|vetoed|vetoes)",
        alike=True,
    ),
    _standing(
        r"jur(?:y|ors?)|trial|case|deliberat\w+|verdict",
        r"(?:beg[au]n|begins?|start(?:ed|s)?|resum(?:ed|es?)|continu(?:ed|es?)) (?:\w+ )?deliberat\w+|deliberating"
        r"|deliberations (?:beg[au]n|begin|continued?|resumed?|entered)|yet to (?:reach|return|deliver) (?:a )?verdict"
        r"|awaiting (?:a |the )?verdict",
        r"(?<!be )(?:found (?:[\w.'-]+ ){0,4}(?:not )?guilty|convicted|acquitted|mistrial|hung jury|deadlocked)"
        r"|(?:reached|returned|delivered) (?:a |its |their )?(?:\w+ )?verdict",
        whose=True,
    ),
    _standing(
        r"deal|agreement|pact|accord|treaty|truce|cease-?fire|compromise|signed",
        rf"in talks|negotiating|close to|nearing|{_SOON} (?:\w+ )?(?:reach|strike|announce|make)"
        rf"|not (?:yet )?(?:reached|there)|no deal|working on|hop(?:es?|ing) (?:to|for)",
        r"(?:reached|struck|agreed|announced|announces|clinched|sealed|strike|reach)",
        rf"{_SOON} (?:\w+ )?(?:be signed|sign)",
        r"(?<!be )signed|signing ceremony|signs|ratified|took effect|came into force",
    ),
    _standing(
        r"hurricane|storm|typhoon|cyclone|tornado|blizzard",
        rf"approach(?:es|ed|ing)|barrel(?:s|l?ed|l?ing) toward|bear(?:s|ing) down|head(?:s|ed|ing) (?:for|toward)"
        rf"|{_SOON} (?:\w+ )?(?:hit|make landfall|strike)|brac(?:es?|ed|ing)",
        r"made landfall|makes landfall|slammed|slams|battered|batters|struck|came ashore|tore through|ripped through",
    ),
    _standing(
        r"fires?|blazes?|wildfires?",
        r"out of control|raging|uncontained|spread(?:ing|s)|still burning|battl(?:es?|ing)|0 (?:percent|%) contained",
        r"(?:was|were|been|is|fully) (?:contained|extinguished|put out|under control)|brought under control|extinguished",
    ),
    _standing(
        r"nomin\w+|job|post|position|secretary|justice|judge|ambassador|director|chief",
        rf"{_SOON} (?:nominate|pick|name|appoint|choose|tap)|short-?list|front-?runner|considering|is being considered|leading candidate",
        r"(?:nominated|picked|named|tapped|appointed|chose|nominates|picks|names|taps)",
        r"(?<!not )(?<!be )(?:confirmed|sworn in|confirms)",
    ),
    _standing(
        r"resign\w*|step\w* down|quit\w*|oust\w*|fired|dismiss\w*",
        r"(?:calls?|called|calling|urged|urges|pressure|demand\w*) (?:\w+ ){0,4}(?:to "
        r"|for )?(?:\w+ ){0,3}(?:resign\w*|step down|quit|ouster)|should (?:resign|step down|quit)"
        r"|considering resigning",
        r"(?:will|plans to|intends to|going to) (?:resign|step down|quit|leave office)|resigning|stepping down",
        r"(?<!be )(?:resigned|stepped down|quit|ousted|fired|resigns|steps down|quits)",
        whose=True,
    ),
    _standing(
        r"orders?|bans?|rules?|decree|proclamation|tariffs?|sanctions?|polic(?:y|ies)|moratorium|curfew|lockdown"
        r"|emergency|directive|memo",
        r"consider(?:s|ing)|mull(?:s|ing)|weigh(?:s|ing)|threaten(?:s|ed|ing)|floated|toying",
        r"preparing|drafting|drafted|proposed|draft",
        rf"{_SOON} (?:\w+ )?(?:sign|issue|impose|declare|be (?:signed|imposed))",
        r"(?<!be )(?<!been )(?:signed|signs|issued|imposed|imposes|declared|declares)|took effect|takes effect"
        r"|took force|in effect|went into effect|goes into effect",
        r"(?<!be )(?:blocked|struck down|halted|rescinded|revoked|lifted|overturned|blocks|suspended)",
        alike=True,
    ),
    _standing(
        r"lawsuit|suit|sue\w*|appeal\w*|charges?|complaint|petition",
        rf"(?:{_SOON}|threaten(?:s|ed|ing) to) (?:\w+ )?(?:sue|file|appeal|bring|seek)|considering (?:suing"
        rf"|a lawsuit|an appeal|charges)|may sue|could sue|decide whether to (?:sue|appeal|charge)",
        r"(?:sued|sues|filed|files|appealed|appeals|brought|lodged)",
        r"(?:settled|dismissed|dropped|thrown out|won|lost)",
    ),
    _standing(
        r"report|documents?|transcript|tapes?|findings|video|footage|memo|book",
        rf"{_SOON} (?:\w+ )?(?:be (?:released|published|made public|delivered)|release|publish|deliver)"
        rf"|yet to be released|not (?:yet )?(?:been )?(?:released|published|made public)|awaiting|unreleased",
        r"(?<!not been )(?<!be )(?<!yet )(?<!not )(?:released|published|made public|delivered|submitted|releases|publishes)",
        alike=True,
    ),
    _standing(
        r"election|race|vote|votes|ballots|contest|primary|runoff|seat|nomination|nod|governor|senator|term",
        r"(?:vying|battling|competing|campaigning|running) for|is (?:also )?seeking|hop(?:es?|ing) to (?:win|unseat|flip|upset|change)"
        r"|(?:is|will) (?:also )?(?:being |be )(?:held|decided|tested)|head(?:s|ed|ing)? to the polls|go(?:es|ing)? to the polls"
        r"|will face voters",
        r"(?:led|leads?|leading|ahead of) [^.;]{0,80}(?:votes?|percent|precincts|percentage points|counted)"
        r"|(?:narrow|slim|slight|small) lead"
        r"|locked in|waiting on results|ballots were (?:still )?(?:being )?counted|too close to call"
        r"|neck and neck|(?:still )?being counted|uncalled|(?:heads?|headed|heading) (?:to|for) a recount",
        r"(?:won|wins|declared (?:the )?(?:winner|victory)|conceded|concedes|defeated|defeats|projected (?:to win"
        r"|winner)|called (?:the|for)|elected|re-elected)|(?:nabbed|secured|clinched|captured) the (?:[\w-]+ ){0,2}nomination"
        r"|(?:lost|fell short)(?! of)",
        whose=True,
        each=True,
    ),
    _standing(
        r"troops|soldiers|forces|guard|warships?|carrier|aid|ventilators|shipment|convoy",
        rf"{_SOON} (?:\w+ )?(?:send|deploy|be (?:sent|deployed))|considering (?:sending|deploying)|ordered",
        r"(?<!be )(?:sent|deployed|arrived|arrives|dispatched|landed)",
    ),
    _standing(
        r"shutdown|government|schools?|border|airport|park|bridge|plant|factory|factories|stores?|restaurants?|offices?|exhibit",
        rf"(?:{_SOON}|could|may|might) (?:\w+ )?(?:close|shut(?: down)?|be (?:closed|shut))|looming|avert|shutdown (?:looms|deadline)",
        r"(?:closed|shut down|shuttered|partially shut)|shutdown (?:began|entered|enters|continues|drags|is in)",
        r"(?:re-?opened|re-?opens|ended the shutdown|ending the shutdown|shutdown (?:ended|ends))",
    ),
)
"""Every row: what is told of, and step by step the words that tell how far it is."""

VOID = listed("must should can if unless whether could might may would until before previously earlier ago not never no without former n't")
"""Words before what tells a step that take it back."""
