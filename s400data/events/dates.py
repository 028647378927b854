"""Dates: the days on which an event took or will take place, from expressions that the parse ties to its trigger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Token

from s400data.events.candidates import Candidate
from s400data.events.clauses import PREDICATES, marker, preposition
from s400data.events.context import Context, PlacedTimex
from s400data.events.cues import cue_effect
from s400data.language.syntax import child, children
from s400data.records import Article, DateBasis, Interval, Mention, Modality

OTHER_TIMES = frozenset(
    {"after", "before", "since", "following", "until", "till", "despite", "because", "ahead", "over"}
)
NO_POINT = frozenset({"since", "until", "till"})
NAMED_BY_DATE = ("compound", "amod", "nmod:poss", "nummod", "nmod:desc")
DAYS = {"day": 1, "week": 7, "fortnight": 14}
COUNTS = {"a": 1, "one": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
DEPTH = 20


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event, None where the text leaves them open, with the words and the basis."""

    interval: Interval | None
    text: Mention | None
    basis: DateBasis


NO_DATE = When(None, None, "none")
Owners = dict[int, list[PlacedTimex]]


def assign_timexes(candidates: Iterable[Candidate], context: Context) -> Owners:
    """Give each date expression to the first event trigger above it in the parse, else to the clause it stands in.

    Keys are tokens. A date inside "after the talks in May" stays with the talks, one inside the content of a
    contract goes up to the contract.
    """
    heads = {found.head.i for found in candidates} | {
        found.argument.i for found in candidates if found.argument is not None
    }
    owners: Owners = {}
    for placed in context.timexes:
        if placed.timex.type not in ("DATE", "TIME") or not _is_calendar(placed):
            continue
        owner = _owner(placed, heads)
        if owner is not None:
            owner = context.said_outside(placed, owner)
            owners.setdefault(owner.i, []).append(placed)
    return owners


def find_date(candidate: Candidate, owners: Owners) -> When:
    """Date that the candidate's own words, its governing verb or a coordinated verb bear."""
    for token in _bearers(candidate):
        placed = _best(owners.get(token.i, ()), candidate)
        if placed is not None:
            return When(placed.interval, placed.timex.mention, _basis(placed))
    return NO_DATE


def cut_at_publication(when: When, modality: Modality, article: Article) -> When:
    """What has happened by the day of an article lies in the past of it, what is planned lies ahead: "this month"."""
    day, interval = article.published, when.interval
    if day is None or interval is None or article.published_precision != "day":
        return when
    if modality == "actual" and interval.earliest <= day < interval.latest:
        return replace(when, interval=replace(interval, latest=day))
    if modality == "planned" and interval.earliest < day <= interval.latest:
        return replace(when, interval=replace(interval, earliest=day))
    return when


def is_future(when: When, context: Context) -> bool:
    """Whether the date lies after the article's own."""
    return (
        when.interval is not None
        and context.article.published is not None
        and when.interval.earliest > context.article.published
    )


def date_on(token: Token, owners: Owners) -> When:
    """The one date that the parse ties to `token`: "said on June 27, a day after"."""
    placed = [one for one in owners.get(token.i, ()) if one.interval is not None]
    return When(placed[0].interval, placed[0].timex.mention, _basis(placed[0])) if len(placed) == 1 else NO_DATE


def relative_to(clause: Token, anchor: When, *, backwards: bool = False) -> When:
    """Date of a clause opened by "a day after", "two weeks before", counted from the main clause's date.

    With `backwards` the clause is dated, and what comes back is the date of its main clause.
    """
    opening = marker(clause)
    if anchor.interval is None or anchor.interval.precision != "day" or opening not in ("after", "before"):
        return NO_DATE
    days = _days_before(clause)
    if days is None:
        return NO_DATE
    # The main clause comes a day after: the time clause lies a day back.
    shift = timedelta(days=-days if (opening == "after") != backwards else days)
    return When(
        Interval(anchor.interval.earliest + shift, anchor.interval.latest + shift, "day"), anchor.text, "relative"
    )


def _days_before(clause: Token) -> int | None:
    mark = next((word for word in children(clause, "mark") if word.lower_ in ("after", "before")), None)
    if mark is None or mark.i < 2:
        return None
    unit, count = mark.nbor(-1), mark.nbor(-2)
    number = COUNTS.get(count.lower_) or (int(count.text) if count.text.isdecimal() else None)
    return DAYS[unit.lemma_] * number if unit.lemma_ in DAYS and number is not None else None


def _is_calendar(placed: PlacedTimex) -> bool:
    """Whether the expression names days at all: "now" and "in the past" do not."""
    return (
        placed.interval is not None
        or placed.timex.value[:4].replace("X", "").isdecimal()
        or placed.timex.value.startswith("XXXX-")
    )


def _owner(placed: PlacedTimex, heads: set[int]) -> Token | None:
    token, opening = placed.head, preposition(placed.head)
    if opening in NO_POINT:
        return None
    if token.i in heads:
        return token
    for _ in range(DEPTH):
        parent = token.head
        if parent.i == token.i:
            return token
        if parent.i in heads or parent.pos_ in PREDICATES or parent.dep_ in ("ROOT", "ccomp", "advcl", "parataxis"):
            # "his 2017 promise": the date only says which one, and belongs to nothing else.
            return parent.head if _stands_before_count(placed, parent) else parent
        if token.dep_ in NAMED_BY_DATE and token.i == placed.head.i and not _is_time_noun(parent):
            return None
        if preposition(parent) in OTHER_TIMES and token.i != placed.head.i:
            return None
        token = parent
    return None


def _stands_before_count(placed: PlacedTimex, clause: Token) -> bool:
    """Whether a date opens the sentence before "three days before Turkey received it", and so dates the main clause."""
    mark = next((word for word in children(clause, "mark") if word.lower_ in ("after", "before")), None)
    return mark is not None and _days_before(clause) is not None and placed.head.i < mark.i - 2


def _is_time_noun(noun: Token) -> bool:
    return noun.pos_ in ("NUM", "PROPN") or noun.lemma_ in (
        "day",
        "week",
        "month",
        "year",
        "quarter",
        "end",
        "beginning",
        "start",
        "morning",
        "night",
    )


def _bearers(candidate: Candidate) -> Iterator[Token]:
    """Tokens whose date may be the event's, the nearest first."""
    head = candidate.head
    yield head
    if candidate.argument is not None:
        yield candidate.argument
    for participle in children(head, "acl") if candidate.is_noun else ():
        # "deliveries scheduled to start in May"
        if cue_effect(participle, "noun") == "planned":
            yield participle
            yield from children(participle, "xcomp")
    yield from _governors(candidate)
    yield from (
        other
        for other in children(head, "conj")
        if other.pos_ in PREDICATES and child(other, "nsubj", "nsubj:pass") is None
    )
    first = head
    while (
        first.dep_ == "conj" and first.head.i != first.i and first.pos_ in PREDICATES and first.head.pos_ in PREDICATES
    ):
        first = first.head
        if child(head, "nsubj", "nsubj:pass") is None:
            yield first


def _governors(candidate: Candidate) -> Iterator[Token]:
    """What the event hangs on: "expected in May to be signed", "reports of talks surfaced in May"."""
    token = candidate.head
    for _ in range(3):
        governor = token.head
        if governor.i == token.i:
            return
        is_clause = token.pos_ in PREDICATES or child(token, "cop") is not None
        if is_clause and token.dep_ not in ("xcomp", "acl"):
            return
        if token.pos_ not in PREDICATES and preposition(token) in OTHER_TIMES:
            return
        slot = "infinitive" if token.pos_ in PREDICATES else "noun"
        if (
            token.pos_ not in PREDICATES
            and token.dep_ in ("nsubj", "nsubj:pass", "obj")
            and cue_effect(governor, "noun") is None
        ):
            return
        if slot == "infinitive" and cue_effect(governor, "infinitive") not in ("planned", "same", "ongoing"):
            return
        yield governor
        if slot == "noun":
            # "deliveries are expected to begin by the end of the year"
            yield from children(governor, "xcomp")
        token = governor


def _best(placed: Iterable[PlacedTimex], candidate: Candidate) -> PlacedTimex | None:
    """The narrowest of the date expressions, the nearest of equals."""
    found = [one for one in placed if one.head.sent.start == candidate.head.sent.start]
    if not found:
        return None
    return min(found, key=lambda one: (one.interval is None, _length(one), abs(one.head.i - candidate.head.i)))


def _length(placed: PlacedTimex) -> int:
    return (placed.interval.latest - placed.interval.earliest).days if placed.interval is not None else 0


def _basis(placed: PlacedTimex) -> DateBasis:
    return (
        "explicit"
        if any(letter.isdigit() for letter in placed.timex.mention.text) or _names_month(placed)
        else "relative"
    )


def _names_month(placed: PlacedTimex) -> bool:
    value = placed.timex.value
    return (
        len(value) == 7
        and value[4] == "-"
        and value[5:7].isdecimal()
        and not placed.timex.mention.text.lower().startswith(("last", "next", "this"))
    )
