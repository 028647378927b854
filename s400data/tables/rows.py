"""Rows: an extraction as plain rows of each table, and back.

A row is a dict with every column of its table. Marks are kept as offsets only, because an article's text holds the
words: a mark whose words differ from its stretch of text is refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from s400data.records import (
    Actor,
    ActorMention,
    Article,
    Band,
    Event,
    Extraction,
    Furniture,
    Interval,
    Mention,
    Quotation,
    Stance,
    Timex,
)
from s400data.tables.marks import check_marks, join_words

Value = str | int | float | bool | date | list[list[int]] | list[str] | None
Row = dict[str, Value]
Rows = dict[str, list[Row]]

BANDS: tuple[Band, ...] = ("clear", "likely", "not decided")


def to_rows(extraction: Extraction) -> Rows:
    """Rows of every table for one extraction.

    Raises TableError where a mark's words are not the article's own words at that place.
    """
    article = extraction.article
    check_marks(extraction)
    numbered_quotations = list(enumerate(extraction.quotations))
    numbered_events = list(enumerate(extraction.events))
    return {
        "articles": [_article_row(article)],
        "furniture": [_furniture_row(article, n, cut) for n, cut in enumerate(article.furniture)],
        "timexes": [_timex_row(article, n, timex) for n, timex in enumerate(extraction.timexes)],
        "actors": _actor_rows(extraction),
        "mentions": [_mention_row(article, n, mention) for n, mention in enumerate(extraction.mentions)],
        "quotations": [_quotation_row(n, quotation) for n, quotation in numbered_quotations],
        "stances": [row for quotation in extraction.quotations for row in _stance_rows(quotation)],
        "events": [_event_row(n, event) for n, event in numbered_events],
        "participants": [row for event in extraction.events for row in _participant_rows(event)],
    }


def best_band(stances: Sequence[Stance]) -> Band:
    """Best certainty among `stances`; "not decided" where there are none."""
    return min((stance.band for stance in stances), key=BANDS.index, default="not decided")


def _spans(mentions: Iterable[Mention]) -> list[list[int]]:
    return [[mention.start, mention.end] for mention in mentions]


def _mention_cells(prefix: str, mention: Mention | None) -> Row:
    start, end, text = (mention.start, mention.end, mention.text) if mention else (None, None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end, prefix: text}


def _interval_cells(prefix: str, interval: Interval | None) -> Row:
    earliest, latest, precision = (
        (interval.earliest, interval.latest, interval.precision) if interval else (None, None, None)
    )
    return {f"{prefix}earliest": earliest, f"{prefix}latest": latest, f"{prefix}precision": precision}


def _actor_cells(prefix: str, actor: Actor | None) -> Row:
    return {
        f"{prefix}_id": actor.actor_id if actor else None,
        f"{prefix}_name": actor.name if actor else None,
        f"{prefix}_kind": actor.kind if actor else None,
        f"{prefix}_affiliation": actor.affiliation if actor else None,
        f"{prefix}_country": actor.country if actor else None,
        f"{prefix}_role": actor.role if actor else None,
        f"{prefix}_known": actor.known if actor else None,
    }


def _article_row(article: Article) -> Row:
    headline = article.headline
    return {
        "article_id": article.article_id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "published_precision": article.published_precision,
        "published_basis": article.published_basis,
        "published_evidence": article.published_evidence,
        "language": article.language,
        "text": article.text,
        "headline_start": headline.start if headline else None,
        "headline_end": headline.end if headline else None,
        "notes": list(article.notes),
        "checksum": article.checksum,
    }


def _furniture_row(article: Article, position: int, cut: Furniture) -> Row:
    return {
        "article_id": article.article_id,
        "position": position,
        "line": cut.line,
        "text": cut.text,
        "reason": cut.reason,
    }


def _timex_row(article: Article, position: int, timex: Timex) -> Row:
    return {
        "article_id": article.article_id,
        "position": position,
        **_mention_cells("words", timex.mention),
        "type": timex.type,
        "value": timex.value,
        **_interval_cells("", timex.interval),
        "anchor": timex.anchor,
        "rule": timex.rule,
        "confidence": timex.confidence,
        "flag": timex.flag,
    }


def _mention_row(article: Article, position: int, mention: ActorMention) -> Row:
    return {
        "article_id": article.article_id,
        "position": position,
        **_mention_cells("words", mention.mention),
        **_actor_cells("actor", mention.actor),
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def _actor_rows(extraction: Extraction) -> list[Row]:
    actors = [mention.actor for mention in extraction.mentions]
    actors += [quotation.speaker for quotation in extraction.quotations if quotation.speaker]
    actors += [actor for event in extraction.events for actor in (*event.actors, *event.targets)]
    first: dict[str, Actor] = {}
    for actor in actors:
        first.setdefault(actor.actor_id, actor)
    article_id = extraction.article.article_id
    return [{"article_id": article_id, **_actor_cells("actor", actor)} for actor in first.values()]


def _quotation_row(position: int, quotation: Quotation) -> Row:
    return {
        "quotation_id": quotation.quotation_id,
        "article_id": quotation.article_id,
        "position": position,
        "kind": quotation.kind,
        "content": _spans(quotation.content),
        "text": join_words(quotation.content),
        **_mention_cells("source", quotation.source),
        **_actor_cells("speaker", quotation.speaker),
        **_mention_cells("cue", quotation.cue),
        "addressee": quotation.addressee,
        "via": quotation.via,
        **_interval_cells("said_", quotation.said),
        "section": quotation.section,
        "within": quotation.within,
        "overall": quotation.overall,
        "band": best_band(quotation.stances),
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def _stance_rows(quotation: Quotation) -> list[Row]:
    return [
        {
            "quotation_id": quotation.quotation_id,
            "article_id": quotation.article_id,
            "position": position,
            "target": stance.target,
            "polarity": stance.polarity,
            "strength": stance.strength,
            "posture": stance.posture,
            "evidence": _spans(stance.evidence),
            "evidence_text": join_words(stance.evidence),
            "basis": stance.basis,
            "voice": stance.voice,
            "band": stance.band,
            "explanation": stance.explanation,
            "rule": stance.rule,
        }
        for position, stance in enumerate(quotation.stances)
    ]


def _event_row(position: int, event: Event) -> Row:
    return {
        "event_id": event.event_id,
        "article_id": event.article_id,
        "position": position,
        # Until reports are linked across articles, each is an occurrence of its own.
        "occurrence_id": event.event_id,
        **_mention_cells("trigger", event.trigger),
        **_mention_cells("sentence", event.sentence),
        "type": event.type,
        "plover": event.plover,
        "modality": event.modality,
        "objects": list(event.objects),
        "place": event.place,
        **_interval_cells("", event.when),
        **_mention_cells("date_text", event.date_text),
        "date_basis": event.date_basis,
        "said_in": event.said_in,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _participant_rows(event: Event) -> list[Row]:
    parts: Mapping[str, tuple[Actor, ...]] = {"actor": event.actors, "target": event.targets}
    return [
        {
            "event_id": event.event_id,
            "article_id": event.article_id,
            "part": part,
            "position": position,
            **_actor_cells("actor", actor),
        }
        for part, actors in parts.items()
        for position, actor in enumerate(actors)
    ]
