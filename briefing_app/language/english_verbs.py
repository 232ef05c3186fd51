"""English verbs and their forms; the lists are this project's own, the regular forms are made by rule."""

from __future__ import annotations

from functools import cache

from briefing_app.language.words import listed

REGULAR = """
abandon abolish absorb abuse accelerate accept accompany accuse achieve acknowledge acquire act adapt add address adjust admire admit
adopt advance advertise advise advocate affect affirm afford agree aid aim air alarm alert allege allocate allow alter amend amount
analyse analyze anger announce answer anticipate apologise apologize appeal appear applaud apply appoint appreciate approach approve argue
arm arrange arrest arrive ask assassinate assault assemble assert assess assign assist assume assure attach attack attain attempt attend
attract attribute authorise authorize avoid await award back balance ban bar base battle beg believe belong benefit bind blame blast blend
bless block board boast bolster bomb boost boycott brand breach brief broaden brush bury buzz calculate call calm campaign cancel capture
care carry cast cause caution cease celebrate challenge change channel characterise characterize charge chase check cheer chide circulate
cite claim clarify clash clear climb close coincide collaborate collapse collect combine comment commission commit communicate compare
compete compile complain complete comply compose compound compromise conceal concede concern conclude condemn conduct confess confide
confine confirm confront confuse connect consent consider consist constitute construct consult consume contact contain contemplate contend
contest continue contract contradict contribute control convene converge convert convey convict convince cook cooperate coordinate cope
correct counsel count counter couple court cover crack craft crash create credit criminalise criminalize cripple criticise criticize cross
crush curb curtail cut-off damage dash date dare debate debut decide declare decline decrease dedicate deepen defeat defect defend defer
define defy delay delegate delete deliver demand demolish demonstrate denounce deny depart depend depict deploy deport derail describe
deserve design destroy detail detain detect deter deteriorate determine detonate devastate develop devise devote die differ diminish
direct disagree disappear disappoint discard disclose discontinue discourage discover discuss dismantle dismiss dispatch disperse display
dispute disrupt dissolve distance distinguish distribute divert divide divorce document dominate donate double doubt downgrade downplay
draft drag drop drown dub dump earn ease echo edit educate elaborate elect elevate eliminate embark embrace emerge emit emphasise
emphasize employ enable enact encounter encourage end endanger endorse endure enforce engage enhance enjoy enlist ensure enter entertain
entitle erupt escalate escape escort establish estimate evacuate evade evaluate evolve examine exceed exchange exclude excuse execute
exempt exercise exert exhaust exist exit expand expect expel experience expire explain explode exploit explore export expose express
extend extract face facilitate fade fail fault favor favour fear feature field figure file fill film finance finish fine fire fix flag
flare flash flood flow focus follow forbear force forecast form formulate foster found frame free freeze-out frustrate fuel fulfil fulfill
function fund gain gather gauge generate govern grab grant greet grill gripe ground guarantee guard guide hail halt hamper hand handle
happen harass harbor harbour harm haul head heal help herald hesitate highlight hike hinder hint hire honor honour hope host house howl
hunt identify ignore illustrate imagine impact impeach impede implement implicate imply import impose impress imprison improve include
increase incur indicate indict infect infiltrate inflate inflict influence inform infuriate inherit initiate inject injure innovate
inquire insert insist inspect inspire install instruct insult insure integrate intend intensify interact intercept interfere interpret
interrupt intervene interview introduce invade invest investigate invite invoke involve isolate issue jail join joke judge jump justify
kick kidnap kill kiss knock label lack lament land last laugh launch legalise legalize lecture level liberate license lift like likens
liken limit line link list live load lobby locate lock lodge look loom loosen lower maintain manage mandate manufacture march mark market
marry mask match matter mature measure mediate meld mention merge migrate miss mitigate mobilise mobilize mock moderate modernise
modernize modify monitor motivate mount mourn move mull multiply murder murmur muse name narrow nationalise nationalize near need
negotiate nod nominate normalise normalize note notice notify number obey object oblige observe obstruct obtain occupy occur offend offer
open operate opine oppose opt order organise organize originate oust outlaw outline outrage outweigh oversell overhaul overlook overturn
overwhelm owe own pack paint panic pardon park participate pass patrol pause peak penalise penalize perceive perform permit persist
persuade phase phone photograph pick pile pilot pioneer place plague plan plant play plead please pledge plot plummet plunge pocket point
poison police poll ponder portray pose position possess post postpone pour power praise preach predict prefer prepare prescribe present
preserve press pressure presume prevail prevent print privatise privatize probe proceed process proclaim procure produce profile profit
progress prohibit project prolong promise promote prompt pronounce propose prosecute protect protest prove provide provoke publicise
publicize publish pull pump punish purchase pursue push qualify quarrel question quip quote race raise rally range rank rate rattle reach
react reaffirm realise realize reason reassure rebuff rebuke recall receive reckon recognise recognize recommend reconsider reconcile
record recount recover recruit reduce refer refine reflect reform refrain refuse refute regain regard register regret regulate reinforce
reinstate reiterate reject relate relax release relieve relinquish relocate rely remain remark remember remind remove rename render renew
renounce repair repeal repeat repel replace reply report represent reprimand request require rescue research resemble resent reserve
reshape resign resist resolve resort respect respond restart rest restore restrain restrict result resume retain retaliate rethink-over
retire retreat retrieve return reunite reveal reverse review revise revive revoke reward rival roll rule rumour rumor rush sack safeguard
sail salute sample sanction sanitise save scale scare scatter schedule scold score scrap scramble scrutinise scrutinize search secure seem
seize select sentence separate serve settle shape share shelter shift shock shop shout shove show-off shrug sign signal simplify skip slam
slap slash slip slow smash smile smuggle snap snub soar soften solve sort sound spare spark specify speculate spill-over spike split-up
sponsor spot spray spur squeeze stabilise stabilize stage stall stamp stare start starve state stay steer stem step stipulate stock stop
store storm strain strengthen stress stretch stop struggle study stumble submit subpoena subside succeed sue suffer suggest suit summarise
summarize summon supply support suppose suppress surface surge surpass surprise surrender surround survive suspect suspend sustain swap
switch sympathise sympathize tackle talk target tarnish taunt tease tempt tend term terminate test testify thank threaten threat tie
tighten tip top topple torture total touch tour tout track trade trail train transfer transform transition transmit transport trap travel
treat tremble trend trick trigger trim triple trouble trust try tumble turn tweet twist type undermine underline underscore unify unite
unleash unload unveil update upgrade uphold-to urge use usher utter vacate validate value vanish vary venture verify veto view violate
visit voice volunteer vote vow wage wait walk wane want warn warrant wash waste watch waver weaken weigh welcome whisper widen wipe wish
witness wonder work worry worsen wound wrap wreck yell yield zero lash acclaim adjourn allude ally appease arouse articulate ascend bail
bargain batter beckon befriend betray blur bounce bribe browse bully bump burden cap captain caress cement censor censure cheat chant chat
chronicle clamp classify cling-on coach code coin comfort commend commemorate compel compensate conspire cough crawl criss-cross culminate
cure curse cycle decry deem default deflect degrade delight demote depress deprive derive descend despise destabilise destabilize
differentiate digest dine disable disapprove disarm discredit discriminate disguise disqualify dissent dissuade diversify dodge drain
dread drift dwindle eject email embarrass embed embody empower enclose encompass engulf enlarge enquire enrage ensue entail entice entrust
envision equate equip eradicate erase erode err espouse evict evoke exaggerate exasperate excel excite exclaim exonerate expedite extort
extradite falter fan fancy fast fathom feed-back fend finalise finalize flatten flaunt flock flourish flout foil forge forgo-on forward
fret fumble gamble gape glance gloat grace grapple gravitate grumble halve harden hasten haunt heed heighten hoard hover hurry idle
immerse incarcerate incite incline infer infringe instigate insulate interrogate intimidate irritate jeopardise jeopardize jolt juggle
kneel-on leak legislate levy linger loot lure maim marginalise marginalize marvel maximise maximize mean-on meddle menace minimise
minimize mishandle mistreat narrate neglect nudge nurture objectify obsess outlast outnumber outpace overcharge overestimate overlap
overrule override-on pander paraphrase patch peddle peer perpetrate plead plunder polarise polarize portend posit postulate preclude
preempt presage prioritise prioritize proffer propel purge quell query quash quadruple ratify rebound rebut recede reclaim recuse redeem
redefine refocus reimburse relay relent remarry remedy reopen repatriate replicate repress repudiate resettle respite resurface resurrect
retort retract revel revert revolve ridicule rip roar rob rock rotate ruin sacrifice salvage scoff scorn scream screen scrub seal seat
shed-off shatter shield shout simulate sketch slump smear smoke sneak soothe spell spoil squander stabilize stagnate stigmatise stigmatize
strand subscribe substitute subvert surmise swarm sweeten tally tamper tantalise theorise theorize thrill thwart toil tolerate topple toss
tow transcend transpire trumpet tuck tweak unearth unfold unravel unsettle uproot usurp utilise utilize vaccinate vent vex vie vouch waive
wander ward wield wrestle yearn zoom
"""

IRREGULAR = """
arise:arose:arisen awake:awoke:awoken bear:bore:borne beat:beat:beaten become:became:become begin:began:begun bend:bent:bent bet:bet:bet
bid:bid:bid bite:bit:bitten bleed:bled:bled blow:blew:blown break:broke:broken breed:bred:bred bring:brought:brought
broadcast:broadcast:broadcast build:built:built burn:burnt,burned:burnt,burned burst:burst:burst buy:bought:bought catch:caught:caught
choose:chose:chosen cling:clung:clung come:came:come cost:cost:cost creep:crept:crept cut:cut:cut deal:dealt:dealt dig:dug:dug do:did:done
draw:drew:drawn dream:dreamt,dreamed:dreamt,dreamed drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed:fed
feel:felt:felt fight:fought:fought find:found:found flee:fled:fled fly:flew:flown forbid:forbade:forbidden forget:forgot:forgotten
forgive:forgave:forgiven freeze:froze:frozen get:got:got,gotten give:gave:given go:went:gone grow:grew:grown hang:hung,hanged:hung,hanged
have:had:had hear:heard:heard hide:hid:hidden hit:hit:hit hold:held:held hurt:hurt:hurt keep:kept:kept know:knew:known lay:laid:laid
lead:led:led lean:leaned,leant:leaned,leant leap:leapt,leaped:leapt,leaped learn:learned,learnt:learned,learnt leave:left:left
lend:lent:lent let:let:let lie:lay,lied:lain,lied light:lit,lighted:lit,lighted lose:lost:lost make:made:made mean:meant:meant
meet:met:met mislead:misled:misled oversee:oversaw:overseen overthrow:overthrew:overthrown pay:paid:paid plead:pled,pleaded:pled,pleaded
put:put:put quit:quit:quit read:read:read rebuild:rebuilt:rebuilt rid:rid:rid ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run
say:said:said see:saw:seen seek:sought:sought sell:sold:sold send:sent:sent set:set:set shake:shook:shaken shed:shed:shed
shine:shone:shone shoot:shot:shot show:showed:shown,showed shrink:shrank:shrunk shut:shut:shut sing:sang:sung sink:sank:sunk sit:sat:sat
sleep:slept:slept slide:slid:slid speak:spoke:spoken speed:sped:sped spend:spent:spent spin:spun:spun split:split:split
spread:spread:spread spring:sprang:sprung stand:stood:stood steal:stole:stolen stick:stuck:stuck sting:stung:stung
strike:struck:struck,stricken strive:strove:striven swear:swore:sworn sweep:swept:swept swell:swelled:swollen swim:swam:swum
swing:swung:swung take:took:taken teach:taught:taught tear:tore:torn tell:told:told think:thought:thought throw:threw:thrown
thrust:thrust:thrust undergo:underwent:undergone understand:understood:understood undertake:undertook:undertaken undo:undid:undone
uphold:upheld:upheld upset:upset:upset wake:woke:woken wear:wore:worn weave:wove:woven weep:wept:wept win:won:won wind:wound:wound
withdraw:withdrew:withdrawn withhold:withheld:withheld withstand:withstood:withstood write:wrote:written foresee:foresaw:foreseen
forgo:forwent:forgone override:overrode:overridden overtake:overtook:overtaken overcome:overcame:overcome outdo:outdid:outdone
rethink:rethought:rethought retell:retold:retold rewrite:rewrote:rewritten mistake:mistook:mistaken partake:partook:partaken
overrun:overran:overrun undercut:undercut:undercut reset:reset:reset
"""

BE = {"be": "B", "am": "DB", "is": "ZD", "are": "DB", "was": "D", "were": "D", "been": "N", "being": "G", "'s": "Z", "'re": "D", "'m": "D"}

_DOUBLING = listed(
    """
ban bar beg bat bet bid bin blur cap chat chop clap clip commit compel control cut dig dim dip drag drop drum equip expel fan fit flag
flap flip flop forbid format gag get grab grin grip hit hop hug infer incur jog kid knit lag let nod occur omit permit pet pin plan plot
plug pop prefer propel put quit rebut recur refer regret repel rid rob rub run scan scrap scrub set ship shop shrug shut sin sit skip slam
slap slip snap snub sob spin spot spur stab star stem step stir stop strip submit sum swap swim tag tan tap thin tip top transfer transmit
trap trim trip unplug wed win wrap zip defer deter admit rip tug vet outwit program upset curtsy unwrap
"""
)
_VOWELS = "aeiou"


def lemmas() -> tuple[str, ...]:
    """Every verb in its base form."""
    regular = [word for word in REGULAR.split() if "-" not in word]
    return tuple(dict.fromkeys([*regular, *(entry.split(":")[0] for entry in IRREGULAR.split())]))


def forms_of(lemma: str) -> dict[str, str]:
    """Every form of one verb with its readings (B, Z, D, N, G as in ``Grammar.verb_forms``)."""
    past, participle = irregular().get(lemma, ((), ()))
    regular = (_past(lemma),)
    forms: dict[str, str] = {}
    for form, reading in ((lemma, "B"), (_third(lemma), "Z"), (_ing(lemma), "G")):
        forms[form] = forms.get(form, "") + reading
    for form in past or regular:
        forms[form] = forms.get(form, "") + "D"
    for form in participle or regular:
        forms[form] = forms.get(form, "") + "N"
    return forms


@cache
def irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Base form of each irregular verb to its past forms and its past participles."""
    table = {}
    for entry in IRREGULAR.split():
        base, past, participle = entry.split(":")
        table[base] = (tuple(past.split(",")), tuple(participle.split(",")))
    return table


@cache
def verb_forms() -> dict[str, str]:
    """Every known surface form of every verb to its readings, among them those of "be"."""
    table: dict[str, str] = dict(BE)
    for lemma in lemmas():
        for form, readings in forms_of(lemma).items():
            table[form] = "".join(sorted(set(table.get(form, "") + readings)))
    return table


@cache
def verb_bases() -> dict[str, str]:
    """Every known surface form to the base form of its verb ("sold" to "sell"); a base form to itself.

    A form of two verbs belongs to the one that the news uses more: "found" and "left" to "find" and "leave", "wound" to "wound".
    """
    table = dict.fromkeys(BE, "be")
    for lemma in (*irregular(), *lemmas()):
        for form in forms_of(lemma):
            table.setdefault(form, lemma)
    return table | {"wound": "wound", **{lemma: lemma for lemma in irregular()}}


def _third(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in _DOUBLING else lemma
