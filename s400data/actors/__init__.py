"""Actors: who speaks and acts in an article, from its names, titles, offices and pronouns.

"US Secretary of State Michael Pompeo", "the US top diplomat", "Pompeo" and "he" are one actor; where the text and the
knowledge do not tell, nobody is.
"""

from s400data.actors.casts import Cast, find_cast
from s400data.actors.profiles import join_actors

__all__ = ["Cast", "find_cast", "join_actors"]
