"""Candidates: a match in its text, with the questions that tell a time from what only looks like one."""

from dataclasses import dataclass

from s400data.timexes.patterns import Match
from s400data.timexes.readings import Reading
from s400data.timexes.words import BREAK, Word

# Characters before and after a match that its neighbours are looked for in.
REACH = 40
# Words before a bare number of four figures, or a month that is also a name, which leave no doubt about it.
_LEADS = frozenset(
    [
        "of",
        "in",
        "on",
        "to",
        "from",
        "between",
        "lead",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "and",
        "or",
        "edge_noun",
        "edge_part",
        "approx",
        "about",
        "this",
        "last",
        "next",
        "earlier",
        "later",
    ]
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match in its text, with what it would say."""

    text: str
    match: Match
    reading: Reading

    @property
    def word_before(self) -> Word | None:
        """The word of time the expression follows, None where another word or nothing stands there."""
        head = self.match.fields.get("head", ())
        if head:
            return head[-1]
        before = self.match.words[self.match.start - 1] if self.match.start else None
        return before if before and before.kind != BREAK else None

    @property
    def is_led(self) -> bool:
        """Whether a preposition or the like leads up to it."""
        return self.word_before is not None and self.word_before.kind in _LEADS

    @property
    def mark_before(self) -> str:
        """The character right before it."""
        start = self.match.first.start
        return self.text[start - 1 : start] if start else ""

    @property
    def mark_after(self) -> str:
        """The character right after it."""
        end = self.match.last.end
        return self.text[end : end + 1]

    @property
    def letters_before(self) -> tuple[str, str]:
        """The word before it and the two words before it, in small letters."""
        start = self.match.first.start
        words = [word.strip('.,("“”').lower() for word in self.text[max(0, start - REACH) : start].split()[-2:]]
        return (words[-1] if words else "", " ".join(words))

    @property
    def following(self) -> str:
        """The word after it as written; empty where a mark stands between."""
        end = self.match.last.end
        words = self.text[end : end + REACH].split(None, 1)
        return words[0].strip(".,;:!?()\"“”'’") if words and self.mark_after.isspace() else ""

    @property
    def ends_here(self) -> bool:
        """Whether a mark or nothing follows, so that no clause hangs on the expression."""
        return self.mark_after in (",", ".", ";", ":", ")", "\n", "")
