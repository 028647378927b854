"""Genders: what a name, a title or the knowledge tells of a person's gender, None where nothing does."""

from s400data.knowledge.actors import KnownActor
from s400data.knowledge.given_names import gender_of_name
from s400data.knowledge.titles import Gender


def gender_of(name: str, known: KnownActor | None) -> Gender | None:
    """Gender of a person by the knowledge, else by the first name of a full name."""
    if known is not None and known.gender is not None:
        return known.gender
    words = name.split()
    told = gender_of_name(words[0])
    # A name that stands alone may be a surname; "Scott" and "Thomas" are, "Gloria" hardly.
    return told if len(words) > 1 or told == "female" else None
