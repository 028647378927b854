"""Bodies: which institution a common noun stands for: "the Turkish government", "the ministry", "the article"."""

from s400data.actors.descriptions import Description
from s400data.actors.evidence import Evidence, Found
from s400data.actors.profiles import GROUPS, Profile, country_name, state_profile
from s400data.actors.titlings import Titling
from s400data.actors.unnamed import unnamed_profile, whose
from s400data.knowledge.actors import KnownActor, actors_by_id, load_actors
from s400data.knowledge.bodies import Body, body_words
from s400data.knowledge.countries import countries_by_code
from s400data.knowledge.spellings import fold_letters, slug
from s400data.records import Actor

_MARGIN = 1.3
_NEAR = 1
_NAMING = frozenset({"appos", "flat", "nmod:desc"})


def resolve_body(description: Description, evidence: Evidence) -> Found | None:
    """The institution that a description with the noun of one stands for; None where nothing tells which."""
    titling = description.titling
    if titling is None or titling.body is None or _has_other_name(description, evidence):
        return None
    noun = fold_letters(evidence.discourse.doc[titling.start : titling.end].text)
    if titling.body.stands_for is not None and not evidence.is_told(description):
        group = state_profile(countries_by_code()[titling.body.stands_for])
        return (group, "body_name", 0.8) if description.is_definite else None
    if description.is_plural and titling.body.kind != "government":
        return (
            unnamed_profile(description, evidence.roster, owner=evidence.owner_of(description)),
            "unnamed_bodies",
            0.7,
        )
    country, _ = whose(description, evidence.roster)
    if country is not None:
        return _of_country(description, titling, titling.body, country, evidence)
    if description.owner is not None and titling.body.kind == "group":
        return _of_person(description, noun, evidence)
    if not description.is_definite and titling.body.kind == "outlet":
        return unnamed_profile(description, evidence.roster), "unnamed_bodies", 0.7
    if not description.is_definite or description.is_plural:
        return None
    return _named_before(description, titling.body, noun, evidence)


def _has_other_name(description: Description, evidence: Evidence) -> bool:
    """Whether a name of its own follows that nobody could read: "the website fivethirtyeight"."""
    head = evidence.discourse.doc[description.head]
    return any(child.dep_ in _NAMING and child.i > head.i for child in head.children)


def _of_country(
    description: Description, titling: Titling, body: Body, country: str, evidence: Evidence
) -> Found | None:
    if body.kind == "government":
        return state_profile(countries_by_code()[country]), "government", 0.9
    if body.kind == "outlet" or description.organisation is not None or description.is_indefinite:
        return None
    written = evidence.discourse.doc[titling.start : titling.end].text
    known = _known_body(country, fold_letters(written))
    if known is not None:
        return evidence.profile_of(known), "body_of_country", 0.85
    return _new_body(f"{country_name(country)} {written}", country), "body_of_country", 0.7


def _of_person(description: Description, noun: str, evidence: Evidence) -> Found | None:
    """A person's own body: "the Clinton campaign", "her team"."""
    owner = evidence.owner_of(description)
    if owner is None or owner.actor.kind != "person":
        return None
    return _new_body(f"{owner.actor.name} {noun}", owner.actor.country), "body_of_person", 0.7


def _new_body(name: str, country: str | None) -> Profile:
    actor = Actor(f"o-{slug(name)}", name, "organisation", None, country, None, known=False)
    nothing: frozenset[str] = frozenset()
    words = frozenset(fold_letters(name).split())
    return Profile(actor, nothing, nothing, frozenset({country} if country else ()), nothing, words, None)


def _named_before(description: Description, body: Body, noun: str, evidence: Evidence) -> Found | None:
    before = [r.profile for r in evidence.discourse.before(description.head) if r.profile.actor.kind == "organisation"]
    word, is_outlet = noun.split()[-1], body.kind == "outlet"
    fitting = [profile for profile in before if (is_outlet and "outlet" in profile.roles) or word in profile.words]
    if fitting:
        return fitting[-1], "body_named_before", 0.75
    if body.kind == "company":
        companies = {profile.actor.actor_id: profile for profile in before if _may_be_company(profile)}
        return (next(iter(companies.values())), "company_named_before", 0.6) if len(companies) == 1 else None
    if is_outlet:
        return None
    return _house_of_speaker(description, word, evidence) or _house_of_state(description, noun, evidence)


def _house_of_state(description: Description, noun: str, evidence: Evidence) -> Found | None:
    """The ministry of the state that is most on the reader's mind: "Turkey protested. The Foreign Ministry said"."""
    states = evidence.discourse.ranked(description.head, lambda p: float(p.actor.kind == "state"))
    is_open = len(states) > 1 and states[0][0] < _MARGIN * states[1][0]
    country = states[0][1].actor.country if states and not is_open and "ministry" in noun else None
    house = _known_body(country, noun) if country else None
    return (evidence.profile_of(house), "body_of_state", 0.6) if house is not None else None


def _house_of_speaker(description: Description, word: str, evidence: Evidence) -> Found | None:
    """The body that the person named last belongs to: a State Department spokesman's "the department"."""
    persons = [r for r in evidence.discourse.before(description.head) if r.profile.actor.kind == "person"]
    paragraph_of = evidence.discourse.paragraph_of
    is_near = bool(persons) and paragraph_of[description.head] - paragraph_of[persons[-1].head] <= _NEAR
    bodies = persons[-1].profile.organisations if is_near else frozenset()
    houses = [actors_by_id()[body] for body in bodies if body in actors_by_id()]
    fitting = [house for house in houses if any(_ends_with(name, word) for name in house.names)]
    return (evidence.profile_of(fitting[0]), "body_of_speaker", 0.65) if len(fitting) == 1 else None


def _may_be_company(profile: Profile) -> bool:
    """Whether a body is a listed company, or an unlisted one whose name speaks against no business."""
    known = actors_by_id().get(profile.actor.actor_id)
    if known is not None:
        return known.body == "company"
    words = fold_letters(profile.actor.name).split()
    is_public = any(word in body_words() and body_words()[word].kind != "company" for word in words)
    return not is_public and "outlet" not in profile.roles and profile.actor.country not in GROUPS


def _known_body(country: str, noun: str) -> KnownActor | None:
    bodies = [actor for actor in load_actors() if actor.kind == "organisation" and actor.country == country]
    found = [actor for actor in bodies if any(_ends_with(name, noun) for name in actor.names)]
    return found[0] if len(found) == 1 else None


def _ends_with(name: str, noun: str) -> bool:
    folded = fold_letters(name)
    return folded == noun or folded.endswith(f" {noun}")
