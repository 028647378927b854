"""Offices: who a definite description ("the US top diplomat", "the ministry", "his Turkish counterpart") stands for.

The article's own evidence comes first: somebody it introduced with that role. Then the knowledge: whoever held the
office on the day of the article. Without a date there is only a holder the article names itself, or the only one known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from s400data.actors.descriptions import Description
from s400data.actors.discourse import Discourse, last_speaker
from s400data.actors.profiles import GROUPS, Profile, build_profile, country_name, state_profile
from s400data.actors.rosters import Entrant, Roster
from s400data.actors.unnamed import unnamed_profile, whose
from s400data.knowledge.actors import KnownActor, Term, actors_by_id, find_terms, load_actors, load_terms
from s400data.knowledge.bodies import body_words
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.spellings import fold_letters, slug
from s400data.knowledge.titles import wider_roles
from s400data.language.syntax import subject
from s400data.records import Actor, Article

# One holder at a time for a country or body.
SINGLE_OFFICES = frozenset({
    "president", "prime-minister", "foreign-minister", "defence-minister", "interior-minister", "finance-minister",
    "energy-minister", "national-security-adviser", "intelligence-chief", "secretary-general", "military-chief",
    "deputy-secretary-general", "vice-president", "trade-minister", "justice-minister", "military-commander",
    "executive", "head", "director", "speaker",
})  # fmt: skip
HEADS = frozenset({"executive", "head", "director", "chair", "leader", "secretary-general", "intelligence-chief"})
_INHERITING = frozenset({"official", "source", "authority", "diplomat"})
_MARGIN = 1.05

Found = tuple[Profile, str, float]


@dataclass(slots=True)
class Offices:
    """What resolving descriptions needs to know of one article."""

    article: Article
    window: tuple[date, date] | None
    discourse: Discourse
    roster: Roster
    profiles: dict[str, Profile]

    def resolve(self, description: Description) -> Found | None:
        """The profile a description stands for, the rule that says so and how sure it is."""
        titling = description.titling
        if titling is None:
            return None
        if titling.body is not None:
            return self._body(description)
        if description.role == "counterpart":
            return self._counterpart(description)
        if description.is_plural or description.is_indefinite:
            return self._unnamed(description)
        return self._introduced(description) or self._by_office(description) or self._nameless(description)

    def _introduced(self, description: Description) -> Found | None:
        ranked = self.discourse.ranked(description.head, lambda p: _match(p, description, self.roster))
        ranked = [pair for pair in ranked if pair[1].actor.kind in {"person", "unnamed"}]
        if ranked:
            if len(ranked) > 1 and ranked[0][0] < _MARGIN * ranked[1][0]:
                return None
            return ranked[0][1], "title_introduced", 0.85
        later = [p for p in self.profiles.values() if p.actor.kind == "person" and _match(p, description, self.roster)]
        is_telling = whose(description, self.roster) != (None, None) or description.role in SINGLE_OFFICES
        return (later[0], "title_introduced_later", 0.8) if len(later) == 1 and is_telling else None

    def _by_office(self, description: Description) -> Found | None:
        holders = {term.actor.id: term.actor for term in self._terms(description)}
        if self.window is None and len(holders) > 1:
            holders = {actor_id: actor for actor_id, actor in holders.items() if actor_id in self.roster.entrants}
        if len(holders) != 1 or description.is_former:
            return None
        return self.profile_of(next(iter(holders.values()))), "office_holder", 0.85

    def _terms(self, description: Description) -> Iterable[Term]:
        role = description.role
        if role not in SINGLE_OFFICES:
            return ()
        first, last = self.window or (None, None)
        if description.organisation is not None:
            body = self.roster.of_name.get(description.organisation)
            return [t for t in load_terms() if body and t.office.organisation == body.actor_id and _same_role(t, role)
                    and t.office.covers(first or date.min, last or date.max)]  # fmt: skip
        country, _ = whose(description, self.roster)
        return find_terms(role, country, first, last) if country and role not in HEADS else ()

    def _nameless(self, description: Description) -> Found | None:
        """Somebody whom only country or organisation tell: "the Pentagon spokesman"."""
        if whose(description, self.roster) == (None, None):
            return None
        return unnamed_profile(description, self.roster), "office_unnamed", 0.6

    def _unnamed(self, description: Description) -> Found:
        inherited = None
        if (
            whose(description, self.roster) == (None, None)
            and description.role in _INHERITING
            and not description.is_indefinite
        ):
            inherited = self._inherited(description)
        return unnamed_profile(description, self.roster, inherited=inherited), "unnamed", 0.5 if inherited else 0.8

    def _inherited(self, description: Description) -> str | None:
        """Country of the state that spoke last: its "officials" go on speaking for it."""
        speaker = last_speaker(self.discourse, description.head)
        near = speaker is not None and (
            self.discourse.sentence_of[description.head] - self.discourse.sentence_of[speaker.head] <= 4
        )
        return (
            speaker.profile.actor.country
            if speaker is not None and near and speaker.profile.actor.kind == "state"
            else None
        )

    def _counterpart(self, description: Description) -> Found | None:
        if description.is_plural:
            return None
        owner = self._owner(description)
        country, _ = whose(description, self.roster)
        offices = owner.offices if owner else frozenset()
        owner_id = owner.actor.actor_id if owner else ""
        fitting = [
            p
            for p in self.profiles.values()
            if p.actor.kind == "person"
            and p.actor.actor_id != owner_id
            and (not country or country in p.countries)
            and p.offices & offices
        ]
        if len(fitting) == 1:
            return fitting[0], "counterpart", 0.85
        if fitting or country is None:
            return None
        holders = {
            t.actor.id: t.actor
            for o in offices & SINGLE_OFFICES
            for t in find_terms(o, country, *(self.window or (None, None)))
        }
        return (self.profile_of(next(iter(holders.values()))), "counterpart_office", 0.8) if len(holders) == 1 else None

    def _owner(self, description: Description) -> Profile | None:
        doc = self.discourse.doc
        owner = description.owner
        reference = self.discourse.by_token.get(owner) if owner is not None else None
        if reference is None:
            verb = doc[description.head].head
            while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
                verb = verb.head
            agent = subject(verb)
            reference = (
                self.discourse.by_token.get(agent.i) if agent is not None and agent.i != description.head else None
            )
        return reference.profile if reference is not None else None

    def _body(self, description: Description) -> Found | None:
        titling = description.titling
        if titling is None or titling.body is None:
            return None
        body = titling.body
        noun = fold_letters(self.discourse.doc[titling.start : titling.end].text)
        if body.stands_for is not None and description.place is None:
            return (
                (state_profile(countries_by_code()[body.stands_for]), "body_name", 0.8)
                if description.is_definite
                else None
            )
        country, _ = whose(description, self.roster)
        if country is not None:
            return self._body_of(description, country, noun)
        if not description.is_definite or description.is_plural:
            return None
        return self._body_named_before(description, noun)

    def _body_of(self, description: Description, country: str, noun: str) -> Found | None:
        titling = description.titling
        if titling is None or titling.body is None:
            return None
        if titling.body.kind == "government":
            return state_profile(countries_by_code()[country]), "government", 0.9
        if titling.body.kind == "outlet" or description.organisation is not None or description.is_indefinite:
            return None
        known = _known_body(country, noun)
        if known is not None:
            return self.profile_of(known), "body_of_country", 0.85
        name = f"{country_name(country)} {self.discourse.doc[titling.start : titling.end].text}"
        actor = Actor(f"o-{slug(name)}", name, "organisation", None, country, None, known=False)
        nothing: frozenset[str] = frozenset()
        return (
            Profile(actor, nothing, nothing, frozenset({country}), nothing, frozenset(noun.split()), None),
            "body_of_country",
            0.7,
        )

    def _body_named_before(self, description: Description, noun: str) -> Found | None:
        titling = description.titling
        if titling is None or titling.body is None:
            return None
        word, is_outlet = noun.split()[-1], titling.body.kind == "outlet"
        ranked = [r for r in self.discourse.before(description.head) if r.profile.actor.kind == "organisation"]
        fitting = [r.profile for r in ranked if (is_outlet and "outlet" in r.profile.roles) or word in r.profile.words]
        if fitting:
            return fitting[-1], "body_named_before", 0.75
        if titling.body.kind == "company":
            companies = {r.profile.actor.actor_id: r.profile for r in ranked if _may_be_company(r.profile)}
            return (next(iter(companies.values())), "company_named_before", 0.6) if len(companies) == 1 else None
        return None if is_outlet else self._house_of_speaker(description, word)

    def _house_of_speaker(self, description: Description, word: str) -> Found | None:
        """The body that the person named last belongs to: a State Department spokesman's "the department"."""
        persons = [r.profile for r in self.discourse.before(description.head) if r.profile.actor.kind == "person"]
        houses = (
            [actors_by_id()[house] for house in persons[-1].organisations if house in actors_by_id()] if persons else []
        )
        fitting = [house for house in houses if any(_ends_with(name, word) for name in house.names)]
        return (self.profile_of(fitting[0]), "body_of_speaker", 0.65) if len(fitting) == 1 else None

    def profile_of(self, known: KnownActor) -> Profile:
        """Profile of a known actor, whether or not the article names it."""
        if known.id not in self.profiles:
            entrant = Entrant(known.id, known.name, known.kind, known)
            self.profiles[known.id] = build_profile(entrant, (), self.roster, self.article)
        return self.profiles[known.id]


def _match(profile: Profile, description: Description, roster: Roster) -> float:
    """How well an introduced profile answers a description: 0 not at all."""
    role, titling = description.role, description.titling
    if (
        titling is None
        or titling.title is None
        or profile.is_plural
        or (role not in profile.roles and not _is_head(profile, description))
    ):
        return 0.0
    if titling.title.gender is not None and profile.gender not in {None, titling.title.gender}:
        return 0.0
    country, _ = whose(description, roster)
    body = roster.of_name.get(description.organisation) if description.organisation is not None else None
    if body is not None and body.actor_id not in profile.organisations and body.kind == "organisation":
        return 0.0
    if body is None and country is not None and country not in profile.countries:
        return 0.0
    return 3.0 if titling.title.words in profile.words else 2.0 if role in profile.offices else 1.0


def _may_be_company(profile: Profile) -> bool:
    """Whether nothing speaks against a body's being a business: it is no outlet, ministry or alliance."""
    words = fold_letters(profile.actor.name).split()
    is_public = any(word in body_words() and body_words()[word].kind != "company" for word in words)
    return not is_public and "outlet" not in profile.roles and profile.actor.country not in GROUPS


def _is_head(profile: Profile, description: Description) -> bool:
    return description.role in HEADS and bool(profile.roles & HEADS)


def _same_role(term: Term, role: str) -> bool:
    return role in wider_roles(term.office.role) or (role in HEADS and term.office.role in HEADS | {"military-chief"})


def _known_body(country: str, noun: str) -> KnownActor | None:
    found = [
        actor
        for actor in load_actors()
        if actor.kind == "organisation"
        and actor.country == country
        and any(_ends_with(name, noun) for name in actor.names)
    ]
    return found[0] if len(found) == 1 else None


def _ends_with(name: str, noun: str) -> bool:
    folded = fold_letters(name)
    return folded == noun or folded.endswith(f" {noun}")
