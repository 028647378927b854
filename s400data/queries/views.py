"""Views: the columns that queries give back, declared like those of the tables."""

from s400data.tables import ARTICLES, EVENTS, QUOTATIONS, STANCES, Column, Table

_BY_LINE = tuple(ARTICLES.column(name) for name in ("path", "title", "outlet", "published", "published_precision"))
_BASIS = ARTICLES.column("published_basis")
_DAYS = (
    Column("date_earliest", "date", "Earliest day", "First day it may have been said, else of publication."),
    Column("date_latest", "date", "Latest day", "Last day it may have been said, else of publication."),
)


def _count(name: str, label: str, meaning: str) -> Column:
    return Column(name, "integer", label, meaning, required=True)


def _parties(prefix: str, label: str) -> tuple[Column, ...]:
    return (
        Column(f"{prefix}_ids", "texts", f"{label} numbers", f"Numbers of: {label.lower()}.", required=True),
        Column(f"{prefix}_names", "texts", f"{label} names", f"Names of: {label.lower()}.", required=True),
        Column(f"{prefix}_text", "text", label, f"{label}, in one line.", required=True),
    )


EVENT_VIEW = Table(
    "events",
    "Events",
    "Events with their article and participants.",
    ("event_id",),
    (
        *EVENTS.columns,
        *_BY_LINE,
        _BASIS,
        *_parties("actor", "Who"),
        *_parties("target", "To whom"),
        Column("said", "text", "Words said", "Words of the quotation that the event's trigger brings in."),
        Column("said_kind", "text", "Kind of words", "Direct, indirect or mixed, as in the quotation."),
        Column("countries", "texts", "Countries", "Countries of all participants, in order.", required=True),
        Column("lane_country", "text", "Country", "Country of the first actor, else of the first target."),
    ),
)

QUOTATION_VIEW = Table(
    "quotations",
    "Quotations",
    "Quotations with their article and stances.",
    ("quotation_id",),
    (
        *QUOTATIONS.columns,
        *_BY_LINE,
        *_DAYS,
        # Each stance is a dict with the columns of the stances table.
        Column("stances", "texts", "Stances", "Positions the quotation takes, one for each target.", required=True),
    ),
)

STANCE_VIEW = Table(
    "stances",
    "Stances",
    "Stances with their quotation, speaker and article.",
    ("quotation_id", "position"),
    (
        *STANCES.columns,
        *(column for column in QUOTATIONS.columns if column.name.startswith("speaker_")),
        *(QUOTATIONS.column(name) for name in ("text", "kind", "overall")),
        *_BY_LINE,
        *_DAYS,
    ),
)

ARTICLE_VIEW = Table(
    "articles",
    "Articles",
    "Articles with what was found in them.",
    ("article_id",),
    (
        *(column for column in ARTICLES.columns if column.name not in ("text", "notes")),
        Column("published_latest", "date", "Published by", "Last day of the period of publication."),
        _count("events", "Events", "Reports of events found in the article."),
        _count("quotations", "Quotations", "Attributed statements found in the article."),
        _count("actors", "Actors", "Different actors found in the article."),
        _count("cut", "Lines left out", "Lines of the file that are not part of the article."),
    ),
)

SPEAKER_VIEW = Table(
    "speakers",
    "Speakers",
    "Speakers by the number of their quotations, with the sides taken in them.",
    ("speaker_id",),
    (
        *(QUOTATIONS.column(f"speaker_{name}") for name in ("id", "name", "kind", "country", "affiliation", "role")),
        _count("quotations", "Quotations", "Quotations of this speaker."),
        _count("articles", "Articles", "Articles that quote this speaker."),
        _count("outlets", "Outlets", "Outlets that quote this speaker."),
        _count("supports", "For", "Quotations on the side of the affair's main axis."),
        _count("opposes", "Against", "Quotations against it."),
        _count("neutral", "Takes no side", "Quotations that clearly take no side."),
        _count("undecided", "Not decided", "Quotations whose side the rules leave open."),
    ),
)

NAMED_VIEW = Table(
    "named",
    "Named",
    "Actors by the number of quotations that name them.",
    ("actor_id",),
    (
        Column("actor_id", "id", "Actor number", "The same actor has the same number everywhere.", required=True),
        Column("actor_name", "text", "Actor", "Name the actor is listed under.", required=True),
        _count("n", "Quotations", "Quotations that name this actor."),
    ),
)

ADDRESSED_VIEW = Table(
    "addressed",
    "Addressed",
    "Actors, and words that stand for none known, by the number of quotations said to them.",
    ("actor_id", "actor_name"),
    (
        Column("actor_id", "id", "Actor number", "The same actor has the same number everywhere."),
        Column(
            "actor_name", "text", "Actor", "Name the actor is listed under, or the words as written.", required=True
        ),
        _count("n", "Quotations", "Quotations said to this actor."),
    ),
)

COVERAGE_VIEW = Table(
    "coverage",
    "Coverage",
    "Articles by outlet and period; articles without a date are left out.",
    ("period", "outlet", "precise"),
    (
        Column("period", "date", "Period", "First day of the period.", required=True),
        ARTICLES.column("outlet"),
        Column("precise", "boolean", "Exact enough", "Whether the dates are as fine as the period.", required=True),
        _count("articles", "Articles", "Articles of that outlet in that period."),
    ),
)

DOUBT_VIEW = Table(
    "doubts",
    "Open doubts",
    "What is not known, with the number of rows it touches.",
    ("doubt",),
    (
        Column("doubt", "id", "Doubt number", "Name of the doubt in queries.", required=True),
        Column("label", "text", "Doubt", "What is not known.", required=True),
        Column("meaning", "text", "Meaning", "What follows from it.", required=True),
        Column("about", "text", "About", "Table whose rows it touches.", required=True),
        _count("n", "Rows", "Rows that it touches."),
    ),
)

DOUBT_ROW_VIEW = Table(
    "doubt_rows",
    "Rows in doubt",
    "The rows behind one doubt.",
    ("row_id",),
    (
        Column("row_id", "id", "Row number", "Number of the row in its table.", required=True),
        Column("article_id", "id", "Article number", "Article the row was read from."),
        *_BY_LINE,
        Column("words", "text", "Words", "The words in question."),
        Column("start", "integer", "Starts at", "First character of the words in the article's text."),
        Column("reason", "text", "Reason", "Why it is in doubt."),
    ),
)

PARTNER_VIEW = Table(
    "partners",
    "Partners",
    "Articles that tell events of another one.",
    ("article_id",),
    (
        ARTICLES.column("article_id"),
        _count("occurrences", "Events in common", "Real events that both articles report."),
    ),
)

FACET_VIEW = Table(
    "facets",
    "Choices",
    "What each filter offers, with the rows each choice would leave.",
    ("facet", "value"),
    (
        Column("facet", "text", "Filter", "Field of the selection.", required=True),
        Column("value", "text", "Value", "What the selection holds; empty where the cell is missing.", required=True),
        Column("label", "text", "Choice", "What people read.", required=True),
        _count("n", "Rows", "Rows that the choice would leave."),
    ),
)

RUN_VIEW = Table(
    "import_runs",
    "Imports",
    "Imports, the newest first.",
    ("run_id",),
    (
        _count("run_id", "Import number", "Number of the import."),
        Column("started", "text", "Started", "When it began, UTC.", required=True),
        Column("finished", "text", "Finished", "When it ended, UTC; missing where it was cut short."),
        _count("new", "New", "Articles not stored before."),
        _count("replaced", "Read again", "Articles read again in the place of what was stored."),
        _count("duplicate", "Duplicates", "Files with the content of another file."),
        _count("unchanged", "There already", "Articles that the same edition of the program had read."),
        _count("failed", "Failed", "Files that could not be read."),
        _count("skipped", "Skipped", "Files of other formats in a folder."),
    ),
)

IMPORT_ERROR_VIEW = Table(
    "import_errors",
    "Files not taken in",
    "Files that were not taken in, each with its reason.",
    ("run_id", "position"),
    (
        _count("run_id", "Import number", "Number of the import."),
        _count("position", "Place in order", "Place of the file in the import."),
        Column("file", "text", "File", "The file.", required=True),
        Column("outcome", "text", "Outcome", "Duplicate, failed or skipped.", required=True),
        Column("reason", "text", "Reason", "Why it was not taken in.", required=True),
    ),
)

IMPORTED_VIEW = Table(
    "imported",
    "Articles of an import",
    "Articles that an import read last, with what is known of each and on what ground.",
    ("article_id",),
    (
        ARTICLES.column("article_id"),
        ARTICLES.column("path"),
        ARTICLES.column("title"),
        ARTICLES.column("outlet"),
        ARTICLES.column("author"),
        Column("day", "text", "Published", "Day, month or year of publication."),
        _BASIS,
        ARTICLES.column("published_evidence"),
        _count("events", "Events", "Reports of events found in the article."),
        _count("quotations", "Quotations", "Attributed statements found in the article."),
        _count("corrected", "Corrections", "Corrections that hold for it."),
    ),
)

LIKENESS_VIEW = Table(
    "likenesses",
    "Articles like others",
    "Articles of an import that say nearly the same as others.",
    ("article_id", "other_id"),
    (
        ARTICLES.column("article_id"),
        ARTICLES.column("title"),
        ARTICLES.column("outlet"),
        Column("other_id", "id", "Other article's number", "The article it is like.", required=True),
        Column("other_title", "text", "Other article", "Title of the article it is like."),
        Column("other_outlet", "text", "Other outlet", "Outlet of the article it is like."),
        Column("relation", "text", "Relation", "Version of one outlet's article, or near-duplicate.", required=True),
        Column("share", "number", "Common words", "Share of the runs of five words that both have.", required=True),
    ),
)

CORRECTION_VIEW = Table(
    "corrections",
    "Corrections",
    "What analysts said of articles in the place of what was read.",
    ("correction_id",),
    (
        _count("correction_id", "Correction number", "Number of the correction."),
        ARTICLES.column("article_id"),
        ARTICLES.column("title"),
        Column("field", "text", "Corrected", "What was corrected.", required=True),
        Column("former", "text", "Read as", "What the machine had read."),
        Column("value", "text", "Corrected to", "What the analyst says."),
        Column("maker", "text", "By", "Who corrected it.", required=True),
        Column("made", "text", "Made", "When, UTC.", required=True),
    ),
)

REREADING_VIEW = Table(
    "changed-by-reading-again",
    "Changed by reading again",
    "Events and quotations that came, went or changed when stored articles were read again after an upgrade.",
    ("article_id",),
    (
        ARTICLES.column("article_id"),
        *(ARTICLES.column(name) for name in ("path", "title", "outlet")),
        Column("change", "choice", "Change", "What became of the row.", True, ("gone", "new", "changed", "failed")),
        Column("what", "choice", "What", "What kind of row it is.", True, ("event", "quotation", "article")),
        Column("words", "text", "Words", "Words of the article that the row rests on.", required=True),
        Column("before", "text", "Before", "What the earlier edition read; of a changed row what differs."),
        Column("now", "text", "Now", "What this edition reads; of a changed row what differs."),
    ),
)
