"""Conditions: a selection as SQL, one named condition for each filter that is set."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, FromClause, Text, and_, cast, func, not_, or_, select

from s400data.queries.selections import NOT_KNOWN, About, Selection
from s400data.store import Store
from s400data.store.comparisons import prints
from s400data.store.engines import reading
from s400data.store.indexes import COLUMNS as INDEX_COLUMNS
from s400data.store.indexes import is_found, rank
from s400data.store.schema import SQL_TABLES, actors, articles, events, participants, quotations, stances
from s400data.store.searches import Node, Term, change_terms, read_search, terms_of, with_spellings

Clause = ColumnElement[bool]
ARTICLE_TEXT = "article"
Cell = Column[str]

DAYS = {
    "articles": (articles.c.published, articles.c.published_latest),
    "events": (events.c.earliest, events.c.latest),
    "quotations": (quotations.c.day_earliest, quotations.c.day_latest),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter that is set; `filter` is the field of the selection, "undated" or "dates"."""

    filter: str
    clause: Clause


def source(about: About, selection: Selection | None = None) -> FromClause:
    """Rows that the conditions about articles, events or quotations are asked of, each with its article.

    With a `selection` the articles are left out where its conditions ask them nothing.
    """
    table = SQL_TABLES[about]
    if about == "articles" or (selection is not None and not selection.outlets):
        return table
    return table.join(articles, table.c.article_id == articles.c.article_id)


def conditions(about: About, selection: Selection) -> list[Condition]:
    """Conditions that `selection` sets on articles, events or quotations; filters of other tables are left out."""
    found = [*_date_conditions(about, selection)]
    if selection.outlets:
        found.append(Condition("outlets", among(articles.c.outlet, selection.outlets)))
    if selection.originals:
        found.append(Condition("originals", is_original(about)))
    found += OWN_CONDITIONS[about](selection)
    tree = searched(about, selection)
    if tree is not None:
        found.append(Condition("words", _found(about, tree)))
    return found


def is_original(about: About) -> Clause:
    """Whether a row is of an article that was not copied from another one."""
    original = select(prints.c.article_id).where(prints.c.origin == prints.c.article_id)
    return SQL_TABLES[about].c.article_id.in_(original)


def searched(about: About, selection: Selection) -> Node | None:
    """What is sought in the rows of `about`; fields that they do not have are left out."""
    tree = with_spellings(read_search(selection.words).tree, selection.spellings)
    return change_terms(tree, lambda term: None if term.column in idle_fields(about, selection) else term)


def idle_fields(about: About, selection: Selection) -> tuple[str, ...]:
    """Columns that the search names and rows of `about` do not have."""
    named = dict.fromkeys(term.column for term in terms_of(read_search(selection.words).tree, wanted=False))
    return tuple(column for column in named if column and column not in (*INDEX_COLUMNS[about], ARTICLE_TEXT))


def found_numbers(store: Store, about: About, tree: Node) -> str:
    """Numbers of the rows of `about` that are found by `tree`, with commas between, which is quickest to read."""
    if about == "articles" or all(term.column != ARTICLE_TEXT for term in terms_of(tree, wanted=False)):
        numbers = select(rank(about, tree, store.engine.dialect.name, ranked=False).c.rowid.label("number"))
    else:
        numbers = select(SQL_TABLES[about].c.number).where(_found(about, tree))
    together = func.aggregate_strings(cast(numbers.subquery().c.number, Text), ",")
    with reading(store.engine) as connection:
        return connection.execute(select(together)).scalar() or ""


def _found(about: About, tree: Node) -> Clause:
    """Whether a row is found; what is sought in the text of its article is looked up there."""
    if about == "articles" or all(term.column != ARTICLE_TEXT for term in terms_of(tree, wanted=False)):
        return is_found(about, tree)
    if isinstance(tree, Term):
        within = select(articles.c.article_id).where(is_found("articles", tree))
        return SQL_TABLES[about].c.article_id.in_(within)
    parts = [_found(about, part) for part in tree.parts]
    if tree.operator == "not":
        return not_(parts[0])
    return and_(*parts) if tree.operator == "and" else or_(*parts)


def matching(about: About, selection: Selection) -> Clause:
    """All conditions of `selection` at once."""
    return and_(True, *(condition.clause for condition in conditions(about, selection)))


def among(cell: Cell, choices: tuple[str, ...]) -> Clause:
    """Whether `cell` holds one of `choices`, where NOT_KNOWN stands for a missing cell."""
    known = [choice for choice in choices if choice != NOT_KNOWN]
    clause: Clause = cell.in_(known)
    return or_(clause, cell.is_(None)) if NOT_KNOWN in choices else clause


def _date_conditions(about: About, selection: Selection) -> Iterator[Condition]:
    if selection.start is None and selection.end is None:
        return
    earliest, latest = DAYS[about]
    yield Condition("undated", earliest.is_not(None))
    overlap: list[Clause] = []
    if selection.start is not None:
        overlap.append(latest >= selection.start)
    if selection.end is not None:
        overlap.append(earliest <= selection.end)
    yield Condition("dates", and_(*overlap))


def _article_conditions(selection: Selection) -> list[Condition]:
    return _party_conditions(selection, articles.c.article_id, actors.alias())


def _event_conditions(selection: Selection) -> list[Condition]:
    found = _party_conditions(selection, events.c.event_id, participants.alias())
    if selection.event_types:
        found.append(Condition("event_types", among(events.c.type, selection.event_types)))
    if selection.modalities:
        found.append(Condition("modalities", among(events.c.modality, selection.modalities)))
    if selection.objects:
        found.append(Condition("objects", _holds_one(events.c.objects, selection.objects)))
    return found


def _quotation_conditions(selection: Selection) -> list[Condition]:
    cells = {
        "actors": (quotations.c.speaker_id, selection.actors),
        "countries": (quotations.c.speaker_country, selection.countries),
        "affiliations": (quotations.c.speaker_affiliation, selection.affiliations),
        "roles": (quotations.c.speaker_role, selection.roles),
        "relays": (quotations.c.via, selection.relays),
        "kinds": (quotations.c.kind, selection.kinds),
        "sides": (quotations.c.overall, selection.sides),
        "bands": (quotations.c.band, selection.bands),
    }
    found = [Condition(name, among(cell, choices)) for name, (cell, choices) in cells.items() if choices]
    return found + _stance_conditions(selection)


def _stance_conditions(selection: Selection) -> list[Condition]:
    """Target, position and posture must be those of one and the same stance."""
    found: list[Condition] = []
    taken = stances.alias()
    clauses: list[Clause] = []
    for name, cell, choices in (
        ("targets", taken.c.target, selection.targets),
        ("polarities", taken.c.polarity, selection.polarities),
        ("postures", taken.c.posture, selection.postures),
    ):
        if choices:
            clauses.append(among(cell, choices))
            found.append(Condition(name, quotations.c.quotation_id.in_(select(taken.c.quotation_id).where(*clauses))))
    return found


def _party_conditions(selection: Selection, row: Cell, parties: FromClause) -> list[Condition]:
    """Conditions on the `parties` of a row that `row` numbers; the database looks them up once, not for every row."""
    found = []
    cells = parties.c
    chosen = (("actors", cells.actor_id, selection.actors), ("countries", cells.actor_country, selection.countries))
    for name, cell, choices in chosen:
        if choices:
            own = select(cells[row.name])
            clause: Clause = row.in_(own.where(cell.in_(choices)))
            if NOT_KNOWN in choices:
                clause = or_(clause, row.not_in(own.where(cell.is_not(None))))
            found.append(Condition(name, clause))
    return found


def _holds_one(cell: "Column[list[str]]", choices: tuple[str, ...]) -> Clause:
    # The list is kept as JSON, in which a text stands between quotation marks of its own.
    written = cast(cell, Text)
    clauses: list[Clause] = [written.contains(json.dumps(choice), autoescape=True) for choice in choices if choice]
    if NOT_KNOWN in choices:
        clauses.append(written == "[]")
    return or_(*clauses)


# A query that joins the table a condition looks into must not be mixed up with it: conditions use aliases.
OWN_CONDITIONS = {
    "articles": _article_conditions,
    "events": _event_conditions,
    "quotations": _quotation_conditions,
}
