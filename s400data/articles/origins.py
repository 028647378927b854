"""Origins: the outlet an article is from, and what shows it; a paper it merely quotes is not its outlet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from s400data.articles.bylines import read_byline
from s400data.articles.datelines import read_dateline
from s400data.articles.headers import Header, page_address
from s400data.articles.labels import DATELINE, desk_of
from s400data.articles.sheets import Sheet
from s400data.knowledge.outlets import Outlet, host_of, load_outlets, outlet_named, outlet_of_dateline, outlet_of_domain


@dataclass(frozen=True, slots=True)
class Origin:
    """The outlet by name, what is known of it (None for one not in the knowledge), and the words that show it."""

    name: str
    outlet: Outlet | None
    evidence: str


_HOST = re.compile(r"(?:https?://)?(?:www\.|m\.|amp\.)?([\w.-]+\.[a-z]{2,})", re.IGNORECASE)
_SITE = r"[A-Z][\w-]*\.(?:az|am|ge|com|net|org|info|ru|tr|ua|kz|uz|by|eu|gr|il|news|tv|me|md|rs|bg|ro)"
_SIGNED = re.compile(
    rf",?\s(?P<name>{_SITE}|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}})\s+(?:reports?|informs?|reported|writes)"
    r"(?=\s*[.,]|\s+(?:citing|referring|with reference|via|quoting|on)\b)"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|by|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?P<name>[^.|,\d]{2,60})", re.I
)
_CREDIT = re.compile(r"^\W*(?:source|from|via)\s*:?\s*(?P<name>[\w .’'&/-]{2,60}?)(?:[;,]|\W*$)", re.IGNORECASE)
_CALL = re.compile(
    r"\b(?:follow|subscribe|join|newsletter|sign up|app|support|read more (?:on|at)|more from)\b", re.IGNORECASE
)
_LEAD_BLOCKS = 3
_LINES_ABOVE = 8
_LINES_BELOW = 3


def find_origin(sheet: Sheet, headers: tuple[Header, ...], title_line: str | None) -> Origin | None:
    """Find the outlet: the best ground of headers, address, site lines, dateline, own formula, footer, credit."""
    body = [sheet.blocks[place].text for place in sheet.kept()]
    furniture = [sheet.blocks[place].text for place in sorted(sheet.reasons)]
    searches = (
        _from_headers(headers),
        _from_addresses(headers, furniture),
        _from_title(title_line),
        _from_site_lines(_beside_text(sheet)),
        _from_dateline([*body[:_LEAD_BLOCKS], *_lone_datelines(sheet)]),
        _from_formula(body[:_LEAD_BLOCKS]),
        _from_footers(furniture),
        _from_formula(body[-2:]),
        _from_credits(furniture),
    )
    return next((origin for search in searches for origin in search), None)


def _from_headers(headers: tuple[Header, ...]) -> Iterator[Origin]:
    for header in headers:
        if header.key == "outlet" and header.value:
            yield _named(header.value, header.block.text)


def _from_addresses(headers: tuple[Header, ...], furniture: list[str]) -> Iterator[Origin]:
    told = [header.value for header in headers if header.key == "url"]
    for address in (*told, *(found for text in furniture if (found := page_address(text)))):
        host = _HOST.match(host_of(address) or address)
        if host and not re.search(
            r"twitter|facebook|t\.me|telegram|youtube|instagram|^t\.co|linkedin|bit\.ly|google", host[1]
        ):
            outlet = outlet_of_domain(host[1])
            yield Origin(outlet.name if outlet else host[1].lower(), outlet, address)


def _from_title(title_line: str | None) -> Iterator[Origin]:
    tail = re.split(r"\s+[|–—·»-]\s+", title_line or "")[-1]
    outlet = outlet_named(tail)
    if outlet and tail != title_line:
        yield Origin(outlet.name, outlet, title_line or "")


def _beside_text(sheet: Sheet) -> list[str]:
    """Furniture above the text, and the first lines below it; further down other articles are named."""
    first, last = min(sheet.kept(), default=0), max(sheet.kept(), default=0)
    places = [place for place in sorted(sheet.reasons) if place < last]
    below = [place for place in sorted(sheet.reasons) if place > last][:_LINES_BELOW]
    return [sheet.blocks[place].text for place in (*places, *below) if place < first + _LINES_ABOVE or place > last]


def _from_site_lines(furniture: list[str]) -> Iterator[Origin]:
    for text in furniture:
        outlet = outlet_named(text) or desk_of(text)
        if outlet:
            yield Origin(outlet.name, outlet, text)
        byline = read_byline(text)
        for words in (f"{byline.signed}{byline.rest}", byline.rest, byline.signed) if byline else ():
            signed = outlet_named(re.sub(r"^(?:for|with|of|in|-|/)\s+", "", words))
            if signed and not signed.agency:
                yield Origin(signed.name, signed, text)


def _from_dateline(body: list[str]) -> Iterator[Origin]:
    for text in body:
        dateline = read_dateline(text)
        if dateline and dateline.outlet:
            yield Origin(dateline.outlet.name, dateline.outlet, dateline.text)


def _lone_datelines(sheet: Sheet) -> list[str]:
    return [sheet.blocks[place].text for place, reason in sorted(sheet.reasons.items()) if reason == DATELINE]


def _from_formula(paragraphs: list[str]) -> Iterator[Origin]:
    for text in paragraphs:
        for match in _SIGNED.finditer(text):
            outlet = outlet_of_dateline(match["name"]) or outlet_of_domain(match["name"])
            if outlet and outlet.self_reports:
                yield Origin(outlet.name, outlet, match[0].strip(" ,"))
            elif not outlet and re.fullmatch(_SITE, match["name"]):
                yield Origin(match["name"], None, match[0].strip(" ,"))


def _from_footers(furniture: list[str]) -> Iterator[Origin]:
    for outlet in load_outlets():
        for text in furniture:
            if any(pattern.search(text) for pattern in _furniture_patterns(outlet)):
                yield Origin(outlet.name, outlet, text)
    for text in furniture:
        owner = _COPYRIGHT.search(text)
        named = outlet_named(owner["name"].strip()) if owner and re.search(r"\d{4}|reserved", text) else None
        if named:
            yield Origin(named.name, named, text)
    for text in furniture:
        called = [outlet for outlet, pattern in _name_patterns() if _CALL.search(text) and pattern.search(text)]
        if len(called) == 1:
            yield Origin(called[0].name, called[0], text)


def _from_credits(furniture: list[str]) -> Iterator[Origin]:
    for text in furniture:
        credit = _CREDIT.match(text) or re.match(r"^\W*\(?(?P<name>[\w ’'-]{2,40})\)?\W*$", text)
        byline = read_byline(text)
        outlet = outlet_named(credit["name"].strip()) if credit else outlet_named(byline.signed) if byline else None
        if outlet:
            yield Origin(outlet.name, outlet, text)


def _named(words: str, evidence: str) -> Origin:
    host = _HOST.fullmatch(words)
    outlet = outlet_named(words) or (outlet_of_domain(host[1]) if host else None)
    return Origin(outlet.name if outlet else words, outlet, evidence)


@cache
def _furniture_patterns(outlet: Outlet) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in outlet.furniture)


@cache
def _name_patterns() -> tuple[tuple[Outlet, re.Pattern[str]], ...]:
    """Outlets with the names long enough to be nothing else in a line of furniture."""
    named = (
        (outlet, [name for name in outlet.names if (len(name) > 4 and " " in name) or len(name) > 6])
        for outlet in load_outlets()
    )
    return tuple((o, re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")) for o, names in named if names)
