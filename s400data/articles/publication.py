"""Publication: the day an article came out, with the words that show it; left open rather than guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from s400data.articles.bylines import read_byline
from s400data.articles.datelines import Dateline, read_dateline
from s400data.articles.headers import Header, page_address
from s400data.articles.labels import BYLINE, DATE_LINE, DATELINE
from s400data.articles.origins import Origin
from s400data.articles.sheets import Sheet
from s400data.articles.stamps import Stamp, read_stamp
from s400data.articles.tails import OTHER_ARTICLES
from s400data.chronology import Bounds, YearEvidence, day_of, possible_years, publication_bounds
from s400data.records import PublishedBasis


@dataclass(frozen=True, slots=True)
class Publication:
    """The first day of the period known, how exact it is, on what ground, and remarks for the reader."""

    published: date | None = None
    precision: Literal["day", "month", "year"] | None = None
    basis: PublishedBasis = "unknown"
    evidence: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """One ground for the date. `firm` clues stand by the article; others may be the clock of the site."""

    stamp: Stamp
    basis: PublishedBasis
    firm: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What a clue is read against: the running text, its bounds in time, its dateline, the outlet's country."""

    text: str
    bounds: Bounds
    dateline: Dateline | None
    country: str | None


_FIRST_YEAR = 1980
# A date line may stand under a standfirst, but not deep in the text, where it belongs to a live report's entry.
_MOST_STANDFIRST_WORDS = 60
# A page may be dated a day or two after the dateline of the copy it prints.
_DATELINE_SLACK = timedelta(days=3)
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-]?(?P<m>0[1-9]|1[0-2])[/_-]?(?P<d>0[1-9]|[12]\d|3[01])(?=\D|\d{8,}|$)"
)
_MONTH_FIRST = "USA"


def find_publication(
    sheet: Sheet, headers: tuple[Header, ...], start: int, top: int, text: str, origin: Origin | None
) -> Publication:
    """Find the date of publication. `start` is the place of the first paragraph, `top` that of the headline (or -1)."""
    dateline = _dateline(sheet)
    country = origin.outlet.country if origin and origin.outlet else None
    setting = Setting(text, publication_bounds(text), dateline, country)
    clues = [*_header_clues(headers), *_stamp_clues(sheet, start, top), *_dateline_clues(dateline)]
    stamp = read_stamp(sheet.blocks[top].text) if top >= 0 else None
    if stamp:
        clues.append(Clue(stamp, "byline", True))
    clues += _address_clues(sheet, headers)
    full = [clue for clue in clues if clue.stamp.year]
    # A plain date beside the article counts before a mere "updated" or the clock of the site.
    full.sort(key=lambda clue: (clue.basis != "metadata", clue.stamp.label == "updated", not clue.firm))
    for clue in full:
        found = _settled(clue, setting)
        if found:
            return found
    return _undated([clue for clue in clues if not clue.stamp.year], setting)


def _header_clues(headers: tuple[Header, ...]) -> Iterator[Clue]:
    for key in ("date", "updated"):
        for header in headers:
            stamp = read_stamp(header.value) if header.key == key else None
            month = re.fullmatch(r"(\d{4})-(\d\d)", header.value) if header.key == key else None
            if stamp:
                yield Clue(stamp, "metadata", True)
            elif month:
                yield Clue(Stamp(header.value, int(month[1]), int(month[2]), None, None, None), "metadata", True)


def _stamp_clues(sheet: Sheet, start: int, top: int) -> Iterator[Clue]:
    last = max(sheet.kept(start), default=start)
    closed = False
    for place in sorted(sheet.reasons):
        reason, words = sheet.reasons[place], sheet.blocks[place].bare
        # Dates under "Related" and "Most read" are those of other articles.
        closed = closed or (place > last and reason in OTHER_ARTICLES)
        if closed or (start < place <= last and _words_between(sheet, start, place) > _MOST_STANDFIRST_WORDS):
            continue
        stamp = read_stamp(words) or _stamp_of_byline(words)
        if stamp and (reason in (DATE_LINE, BYLINE) or place < start):
            yield Clue(stamp, "byline", top < place <= last or stamp.label == "published")


def _words_between(sheet: Sheet, start: int, place: int) -> int:
    return sum(sheet.blocks[n].words for n in sheet.kept(start, place))


def _stamp_of_byline(words: str) -> Stamp | None:
    byline = read_byline(words)
    return read_stamp(byline.rest) if byline else None


def _dateline(sheet: Sheet) -> Dateline | None:
    lines = [sheet.blocks[place].text for place in list(sheet.kept())[:4]]
    lines += [sheet.blocks[place].text for place, reason in sorted(sheet.reasons.items()) if reason == DATELINE]
    found = [dateline for line in lines if (dateline := read_dateline(line))]
    return next((one for one in found if one.has_date), None)


def _dateline_clues(dateline: Dateline | None) -> Iterator[Clue]:
    if dateline and dateline.month:
        stamp = Stamp(dateline.text, dateline.year, dateline.month, dateline.day, None, None)
        yield Clue(stamp, "dateline", True)


def _address_clues(sheet: Sheet, headers: tuple[Header, ...]) -> Iterator[Clue]:
    told = [header.value for header in headers if header.key == "url"]
    last = max(sheet.kept(), default=0)
    # Addresses behind related items lead to other articles; the first lines and the last can be the page's own.
    lines = [sheet.blocks[place].text for place in sorted(sheet.reasons) if place < 8 or place == last + 1]
    for address in (*told, *(found for line in lines if (found := page_address(line)))):
        match = _IN_ADDRESS.search(address)
        if match and day_of(int(match["y"]), int(match["m"]), int(match["d"])):
            yield Clue(Stamp(address, int(match["y"]), int(match["m"]), int(match["d"]), None, None), "url", True)


def _settled(clue: Clue, setting: Setting) -> Publication | None:
    """The date of a clue with its year, None if it cannot be the day of publication."""
    stamp = clue.stamp
    if stamp.swapped and not _swap_known(stamp, setting):
        notes = (f"'{stamp.text}' can be read day first or month first; only the year is kept",)
        return Publication(date(stamp.year or 1, 1, 1), "year", clue.basis, stamp.text, notes)
    month, day = _month_and_day(stamp, setting)
    published = day_of(stamp.year or 1, month, day or 1)
    if not published or not published.year >= _FIRST_YEAR or published > date.today() + timedelta(days=1):
        return None
    contradicts = _contradicts(published, day, setting.bounds)
    if _is_other_day(clue, published, setting.dateline) or (contradicts and not clue.firm):
        return None
    why = "; ".join(reason.words for reason in setting.bounds.binding)
    remark = f"the date {published} does not agree with the text: {why}"
    precision: Literal["day", "month"] = "day" if day else "month"
    return Publication(published, precision, clue.basis, stamp.text, (remark,) if contradicts else ())


def _is_other_day(clue: Clue, published: date, dateline: Dateline | None) -> bool:
    """Whether a printed date is that of an update or of the site's clock, since the dateline names another day."""
    if dateline is None or clue.stamp.day is None or clue.basis != "byline" or not _is_far(published, dateline):
        return False
    return not clue.firm or clue.stamp.label == "updated" or dateline.year is not None


def _undated(clues: list[Clue], setting: Setting) -> Publication:
    """Settle a month and day without a year by the evidence of the text, or say what is missing."""
    open_ends: list[str] = []
    for clue in clues:
        if clue.stamp.day is None:
            continue
        weighed: YearEvidence = possible_years(
            setting.text, clue.stamp.month, clue.stamp.day, weekday=clue.stamp.weekday
        )
        published = day_of(weighed.year, clue.stamp.month, clue.stamp.day) if weighed.year else None
        if published and published <= date.today():
            evidence = f"{clue.stamp.text}; {published.year} because {weighed.explanation}"
            return Publication(published, "day", clue.basis, evidence)
        open_ends.append(f"'{clue.stamp.text}' has no year: {weighed.explanation}")
    return Publication(notes=tuple(open_ends) or ("no date of publication was found",))


def _swap_known(stamp: Stamp, setting: Setting) -> bool:
    return setting.country is not None or _dateline_swap(stamp, setting.dateline) is not None


def _month_and_day(stamp: Stamp, setting: Setting) -> tuple[int, int | None]:
    if stamp.swapped:
        return _dateline_swap(stamp, setting.dateline) or (
            stamp.swapped if setting.country == _MONTH_FIRST else (stamp.month, stamp.day)
        )
    return stamp.month, stamp.day


def _dateline_swap(stamp: Stamp, dateline: Dateline | None) -> tuple[int, int] | None:
    """The reading of a numeric date that a dateline confirms."""
    if not dateline or not stamp.year or not stamp.swapped or not stamp.day:
        return None
    readings = [(stamp.month, stamp.day), stamp.swapped]
    near = [r for r in readings if (day := day_of(stamp.year, *r)) and not _is_far(day, dateline)]
    return near[0] if len(near) == 1 else None


def _is_far(published: date, dateline: Dateline) -> bool:
    years = (dateline.year,) if dateline.year else (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := day_of(year, dateline.month or 1, dateline.day or 1))]
    return all(abs(published - day) > _DATELINE_SLACK for day in days)


def _contradicts(published: date, day: int | None, bounds: Bounds) -> bool:
    if bounds.contradictory:
        return False
    slack = timedelta(days=2 if day else 31)
    early = bounds.earliest is not None and published + slack < bounds.earliest
    return early or (bounds.latest is not None and published - slack > bounds.latest)
