"""Columns: what a table's cell means, how it is stored, and the words a page uses for it."""

from dataclasses import dataclass
from typing import Literal, get_args

from s400data.errors import TableError
from s400data.records import ActorKind, Precision

Kind = Literal["id", "text", "choice", "integer", "number", "boolean", "date", "spans", "texts"]
"""id, text and choice are strings; spans are [start, end] pairs; texts are lists of strings."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `label` heads it on a page, `meaning` explains it, `choices` are the only values it may hold."""

    name: str
    kind: Kind
    label: str
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order; `key` names the columns that tell its rows apart."""

    name: str
    label: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Column called `name`; raises TableError with the names there are."""
        for column in self.columns:
            if column.name == name:
                return column
        raise TableError(f"table {self.name} has no column {name!r}; it has {', '.join(self.names)}")


def required(name: str, kind: Kind, label: str, meaning: str) -> Column:
    """Column whose cells are never missing."""
    return Column(name, kind, label, meaning, required=True)


def choice(name: str, label: str, meaning: str, closed: object, *, needed: bool = True) -> Column:
    """Column that holds one of the values of the closed set `closed` (a Literal)."""
    return Column(name, "choice", label, meaning, needed, get_args(closed))


def article_key() -> Column:
    """Column that says which article a row was read from."""
    return required("article_id", "id", "Article number", "The article this row was read from.")


def position_column(what: str) -> Column:
    """Column that keeps the order of rows that stand under one parent."""
    return required("position", "integer", "Place in order", f"Place of {what} in reading order, from 0.")


def mention_columns(prefix: str, label: str, what: str, *, needed: bool) -> tuple[Column, ...]:
    """Three columns for a stretch of the article's text: `<prefix>_start`, `<prefix>_end` and `<prefix>`, its words."""
    return (
        Column(f"{prefix}_start", "integer", f"{label} starts at", f"First character of {what}.", needed),
        Column(f"{prefix}_end", "integer", f"{label} ends at", f"Character after {what}.", needed),
        Column(prefix, "text", label, f"The article's own words: {what}.", needed),
    )


def interval_columns(prefix: str, label: str, what: str) -> tuple[Column, ...]:
    """Three columns for the days a statement about time allows; all missing where the text gives no ground."""
    return (
        Column(f"{prefix}earliest", "date", f"{label} earliest", f"First day on which {what} by the text's words."),
        Column(f"{prefix}latest", "date", f"{label} latest", f"Last day on which {what} by the text's words."),
        choice(
            f"{prefix}precision", f"{label} precision", "Size of the period the words name.", Precision, needed=False
        ),
    )


def actor_columns(prefix: str, label: str, *, needed: bool) -> tuple[Column, ...]:
    """Seven columns for an actor as at the article's date: `<prefix>_id`, `_name`, `_kind`, `_affiliation`, ..."""
    return (
        Column(f"{prefix}_id", "id", f"{label} number", "The same actor has the same number everywhere.", needed),
        Column(f"{prefix}_name", "text", label, "Name the actor is listed under.", needed),
        choice(f"{prefix}_kind", f"{label} kind", "Person, organisation, state, or unnamed.", ActorKind, needed=needed),
        Column(f"{prefix}_affiliation", "text", f"{label}'s body", "Body the actor belonged to at that date."),
        Column(f"{prefix}_country", "text", f"{label}'s country", "ISO 3166-1 alpha-3 code, or NATO, EU, UN."),
        Column(f"{prefix}_role", "text", f"{label}'s role", "Office held when the article was written."),
        Column(
            f"{prefix}_known", "boolean", f"{label} is listed", "Whether the knowledge files list the actor.", needed
        ),
    )
