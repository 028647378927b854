"""Offices: who a person described by a title stands for ("the US top diplomat", "his Turkish counterpart").

The article's own evidence comes first: somebody it introduced with that role. Then the knowledge: whoever held the
office on the day of the article. Without a date there is only a holder the article names itself, or the only one known.
"""

from collections.abc import Iterable
from datetime import date

from s400data.actors.descriptions import Description
from s400data.actors.discourse import last_speaker
from s400data.actors.evidence import Evidence, Found
from s400data.actors.profiles import Profile, join_profiles
from s400data.actors.rosters import Roster
from s400data.actors.unnamed import unnamed_profile, whose
from s400data.knowledge.actors import Term, find_terms, load_terms
from s400data.knowledge.titles import TitleWord, wider_roles
from s400data.language.syntax import subject

# One holder at a time for a country or body.
SINGLE_OFFICES = frozenset({
    "president", "prime-minister", "foreign-minister", "defence-minister", "interior-minister", "finance-minister",
    "energy-minister", "national-security-adviser", "intelligence-chief", "secretary-general", "military-chief",
    "deputy-secretary-general", "vice-president", "trade-minister", "justice-minister", "military-commander",
    "executive", "head", "director", "speaker",
})  # fmt: skip
HEADS = frozenset({"executive", "head", "director", "chair", "secretary-general", "intelligence-chief"})
_OF_BODIES = frozenset({"executive", "head", "director", "chair"})
_INHERITING = frozenset({"official", "source", "authority", "diplomat"})
_NEAR = 4
_MARGIN = 1.05


def resolve_title(description: Description, evidence: Evidence) -> Found | None:
    """The person or unnamed people a description stands for, the rule that says so and how sure it is."""
    titling = description.titling
    if titling is None or titling.title is None:
        return None
    if description.role == "counterpart":
        return _counterpart(description, evidence)
    if description.is_plural and _is_pair(description, evidence):
        return _pair(description, evidence)
    if description.is_plural or description.is_indefinite:
        return _unnamed(description, evidence)
    return (
        _introduced(description, evidence) or _by_office(description, evidence) or _told_nameless(description, evidence)
    )


def _is_pair(description: Description, evidence: Evidence) -> bool:
    """Whether two people spoken of before are meant: "the two ministers", "both senators"."""
    doc = evidence.discourse.doc
    before = {doc[i].lower_ for i in range(max(0, description.start - 1), description.head)}
    return bool(before & {"both"}) or {"the", "two"} <= before


def _pair(description: Description, evidence: Evidence) -> Found | None:
    title = description.titling.title if description.titling else None
    role = title.role if title else ""
    before = [r.profile for r in evidence.discourse.before(description.head) if r.profile.actor.kind == "person"]
    fitting = [p for p in before if not p.is_plural and (role in p.roles or role == "person")]
    latest = list({p.actor.actor_id: p for p in reversed(fitting)}.values())[:2]
    return (join_profiles(latest[::-1]), "pair", 0.6) if len(latest) == 2 else None


def _introduced(description: Description, evidence: Evidence) -> Found | None:
    ranked = evidence.discourse.ranked(description.head, lambda p: _match(p, description, evidence.roster))
    if ranked:
        is_open = len(ranked) > 1 and ranked[0][0] < _MARGIN * ranked[1][0]
        return None if is_open else (ranked[0][1], "title_introduced", 0.85)
    later = [p for p in evidence.profiles.values() if _match(p, description, evidence.roster)]
    is_telling = evidence.is_told(description) or description.role in SINGLE_OFFICES
    return (later[0], "title_introduced_later", 0.8) if len(later) == 1 and is_telling else None


def _by_office(description: Description, evidence: Evidence) -> Found | None:
    holders = {term.actor.id: term.actor for term in _terms(description, evidence)}
    if evidence.window is None and len(holders) > 1:
        holders = {actor_id: actor for actor_id, actor in holders.items() if actor_id in evidence.roster.entrants}
    if len(holders) != 1 or description.is_former:
        return None
    return evidence.profile_of(next(iter(holders.values()))), "office_holder", 0.85


def _terms(description: Description, evidence: Evidence) -> Iterable[Term]:
    role = description.role
    if role not in SINGLE_OFFICES:
        return ()
    first, last = evidence.window or (date.min, date.max)
    if description.organisation is not None:
        body = evidence.roster.of_name.get(description.organisation)
        terms = [term for term in load_terms() if body and term.office.organisation == body.actor_id]
        return [term for term in terms if _same_role(term, role) and term.office.covers(first, last)]
    country, _ = whose(description, evidence.roster)
    return find_terms(role, country, first, last) if country and role not in _OF_BODIES else ()


def _told_nameless(description: Description, evidence: Evidence) -> Found | None:
    """Somebody whom only country, organisation or a person's name tell: "the Pentagon spokesman"."""
    if not evidence.is_told(description) and evidence.owner_of(description) is None:
        return None
    return unnamed_profile(description, evidence.roster, owner=evidence.owner_of(description)), "office_unnamed", 0.6


def _unnamed(description: Description, evidence: Evidence) -> Found:
    owner = evidence.owner_of(description)
    is_bare = not evidence.is_told(description) and owner is None and not description.is_indefinite
    inherited = _inherited(description, evidence) if is_bare and description.role in _INHERITING else None
    profile = unnamed_profile(description, evidence.roster, inherited=inherited, owner=owner)
    return profile, "unnamed", 0.5 if inherited else 0.8


def _inherited(description: Description, evidence: Evidence) -> str | None:
    """Country of the state that spoke last: its "officials" go on speaking for it."""
    speaker = last_speaker(evidence.discourse, description.head)
    if speaker is None or speaker.profile.actor.kind != "state":
        return None
    sentences = evidence.discourse.sentence_of
    return speaker.profile.actor.country if sentences[description.head] - sentences[speaker.head] <= _NEAR else None


def _counterpart(description: Description, evidence: Evidence) -> Found | None:
    """Whoever has the same office elsewhere as the one whose counterpart is spoken of."""
    if description.is_plural:
        return None
    owner = _whose_counterpart(description, evidence)
    country, _ = whose(description, evidence.roster)
    if owner is None:
        return None
    others = [p for p in evidence.profiles.values() if p.actor.kind == "person" and p is not owner]
    fitting = [p for p in others if p.offices & owner.offices and (not country or country in p.countries)]
    if len(fitting) == 1:
        return fitting[0], "counterpart", 0.85
    if fitting or country is None:
        return None
    first, last = evidence.window or (date.min, date.max)
    terms = [term for role in owner.offices & SINGLE_OFFICES for term in find_terms(role, country, first, last)]
    holders = {term.actor.id: term.actor for term in terms}
    return (evidence.profile_of(holders.popitem()[1]), "counterpart_office", 0.8) if len(holders) == 1 else None


def _whose_counterpart(description: Description, evidence: Evidence) -> Profile | None:
    owner = evidence.owner_of(description)
    if owner is not None:
        return owner
    verb = evidence.discourse.doc[description.head].head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    agent = subject(verb)
    reference = evidence.discourse.by_token.get(agent.i) if agent is not None else None
    return reference.profile if reference is not None else None


def _match(profile: Profile, description: Description, roster: Roster) -> float:
    """How well an introduced person answers a description: 0 not at all."""
    titling = description.titling
    if titling is None or titling.title is None or profile.is_plural:
        return 0.0
    is_person = profile.actor.kind in {"person", "unnamed"}
    if not is_person or not _has_title(profile, titling.title, of_body=description.organisation is not None):
        return 0.0
    return _fit(profile, titling.title) if _is_of_place(profile, description, roster) else 0.0


def _has_title(profile: Profile, title: TitleWord, *, of_body: bool) -> bool:
    if title.gender is not None and profile.gender not in {None, title.gender}:
        return False
    if title.is_loose:
        return title.words in profile.words
    # The chief, head and director of a body are one; elsewhere a defence chief is no president.
    return title.role in profile.roles or (of_body and title.role in HEADS and bool(profile.roles & HEADS))


def _fit(profile: Profile, title: TitleWord) -> float:
    if title.words in profile.words:
        return 3.0
    return 2.0 if title.role in profile.offices else 1.0


def _is_of_place(profile: Profile, description: Description, roster: Roster) -> bool:
    country, _ = whose(description, roster)
    body = roster.of_name.get(description.organisation) if description.organisation is not None else None
    if body is not None:
        return body.actor_id in profile.organisations or body.kind != "organisation"
    return country is None or country in profile.countries


def _same_role(term: Term, role: str) -> bool:
    return role in wider_roles(term.office.role) or (role in HEADS and term.office.role in HEADS | {"military-chief"})
