"""Introductions: where an article says who a named person is.

Before the name ("head of the Rostec State Corporation Sergei Chemezov"), behind it ("Jeff Rathke, the State Department
spokesperson"), or with a comma between ("the Turkish foreign minister, Mevlut Cavusoglu,").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from s400data.actors.descriptions import LINKS, Description, describe, is_finite
from s400data.actors.names import Name
from s400data.actors.titlings import Titling, find_titlings

_REACH = 16
_STOPS = frozenset({"who", "which", "whose", "that", "while", "as", "when", "where"})


@dataclass(frozen=True, slots=True)
class Introduction:
    """`name` is described by `description`."""

    name: Name
    description: Description


def find_introductions(doc: Doc, names: Sequence[Name], at: Sequence[Name | None]) -> Iterator[Introduction]:
    """Introductions of the persons and organisations among `names`; `at` holds the name at each token.

    "Her Danish counterpart, Mette Holm" has the role of whoever was introduced last before.
    """
    last: Titling | None = None
    for found in _all_introductions(doc, names, at):
        described = found.description
        if described.role != "counterpart":
            last = described.titling if described.role else last
            yield found
        elif last is not None and last.title is not None:
            place = f"{described.place.words} " if described.place else ""
            yield replace(found, description=replace(described, titling=last, words=f"{place}{last.title.words}"))


def _all_introductions(doc: Doc, names: Sequence[Name], at: Sequence[Name | None]) -> Iterator[Introduction]:
    for name in names:
        if name.kind not in {"person", "organisation"}:
            continue
        found = _before(doc, name, name.start, at) or _before_comma(doc, name, at)
        if found is not None:
            yield from (Introduction(one, found) for one in _named_by(doc, found, name, at))
        behind = (_behind(doc, name, at) or _belonging(doc, name, at)) if name.kind == "person" else None
        if behind is not None:
            yield Introduction(name, behind)


def _named_by(doc: Doc, found: Description, name: Name, at: Sequence[Name | None]) -> tuple[Name, ...]:
    """Who carries the title: several for a plural, which says nothing of one ("told reporters Pompeo was ready")."""
    if not found.is_plural:
        return (name,)
    others = tuple(_coordinated(doc, name, at))
    return (name, *others) if others else ()


def _coordinated(doc: Doc, name: Name, at: Sequence[Name | None]) -> Iterator[Name]:
    """Names that share the title of `name`: "Senators Jane Doe and John Roe"."""
    i = name.end
    while i + 1 < len(doc) and (doc[i].text in {",", "and", "&"}):
        following = at[i + 1] if doc[i + 1].lower_ != "and" else at[min(i + 2, len(doc) - 1)]
        if following is None or following.kind != "person":
            return
        yield following
        i = following.end


def _belonging(doc: Doc, name: Name, at: Sequence[Name | None]) -> Description | None:
    """Whose a person is by a bare name beside: "Jane Doe of Amnesty", "Egypt's Sameh Shoukry"."""
    after = name.end + 1 if name.end < len(doc) and doc[name.end].lower_ in {"of", "from", "at"} else len(doc)
    body = next((at[i] for i in (after, after + 1) if i < len(doc) and at[i] is not None), None)
    if body is not None and body.kind == "organisation":
        return _of(name.end, body.end, body)
    owner = at[name.start - 2] if name.start > 1 and doc[name.start - 1].tag_ == "POS" else None
    if owner is not None and owner.kind in {"state", "organisation"}:
        return _of(owner.start, owner.end, owner)
    return None


def _of(start: int, end: int, whose: Name) -> Description:
    """A description that tells nothing but where somebody belongs."""
    place, organisation = (None, whose) if whose.kind == "organisation" else (whose, None)
    return Description(
        start=start,
        end=end,
        head=start,
        words="",
        titling=None,
        place=place,
        organisation=organisation,
        owner=None,
        owner_is_pronoun=False,
        is_former=False,
        is_definite=False,
        is_indefinite=False,
        is_plural=False,
    )


def _before(doc: Doc, name: Name, end: int, at: Sequence[Name | None]) -> Description | None:
    start = _window_start(doc, end, at)
    titlings = [t for t in find_titlings(doc, start, end) if _fits(t, name)]
    if not titlings:
        return _noun_before(doc, name, end, at)
    last = titlings[-1]
    if last.title is not None and last.title.role == "honorific" and last.end == end and last.start > start:
        # "Undersecretary for Education Mr. Doe": the honorific says less than what stands before it.
        return _before(doc, name, last.start, at) or describe(doc, last, at, stop=end)
    if last.end == end:
        return describe(doc, last, at, stop=end)
    is_linked = (
        doc[last.end].lower_ in LINKS
        and last.end + 1 < end
        and not any(t.lower_ == "and" for t in doc[last.end : last.end + 2])
    )
    return describe(doc, last, at, stop=end) if is_linked and name.kind == "person" else None


def _fits(titling: Titling, name: Name) -> bool:
    if name.kind == "person":
        return titling.title is not None
    return titling.body is not None


def _window_start(doc: Doc, end: int, at: Sequence[Name | None]) -> int:
    start = end
    while start > max(0, end - _REACH) and not _breaks(doc[start - 1], at):
        start -= 1
    return start


def _breaks(token: Token, at: Sequence[Name | None]) -> bool:
    name = at[token.i]
    if name is not None:
        return name.kind == "person"
    if token.is_space or token.tag_ in {"PRP", "PRP$", "WP", "WDT", "WRB", "EX", "TO"} or token.lower_ in _STOPS:
        return True
    if token.is_punct:
        return token.text not in {"-", "–", "&"}
    return is_finite(token) or (token.pos_ == "ADP" and token.lower_ not in LINKS and not _opens_title(token))


def _opens_title(token: Token) -> bool:
    """Whether a preposition is the first word of a title: "[Under] Secretary of Defence Jane Doe"."""
    doc = token.doc
    return any(titling.start == token.i for titling in find_titlings(doc, token.i, min(token.i + 2, len(doc))))


def _noun_before(doc: Doc, name: Name, end: int, at: Sequence[Name | None]) -> Description | None:
    """A noun no list knows, right before a person: "co-writer Jane Doe"."""
    if name.kind != "person" or end == 0:
        return None
    noun = doc[end - 1]
    if (
        noun.tag_ != "NN"
        or not noun.text.islower()
        or at[noun.i] is not None
        or noun.dep_ in {"obj", "nsubj", "obl", "iobj"}
    ):
        return None
    if noun.head.i < noun.i and noun.head.i not in range(name.start, name.end):
        return None
    return describe(doc, Titling(noun.i, end, None, None), at, stop=end)


def _before_comma(doc: Doc, name: Name, at: Sequence[Name | None]) -> Description | None:
    if name.kind != "person" or name.start < 2 or doc[name.start - 1].text not in {",", "—", "–", "("}:
        return None
    found = _before(doc, name, name.start - 1, at)
    if found is None or found.titling is None or found.titling.title is None:
        return None
    is_enclosed = name.end < len(doc) and doc[name.end].text in {",", ".", ")", "—", "–", ";"}
    is_apposed = any(
        doc[i].dep_ == "appos" and found.start <= doc[i].head.i < name.start for i in range(name.start, name.end)
    )
    has_owner = found.is_definite or found.place is not None or found.organisation is not None
    return found if has_owner and (is_enclosed or is_apposed) else None


def _behind(doc: Doc, name: Name, at: Sequence[Name | None]) -> Description | None:
    if name.end + 1 >= len(doc) or doc[name.end].text not in {",", "(", "—", "–"}:
        return None
    start = name.end + 1
    end = start
    while end < min(len(doc), start + _REACH) and not _ends_behind(doc[end], at):
        end += 1
    if end < len(doc) and (following := at[end]) is not None and following.kind == "person":
        return None
    titlings = [t for t in find_titlings(doc, start, end) if t.title is not None and not t.title.is_plural]
    if not titlings or titlings[0].title is None or titlings[0].title.role == "counterpart":
        return None
    found = describe(doc, titlings[0], at)
    # "X, a former envoy to Baku, ...": nothing but the description may stand before its title.
    is_close = found.start <= start + 1
    return replace(found, end=min(found.end, end)) if is_close else None


def _ends_behind(token: Token, at: Sequence[Name | None]) -> bool:
    name = at[token.i]
    if name is not None:
        return name.kind == "person"
    return (
        token.is_space
        or (token.is_punct and token.text not in {"-", "&"})
        or is_finite(token)
        or token.lower_ in _STOPS
    )
