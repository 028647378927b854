"""Contract: an extraction as the JSON object that other programs read."""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

from s400data.records import Actor, Article, Event, Extraction, Interval, Mention, Quotation, Stance, Timex

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

ISO_LENGTH = {"day": 10, "month": 7, "year": 4}


def to_contract(extraction: Extraction, *, doc_id: str | None = None) -> dict[str, Json]:
    """JSON object of one article; offsets count Python characters of its "text", half-open.

    `doc_id` is the name the article was handed in with; by default the name of its file.
    """
    return {
        "doc_id": doc_id or PurePath(extraction.article.path).name or extraction.article.article_id,
        "article": _article(extraction.article),
        "text": extraction.article.text,
        "timexes": [_timex(timex) for timex in extraction.timexes],
        "quotations": [_quotation(quotation) for quotation in extraction.quotations],
        "events": [_event(event) for event in extraction.events],
    }


def published_text(article: Article) -> str | None:
    """Date of publication to its precision: "2018-04-27", "2018-04" or "2018"."""
    if article.published is None:
        return None
    return article.published.isoformat()[: ISO_LENGTH[article.published_precision or "day"]]


def _article(article: Article) -> Json:
    return {
        "article_id": article.article_id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": published_text(article),
        "published_precision": article.published_precision,
        "published_basis": article.published_basis,
        "published_evidence": article.published_evidence,
        "language": article.language,
        "headline": None if article.headline is None else [article.headline.start, article.headline.end],
        "furniture": [{"line": cut.line, "text": cut.text, "reason": cut.reason} for cut in article.furniture],
        "notes": list(article.notes),
    }


def _mention(mention: Mention | None) -> Json:
    return None if mention is None else {"start": mention.start, "end": mention.end, "text": mention.text}


def _spans(mentions: Iterable[Mention]) -> Json:
    return [[mention.start, mention.end] for mention in mentions]


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()


def _interval(interval: Interval | None) -> dict[str, Json]:
    if interval is None:
        return {"earliest": None, "latest": None, "precision": None}
    return {
        "earliest": interval.earliest.isoformat(),
        "latest": interval.latest.isoformat(),
        "precision": interval.precision,
    }


def _actor(actor: Actor | None) -> Json:
    if actor is None:
        return None
    return {
        "id": actor.actor_id,
        "name": actor.name,
        "affiliation": actor.affiliation,
        "country": actor.country,
        "kind": actor.kind,
        "role": actor.role,
        "known": actor.known,
    }


def _timex(timex: Timex) -> Json:
    return {
        "start": timex.mention.start,
        "end": timex.mention.end,
        "text": timex.mention.text,
        "type": timex.type,
        "value": timex.value,
        **_interval(timex.interval),
        "anchor": _day(timex.anchor),
        "rule": timex.rule,
        "confidence": timex.confidence,
        "flag": timex.flag,
    }


def _stance(stance: Stance) -> Json:
    return {
        "target": stance.target,
        "polarity": stance.polarity,
        "strength": stance.strength,
        "posture": stance.posture,
        "evidence": _spans(stance.evidence),
        "basis": stance.basis,
        "voice": stance.voice,
        "band": stance.band,
        "explanation": stance.explanation,
        "rule": stance.rule,
    }


def _quotation(quotation: Quotation) -> Json:
    return {
        "id": quotation.quotation_id,
        "kind": quotation.kind,
        "content": _spans(quotation.content),
        "source": _mention(quotation.source),
        "speaker": _actor(quotation.speaker),
        "cue": _mention(quotation.cue),
        "addressee": quotation.addressee,
        "via": quotation.via,
        "said": None if quotation.said is None else _interval(quotation.said),
        "section": quotation.section,
        "within": quotation.within,
        "overall": quotation.overall,
        "stance": [_stance(stance) for stance in quotation.stances],
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.event_id,
        "trigger": _mention(event.trigger),
        "sentence": [event.sentence.start, event.sentence.end],
        "type": event.type,
        "plover": event.plover,
        "modality": event.modality,
        "actors": [_actor(actor) for actor in event.actors],
        "targets": [_actor(actor) for actor in event.targets],
        "objects": list(event.objects),
        "place": event.place,
        **_interval(event.when),
        "date_text": None if event.date_text is None else event.date_text.text,
        "date_basis": event.date_basis,
        "said_in": event.said_in,
        "rule": event.rule,
        "confidence": event.confidence,
    }
