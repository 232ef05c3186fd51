"""The small analyses: copies, omissions, origins, timeline, synonyms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing_app.comparison import compare
from briefing_app.comparison.compare import examine
from briefing_app.comparison.copies import COPY, copies_of, copy_groups
from briefing_app.comparison.knowledge.synonyms import relatives
from briefing_app.comparison.omissions import omissions_of
from briefing_app.comparison.sentences.units import units_of
from briefing_app.comparison.study import Study
from briefing_app.comparison.timeline import timeline_of
from briefing_app.language import read
from briefing_app.model.article import Article, Attested
from briefing_app.model.comparison import Cell, Claim, ClaimStatus, Comparison, Copy, Nearest, OriginKind, Place, Relation
from briefing_app.model.ids import ArticleId, SourceId
from briefing_app.model.source import Register, Source, SourceKind
from briefing_app.model.span import Span
from tests.factories import article

KURIER = Source(SourceId(1), "Kurier", ("Harz Courier",), SourceKind.OUTLET, "Nordverlag")
ABENDBLATT = Source(SourceId(2), "Abendblatt", (), SourceKind.OUTLET, "NORDVERLAG")
LONG = "The council of Hameln voted on Tuesday to close the old mill, to move its archive to the castle and to lease the land."


def test_a_copy_with_a_new_lead_is_still_a_copy() -> None:
    articles = [
        article(1, None, LONG),
        article(2, None, "Hameln decides.", LONG),
        article(3, None, "Bees thrive in the city of Graz this year."),
    ]
    units = [unit for column, one in enumerate(articles) for unit in units_of(column, one, read(one.document))]
    copies = copies_of(articles, units)

    assert [(copy.a, copy.b) for copy in copies] == [(1, 2)]
    assert copies[0].share >= COPY
    assert copy_groups(articles, copies, Register()) == (0, 0, 2)


def test_a_rewrite_is_no_copy() -> None:
    articles = [article(1, None, LONG), article(2, None, LONG)]

    assert copy_groups(articles, [Copy(ArticleId(1), ArticleId(2), COPY - 0.01)], Register()) == (0, 1)


def test_between_outlets_of_one_owner_a_rewrite_is_no_second_witness() -> None:
    articles = [article(1, None, LONG, source="Kurier"), article(2, None, LONG, source="Abendblatt"), article(3, None, LONG)]
    rewrites = [Copy(ArticleId(1), ArticleId(2), COPY - 0.01), Copy(ArticleId(1), ArticleId(3), COPY - 0.01)]

    assert copy_groups(articles, rewrites, Register([KURIER, ABENDBLATT])) == (0, 0, 2)
    assert copy_groups(articles, rewrites, Register([KURIER])) == (0, 1, 2)


def claim(*carried: bool) -> Claim:
    cells = tuple(
        Cell(ArticleId(k), Relation.STATES if there else Relation.ABSENT, (Span(0, 3),) if there else ())
        for k, there in enumerate(carried, start=1)
    )
    return Claim(ClaimStatus.SOME, "abc", Place(ArticleId(1), Span(0, 3)), cells)


def test_an_omission_needs_two_carriers_and_most_of_the_others() -> None:
    assert left_out(claim(True, True, False), claim(True, True, True)) == [3]
    assert left_out(claim(True, False, False), claim(True, True, True)) == []
    assert left_out(claim(True, True, False, False, False), claim(True, True, True, True, True)) == []
    assert left_out(claim(True, True, True, False), claim(True, True, True, True)) == [4]


def test_articles_of_one_house_leave_nothing_out_together_and_count_once() -> None:
    twice = ("Kurier", "Abendblatt", "Herald", "Post")
    every = claim(True, True, True, True)
    assert left_out(claim(True, True, True, False), every, sources=twice) == [4]
    assert left_out(claim(True, True, False, False), every, sources=twice) == []
    assert left_out(claim(True, False, True, True), every, sources=twice) == []
    assert left_out(claim(True, True, False), claim(True, True, True), sources=("Kurier",) * 3) == [3]


def left_out(*claims: Claim, sources: Sequence[str] = ()) -> list[int]:
    """The articles that leave one of the claims out; they are from these sources, else from unknown ones."""
    named = sources or [None] * len(claims[0].cells)
    articles = [article(k, None, "Words.", source=name) for k, name in enumerate(named, start=1)]
    study = Study(articles, [read(each.document) for each in articles], register=Register([KURIER, ABENDBLATT]))
    return [omission.article for omission in omissions_of(study, claims)]


def test_what_copies_carry_is_said_to_be_one_text() -> None:
    told = (
        "The council of Hameln voted on Tuesday to close the old mill by the river.",
        "Its wheel is from 1704 and drew four thousand visitors in the last year alone.",
        "A buyer from Bremen wants to turn the building into a hotel with sixty rooms.",
    )
    copies = [article(k, None, *told) for k in (1, 2, 3)]
    short = article(4, None, "Hameln will close its old mill by the river: on Tuesday the council voted so.", "Rain is likely.")
    hotel = "A buyer from Bremen wants to make the building a hotel with sixty rooms."
    other = article(5, None, "The old mill of Hameln by the river closes.", hotel)

    assert {one.why for one in compared(*copies, short).omissions} == {"3 of 3 others carry it, as one text"}
    found = compared(*copies, short, other)
    why = {found.claims[one.claim].statement: one.why for one in found.omissions if one.article == short.id}
    assert why[told[2].rstrip(".")] == "4 of 4 others carry it, in 2 texts"
    assert why[told[1].rstrip(".")] == "3 of 4 others carry it, as one text"


def test_articles_of_one_source_are_one_voice() -> None:
    mill = "The council of Hameln voted on Tuesday to close the old mill."
    said = "Hameln will close its old mill: on Tuesday the council voted so."
    first = article(1, None, mill, "Its wheel is from 1704 and drew 4,000 visitors.", source="Kurier")
    again = article(2, None, said, "Rain kept most gardeners away from the spring market.", source="Abendblatt")
    other = article(3, None, "Bees thrive in the parks of the city of Graz this year.", source="Herald")
    apart, together = compared(first, again, other), compared(first, again, other, sources=(KURIER, ABENDBLATT))

    assert [str(letter) for letter in apart.letters] == ["A", "B", "C"]
    assert [str(letter) for letter in together.letters] == ["A", "A2", "B"]
    found = [next(row for row in one.claims if row.cells[0].spans and row.cells[1].spans) for one in (apart, together)]
    assert [row.status for row in found] == [ClaimStatus.SOME, ClaimStatus.ONLY]
    assert [row.why for row in found] == ["A and B; not in C", "A and A2; not in B, of one house"]
    assert apart.registered != together.registered
    # Two articles of one house alone are told apart all the same.
    alone = compared(first, again, sources=(KURIER, ABENDBLATT))
    assert {row.status for row in alone.claims} == {ClaimStatus.ALL, ClaimStatus.ONLY}


def test_who_shares_nothing_with_the_others_leaves_nothing_out() -> None:
    claims = [claim(True, True, False), claim(True, True, False)]
    assert left_out(*claims) == []
    assert left_out(*claims, claim(False, True, True)) == [1, 3, 3]


def compared(*articles: Article, sources: tuple[Source, ...] = ()) -> Comparison:
    return compare(articles, [read(one.document) for one in articles], sources=sources)


def test_what_somebody_told_the_outlet_itself_needs_no_link_to_it() -> None:
    told = "Two engineers told the Harbour Times newspaper that the old bridge over the Lund will be closed in May."
    own, other = article(1, None, told, source="The Harbour Times"), article(2, None, told + " It is from 1704.", source="Kurier")
    chains = [{one.attribution.chain for one in compared(own, other).attributions if one.article == number} for number in (1, 2)]
    assert chains == [{("Two engineers",)}, {("Two engineers", "Harbour Times")}]


def test_articles_that_go_back_to_one_paper_have_one_origin() -> None:
    found = compared(
        article(1, None, "The bank will close its branch in Celle in May, according to the Kurier newspaper."),
        article(2, None, "According to the Kurier, the bank will close its branch in Celle in May."),
    )

    assert [(origin.name, origin.articles, origin.kind) for origin in found.origins] == [("Kurier", (1, 2), OriginKind.MEDIUM)]


def test_a_medium_that_another_passes_on_is_an_origin_for_one_claim_too() -> None:
    found = compared(
        article(1, None, "Nordpress reported that the Kurier newspaper has written that the mill was to be sold in May."),
        article(2, None, "Nordpress said that forty workers will leave.", "Nordpress said that the river is calm.", "The mill is old."),
    )
    assert "Kurier" in [origin.name for origin in found.origins]


def test_what_a_credited_article_gives_to_nobody_comes_from_its_agency() -> None:
    told = "The mill at Rhone Falls was closed on Monday after a fire in its boiler house.", "Forty workers were sent home."
    one, other = article(1, None, *told), article(2, None, *told)
    credited = replace(one, document=replace(one.document, agency=Attested("Nordpress")))
    assert [(origin.name, origin.articles) for origin in compared(credited, other).origins] == [("Nordpress", (1,))]
    assert not compared(one, other).origins


def test_an_outlet_that_another_cites_is_the_origin_of_what_it_found_out() -> None:
    one = article(1, None, "Two officials said the mill at Rhone Falls was closed.", "Forty workers were sent home, officials said.")
    named = replace(one, document=replace(one.document, source=Attested("The Rhone Courier")))
    citing = article(2, None, "The Courier newspaper reported that the mill at Rhone Falls was closed.", "The river was calm.")
    (origin,) = compared(named, citing).origins
    assert (origin.name, origin.articles) == ("The Rhone Courier", (1, 2))


def test_names_that_the_register_knows_as_one_are_one_origin() -> None:
    articles = (
        article(1, None, "The bank will close its branch in Celle in May, according to the Kurier newspaper."),
        article(2, None, "According to the Harz Courier newspaper, the bank will close its branch in Celle in May."),
    )

    assert len(compared(*articles).origins) == 2
    assert [(origin.name, origin.articles) for origin in compared(*articles, sources=(KURIER,)).origins] == [("Kurier", (1, 2))]


def test_media_of_one_owner_are_one_origin() -> None:
    articles = (
        article(1, None, "The bank will close its branch in Celle in May, according to the Kurier newspaper."),
        article(2, None, "According to the Abendblatt newspaper, the bank will close its branch in Celle in May."),
    )
    (origin,) = compared(*articles, sources=(KURIER, ABENDBLATT)).origins

    assert (origin.name, origin.articles, origin.kind) == ("Kurier, Abendblatt (Nordverlag)", (1, 2), OriginKind.MEDIUM)


def test_only_what_the_register_says_of_those_who_are_named_makes_a_comparison_stale() -> None:
    one = article(1, None, "The bank will close, according to the Kurier newspaper.", source="Lindow Daily")
    plain, stranger = compared(one), compared(one, sources=(ABENDBLATT,))

    assert plain.registered == stranger.registered == ""
    assert compared(one, sources=(KURIER,)).registered != compared(one, sources=(replace(KURIER, owner="Lee"),)).registered != ""
    assert compared(one, sources=(Source(SourceId(3), "Lindow Daily"),)).registered


def test_a_country_is_no_origin_and_unnamed_sources_count_as_their_paper() -> None:
    found = compared(
        article(1, None, "Norway told Sweden that it cannot join the league of ports this year."),
        article(2, None, "Norway cannot join the league of ports this year, the Nordfunk agency said, citing anonymous sources."),
    )

    assert "Norway" not in {origin.name for origin in found.origins}


def test_a_country_that_reports_something_is_no_paper() -> None:
    found = compared(
        article(1, None, "Norway reported foreign ships in its waters. Norway said that it will not join the plan to bar the firm."),
        article(2, None, "Norway said that it will not join the plan to bar the firm."),
    )
    assert "Norway" not in {origin.name for origin in found.origins}


def test_who_speaks_for_their_people_is_no_medium_nor_are_witnesses_who_report() -> None:
    found = compared(
        article(
            1,
            None,
            "Police Chief Anna Lindholm said investigators believe the gunman entered the fair by cutting through a fence.",
            "Lindholm said some witnesses reported a second gunman at the gate.",
            "Witnesses reported three shots at the gate.",
            "Witnesses reported that the gate was open.",
        ),
        article(
            2,
            None,
            "Anna Lindholm said that the gunman cut through a fence.",
            "The Kurier newspaper reported that the gate was open.",
            "The Kurier newspaper said that the fair goes on.",
        ),
    )
    kinds = {origin.name: origin.kind for origin in found.origins}
    assert kinds == {"Anna Lindholm": OriginKind.ON_RECORD, "Kurier": OriginKind.MEDIUM}


def test_of_two_articles_the_one_without_the_denial_leaves_it_out() -> None:
    found = compared(
        article(1, None, "The Kurier says Nordlinie sold the ferry to a bank in Celle.", "The harbour of Lund was quiet on Monday."),
        article(2, None, "Nordlinie rejected the report and denied that any ferry changed hands.", "Bees thrive in the gardens of Graz."),
    )
    left_out = [(omission.article, found.claims[omission.claim].statement) for omission in found.omissions]

    assert all("Bees" not in statement for _, statement in left_out)
    carried = [claim for claim in found.claims if claim.status is not ClaimStatus.ONLY and "denied" in claim.statement]
    assert carried or any(one == 1 and "denied" in statement for one, statement in left_out)


def test_names_for_one_thing_are_what_stands_behind_the_same_verb() -> None:
    found = compared(
        article(1, None, "Lund will not join a treaty that bans large ferries from the port of Celle."),
        article(2, None, "Lund will not join the pact which bans large ferries from the port of Celle."),
    )
    texts = {1: "Lund will not join a treaty", 2: "Lund will not join the pact"}

    assert [sorted(texts[p.article][p.span.start : p.span.end] for p in label.names) for label in found.labels] == [
        ["a treaty", "the pact"]
    ]


def test_the_timeline_runs_forward() -> None:
    one = article(1, None, "The court ruled on 3 March 2026 against the dairy. The dairy had sued on 12 January 2025.")
    entries = timeline_of(units_of(0, one, read(one.document)))

    assert [entry.date.day for entry in entries] == [date(2025, 1, 12), date(2026, 3, 3)]


def test_near_meanings_are_known_both_ways() -> None:
    assert relatives("exclud")["bar"] >= 0.5
    assert relatives("bar")["exclud"] >= 0.5
    assert relatives("met")["meet"] == 1.0
    assert relatives("no-such-stem") == {}


TWO_COUNTS = "The county said 12 people were sent home on Tuesday.", "The county said 14 people were sent home on Thursday."


def test_articles_that_are_the_same_do_not_differ() -> None:
    told = "The county denied that the bridge was unsafe.", "The bridge was unsafe, a report said.", *TWO_COUNTS
    articles = [article(number, None, *told) for number in (1, 2)]
    assert compare(articles, [read(one.document) for one in articles]).differences == ()


def test_articles_of_which_one_has_corrected_the_other_differ() -> None:
    articles = [article(1, None, TWO_COUNTS[0]), article(2, None, *TWO_COUNTS)]
    assert compare(articles, [read(one.document) for one in articles]).differences


def test_a_claim_told_in_other_words_is_not_left_out_but_its_condition_is() -> None:
    found = compared(
        article(1, None, "Lund said that it cannot join a treaty that excludes one town, but will reconsider if the treaty changes."),
        article(2, None, "Lund will not join any treaty that excludes one town, but would reconsider if the treaty changes."),
        article(3, None, "Lund says that it cannot join a treaty that would exclude a town.", "Bees thrive in the gardens of Graz."),
    )
    assert [(omission.article, omission.why) for omission in found.omissions] == [(3, "the condition (“if”) that 2 of 2 others carry")]


OIL = "The ferry Winmore carried 600 tons of oil to Celle in October.", "In October 600 tons of oil came to Celle on the ferry Winmore."


def left_out_by_the_third(*texts: str, score: float) -> list[str]:
    """Why the third of three articles leaves out what the others tell; its only sentence comes that near to it."""
    articles = [article(number, None, text) for number, text in enumerate(texts, start=1)]
    study = Study(articles, [read(one.document) for one in articles])
    spans = [unit.span for unit in study.units]
    cells = (*(Cell(one.id, Relation.STATES, (span,)) for one, span in zip(articles[:2], spans, strict=False)),)
    near = Cell(ArticleId(3), Relation.ABSENT, nearest=Nearest(spans[2], score))
    rows = [Claim(ClaimStatus.SOME, text, Place(ArticleId(1), spans[0]), (*cells, near)) for text in texts[:1]]
    shared = Claim(ClaimStatus.ALL, "", Place(ArticleId(1), spans[0]), (*cells, Cell(ArticleId(3), Relation.STATES, (spans[2],))))
    return [omission.why for omission in omissions_of(study, [*rows, shared])]


def test_an_article_that_comes_close_leaves_nothing_out() -> None:
    assert left_out_by_the_third(*OIL, OIL[0].replace("carried", "brought"), score=0.8) == []


def test_an_article_that_comes_close_leaves_out_what_it_has_no_word_of() -> None:
    near = "Ships had carried oil to Celle before, the harbour says."
    (why,) = left_out_by_the_third(*OIL, near, score=0.8)
    assert why.startswith("2 of 2 others carry it; nowhere here: “")
    assert "Winmore" in why
    assert "600" in why
    assert left_out_by_the_third(*OIL, near, score=0.9) == []  # so near that it says the same in other words


def test_what_more_likely_than_not_says_the_same_is_no_mere_silence() -> None:
    wish = "“Our town wants to continue to strengthen its cooperation in matters of flood defence with Lund,” said the mayor, Ada Brask."
    echo = "According to Nordpress, it is seeking to strengthen its cooperation with Lund on flood defence."
    rest = ("The harbour was closed for two days after the storm.", "Three ferries lie at the quay, and a fourth is under repair.")
    other = ("Bees thrive in the gardens of Graz.", "The price of oats rose by a third in the spring.")
    articles = [article(1, None, *rest, wish), article(2, None, *other, echo)]
    study = Study(articles, [read(one.document) for one in articles])
    found = examine(study)

    likely = [cell for claim in found.claims for cell in claim.cells if cell.nearest and cell.nearest.likely]
    together = [claim for claim in found.claims if all(cell.spans for cell in claim.cells)]
    assert bool(likely) != bool(together)  # in one row, or each perhaps in the other article
    for cell in likely:
        assert cell.relation is Relation.ABSENT
        assert cell.nearest is not None
        assert cell.nearest.score >= max(0.5, round(study.alignment.threshold, 3))
        assert cell.nearest.span.of(articles[cell.article - 1].text) in (wish, echo)
