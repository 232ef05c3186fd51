"""What two articles of one event dispute, on own sentences: each kind where it is, and none where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.comparison import compare
from briefing_app.comparison.disputes import Dispute, disputes_of
from briefing_app.comparison.study import Study
from briefing_app.language import read
from briefing_app.model.comparison import ClaimStatus, DifferenceKind, Relation
from tests.factories import article

CONTRADICTION, NUMBER, STAGE, PROGRESSION = (
    DifferenceKind.CONTRADICTION,
    DifferenceKind.NUMBER,
    DifferenceKind.STAGE,
    DifferenceKind.PROGRESSION,
)


def disputes(context: str, a: str, b: str, *days: date) -> tuple[Dispute, ...]:
    """Of two articles that share their first sentence and a second one in other words."""
    first, second = days or (None, None)
    one = article(1, None, context, "The news spread on social media within minutes.", a, day=first)
    other = article(2, None, context, "The news spread within minutes on social media.", b, day=second)
    return disputes_of(Study((one, other), tuple(read(told.document, told.document.date.value) for told in (one, other))))


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        (
            "The tanker Aurora ran aground off Lindholm on Sunday.",
            "The crew of the Aurora had been warned about the reef twice, the coastguard said.",
            "The crew of the Aurora was never warned about the reef, its owner said.",
        ),
        (
            "Police raided a warehouse in Tarnow on Friday.",
            "Officers found explosives in the warehouse in Tarnow.",
            "No explosives were found in the warehouse, a prosecutor said.",
        ),
        (
            "The governor of Ostland flew home on Monday.",
            "Governor Petra Hauk met the protest leaders before she flew home.",
            "Hauk did not meet any of the protest leaders before her flight.",
        ),
        (
            "A power station near Brenz failed on Tuesday.",
            "The operator told the regulator about the cracks in March.",
            "The regulator says it was not told about the cracks.",
        ),
        (
            "A singer was shot dead in Lund.",
            "Officials said police did not see the gunman and no arrests have been made in the death of the singer.",
            "Police in Lund arrested a suspect in the death of the singer, their chief said.",
        ),
        (
            "The governor of Ostland spoke.",
            "The governor of Ostland said earlier that he was in the photograph of the parade.",
            "Later he told reporters that he wasn't in the photograph of the parade.",
        ),
        (
            "The leader of the opposition spoke.",
            "The war in Arden was not “a war of the president's choosing”, the minister said.",
            "The senator repeated his claim that the war in Arden is a “war of the president's choosing”.",
        ),
        (
            "Two ships collided off Kestrel Point.",
            "The captain of the Marit was on the bridge when the ships collided.",
            "The captain of the Marit was not on the bridge at the time of the collision, investigators said.",
        ),
        (
            "The bank Nordhaus was sold.",
            "Nordhaus will close its branches in the north.",
            "Nordhaus will not close any branches in the north, the buyer said.",
        ),
        (
            "A strike began on Monday.",
            "The union rejected the offer of the railway.",
            "The union accepted the railway's offer late on Sunday, two people said.",
        ),
        (
            "The firm Helix is under investigation.",
            "Helix paid bribes to officials in two ports, the newspaper Tagblatt reported.",
            "Helix denied paying bribes to any officials.",
        ),
        (
            "The firm Helix is under investigation.",
            "The chief executive knew about the payments, according to two former managers.",
            "The company rejected claims that its chief executive knew about the payments.",
        ),
        (
            "The president's visit was announced.",
            "The palace plans to cancel the visit, sources said.",
            "A palace spokeswoman called reports that the visit would be cancelled untrue.",
        ),
        (
            "Shelling was reported near Orlova.",
            "Government troops shelled the village of Orlova on Sunday.",
            "The army denied shelling Orlova.",
        ),
        (
            "Talks on the merger continue.",
            "Vega Air is about to buy its rival Skylark.",
            "Vega Air dismissed reports that it is about to buy Skylark.",
        ),
        (
            "A drone crossed the border.",
            "The drone was launched from Kasmir, the defence ministry said.",
            "Kasmir said the accusation that it had launched the drone was baseless.",
        ),
        (
            "The coach left the club.",
            "The club sacked coach Milo Brandt on Friday.",
            "Brandt was not sacked, the club's president said: he resigned.",
        ),
        (
            "The school board met.",
            "The school in Elm Street will stay open until 2030.",
            "The school in Elm Street will close next summer.",
        ),
        (
            "The court ruled on Tuesday.",
            "The court upheld the ban on night flights.",
            "The court overturned the ban on night flights.",
        ),
        (
            "A judge looked into the port authority.",
            "Ada Okafor, who previously headed the port authority, was named without a vote.",
            "Today, Okafor is the senior official of the port authority.",
        ),
        (
            "Minister Milo Brandt was asked about his future.",
            "The finance minister, Milo Brandt, said on Sunday he would not resign.",
            "Finance minister Milo Brandt resigned on Friday after a debate.",
        ),
        (
            "The vote for governor was close.",
            "Governor Ada Okafor has not conceded the election to her rival.",
            "Governor Ada Okafor conceded defeat in a short speech.",
        ),
        (
            "The two ministers were in Molsen.",
            "Okafor met the ambassador of Ostland on Tuesday, her office said.",
            "There was no meeting between Okafor and the ambassador, the ministry said.",
        ),
        (
            "Two parties hold talks in Molsen.",
            "The Harbour Party will form a coalition with the Greens, its leader said.",
            "There will be no coalition with the Greens, the Harbour Party said.",
        ),
        (
            "A jury in Molsen came to a verdict.",
            "A jury convicted the banker Milo Brandt of defrauding a pension fund.",
            "The banker Milo Brandt was acquitted of fraud by a jury.",
        ),
        (
            "The trial of Milo Brandt went on.",
            "Brandt denied knowing that the accounts of the fund were false.",
            "A clerk told the court that Brandt knew the accounts of the fund were false.",
        ),
        (
            "The police and marchers met in Elm Street.",
            "The police attacked the marchers in Elm Street, a priest said.",
            "The marchers attacked the police in Elm Street, the mayor said.",
        ),
        ("A bank failed.", "The government will bail out the bank.", "The government ruled out bailing out the bank."),
        ("A motion was put.", "The motion was carried after the debate.", "The motion was defeated after the debate."),
        ("A satellite flew.", "The launch was a success, the agency said.", "The launch failed, the agency said."),
        ("The minister was asked.", "The minister knew of the payments.", "The minister said he had no knowledge of the payments."),
        ("A tanker was stopped.", "The tanker was carrying weapons, the navy said.", "No weapons were found on the tanker."),
        (
            "The cup final was played in Molsen.",
            "The referee, Tom Vale, did not consult the video screen before he awarded the penalty.",
            "Referee Tom Vale checked the video screen before he pointed to the spot.",
        ),
    ],
)
def test_contradictions(context: str, a: str, b: str) -> None:
    found = disputes(context, a, b)

    assert [(one.kind, one.status) for one in found] == [(CONTRADICTION, ClaimStatus.CONFLICT)]
    assert all(one.words[0] and one.words[1] and one.why for one in found)


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        ("A train derailed near Molsen.", "The derailment killed nine people.", "Eleven people died in the derailment."),
        ("A bus crashed near Molsen.", "Nine passengers were taken to hospital.", "No one was injured in the crash, the operator said."),
        ("The cup final was played.", "The crowd of 38,000 cheered.", "Vale scored in front of 51,200 spectators."),
        ("A vote was held.", "Turnout was 68 percent.", "Turnout fell to 61 percent, the lowest since 1990."),
        ("A firm was fined.", "The regulator fined Helix 12 million euros.", "Helix was fined 15 million euros by the regulator."),
        ("A firm hires.", "Helix employs 4,200 people in Molsen.", "Helix has 3,500 employees in Molsen."),
        ("A boat sank off Molsen.", "One child died.", "Two children died, a doctor said."),
        ("A jet landed in Molsen.", "There were 143 people on board.", "The jet had 151 passengers and crew."),
        ("A train derailed near Molsen.", "At least 60 passengers were injured.", "Hospitals treated 43 people for injuries."),
        ("Thousands marched.", "Organisers put the number of marchers at 80,000.", "Police said 25,000 people had marched."),
        (
            "The city bought a new bridge.",
            "The bridge will cost 34 million euros.",
            "The price of the bridge has risen to 51 million euros.",
        ),
        ("A quake shook Sarmia.", "The quake had a magnitude of 6.1.", "The earthquake measured 5.7."),
        ("The river Dorn rose.", "The flood damaged 400 homes.", "About 900 houses were damaged by the flood."),
        (
            "The firm Helix will cut jobs.",
            "Helix will cut 1,200 jobs in Europe.",
            "The company plans to shed 2,000 posts in Europe.",
        ),
        (
            "The senate voted on the treaty.",
            "The senate ratified the treaty by 61 votes to 38.",
            "Senators approved the treaty 58-41.",
        ),
        ("Rebels freed prisoners.", "The rebels released 150 prisoners.", "The rebels freed 110 captives, the Red Cross said."),
        ("An avalanche hit the village.", "Seven villagers are missing.", "Twelve people are still missing, rescuers said."),
        ("Police broke up the rally.", "Police arrested 35 demonstrators.", "Fifty-two people were detained."),
        (
            "The telephone network is old.",
            "About 412,000 households still have a copper line.",
            "The number of copper lines has shrunk to 380,000.",
        ),
    ],
)
def test_two_counts_of_one_thing(context: str, a: str, b: str) -> None:
    found = disputes(context, a, b)

    assert [(one.kind, one.status) for one in found] == [(NUMBER, ClaimStatus.CONFLICT)]
    assert " against " in found[0].why


def test_a_toll_that_rises_from_day_to_day_is_a_progression() -> None:
    told = ("A train derailed near Molsen.", "The derailment killed nine people.", "Eleven people died in the derailment.")
    (grown,) = disputes(*told, date(2026, 3, 2), date(2026, 3, 3))
    (sunk,) = disputes(*told, date(2026, 3, 3), date(2026, 3, 2))

    assert (grown.kind, grown.status) == (PROGRESSION, ClaimStatus.PROGRESSION)
    assert (sunk.kind, sunk.status) == (NUMBER, ClaimStatus.CONFLICT)


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        ("Skylark is in trouble.", "Skylark plans to sell its hangars in Brenz.", "Skylark has sold its hangars in Brenz."),
        (
            "The parliament debated the tax.",
            "Parliament is expected to approve the sugar tax on Thursday.",
            "Parliament approved the sugar tax on Thursday.",
        ),
        (
            "The lake is empty.",
            "The government is considering a ban on fishing in the lake.",
            "The government banned fishing in the lake on Friday.",
        ),
        (
            "Helix has a new head.",
            "Helix is set to appoint Vera Lund as its chief executive.",
            "Helix appointed Vera Lund chief executive on Wednesday.",
        ),
        (
            "The court case goes on.",
            "Prosecutors intend to charge the former mayor with fraud.",
            "The former mayor was charged with fraud on Monday.",
        ),
        ("Orion builds cars.", "Orion is developing an electric van.", "Orion unveiled its electric van in Geneva."),
        (
            "Senators debated the bill.",
            "The Senate is expected to vote on the gun bill on Thursday.",
            "The Senate passed the gun bill on Thursday.",
        ),
        (
            "Police hunt for a gunman in Elm Street.",
            "The gunman is still at large, police said.",
            "Police arrested the gunman near the station.",
        ),
        ("A boy disappeared near Lake Dorn.", "The boy is still missing, his parents said.", "The boy was found dead on Sunday."),
        ("A singer was hurt.", "The singer is in a critical condition, the hospital said.", "The singer died in hospital on Monday."),
        ("The treaty was discussed.", "Ostland may leave the treaty, a minister said.", "Ostland left the treaty on Friday."),
        ("A rescue began.", "Rescuers reached the miners on Tuesday.", "Rescuers have not yet reached the miners."),
        ("A player moves.", "Moor has signed for the Harriers.", "Moor is close to signing for the Harriers."),
        (
            "The railway faces a dispute.",
            "Train drivers will walk out on Friday after talks with the operator collapsed.",
            "A strike by train drivers on Friday was called off after the operator made an offer.",
        ),
        (
            "Two neighbours quarrel.",
            "Ostland will expel three diplomats from Arden, its ministry said.",
            "Ostland expelled three diplomats from Arden.",
        ),
        ("Dockers want more.", "Dockers are threatening to strike over pay.", "Dockers walked out over pay on Monday."),
        (
            "The singer Lena Marsh is dead.",
            "The singer Lena Marsh reportedly died in a hotel in Rome.",
            "Marsh's family confirmed that she died in a hotel in Rome.",
        ),
    ],
)
def test_one_deed_at_two_stages(context: str, a: str, b: str) -> None:
    assert [(one.kind, one.status) for one in disputes(context, a, b)] == [(STAGE, ClaimStatus.PROGRESSION)]


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        ("Helix is under investigation.", "Helix declined to comment.", "“We have done nothing wrong,” Helix said in a statement."),
        ("The mayor is accused.", "Mayor Tom Arden could not be reached for comment.", "Arden said he would fight the charges."),
    ],
)
def test_silence_and_then_words(context: str, a: str, b: str) -> None:
    assert [(one.kind, one.status) for one in disputes(context, a, b)] == [(PROGRESSION, ClaimStatus.PROGRESSION)]


@pytest.mark.parametrize(
    ("context", "a", "b"),
    [
        ("The Aurora ran aground.", "The crew was warned about the reef.", "The crew did not leave the ship."),
        ("A firm grew.", "Helix sold 12,000 cars in May.", "Helix sold 140,000 cars last year."),
        ("A town voted.", "Voters in Molsen rejected the plan.", "Voters in Brenz approved the plan."),
        ("A court sat.", "The court did not hear witnesses on Monday.", "The court heard two witnesses on Tuesday."),
        (
            "A firm reported.",
            "Helix made a profit of 4 million in the first quarter.",
            "Helix made a loss of 2 million in the second quarter.",
        ),
        ("Shares moved.", "Shares in Helix rose 14 percent on Monday.", "Shares in Helix fell 9 percent on Wednesday."),
        ("A bridge was opened.", "It was planned to cost 150 million crowns in 2019.", "The bridge cost 212 million crowns."),
        ("A bus crashed.", "Nine passengers were taken to hospital.", "No children were hurt."),
        ("A virus spread.", "Ostland has recorded 2,337 cases.", "There were 433 new cases in Ostland."),
        (
            "A vote is due.",
            "The order would apply to parents who are citizens.",
            "The order is for children of parents who are not citizens.",
        ),
        ("Police raided a warehouse.", "Officers found explosives in the warehouse.", "Officers did not find the owner of the warehouse."),
        ("Police came.", "Officers found explosives in the warehouse.", "It is unclear whether officers found explosives there."),
        ("Nordhaus was sold.", "Nordhaus will not close branches.", "Nordhaus would close branches if the state cut its aid."),
        ("A train derailed.", "It killed nine people, three of them children.", "Nine people died, among them three children."),
        ("A train derailed.", "The derailment killed nine people.", "A derailment in the same valley killed 24 people in 1998."),
        ("A train derailed.", "More than 40 passengers were injured.", "Hospitals treated 43 people for injuries."),
        ("A bridge was bought.", "The bridge will cost 34 million euros.", "The city also spent 51 million euros on schools last year."),
        ("Police acted.", "Police arrested 35 demonstrators in Brenz.", "Police arrested 12 demonstrators in Lindholm."),
        ("Skylark is in trouble.", "Skylark plans to sell its hangars in Brenz.", "Skylark sold its offices in Vienna last year."),
        ("A tax.", "Parliament is expected to approve the sugar tax.", "Parliament approved a tax on tobacco in May."),
        (
            "Leaders meet.",
            "President Orban is due to meet President Ilves in Vienna.",
            "The foreign ministers met in Vienna on Tuesday to prepare the summit.",
        ),
        ("Helix is accused.", "Helix paid bribes, the newspaper Tagblatt reported.", "The bank denied the firm a loan."),
        ("Helix is accused.", "Helix denied paying bribes.", "The company denied that it had bribed officials."),
        ("A vote.", "The council approved the new stadium.", "The council had rejected an earlier plan for a stadium in 2015."),
        ("The coach.", "The club did not say why the coach left.", "The coach left the club on Friday."),
        ("The river rose.", "The flood damaged about 400 homes.", "Some 410 homes were damaged by the flood."),
        ("Jobs.", "Helix will cut 1,200 jobs in Europe.", "Helix employs 24,000 people in Europe."),
        ("The mayor is accused.", "A lawyer for Mayor Tom Arden declined to comment.", "Arden said he would fight the charges."),
        ("A visit.", "The president will visit Lund in May.", "The president did not visit Lund last year."),
        ("A vote.", "The senate voted 61 to 38 for the treaty.", "The senate has 100 members."),
        ("Rates.", "The bank raised its rate to 4 percent.", "The bank had cut its rate to 2 percent a year earlier."),
        ("A storm.", "The storm left 40,000 homes without power in Ostland.", "In Velden 15,000 homes had no electricity."),
        ("A boy fell.", "The 4-year-old boy fell into the well.", "The gorilla, a 17-year-old male, was killed."),
        ("A search.", "The boy was found without signs of life.", "They failed to find any signs of life."),
        ("The polls.", "Arden leads with 34 percent of the vote.", "Arden leads the poll, with Okafor (27 percent) behind him."),
        ("A rescue.", "Four boys were brought out of the cave on Monday.", "It may take days to bring all 12 boys out of the cave."),
        ("A budget.", "The house passed a $1.37 trillion budget.", "The house approved a $1.4 trillion budget."),
        ("A vote.", "Arden won 10 states in March.", "Arden won 10 of the 14 states in March."),
        ("A package.", "The package for the ports is likely to top $1 trillion.", "The package for the ports is worth $1.3 trillion."),
        ("An outbreak.", "Velden has 67 deaths as of Friday.", "Worldwide, more than 7,100 people have died."),
        (
            "Votes are counted.",
            "Arden won the race by 11 points in 2016, and a senator won too.",
            "Ostland is poor -- Arden won there by 20 points.",
        ),
        ("The count.", "The provisional ballots cannot be counted for 11 days.", "There are 8,483 provisional ballots left to count."),
        ("Videos.", "Tubevid wants to ensure that news videos are not removed.", "Tubevid has removed the videos."),
        ("A storm.", "The storm had no discernible effect on jobs.", "The storm had little effect on jobs in Ostland."),
        ("An inquiry.", "The panel did not find Arden conspired with Ostland.", "Arden did not conspire with Ostland."),
        ("Workers.", "Workers who stay will be paid.", "Workers who stay will not be paid until the strike ends."),
        ("A charge.", "The ministry denied the charge and accused Arden.", "Okafor blamed the ministry for its slow answer to Arden."),
        ("A plan.", "Arden denies changing his plan for the border wall.", "Arden said his plan for the border wall has “never changed.”"),
        ("A killing.", "Tom Tarrant, the father of Mia Tarrant, spoke.", "The killing of Mia Tarrant shows the rise of crime. No comment."),
        (
            "A soldier.",
            "One of Barden's lawyers, when reached by Ostland News, said no comment.",
            "Ostland News reported that he was free.",
        ),
        ("Remarks.", "Arden has not commented on Moor.", "Arden criticised Frank for his remarks."),
    ],
)
def test_nothing_is_disputed_where_both_can_be_right(context: str, a: str, b: str) -> None:
    assert [(one.kind, one.why) for one in disputes(context, a, b)] == []


def test_one_deed_on_two_days() -> None:
    (found,) = disputes("A law was passed.", "The law takes effect on 1 July.", "The law takes effect on 1 September.")

    assert (found.kind, found.why) == (DifferenceKind.DATE, "1 July against 1 September")


def test_articles_of_different_events_dispute_nothing() -> None:
    ferry = (
        "A ferry ran onto a sandbank off Molsen.",
        "Tugs pulled her free at high tide.",
        "The harbour master praised the crew.",
        "Fishermen brought blankets and soup.",
        "Helix paid bribes to officials in two ports, a paper reported.",
    )
    tax = (
        "Parliament raised the tax on sugar.",
        "Bakers fear for their trade.",
        "Doctors had asked for it for years.",
        "Children eat too many sweets, they say.",
        "Helix denied paying bribes to any officials.",
    )
    one, other = article(1, None, *ferry), article(2, None, *tax)

    assert disputes_of(Study((one, other), (read(one.document), read(other.document)))) == ()


def test_every_cell_of_a_conflict_is_on_one_side() -> None:
    context = "Talks on the dam continue."
    told = (
        "The minister of Arden asked Ostland to delay the filling of the Kestel dam.",
        "The minister of Arden denied that she had asked Ostland to delay the filling of the Kestel dam.",
        "Her office rejected claims that the minister of Arden begged Ostland to delay the filling of the Kestel dam.",
    )
    articles = [article(k, None, context, words) for k, words in enumerate(told, 1)]
    found = compare(articles, [read(one.document) for one in articles])

    (row,) = (claim for claim in found.claims if claim.status is ClaimStatus.CONFLICT)
    assert sorted(cell.relation for cell in row.cells) == sorted((Relation.STATES, Relation.CONTRADICTS, Relation.CONTRADICTS))


@pytest.mark.parametrize(
    ("teller", "called"),
    [
        ("the Lund Gazette", "Gazette"),
        ("two officials with knowledge of the talks", "two officials"),
        ("the office of the mayor", "office"),
    ],
)
def test_a_source_that_gives_both_sides_names_who_stands_against_whom(teller: str, called: str) -> None:
    met = "the harbour plan when he met minister Eva Holm"
    one = article(
        1,
        None,
        f"Mayor Tom Arden raised {met} in Lund on Monday, {teller} said.",
        f"Council spokeswoman Ida Brandt denied that the mayor Tom Arden raised {met}.",
    )
    other = article(2, None, f"Mayor Tom Arden did not raise {met} in Lund on Monday, the Gazette report said.")
    found = compare((one, other), [read(each.document) for each in (one, other)])

    (row,) = (claim for claim in found.claims if claim.status is ClaimStatus.CONFLICT)
    mine, theirs = ({mark.words for mark in cell.marks if mark.kind is DifferenceKind.CONTRADICTION} for cell in row.cells)
    assert {"against A (Brandt): “denied”", f"against A ({called}): “raised”", "against B: “did not raise”"} <= mine
    assert theirs == {f"against A ({called}): “raised”"}


def test_a_dispute_of_sentences_that_no_row_joins_is_a_row_with_both_sides() -> None:
    first = article(
        1,
        "Ferry hits quay at Port Ellery",
        "A ferry hit the quay at Port Ellery on Saturday morning, injuring 34 of the passengers.",
        "The quay was closed for the day.",
    )
    second = article(
        2,
        "Port Ellery ferry hits quay",
        "A ferry hit the quay at Port Ellery on Saturday morning.",
        "By evening forty-one people had been treated.",
    )
    found = compare((first, second), tuple(read(one.document) for one in (first, second)))
    (row,) = [claim for claim in found.claims if claim.status is ClaimStatus.CONFLICT]

    assert all(cell.relation is not Relation.ABSENT for cell in row.cells)
    assert "34" in row.why
    assert "forty-one" in row.why


def test_a_reason_quotes_what_turns_the_words_round() -> None:
    found = disputes(
        "A singer was shot dead in Lund.",
        "Officials said police did not see the gunman and no arrests have been made in the death of the singer.",
        "Police in Lund arrested a suspect in the death of the singer, their chief said.",
    )

    assert [one.words for one in found] == [("no arrests have been made", "arrested")]
    assert [one.why for one in found] == ["“no arrests have been made” against “arrested”"]
