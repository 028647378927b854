"""Evidence: what resolving a description may look at in one article: its date, its names and who was spoken of."""

from dataclasses import dataclass
from datetime import date

from s400data.actors.descriptions import Description
from s400data.actors.discourse import Discourse
from s400data.actors.portraits import build_profile
from s400data.actors.profiles import Profile
from s400data.actors.rosters import Entrant, Roster
from s400data.actors.unnamed import whose
from s400data.knowledge.actors import KnownActor
from s400data.records import Article

Found = tuple[Profile, str, float]


@dataclass(slots=True)
class Evidence:
    """One article's names and references, and `window`, the days it may have been published on."""

    article: Article
    window: tuple[date, date] | None
    discourse: Discourse
    roster: Roster
    profiles: dict[str, Profile]

    def profile_of(self, known: KnownActor) -> Profile:
        """Profile of a known actor, whether or not the article names it."""
        if known.id not in self.profiles:
            entrant = Entrant(known.id, known.name, known.kind, known)
            self.profiles[known.id] = build_profile(entrant, (), self.roster, self.article)
        return self.profiles[known.id]

    def owner_of(self, description: Description) -> Profile | None:
        """Whom the possessive of a description names: "his", "Putin's"."""
        reference = self.discourse.by_token.get(description.owner) if description.owner is not None else None
        return reference.profile if reference is not None else None

    def is_told(self, description: Description) -> bool:
        """Whether a description's own words tell its country or organisation."""
        return whose(description, self.roster) != (None, None)
