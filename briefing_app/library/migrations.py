"""Hides how the database came to its present shape: numbered steps, each run once, in order."""

from __future__ import annotations

APPLICATION_ID = 0x42524645
"""Marks the file as a library of this program ("BRFE")."""

_FIRST = (
    # What lists show and what the analyst marks; the long texts are in `content`, so that lists never page through them.
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        original TEXT NOT NULL,
        part TEXT NOT NULL,
        path BLOB NOT NULL,
        file_name BLOB NOT NULL,
        imported_at TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        listing TEXT NOT NULL,
        dated TEXT NOT NULL,
        added INTEGER NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0,
        event INTEGER REFERENCES event(id) ON DELETE SET NULL,
        UNIQUE (original, part)
    )""",
    "CREATE INDEX article_added ON article(added)",
    "CREATE INDEX article_event ON article(event)",
    "CREATE TABLE content (article INTEGER PRIMARY KEY REFERENCES article(id), document TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE change (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, subject INTEGER NOT NULL)",
    "CREATE TABLE follower (name TEXT PRIMARY KEY, position INTEGER NOT NULL)",
    "CREATE TABLE finding (article INTEGER PRIMARY KEY REFERENCES article(id), version TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE profile (article INTEGER PRIMARY KEY REFERENCES article(id), version TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE TABLE event (id INTEGER PRIMARY KEY AUTOINCREMENT, data BLOB NOT NULL, stage_of INTEGER)",
    """CREATE TABLE comparison (
        event INTEGER PRIMARY KEY REFERENCES event(id) ON DELETE CASCADE,
        version TEXT NOT NULL,
        conflicts INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
    """CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER NOT NULL REFERENCES article(id),
        start INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
    "CREATE INDEX annotation_article ON annotation(article, start)",
    "CREATE TABLE briefing (id INTEGER PRIMARY KEY AUTOINCREMENT, event INTEGER NOT NULL, data BLOB NOT NULL)",
    """CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        edit BLOB NOT NULL,
        inverse BLOB NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        at TEXT NOT NULL
    )""",
)

_SHELVES = (
    # Lists and counts are answered from indices alone; what they sort and count by is taken out of the JSON by SQLite itself.
    "ALTER TABLE article ADD COLUMN source TEXT GENERATED ALWAYS AS (json_extract(listing, '$.source.value')) VIRTUAL",
    "ALTER TABLE article ADD COLUMN source_inferred INTEGER GENERATED ALWAYS AS (json_extract(listing, '$.source.inferred')) VIRTUAL",
    "ALTER TABLE article ADD COLUMN place INTEGER",
    """UPDATE article SET place = (
        SELECT member.key FROM event, json_each(CAST(event.data AS TEXT), '$.articles') AS member
        WHERE event.id = article.event AND member.value = article.id
    ) WHERE event IS NOT NULL""",
    """ALTER TABLE event ADD COLUMN dated TEXT GENERATED ALWAYS AS (coalesce(
        json_extract(CAST(data AS TEXT), '$.date.last'), json_extract(CAST(data AS TEXT), '$.date.first'), ''
    )) VIRTUAL""",
    "CREATE INDEX article_order ON article(dated DESC, id, event, place, read, starred)",
    "CREATE INDEX article_source ON article(source, source_inferred)",
    "CREATE INDEX event_order ON event(dated DESC, id DESC)",
    # What an event's comparison says of each of its articles; comparisons from before are made again, so that none lacks it.
    """CREATE TABLE standing (
        article INTEGER PRIMARY KEY REFERENCES article(id),
        event INTEGER NOT NULL REFERENCES comparison(event) ON DELETE CASCADE,
        conflicts INTEGER NOT NULL,
        copy_of INTEGER REFERENCES article(id),
        share REAL
    )""",
    "CREATE INDEX standing_event ON standing(event)",
    "CREATE INDEX standing_copy ON standing(copy_of) WHERE copy_of IS NOT NULL",
    "DELETE FROM comparison",
    "DELETE FROM follower WHERE name LIKE 'comparisons %' OR name LIKE 'all of %'",
)

_NAMES = (
    # Every headline, to be looked through as it is typed: from an index of its own, so that no listing is read.
    "ALTER TABLE article ADD COLUMN headline TEXT GENERATED ALWAYS AS (json_extract(listing, '$.headline')) VIRTUAL",
    "CREATE INDEX article_headline ON article(dated DESC, id, headline)",
)

_ORGANIZING = (
    "ALTER TABLE article ADD COLUMN trashed INTEGER NOT NULL DEFAULT 0",
    # The event that a trashed article was in, so that the event finds its number again when the article comes back.
    "ALTER TABLE article ADD COLUMN former_event INTEGER",
    # The feed's newest row that tells of what is searched: where the article was added, or its newest correction.
    "ALTER TABLE article ADD COLUMN latest INTEGER NOT NULL DEFAULT 0",
    "UPDATE article SET latest = added",
    # A digest of the analyst's corrections; what was worked out under another one is stale.
    "ALTER TABLE article ADD COLUMN corrected TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE finding ADD COLUMN corrected TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE profile ADD COLUMN corrected TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE correction (article INTEGER PRIMARY KEY REFERENCES article(id), data TEXT NOT NULL)",
    # By what a list is sorted beside the date: the headline in lower case.
    "ALTER TABLE article ADD COLUMN title TEXT NOT NULL DEFAULT ''",
    "UPDATE article SET title = casefold(json_extract(listing, '$.headline'))",
    "CREATE INDEX article_latest ON article(latest)",
    "DROP INDEX article_added",
    # The same indices as before, without the trash or of it alone, and with all that the other orders of a list need.
    "DROP INDEX article_order",
    "DROP INDEX article_source",
    "CREATE INDEX article_order ON article(trashed, dated DESC, id, event, place, read, starred)",
    "CREATE INDEX article_source ON article(trashed, source, source_inferred, dated DESC, id, event, place, read, starred)",
    "DROP INDEX article_headline",
    "CREATE INDEX article_headline ON article(trashed, dated DESC, id, headline)",
    "CREATE INDEX article_title ON article(trashed, title, id, event, place, read, starred)",
    "CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE)",
    """CREATE TABLE article_tag (
        tag INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article(id),
        PRIMARY KEY (tag, article)
    ) WITHOUT ROWID""",
    "CREATE INDEX article_tag_article ON article_tag(article)",
    "CREATE TABLE casefile (id INTEGER PRIMARY KEY AUTOINCREMENT, folded TEXT NOT NULL UNIQUE, data BLOB NOT NULL)",
    # What is filed is named by noun and number; something that is gone, and may come back by undo, is passed over in reading.
    """CREATE TABLE filing (
        casefile INTEGER NOT NULL REFERENCES casefile(id) ON DELETE CASCADE,
        noun TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (casefile, noun, number)
    ) WITHOUT ROWID""",
    "CREATE INDEX filing_thing ON filing(noun, number)",
    # looked: the highest article number when the analyst last looked at what the search finds.
    """CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        folded TEXT NOT NULL UNIQUE,
        looked INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
)

_RULING = (
    # What the analyst rules in comparisons, by the articles whose words it is about.
    "CREATE TABLE ruling (id INTEGER PRIMARY KEY AUTOINCREMENT, data BLOB NOT NULL)",
    """CREATE TABLE ruling_article (
        article INTEGER NOT NULL REFERENCES article(id),
        ruling INTEGER NOT NULL REFERENCES ruling(id) ON DELETE CASCADE,
        PRIMARY KEY (article, ruling)
    ) WITHOUT ROWID""",
    # Where the analyst has put an article (event NULL: it stands alone), and what is said of an event besides.
    "CREATE TABLE event_pin (article INTEGER PRIMARY KEY REFERENCES article(id), event INTEGER)",
    "CREATE TABLE event_hold (event INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', locked INTEGER NOT NULL DEFAULT 0)",
)

_CODEBOOK = (
    # An annotation may be about something that is no article; numbers once given are not given again.
    """CREATE TABLE annotation_of_all (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article INTEGER REFERENCES article(id),
        start INTEGER NOT NULL,
        data BLOB NOT NULL
    )""",
    "INSERT INTO annotation_of_all (id, article, start, data) SELECT id, article, start, data FROM annotation",
    "DELETE FROM sqlite_sequence WHERE name = 'annotation_of_all'",
    "INSERT INTO sqlite_sequence (name, seq) SELECT 'annotation_of_all', seq FROM sqlite_sequence WHERE name = 'annotation'",
    "DROP TABLE annotation",
    "ALTER TABLE annotation_of_all RENAME TO annotation",
    "CREATE INDEX annotation_article ON annotation(article, start)",
    # The tags of annotations; parent 0 stands for the top, so that brothers of one name are refused there too.
    """CREATE TABLE code (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        parent INTEGER NOT NULL,
        folded TEXT NOT NULL,
        data BLOB NOT NULL
    )""",
)

_VERSIONS = (
    # What an article is called for ever (``model/version.py``), and the article that stands in its place when there is a newer version.
    "ALTER TABLE article ADD COLUMN identity TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE article ADD COLUMN newer INTEGER REFERENCES article(id)",
    """UPDATE article SET identity = coalesce((
        SELECT address_key(coalesce(json_extract(c.document, '$.canonical_url'), json_extract(c.document, '$.url'), ''))
        FROM content c WHERE c.article = article.id
    ), '')""",
    "CREATE INDEX article_identity ON article(identity) WHERE identity <> ''",
    "CREATE INDEX article_newer ON article(newer) WHERE newer IS NOT NULL",
)

_SOURCES = (
    # The register of sources; its names say under which name an article's source is shown.
    "CREATE TABLE source (id INTEGER PRIMARY KEY AUTOINCREMENT, folded TEXT NOT NULL UNIQUE, data BLOB NOT NULL)",
)

_GONE = (
    # Articles deleted for good: the index may still find them.
    "CREATE TABLE gone (article INTEGER PRIMARY KEY)",
)

_LABEL_RULES = (
    "CREATE TABLE label_rule (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, data BLOB NOT NULL)",
    "CREATE INDEX label_rule_source ON label_rule(source)",
)

_NOTE_WORDS = (
    # The words of annotations, folded and stemmed for the search; filled in by the program, and again when its stems change.
    """CREATE TABLE note_words (
        annotation INTEGER PRIMARY KEY REFERENCES annotation(id) ON DELETE CASCADE,
        version TEXT NOT NULL,
        forms TEXT NOT NULL,
        stems TEXT NOT NULL
    )""",
    "CREATE INDEX note_words_version ON note_words(version)",
)

_TEMPLATES = (
    # The analyst's own kinds of briefing.
    "CREATE TABLE template (id INTEGER PRIMARY KEY AUTOINCREMENT, folded TEXT NOT NULL UNIQUE, data BLOB NOT NULL)",
)

_PAST = (
    "ALTER TABLE journal ADD COLUMN who TEXT NOT NULL DEFAULT ''",
    # The articles and annotations that an edit or its inverse names, so that the past of one is found without reading all.
    """CREATE TABLE journal_thing (
        noun TEXT NOT NULL,
        number INTEGER NOT NULL,
        step INTEGER NOT NULL REFERENCES journal(id) ON DELETE CASCADE,
        PRIMARY KEY (noun, number, step)
    ) WITHOUT ROWID""",
    "CREATE INDEX journal_thing_step ON journal_thing(step)",
    """INSERT INTO journal_thing (noun, number, step)
        SELECT json_extract(thing.value, '$[0]'), json_extract(thing.value, '$[1]'), journal.id
        FROM journal, json_each(things_of(edit, inverse)) AS thing""",
)

_TOLD = """INSERT OR IGNORE INTO teller (name, article)
    SELECT name, NEW.article FROM (
        SELECT json_extract(value, '$.speaker') AS name FROM json_each(CAST(NEW.data AS TEXT), '$.quotations')
        UNION SELECT json_extract(value, '$.source') FROM json_each(CAST(NEW.data AS TEXT), '$.attributions')
    ) WHERE name <> ''; """

_TELLERS = (
    # Who speaks or tells in each article, as its findings say; filled when they are made, which a new version of the language does.
    "CREATE TABLE teller (name TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (name, article)) WITHOUT ROWID",
    "CREATE INDEX teller_article ON teller(article)",
    f"CREATE TRIGGER finding_made AFTER INSERT ON finding WHEN json_valid(CAST(NEW.data AS TEXT)) BEGIN {_TOLD} END",
    "CREATE TRIGGER finding_remade AFTER UPDATE ON finding WHEN json_valid(CAST(NEW.data AS TEXT)) BEGIN"
    f" DELETE FROM teller WHERE article = NEW.article; {_TOLD} END",
    "CREATE TRIGGER finding_gone AFTER DELETE ON finding BEGIN DELETE FROM teller WHERE article = OLD.article; END",
)

_DIGESTS = (
    # Of every row of every other table, kept by triggers (``digests.py``): a bit that changes where the row still reads is noticed.
    """CREATE TABLE row_digest (
        kept TEXT NOT NULL,
        number INTEGER NOT NULL,
        digest INTEGER NOT NULL,
        PRIMARY KEY (kept, number)
    ) WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST, _SHELVES, _NAMES, _ORGANIZING, _RULING, _CODEBOOK, _VERSIONS, _SOURCES, _GONE, _LABEL_RULES,
    _NOTE_WORDS, _TEMPLATES, _PAST, _TELLERS, _DIGESTS,
)  # fmt: skip
"""Step n brings a database from version n to n + 1. A step that has shipped is never changed. ``casefold`` is Python's,
``address_key`` and ``things_of`` the model's."""

SCHEMA_VERSION = len(MIGRATIONS)
"""The version that this program writes."""
