"""Building: clusters of reports into occurrences, with the best-supported interval and what the reports disagree on."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from s400data.occurrences.linking import Cluster, cluster_reports
from s400data.occurrences.reports import (
    Disagreement,
    EventReport,
    Facts,
    Link,
    Occurrence,
    Version,
    is_amount,
    read_facts,
)
from s400data.records import Actor, Interval

SCALES = {"thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
FIGURES = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12,
}  # fmt: skip
SINGULAR = {"batteries": "battery"}


def link_events(reports: Sequence[EventReport]) -> dict[str, str]:
    """The occurrence of each event, by event id; the same whatever the order of `reports`."""
    return {version.event_id: found.occurrence_id for found in build_occurrences(reports) for version in found.versions}


def build_occurrences(reports: Sequence[EventReport]) -> tuple[Occurrence, ...]:
    """Join `reports` into occurrences, the dated ones first, in their order."""
    clusters = cluster_reports([read_facts(report) for report in reports])
    found = [_occurrence(cluster) for cluster in clusters]
    return tuple(sorted(found, key=_place_in_time))


def _place_in_time(found: Occurrence) -> tuple[bool, date, str]:
    return found.when is None, found.when.earliest if found.when else date.max, found.occurrence_id


def _occurrence(cluster: Cluster) -> Occurrence:
    members = cluster.members
    lead = members[0].report.event
    when, support = best_interval(members)
    first, lags = _order_of_reporting(members)
    ids = sorted(facts.report.event.event_id for facts in members)
    return Occurrence(
        "o" + hashlib.sha1(ids[0].encode(), usedforsecurity=False).hexdigest()[:12],
        Counter(facts.report.event.type for facts in members).most_common(1)[0][0],
        lead.modality,
        _united(actor for facts in members for actor in facts.report.event.actors),
        _united(actor for facts in members for actor in facts.report.event.targets),
        tuple(dict.fromkeys(name for facts in members for name in facts.report.event.objects)),
        when,
        support,
        tuple(_version(facts) for facts in members),
        tuple(
            Link(facts.report.event.event_id, lead.event_id, reason)
            for facts, reason in zip(members[1:], cluster.reasons, strict=True)
        ),
        tuple(_disagreements(members)),
        first,
        lags,
    )


def best_interval(members: Sequence[Facts]) -> tuple[Interval | None, int]:
    """The interval that most outlets support, and how many do; of equals the narrowest, then the earliest."""
    intervals = [facts.when for facts in members if facts.when is not None]
    if not intervals:
        return None, 0
    ranked = sorted(set(intervals), key=lambda one: (-_support(one, members), one.latest - one.earliest, one.earliest))
    return ranked[0], _support(ranked[0], members)


def _support(interval: Interval, members: Sequence[Facts]) -> int:
    return len({_origin(facts) for facts in members if _supports(facts, interval)})


def _supports(facts: Facts, interval: Interval) -> bool:
    if facts.when is not None:
        return facts.when.earliest <= interval.earliest and interval.latest <= facts.when.latest
    return facts.month is not None and interval.earliest.month == interval.latest.month == facts.month


def _origin(facts: Facts) -> str:
    return facts.report.outlet or facts.report.event.article_id


def _order_of_reporting(members: Sequence[Facts]) -> tuple[str | None, tuple[tuple[str, int], ...]]:
    days: dict[str, date] = {}
    for facts in members:
        published = facts.report.published
        if published is not None:
            origin = _origin(facts)
            days[origin] = min(published, days.get(origin, published))
    if not days:
        return None, ()
    ranked = sorted((day, outlet) for outlet, day in days.items())
    start, first = ranked[0]
    return first, tuple((outlet, (day - start).days) for day, outlet in ranked[1:])


def _version(facts: Facts) -> Version:
    event = facts.report.event
    words = event.date_text.text if event.date_text is not None else None
    return Version(
        event.event_id,
        event.article_id,
        facts.report.outlet,
        facts.report.published,
        event.when,
        words,
        event.date_basis,
        event.modality,
        event.objects,
    )


def _disagreements(members: Sequence[Facts]) -> Iterator[Disagreement]:
    dates = _conflicting_dates(members)
    if dates:
        yield Disagreement("date", dates)
    amounts: dict[str, list[tuple[str, str]]] = {}
    numbers: dict[str, list[tuple[str, str]]] = {}
    for facts in members:
        event = facts.report.event
        for name in event.objects:
            if is_amount(name):
                amounts.setdefault(_amount(name), []).append((name, event.event_id))
            elif (counted := _count(name)) is not None:
                numbers.setdefault(counted, []).append((name, event.event_id))
    if len(amounts) > 1:
        yield Disagreement("amount", _values(amounts.values()))
    units = Counter(key.split()[-1] for key in numbers)
    for unit in sorted(unit for unit, count in units.items() if count > 1):
        yield Disagreement("number", _values(found for key, found in numbers.items() if key.split()[-1] == unit))


def _conflicting_dates(members: Sequence[Facts]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each dating with its events where two of them share no day; a vaguer dating that holds both is no conflict."""
    dated = [(facts.when, facts.report.event) for facts in members if facts.when is not None]
    apart = any(one.latest < other.earliest for one, _ in dated for other, _ in dated)
    if not apart:
        return ()
    groups: dict[str, list[str]] = {}
    for facts in members:
        event = facts.report.event
        words = event.date_text.text if event.date_text is not None else None
        if words is not None:
            groups.setdefault(words, []).append(event.event_id)
    return tuple((words, tuple(ids)) for words, ids in groups.items())


def _values(groups: Iterable[list[tuple[str, str]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((found[0][0], tuple(dict.fromkeys(event_id for _, event_id in found))) for found in groups)


def _amount(name: str) -> str:
    """An amount with its currency, one form for "$2.5 billion" and "2.5bn dollars"."""
    figure = re.search(r"\d[\d.,]*", name)
    if figure is None:
        return name
    scale = re.search(r"\b(thousand|million|billion|trillion|bn|mn|m|k)\b|(?<=\d)(bn|mn|m|k)\b", name, re.I)
    value = float(figure.group().rstrip(".,").replace(",", "")) * SCALES.get(scale.group().lower() if scale else "", 1)
    currency = re.search(r"[€£¥₽₺]|euro|rouble|ruble|lira|pound", name, re.I)
    return f"{currency.group().lower() if currency else '$'}{value:.0f}"


def _count(name: str) -> str | None:
    """Figure and unit of "four S-400 batteries"; None where the words count nothing."""
    words = name.lower().split()
    figure = FIGURES.get(words[0]) or (
        int(words[0].replace(",", "")) if words[0].replace(",", "").isdecimal() else None
    )
    if figure is None or len(words) < 2:
        return None
    unit = SINGULAR.get(words[-1], words[-1].removesuffix("s"))
    return f"{figure} {unit}"


def _united(actors: Iterator[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.actor_id: actor for actor in actors}.values())
