"""Labels: blocks whose own form shows that they are not the article: menus, captions, date lines, bylines."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.fuzz import partial_ratio

from s400data.articles.blocks import Block, overlap, squeezed
from s400data.articles.bylines import read_byline, read_wire_credit
from s400data.articles.datelines import read_dateline
from s400data.articles.headers import page_address
from s400data.articles.sheets import Sheet, found_rule, line_rule
from s400data.articles.stamps import read_stamp
from s400data.knowledge.datelines import dateline_cities
from s400data.knowledge.outlets import Outlet, outlet_named
from s400data.knowledge.spellings import fold_letters

DATE_LINE = "date line"
DATELINE = "dateline on its own"
BYLINE = "byline"
SITE_NAME = "site name"
ADDRESS = "web address"
CAPTION = "picture caption"
CREDIT = "picture credit"
AGENCY = "agency credit line"

_LONGEST_CAPTION = 70
_BARE_CAPTION = 12
# So many letters more make a paragraph of the teaser that begins it.
_LEAST_MORE = 20
_SAME_PICTURE = 80
_LOOKS_AT_PICTURE = re.compile(
    r"\b(?:left|right|centre|center|seen|pictured|poses?|posing|attends?|speaks?|shakes? hands|shaking hands|looks? on"
    r"|arrives?|gestures?|walks?|waves?|addresses|listens?|talks?|greets?|meets?|displayed|on display"
    r"|participates?|takes? part|holds?|file photo)\b|\([LRC]\)"
)
_REPORTS = re.compile(r"\b(?:said|told|says|added|according)\b")
_CAPTION_LABEL = re.compile(r"^(?:(?:image|media|picture|photo|video) caption:?|just watched)$", re.IGNORECASE)
_MARKS_ONLY = re.compile(r"^[\W_]+$")
# A sentence that shares this much of the article's words is part of it, whatever formula it resembles.
_OWN_WORDS = 0.45


def cut_labels(sheet: Sheet) -> None:
    """Cut every block that is furniture by its own form."""
    for place in list(sheet.kept()):
        reason = _reason(sheet, place)
        if reason:
            sheet.cut(place, reason)
    _cut_captions_of_credits(sheet)
    _cut_captions_of_labels(sheet)
    _cut_twin_labels(sheet)
    _cut_repeats(sheet)


def _reason(sheet: Sheet, place: int) -> str | None:
    block = sheet.blocks[place]
    text = block.bare if block.is_bullet and not _MARKS_ONLY.match(block.text) else block.text
    if _MARKS_ONLY.match(block.text):
        return "bullet or rule"
    if outlet_named(text) or desk_of(text):
        return SITE_NAME
    dateline = read_dateline(text)
    if dateline and dateline.end < len(text):
        return CAPTION if block.words < 40 and _is_caption(block, text) else None
    if dateline and (dateline.outlet or dateline.has_date):
        return DATELINE
    if page_address(text) or re.fullmatch(r"@[\w.]+|[\w.+-]+@[\w-]+\.[\w.]+", text):
        return ADDRESS
    if line_rule(text, "credit"):
        return CREDIT
    rule = line_rule(text, "line")
    # A sentence in the article's own words stays, whatever formula it resembles.
    if rule and (not block.is_prose or rule.reason == AGENCY or not _is_own(sheet, place)):
        return rule.reason
    return _form(block, text)


def _is_own(sheet: Sheet, place: int) -> bool:
    return overlap(sheet.blocks[place].text, sheet.vocabulary(without=place)) >= _OWN_WORDS


def _form(block: Block, text: str) -> str | None:
    if read_wire_credit(text) and re.match(r"^\W*(?:additional )?reporting by", text, re.IGNORECASE):
        return AGENCY
    if not block.is_prose and read_stamp(text):
        return DATE_LINE
    if read_byline(text):
        return BYLINE
    return CAPTION if _is_caption(block, text) else None


def desk_of(text: str) -> Outlet | None:
    """The outlet of a line that names it with the place of its desk: "Reuters Ankara", "ANKARA - Daily Sabah"."""
    words = text.split()
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, min(len(words), 4))]
    dashed = re.split(r"\s+[-–—|]\s+", text)
    if len(dashed) == 2:
        splits.append((dashed[1], dashed[0]))
    named = (outlet_named(name.strip(",|-")) for name, place in splits if fold_letters(place) in dateline_cities())
    return next((outlet for outlet in named if outlet), None)


def _is_caption(block: Block, text: str) -> bool:
    return block.words <= _LONGEST_CAPTION and found_rule(text, "caption") is not None


def _cut_captions_of_credits(sheet: Sheet) -> None:
    """A picture credit makes a caption of the line before it; a caption's own words may stand in a line beside it."""
    for place, reason in sorted(sheet.reasons.items()):
        if reason not in (CREDIT, CAPTION):
            continue
        if reason == CREDIT and place and not sheet.is_cut(place - 1) and _is_bare_caption(sheet, place - 1):
            sheet.cut(place - 1, CAPTION)
        for beside in (place - 2, place - 1, place + 1, place + 2):
            if 0 <= beside < len(sheet.blocks) and not sheet.is_cut(beside):
                one, other = squeezed(sheet.blocks[beside].text), squeezed(sheet.blocks[place].text)
                is_label = not sheet.blocks[beside].is_sentence and partial_ratio(one, other) > _SAME_PICTURE
                if len(one) > 15 and len(one.split()) <= _LONGEST_CAPTION and (other.startswith(one) or is_label):
                    sheet.cut(beside, CAPTION)


def _cut_captions_of_labels(sheet: Sheet) -> None:
    """A line "Image caption" or "Just watched" makes a caption of the line under it."""
    for place in range(len(sheet.blocks) - 1):
        if _CAPTION_LABEL.match(sheet.blocks[place].text):
            sheet.cut(place, CAPTION)
            if sheet.blocks[place + 1].words <= _LONGEST_CAPTION // 2:
                sheet.cut(place + 1, CAPTION)


def _cut_twin_labels(sheet: Sheet) -> None:
    """Cut a short line printed twice in a row: the caption of a picture and its text for the blind."""
    kept = list(sheet.kept(1))
    for place, after in pairwise(kept):
        one, other = sheet.blocks[place], sheet.blocks[after]
        short = one.words <= _BARE_CAPTION and not one.is_sentence
        if short and squeezed(one.text) == squeezed(other.text) and place > kept[0]:
            sheet.cut(place, CAPTION)
            sheet.cut(after, CAPTION)


def _is_bare_caption(sheet: Sheet, place: int) -> bool:
    block = sheet.blocks[place]
    if sheet.blocks[place + 1].gap and not block.is_sentence and place < 2:
        return False
    if _LOOKS_AT_PICTURE.search(block.text) and block.words <= _LONGEST_CAPTION // 2:
        return not _REPORTS.search(block.text)
    return not block.is_sentence and block.words <= _BARE_CAPTION and place > 0


def _cut_repeats(sheet: Sheet) -> None:
    """Cut paragraphs printed twice, and teasers that are the beginning of a paragraph that follows."""
    paragraphs = [_Paragraph.of(place, sheet.blocks[place].text) for place in sheet.kept()]
    seen = Counter(paragraph.words for paragraph in paragraphs)
    earlier: set[str] = set()
    for n, paragraph in enumerate(paragraphs):
        place, report = paragraph.place, paragraph.report
        long_enough = len(report.split()) >= 6
        if seen[report] > 1 and report in earlier and sheet.blocks[place].words >= 8:
            sheet.cut(place, "repeats an earlier paragraph")
        elif long_enough and any(_begins_alike(paragraph, other) for other in paragraphs[n + 1 : n + 6]):
            sheet.cut(place, "repeats the beginning of a paragraph")
        earlier.add(report)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A block by its squeezed words: all of them, and those of the report behind a dateline."""

    place: int
    words: str
    report: str
    is_cut_short: bool

    @classmethod
    def of(cls, place: int, text: str) -> "_Paragraph":
        dateline = read_dateline(text)
        words = squeezed(text)
        report = squeezed(text[dateline.end :]) if dateline else words
        return cls(place, words, report, text.rstrip(" )]").endswith(("...", "…")))


def _begins_alike(paragraph: _Paragraph, other: _Paragraph) -> bool:
    """Whether a later paragraph says the same and more, or the same behind a dateline; a word may be cut short."""
    more = len(other.report) - len(paragraph.words)
    is_more = more > (0 if paragraph.is_cut_short else _LEAST_MORE) or other.words != other.report
    return is_more and other.report.startswith(paragraph.words)
