"""Declarations: every table and column of the project, declared once with its meaning.

Marks count Python characters of the article's text, end exclusive. Dates are closed intervals.
"""

from s400data.errors import TableError
from s400data.records import (
    Band,
    DateBasis,
    Modality,
    Overall,
    Polarity,
    Precision,
    PublishedBasis,
    QuotationKind,
    Section,
    StanceBasis,
    TimexType,
    Voice,
)
from s400data.tables.columns import (
    Column,
    Table,
    actor_columns,
    article_key,
    choice,
    interval_columns,
    mention_columns,
    position_column,
    required,
)

RULE = required("rule", "text", "Rule", "Name of the rule that found this row.")
CONFIDENCE = required("confidence", "number", "Confidence", "How sure the rule is, from 0 to 1.")

ARTICLES = Table(
    "articles",
    "Articles",
    "One row for each article read.",
    ("article_id",),
    (
        required("article_id", "id", "Article number", "Made from the article's content, so it never changes."),
        required("path", "text", "File", "File the article was read from."),
        Column("title", "text", "Title", "Headline, where the article has one."),
        Column("outlet", "text", "Outlet", "Who published it, where that is known."),
        Column("author", "text", "Author", "Who wrote it, as the article says."),
        Column("published", "date", "Published", "First day of the period of publication; missing where unknown."),
        choice("published_precision", "Published precision", "Size of that period.", Precision, needed=False),
        choice("published_basis", "Ground for the date", "Where the date of publication comes from.", PublishedBasis),
        Column("published_evidence", "text", "Evidence for the date", "Words or reasoning the date rests on."),
        required("language", "text", "Language", "ISO 639-1 code of the article's language."),
        required("text", "text", "Text", "The cleaned text that every mark counts in."),
        Column("headline_start", "integer", "Headline starts at", "First character of the headline in the text."),
        Column("headline_end", "integer", "Headline ends at", "Character after the headline in the text."),
        required("notes", "texts", "Notes", "What reading the file had to decide, in sentences."),
        required("checksum", "id", "Checksum", "Digest of the content; equal for equal articles."),
    ),
)

FURNITURE = Table(
    "furniture",
    "Left out",
    "Lines of the file that are not the article: menus, captions, related items.",
    ("article_id", "position"),
    (
        article_key(),
        position_column("the line"),
        required("line", "integer", "Line", "Number of the line in the file."),
        required("text", "text", "Line left out", "The line as it stood in the file."),
        required("reason", "text", "Reason", "Why it is not part of the article."),
    ),
)

TIMEXES = Table(
    "timexes",
    "Dates and times",
    "One row for each time expression, after TIMEX3.",
    ("article_id", "position"),
    (
        article_key(),
        position_column("the expression"),
        *mention_columns("words", "Words", "the time expression", needed=True),
        choice("type", "Type of time", "DATE, TIME, DURATION or SET.", TimexType),
        required("value", "text", "Value", "ISO 8601 value after TIMEX3; X stands for what is open."),
        *interval_columns("", "Date", "it may lie"),
        Column("anchor", "date", "Counted from", "Day that a relative date was counted from."),
        RULE,
        CONFIDENCE,
        Column("flag", "text", "Doubt", "Why the value was left open, or looks contradictory."),
    ),
)

ACTORS = Table(
    "actors",
    "Actors",
    "One row for each article and actor named in it, as at that article's date.",
    ("article_id", "actor_id"),
    (article_key(), *actor_columns("actor", "Actor", needed=True)),
)

MENTIONS = Table(
    "mentions",
    "Actor mentions",
    "One row for each stretch of words that stands for an actor.",
    ("article_id", "position"),
    (
        article_key(),
        position_column("the mention"),
        *mention_columns("words", "Words", "the words that stand for the actor", needed=True),
        *actor_columns("actor", "Actor", needed=True),
        RULE,
        CONFIDENCE,
    ),
)

QUOTATIONS = Table(
    "quotations",
    "Quotations",
    "One row for each attributed statement.",
    ("quotation_id",),
    (
        required("quotation_id", "id", "Quotation number", "Number of the statement."),
        article_key(),
        position_column("the quotation"),
        choice("kind", "Kind", "Direct in quotation marks, indirect in the outlet's words, or mixed.", QuotationKind),
        required("content", "spans", "Content marks", "Stretches of the text that hold what was said."),
        required("text", "text", "Quotation", "What was said; pieces are joined by an ellipsis."),
        *mention_columns("source", "Named as", "the words that name the speaker here", needed=False),
        *actor_columns("speaker", "Speaker", needed=False),
        *mention_columns("cue", "Word of saying", "the word that marks it as said", needed=False),
        Column("addressee", "text", "Said to", "At whom the words are directed."),
        Column("via", "text", "Relayed by", "Outlet or spokesperson that passed the words on."),
        *interval_columns("said_", "Said", "it was said"),
        choice("section", "Section", "Whether it stands in the headline or in the body.", Section),
        Column("within", "id", "Inside quotation", "Number of the quotation this one stands inside."),
        choice("overall", "Side", "Side on the affair's main axis, rolled up from the stances.", Overall),
        choice("band", "Certainty", "Best certainty among its stances; not decided where it has none.", Band),
        RULE,
        CONFIDENCE,
    ),
)

STANCES = Table(
    "stances",
    "Stances",
    "One row for each quotation and target it takes a position on.",
    ("quotation_id", "position"),
    (
        required("quotation_id", "id", "Quotation number", "The quotation the position is taken in."),
        article_key(),
        position_column("the stance"),
        required("target", "text", "Target", "What the position is about."),
        choice("polarity", "Position", "For, against, conditional, mixed, no stance, or unclear.", Polarity),
        Column("strength", "integer", "Strength", "1 implied, 2 stated, 3 emphatic."),
        required("posture", "text", "Posture", "What the speaker does with the words: warns, rejects, offers."),
        required("evidence", "spans", "Evidence marks", "Stretches of the text that prove the position."),
        required("evidence_text", "text", "Evidence", "The words that prove the position."),
        choice("basis", "Ground", "Explicit, inferred from the words, or needing context.", StanceBasis),
        choice("voice", "Voice", "Whose position it is: the speaker's own, somebody else's, the outlet's.", Voice),
        choice("band", "Certainty", "Clear, likely, or not decided.", Band),
        required("explanation", "text", "Explanation", "The cues that fired, in words."),
        RULE,
    ),
)

EVENTS = Table(
    "events",
    "Events",
    "One row for each report of an event: one trigger in one sentence.",
    ("event_id",),
    (
        required("event_id", "id", "Event number", "Number of this report."),
        article_key(),
        position_column("the event"),
        required("occurrence_id", "id", "Occurrence", "Reports of one real event share it, across articles."),
        *mention_columns("trigger", "Trigger", "the word that names the event", needed=True),
        *mention_columns("sentence", "Sentence", "the sentence that reports it", needed=True),
        required("type", "text", "Type", "Type of event."),
        required("plover", "text", "PLOVER root", "Root of the type in the PLOVER ontology."),
        choice("modality", "Reality", "Actual, planned, threatened, conditional, denied, or ongoing.", Modality),
        required("objects", "texts", "Objects", "Things the event is about, such as a weapon system."),
        Column("place", "text", "Place", "Where it happened, as the text says."),
        *interval_columns("", "Date", "it may have happened"),
        *mention_columns("date_text", "Date words", "the words the date rests on", needed=False),
        choice("date_basis", "Ground for the date", "How the text ties the date to the event.", DateBasis),
        Column("said_in", "id", "Said in quotation", "Number of the quotation that reports the event."),
        RULE,
        CONFIDENCE,
    ),
)

PARTICIPANTS = Table(
    "participants",
    "Participants",
    "One row for each event and actor or target taking part.",
    ("event_id", "part", "position"),
    (
        required("event_id", "id", "Event number", "The event taken part in."),
        article_key(),
        Column("part", "choice", "Part", "Actor (who does it) or target (to whom).", True, ("actor", "target")),
        position_column("the participant"),
        *actor_columns("actor", "Participant", needed=True),
    ),
)

TABLES = (ARTICLES, FURNITURE, TIMEXES, ACTORS, MENTIONS, QUOTATIONS, STANCES, EVENTS, PARTICIPANTS)


def find_table(name: str) -> Table:
    """Table called `name`; raises TableError with the names there are."""
    for table in TABLES:
        if table.name == name:
            return table
    raise TableError(f"no table is called {name!r}; there are {', '.join(table.name for table in TABLES)}")


def column_labels(*tables: Table) -> dict[str, str]:
    """Column name -> label over `tables` (all by default); the first table that has a name decides."""
    found: dict[str, str] = {}
    for table in tables or TABLES:
        for column in table.columns:
            found.setdefault(column.name, column.label)
    return found
