"""Linking: which reports tell the same event.

Whoever copies a sentence tells the event of its source, whatever is known of it. Of the others, precise reports come
first and open clusters; vaguer ones join a cluster they fit. Clusters are looked up by family, standing, month and what
they share, so the work grows with the number of reports, not with its square.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from s400data.occurrences.reports import Facts, conflict_days
from s400data.records import Interval

MONTH_LONG = 31
PERSONAL = frozenset({"talks", "statement", "office", "threat", "demand"})
# Both sides sign, talk, deliver to each other and pay each other; who does it may be told either way.
MUTUAL = frozenset({"talks", "deal", "delivery", "payment"})
ONE_OFF = frozenset({"deal", "delivery", "payment", "legislation", "sanction", "exclusion", "test", "deployment"})
Key = tuple[object, ...]


@dataclass(slots=True)
class Cluster:
    """Reports taken for one event, in the order they joined, with why each did and all that they name between them."""

    members: list[Facts] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    intervals: set[Interval] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    def add(self, one: Facts) -> None:
        """Take in `one`."""
        self.members.append(one)
        self.parties |= one.parties
        self.doers |= one.doers
        self.people |= one.people
        self.things |= one.things
        self.articles.add(one.report.event.article_id)
        if one.when is not None:
            self.intervals.add(one.when)


Index = dict[Key, dict[int, Cluster]]


def cluster_reports(facts: Sequence[Facts]) -> tuple[Cluster, ...]:
    """Join `facts` into clusters, the same whatever their order."""
    ordered = sorted(facts, key=_order)
    index: Index = {}
    clusters: list[Cluster] = []
    for one in ordered:
        found = _best_cluster(one, index)
        if found is None:
            cluster = Cluster()
            clusters.append(cluster)
        else:
            cluster, reason = found
            cluster.reasons.append(reason)
        cluster.add(one)
        _register(cluster, one, index)
    return tuple(clusters)


def why_same(one: Facts, cluster: Cluster) -> str | None:
    """The evidence that `one` tells the event of `cluster`, in words; None where it does not, or too little does."""
    grounds = [_shared_participants(one, cluster), _shared_object(one, cluster)]
    if None in grounds or not any(grounds) or not _ordinals_fit(one, cluster):
        return None
    dating = _dating(one, cluster, strong=all(grounds))
    if dating is None:
        return None
    words = [ground for ground in (*grounds, dating) if ground]
    return "; ".join(words) if len(words) > 1 else None


def _best_cluster(one: Facts, index: Index) -> tuple[Cluster, str] | None:
    copied = index.get(_copy_key(one)) if one.words else None
    if copied:
        return next(iter(copied.values())), "the same sentence"
    candidates: dict[int, Cluster] = {}
    for key in _lookup_keys(one):
        candidates |= index.get(key, {})
    fitting = [(cluster, reason) for cluster in candidates.values() if (reason := why_same(one, cluster)) is not None]
    if not fitting:
        return None
    if one.when is None or _length(one.when) > MONTH_LONG:
        # A vague date fits many: it joins only where one event is meant, or where one agrees in the month it names.
        return fitting[0] if len(fitting) == 1 else None
    return min(
        fitting,
        key=lambda found: (_gap_to(one, found[0]), -len(found[0].members), found[0].members[0].report.event.event_id),
    )


def _order(one: Facts) -> tuple[bool, int, date, str]:
    when = one.when
    return when is None, _length(when) if when else 0, when.earliest if when else date.min, one.report.event.event_id


def _shared_participants(one: Facts, cluster: Cluster) -> str | None:
    """What participants say for one event: words, an empty string where nobody is known, None against it."""
    theirs = cluster.parties
    if one.family in PERSONAL and one.people and not _meets_people(one, cluster):
        return None
    if not one.parties or not theirs:
        return ""
    if one.family not in MUTUAL and one.doers and cluster.doers and not one.doers & cluster.doers:
        return None
    if not (one.parties <= theirs or theirs <= one.parties):
        return None
    return f"same participants ({', '.join(sorted(one.parties & theirs))})"


def _meets_people(one: Facts, cluster: Cluster) -> bool:
    return not cluster.people or bool(cluster.people & one.people)


def _shared_object(one: Facts, cluster: Cluster) -> str | None:
    theirs = cluster.things
    if not one.things or not theirs:
        return ""
    shared = one.things & theirs
    return f"same object ({', '.join(sorted(shared))})" if shared else None


def _ordinals_fit(one: Facts, cluster: Cluster) -> bool:
    """Whether both tell the same instalment: a second contract is not the first."""
    return one.ordinals == cluster.members[0].ordinals


def _dating(one: Facts, cluster: Cluster, *, strong: bool) -> str | None:
    """What the dates say for one event: words, an empty string where one has none, None against it."""
    if one.when is None:
        return _open_dating(one, cluster, strong=strong)
    datings = cluster.intervals
    if not datings:
        return "" if strong and one.family in ONE_OFF else None
    if any(_gap(one.when, other) == 0 for other in datings):
        return "dates agree"
    gap = min(_gap(one.when, other) for other in datings)
    if strong and not one.ordinals and gap <= conflict_days(one.report.event.type):
        return f"dates differ by {gap} days"
    return None


def _open_dating(one: Facts, cluster: Cluster, *, strong: bool) -> str | None:
    if one.month is not None:
        agrees = any(_has_month(interval, one.month) for interval in cluster.intervals)
        return "month agrees" if agrees else None
    if one.report.event.article_id in cluster.articles:
        return "told in the same article" if strong or one.family in PERSONAL else None
    return "" if strong and one.family in ONE_OFF else None


def _register(cluster: Cluster, one: Facts, index: Index) -> None:
    for key in _own_keys(one):
        index.setdefault(key, {})[id(cluster)] = cluster


def _copy_key(one: Facts) -> Key:
    return *one.block, one.words, one.when


def _own_keys(one: Facts) -> Iterator[Key]:
    if one.words:
        yield _copy_key(one)
    for name in (*one.parties, *one.things):
        yield (*one.block, name, "any")
        if one.when is not None and _length(one.when) <= MONTH_LONG:
            yield from ((*one.block, name, month) for month in _months(one.when, 0))


def _lookup_keys(one: Facts) -> Iterator[Key]:
    names = sorted(one.things) or sorted(one.parties)
    if one.things and one.parties:
        # Reports that name no object are found by who took part.
        names += sorted(one.parties)
    for name in names:
        if one.when is None or _length(one.when) > MONTH_LONG:
            yield (*one.block, name, "any")
        else:
            days = conflict_days(one.report.event.type)
            yield from ((*one.block, name, month) for month in _months(one.when, days))


def _months(interval: Interval, margin: int) -> list[tuple[int, int]]:
    first, last = interval.earliest - timedelta(days=margin), interval.latest + timedelta(days=margin)
    count = (last.year - first.year) * 12 + last.month - first.month
    return [((first.year * 12 + first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1) for n in range(count + 1)]


def _has_month(interval: Interval, month: int) -> bool:
    return any(number == month for _, number in _months(interval, 0))


def _gap_to(one: Facts, cluster: Cluster) -> int:
    return min((_gap(one.when, other) for other in cluster.intervals), default=0) if one.when is not None else 0


def _gap(one: Interval, other: Interval) -> int:
    """Days between two intervals, 0 where they share a day."""
    return max((other.earliest - one.latest).days, (one.earliest - other.latest).days, 0)


def _length(interval: Interval) -> int:
    return (interval.latest - interval.earliest).days + 1
