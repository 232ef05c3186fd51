"""A briefing says nothing that no source said, cites every place, and drafts what its material can fill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from briefing_app.briefing import Material, compose, draft
from briefing_app.briefing.tree import Badge, Block, Cite, Heading, Inlines, Items, Paragraph, Quote, Table, Text, Tree, Voice
from briefing_app.briefing.wording import moment_words
from briefing_app.model.briefing import Briefing, ComparisonBlock, ExcerptBlock, SourceBlock, SummaryBlock, TextBlock
from briefing_app.model.ids import AnnotationId, BriefingId, EventId
from tests.briefing.material import ARABIC, FIRST, JAPANESE, SECOND, annotation, comparison, event, material
from tests.factories import NOON, article


def sequences(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.inlines
            case Items():
                for item in block.items:
                    yield from sequences(item)
            case Quote():
                yield from sequences(block.blocks)
            case Table():
                for cells in (block.head, *(row for group in block.groups for row in group.rows)):
                    for cell in cells:
                        yield from cell.lines


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join("".join(run.words for run in line if isinstance(run, Text)) for line in sequences(blocks))


def tree_of(used: Material, *blocks: object) -> Tree:
    return compose(Briefing(BriefingId(1), EventId(3), "A title", blocks, NOON, NOON), used)  # type: ignore[arg-type]


def test_a_draft_has_every_block_that_the_material_fills() -> None:
    kinds = [type(block).__name__ for block in draft(event(FIRST, SECOND), material(), now=NOON).blocks]
    assert kinds == ["SummaryBlock", "ComparisonBlock", "QuotationBlock", "ExcerptBlock", "SourceBlock"]
    bare = draft(event(FIRST), Material(articles=(FIRST,)), now=NOON)
    assert ExcerptBlock() not in bare.blocks
    assert (bare.id, bare.title, bare.changed_at) == (0, "Ferry line to close in May", NOON)


def test_the_same_material_gives_the_same_draft_whenever_it_is_made() -> None:
    used = material()
    first, second = (draft(event(*used.articles), used, now=NOON + timedelta(days=days)) for days in (1, 9))
    assert first.created_at != second.created_at
    assert compose(first, used) == compose(second, used)


def test_every_verbatim_run_stands_in_a_source() -> None:
    used = material()
    tree = compose(draft(event(*used.articles), used, now=NOON), used)
    texts = [" ".join(a.text.split()) for a in used.articles]
    runs = [run for line in sequences(tree.blocks) for run in line if isinstance(run, Text) and run.voice is Voice.VERBATIM]
    runs += [run for note in tree.notes for run in note.inlines if isinstance(run, Text) and run.voice is Voice.VERBATIM]
    assert len(runs) > 10
    for run in runs:
        assert any(" ".join(run.words.split()) in text for text in texts), run.words


def test_every_conflicting_side_is_in_the_summary_with_its_letter_and_note() -> None:
    tree = tree_of(material(), SummaryBlock())
    lines = ["".join(getattr(run, "words", str(getattr(run, "letter", "^"))) for run in line) for line in sequences(tree.blocks)]
    assert any(line.startswith("A port authority: “The Velmark ferry will stop on 4 May”") and line.endswith("^") for line in lines)
    assert any("B “The port denied on Tuesday that the ferry will stop in May.”^ (contradicts)" in line for line in lines)
    assert any("is not in B^" in line for line in lines)
    assert "4 articles, 1 independent origin, 1 on record" in words(tree.blocks)
    assert "They go back to: Kurier " in words(tree.blocks)
    assert "On record: port authority " in words(tree.blocks)


def test_notes_are_numbered_by_first_citation_and_shared_by_the_same_place() -> None:
    used = material()
    tree = compose(draft(event(*used.articles), used, now=NOON), used)
    cited = [run.note for line in sequences(tree.blocks) for run in line if isinstance(run, Cite)]
    assert list(dict.fromkeys(cited)) == list(range(len(tree.notes)))
    assert len(cited) > len(set(cited))


def test_a_note_names_source_title_date_words_and_custody() -> None:
    tree = tree_of(material(), ComparisonBlock())
    note = "".join(getattr(run, "words", str(getattr(run, "letter", ""))) for run in tree.notes[0].inlines)
    digest = FIRST.custody.original_sha256[:12]
    assert note == (
        "A Harbour Courier, “Ferry line to close in May”, 2 Mar 2026 (port authority): "
        f"“The Velmark ferry will stop on 4 May” · imported {moment_words(NOON)} · a11.txt, sha256 {digest}…"
    )
    again = ["".join(run.words for run in one.inlines if isinstance(run, Text)) for one in tree.notes[1:]]
    assert any(f"” · a11.txt, sha256 {digest}…" in one and "imported" not in one for one in again)
    unknown = "".join(run.words for run in tree.notes[1].inlines if isinstance(run, Text))
    assert "source unknown, no title, date unknown" in unknown


def test_five_sources_are_stacked_below_their_claims() -> None:
    extra = article(15, "Fifth", "The boat goes on.")
    used = comparison()
    wide = Material(
        articles=(FIRST, SECOND, JAPANESE, ARABIC, extra),
        comparison=type(used)(used.version, (*used.articles, extra.id), (*used.digests, "x"), used.claims),
    )
    table = next(block for block in tree_of(wide, ComparisonBlock()).blocks if isinstance(block, Table))
    assert len(table.widths) == 2
    assert len(table.groups) == 2


def test_letters_follow_the_columns_and_go_on_after_z() -> None:
    many = Material(articles=tuple(article(number, None, "Words.") for number in range(1, 30)))
    letters = [str(badge.letter) for badge in many.badges().values()]
    assert letters[:2] == ["A", "B"]
    assert letters[25:28] == ["Z", "AA", "AB"]


def test_excerpts_keep_the_chosen_order_and_say_when_their_words_are_gone() -> None:
    lost = annotation(9, FIRST, "Velmark")
    moved = type(lost.anchor)("words that were here once", "", "", lost.anchor.span, "")
    gone = type(lost)(AnnotationId(10), FIRST.id, moved, lost.tint, "", NOON, NOON)
    used = Material(articles=(FIRST,), annotations=(lost, gone))
    tree = tree_of(used, ExcerptBlock((AnnotationId(10), AnnotationId(9))))
    said = words(tree.blocks)
    assert said.index("words that were here once") < said.index("Velmark\n")
    assert "no longer stand in the text" in "".join(run.words for run in tree.notes[0].inlines if isinstance(run, Text))


def test_a_briefing_without_a_comparison_says_so() -> None:
    bare = Material(articles=(FIRST,))
    assert "not been compared" in words(tree_of(bare, SummaryBlock(), ComparisonBlock()).blocks)


def test_the_analysts_markdown_becomes_blocks_with_its_headings_at_the_top() -> None:
    tree = tree_of(material(), TextBlock("# Key judgement\n\nIt **will** close."), SourceBlock())
    assert tree.blocks[0] == Heading(1, (Text("Key judgement"),))
    assert Text("will", strong=True) in tree.blocks[1].inlines  # type: ignore[union-attr]
    assert [b.source for b in tree.blocks if isinstance(b, Heading) and b.source] == ["A", "B", "C", "D"]
    assert isinstance(next(sequences(tree.front[1:2]))[0], Badge)


def test_a_title_that_the_event_cuts_stands_whole_in_its_briefing() -> None:
    sentence = "The port authority of Velmark will close the ferry line in May, " + "and the boats will be sold, " * 5 + "it said."
    untitled = article(21, None, f"{sentence} Unions want talks.")
    cut = untitled.document.headline()
    assert cut.endswith("…")
    assert draft(event(untitled, title=cut), Material(articles=(untitled,)), now=NOON).title == sentence
    assert draft(event(untitled, title="Ferry news …"), Material(articles=(untitled,)), now=NOON).title == "Ferry news …"
