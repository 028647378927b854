"""Extractions: rows of the tables back into the records they came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from s400data.errors import TableError
from s400data.records import (
    Actor,
    ActorMention,
    Article,
    Event,
    Extraction,
    Furniture,
    Interval,
    Mention,
    Quotation,
    Stance,
    Timex,
)

# A cell's type is settled by its column, which mypy cannot see through a mapping.
Cells = Mapping[str, Any]


def to_extractions(rows: Mapping[str, Sequence[Cells]]) -> list[Extraction]:
    """Extractions that `rows` of the tables hold, in the order of the articles.

    Raises TableError where rows belong to an article that is not among them.
    """
    grouped = {name: _group(found, "article_id") for name, found in rows.items() if name != "articles"}
    known = {row["article_id"] for row in rows["articles"]}
    for name, groups in grouped.items():
        if strays := sorted(groups.keys() - known):
            raise TableError(f"table {name} has rows of articles that are not there: {', '.join(strays)}")
    return [_extraction(row, grouped) for row in rows["articles"]]


def _group(rows: Iterable[Cells], column: str) -> dict[str, list[Cells]]:
    groups: dict[str, list[Cells]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)


def _extraction(row: Cells, grouped: Mapping[str, Mapping[str, list[Cells]]]) -> Extraction:
    def own(name: str) -> list[Cells]:
        return sorted(grouped[name].get(row["article_id"], []), key=lambda cells: cells["position"])

    article = _article(row, own("furniture"))
    text = article.text
    stances = _group(own("stances"), "quotation_id")
    participants = _group(own("participants"), "event_id")
    quoted = [_quotation(cells, stances.get(cells["quotation_id"], []), text) for cells in own("quotations")]
    return Extraction(
        article=article,
        timexes=tuple(_timex(cells) for cells in own("timexes")),
        mentions=tuple(_actor_mention(cells) for cells in own("mentions")),
        quotations=tuple(quoted),
        events=tuple(to_event(cells, participants.get(cells["event_id"], [])) for cells in own("events")),
    )


def _article(row: Cells, furniture: Iterable[Cells]) -> Article:
    text = row["text"]
    return Article(
        article_id=row["article_id"],
        path=row["path"],
        title=row["title"],
        outlet=row["outlet"],
        author=row["author"],
        published=row["published"],
        published_precision=row["published_precision"],
        published_basis=row["published_basis"],
        published_evidence=row["published_evidence"],
        language=row["language"],
        text=text,
        headline=_headline(row),
        furniture=tuple(Furniture(cells["line"], cells["text"], cells["reason"]) for cells in furniture),
        notes=tuple(row["notes"]),
        checksum=row["checksum"],
    )


def _headline(row: Cells) -> Mention | None:
    start, end = row["headline_start"], row["headline_end"]
    return None if start is None else Mention(start, end, row["text"][start:end])


def _mention(row: Cells, prefix: str) -> Mention | None:
    return None if row[f"{prefix}_start"] is None else _needed_mention(row, prefix)


def _needed_mention(row: Cells, prefix: str) -> Mention:
    return Mention(row[f"{prefix}_start"], row[f"{prefix}_end"], row[prefix])


def _pieces(spans: Iterable[Sequence[int]], text: str) -> tuple[Mention, ...]:
    return tuple(Mention(start, end, text[start:end]) for start, end in spans)


def _interval(row: Cells, prefix: str = "") -> Interval | None:
    earliest: date | None = row[f"{prefix}earliest"]
    if earliest is None:
        return None
    return Interval(earliest, row[f"{prefix}latest"], row[f"{prefix}precision"])


def _actor(row: Cells, prefix: str) -> Actor:
    return Actor(
        actor_id=row[f"{prefix}_id"],
        name=row[f"{prefix}_name"],
        kind=row[f"{prefix}_kind"],
        affiliation=row[f"{prefix}_affiliation"],
        country=row[f"{prefix}_country"],
        role=row[f"{prefix}_role"],
        known=row[f"{prefix}_known"],
    )


def _timex(row: Cells) -> Timex:
    return Timex(
        mention=_needed_mention(row, "words"),
        type=row["type"],
        value=row["value"],
        interval=_interval(row),
        anchor=row["anchor"],
        rule=row["rule"],
        confidence=row["confidence"],
        flag=row["flag"],
    )


def _actor_mention(row: Cells) -> ActorMention:
    return ActorMention(_needed_mention(row, "words"), _actor(row, "actor"), row["rule"], row["confidence"])


def _stance(row: Cells, text: str) -> Stance:
    return Stance(
        target=row["target"],
        polarity=row["polarity"],
        strength=row["strength"],
        posture=row["posture"],
        evidence=_pieces(row["evidence"], text),
        basis=row["basis"],
        voice=row["voice"],
        band=row["band"],
        explanation=row["explanation"],
        rule=row["rule"],
    )


def _quotation(row: Cells, stances: Iterable[Cells], text: str) -> Quotation:
    return Quotation(
        quotation_id=row["quotation_id"],
        article_id=row["article_id"],
        kind=row["kind"],
        content=_pieces(row["content"], text),
        source=_mention(row, "source"),
        speaker=None if row["speaker_id"] is None else _actor(row, "speaker"),
        cue=_mention(row, "cue"),
        addressee=row["addressee"],
        via=row["via"],
        said=_interval(row, "said_"),
        section=row["section"],
        within=row["within"],
        rule=row["rule"],
        confidence=row["confidence"],
        stances=tuple(_stance(cells, text) for cells in stances),
        overall=row["overall"],
    )


def to_event(row: Cells, participants: Sequence[Cells]) -> Event:
    """Event of a row of events and the rows of its participants, in order."""
    return Event(
        event_id=row["event_id"],
        article_id=row["article_id"],
        trigger=_needed_mention(row, "trigger"),
        sentence=_needed_mention(row, "sentence"),
        type=row["type"],
        plover=row["plover"],
        modality=row["modality"],
        actors=tuple(_actor(cells, "actor") for cells in participants if cells["part"] == "actor"),
        targets=tuple(_actor(cells, "actor") for cells in participants if cells["part"] == "target"),
        objects=tuple(row["objects"]),
        place=row["place"],
        when=_interval(row),
        date_text=_mention(row, "date_text"),
        date_basis=row["date_basis"],
        said_in=row["said_in"],
        rule=row["rule"],
        confidence=row["confidence"],
    )
