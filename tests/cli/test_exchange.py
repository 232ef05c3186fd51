"""Annotations leave by the command line and come in again, into another library too."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from briefing_app.anchoring import anchor
from briefing_app.library import Library
from briefing_app.model.annotation import Annotation, Tint
from briefing_app.model.edit import PutAnnotation, TrashArticles
from briefing_app.model.ids import AnnotationId, ArticleId
from briefing_app.model.span import Span
from tests.cli.conftest import BRIDGE_ONE, Run
from tests.factories import NOON


def _noted(run: Run, stories: Path, folder: Path) -> None:
    assert run("import", stories / "bridge-1.txt", "--library", folder).code == 0
    library = Library.open(folder)
    text = library.article(ArticleId(1)).text
    at = text.index("a crack in a main girder")
    made = anchor(text, Span(at, at + 24))
    library.apply(PutAnnotation(Annotation(AnnotationId(0), ArticleId(1), made, Tint.ROSE, "Since when?", NOON, NOON)))
    library.close()


def test_two_analysts_exchange(run: Run, stories: Path, tmp_path: Path) -> None:
    assert "crack in a main girder" in BRIDGE_ONE
    mine, theirs, file = tmp_path / "mine", tmp_path / "theirs", tmp_path / "notes.jsonld"
    _noted(run, stories, mine)
    assert run("import", stories / "bridge-1.txt", "--library", theirs).code == 0
    assert run("annotations", "export", file, "--author", "Falk", "--library", mine, "--json").json == {
        "written": str(file),
        "annotations": 1,
    }
    taken = run("annotations", "import", file, "--library", theirs, "--json")
    assert (taken.code, taken.json["added"], taken.json["unplaced"]) == (0, 1, [])
    library = Library.open(theirs)
    (note,) = library.annotations(ArticleId(1))
    assert (note.author, note.note, note.words) == ("Falk", "Since when?", "a crack in a main girder")
    library.close()
    again = run("annotations", "import", file, "--library", theirs)
    assert "0 annotations; 1 were here already" in again.out


def test_notes_of_an_article_in_the_trash_do_not_come_in_twice(run: Run, stories: Path, tmp_path: Path) -> None:
    folder, file = tmp_path / "library", tmp_path / "notes.jsonld"
    _noted(run, stories, folder)
    run("annotations", "export", file, "--library", folder)
    _trash(folder, True)
    taken = run("annotations", "import", file, "--library", folder, "--json")
    assert (taken.code, taken.json["added"], taken.json["same"]) == (0, 0, 1)
    _trash(folder, False)
    library = Library.open(folder, read_only=True)
    assert len(library.annotations()) == 1
    library.close()


def _trash(folder: Path, trashed: bool) -> None:
    library = Library.open(folder)
    library.apply(TrashArticles((ArticleId(1),), trashed))
    library.close()


def test_notes_that_came_before_their_article_are_put_in_it_when_the_file_comes_again(run: Run, stories: Path, tmp_path: Path) -> None:
    mine, theirs, file = tmp_path / "mine", tmp_path / "theirs", tmp_path / "notes.jsonld"
    _noted(run, stories, mine)
    run("annotations", "export", file, "--library", mine)
    early = run("annotations", "import", file, "--library", theirs)
    assert early.code == 1
    assert "import the file again" in early.out
    assert run("import", stories / "bridge-1.txt", "--library", theirs).code == 0
    assert run("annotations", "import", file, "--library", theirs, "--json").json["placed"] == 1
    library = Library.open(theirs)
    (note,) = library.annotations(ArticleId(1))
    assert (note.words, note.subject) == ("a crack in a main girder", None)
    library.undo()
    assert library.annotations(ArticleId(1)) == ()
    library.redo()
    library.close()
    assert run("annotations", "import", file, "--library", theirs, "--json").json["placed"] == 0


def test_words_find_their_article_without_an_address(run: Run, stories: Path, tmp_path: Path) -> None:
    assert run("import", stories, "--library", tmp_path / "library").code == 0
    row = {
        "id": "x",
        "uri": "https://elsewhere.example/",
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "Nobody was in danger at any time"}]}],
    }
    (tmp_path / "hypothesis.json").write_text(json.dumps({"rows": [row]}), encoding="utf-8")
    taken = run("annotations", "import", tmp_path / "hypothesis.json", "--library", tmp_path / "library", "--json")
    assert (taken.code, taken.json["unplaced"]) == (0, [])


def test_what_cannot_be_is_said(run: Run, stories: Path, tmp_path: Path) -> None:
    assert run("import", stories / "bridge-1.txt", "--library", tmp_path / "l").code == 0
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    refused = run("annotations", "import", tmp_path / "bad.json", "--library", tmp_path / "l")
    assert (refused.code, "not a valid Web Annotation" in refused.err) == (3, True)
    assert run("annotations", "export", tmp_path / "notes.doc", "--library", tmp_path / "l").code == 2
    assert run("annotations", "import", tmp_path / "gone.json", "--library", tmp_path / "l").code == 3


def test_what_differs_is_told_side_by_side_and_can_be_chosen(run: Run, stories: Path, tmp_path: Path) -> None:
    mine, theirs, file = tmp_path / "mine", tmp_path / "theirs", tmp_path / "notes.jsonld"
    _noted(run, stories, mine)
    assert run("import", stories / "bridge-1.txt", "--library", theirs).code == 0
    run("annotations", "export", file, "--author", "Ines", "--library", mine)
    run("annotations", "import", file, "--library", theirs)
    for folder, words, later in ((mine, "Since May?", 1), (theirs, "Since April.", 2)):
        library = Library.open(folder)
        note = library.annotations()[0]
        library.apply(PutAnnotation(replace(note, note=words, changed_at=NOON + timedelta(hours=later))))
        library.close()
    run("annotations", "export", file, "--author", "Falk", "--library", theirs)
    taken = run("annotations", "import", file, "--library", mine, "--json")
    assert taken.json["conflicts"][0]["differs"] == [
        {"field": "note", "ours": "Since May?", "theirs": "Since April.", "base": "Since when?"}
    ]
    library = Library.open(mine)
    library.undo()
    library.close()
    told = run("annotations", "import", file, "--conflicts", "theirs", "--library", mine).out
    assert all(
        words in told for words in ("theirs kept", "note, yours: Since May?", "note, Ines: Since April.", "note, before: Since when?")
    )
    library = Library.open(mine)
    assert [note.note for note in library.annotations()] == ["Since April."]
    library.close()
