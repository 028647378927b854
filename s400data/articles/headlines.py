"""Headlines: which block above the running text is the headline, and what else stands there."""

import re
from dataclasses import dataclass, replace

from rapidfuzz.fuzz import token_sort_ratio

from s400data.articles.blocks import Block, content_words, overlap, squeezed
from s400data.articles.bylines import read_name
from s400data.articles.labels import BYLINE, CAPTION, CREDIT, DATE_LINE, SITE_NAME
from s400data.articles.sheets import Sheet, line_rule
from s400data.articles.stamps import other_words
from s400data.knowledge.outlets import outlet_named

_FEWEST_WORDS = 3
_MOST_WORDS = 35
# A headline speaks of what the text speaks of; a slogan or a section name does not.
_LEAST_OVERLAP = 0.34
_FOREIGN_OVERLAP = 0.15
_NEARLY_BEST = 0.6
_SAME = 92
_FEWEST_STANDFIRST_WORDS = 6
_SITE_TAIL = re.compile(r"\s+[|–—·»-]\s+(?P<site>[^|–—·»]{2,40})$")
_SECTION_HEAD = re.compile(r"^[A-Z][A-Z &]{2,24}\s*[>»|]\s+(?=\S+ \S+ \S)")
_SPEAKER = re.compile(r"^(?:[A-Z]{2,}[A-Z. ]*|Q|A):\s")
_CALL = re.compile(r"\b(?:JOIN NOW|SUBSCRIBE|SIGN UP|CLICK HERE|LEARN MORE|DOWNLOAD)\b")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's words and its place on the sheet (None if only a header line gives it)."""

    text: str
    place: int | None


def find_body_start(sheet: Sheet) -> int:
    """Place of the first paragraph of running text, the number of blocks if there is none."""
    start = _first_prose(sheet)
    # "Q: When will it be delivered?" belongs to the answer under it.
    while (before := max(sheet.kept(0, start), default=None)) is not None and _SPEAKER.match(sheet.blocks[before].text):
        start = before
    return start


def _first_prose(sheet: Sheet) -> int:
    prose = [place for place in sheet.kept() if sheet.blocks[place].is_prose]
    for n, place in enumerate(prose[:-1]):
        if _is_headed(sheet, place) or _SPEAKER.match(sheet.blocks[place].text):
            return place
        rest = frozenset[str]().union(*(content_words(sheet.blocks[other].text) for other in prose[n + 1 :]))
        # A question of a headline's length, or a slogan with the headline still to come, is no beginning.
        is_question = place == min(sheet.kept()) and sheet.blocks[place].text.endswith("?")
        is_foreign = overlap(sheet.blocks[place].text, rest) < _FOREIGN_OVERLAP
        headed_later = any(_score(sheet, other, rest) >= _LEAST_OVERLAP for other in range(place + 1, prose[n + 1]))
        if not is_question and not (is_foreign and headed_later):
            return place
    return prose[-1] if prose else len(sheet.blocks)


def _is_headed(sheet: Sheet, place: int) -> bool:
    """Whether a line above speaks of what the paragraph speaks of, as its headline would."""
    words = content_words(sheet.blocks[place].text)
    above = [sheet.blocks[n] for n in sheet.kept(0, place) if sheet.blocks[n].words >= _FEWEST_WORDS]
    return any(overlap(block.text, words) >= _LEAST_OVERLAP for block in above)


def find_headline(sheet: Sheet, start: int, told: str | None) -> Headline | None:
    """Find the headline above the running text at `start`; `told` is one a header line gave."""
    vocabulary = sheet.vocabulary()
    if told:
        title = _without_site(told, vocabulary)
        place = next(
            (n for n in sheet.kept(0, min(start + 1, len(sheet.blocks))) if _same(sheet.blocks[n].text, title)), None
        )
        return Headline(title, place)
    scores = {place: _score(sheet, place, vocabulary) for place in sheet.kept(0, start)}
    best = max(scores.values(), default=0.0)
    if best < _LEAST_OVERLAP:
        return _lone_headline(sheet, start, vocabulary)
    place = next(n for n, score in scores.items() if score >= max(_NEARLY_BEST * best, _LEAST_OVERLAP))
    if scores.get(place - 1, 0.0) >= _LEAST_OVERLAP and sheet.blocks[place - 1].words >= _FEWEST_STANDFIRST_WORDS:
        # Two such lines in a row are headline and standfirst, though the second may share more words with the text.
        place -= 1
    return Headline(_without_site(sheet.blocks[place].text, vocabulary), place)


def _lone_headline(sheet: Sheet, start: int, vocabulary: frozenset[str]) -> Headline | None:
    """The only line above the text, where it shares no words with it: "Department Press Briefing"."""
    # The first line of a file in capitals is no author, however much like a name it looks.
    lines = [n for n in sheet.kept(0, start) if n == 0 or not read_name(sheet.blocks[n].text)]
    if not lines:
        # "Department Press Briefing - July 12, 2019" is headline and date line in one.
        dated = [n for n, reason in sheet.reasons.items() if n < start and reason == DATE_LINE]
        lines = [n for n in dated if len(other_words(sheet.blocks[n].text)) >= _FEWEST_WORDS]
    lines = [n for n in lines if sheet.blocks[n].words >= _FEWEST_WORDS]
    if len(lines) != 1 or not _FEWEST_WORDS <= sheet.blocks[lines[0]].words <= _MOST_WORDS:
        return None
    text = sheet.blocks[lines[0]].text
    beside_picture = sheet.reasons.get(lines[0] + 1) == CREDIT
    if _CALL.search(text) or beside_picture or sheet.blocks[lines[0]].is_bullet or text.startswith(("(", "@", "[")):
        return None
    sheet.reasons.pop(lines[0], None)
    return Headline(_without_site(text, vocabulary), lines[0])


def cut_head(sheet: Sheet, start: int, headline: Headline | None) -> None:
    """Cut what stands above the running text besides headline and standfirst."""
    vocabulary = sheet.vocabulary()
    top = headline.place if headline and headline.place is not None else -1
    if headline and headline.place is not None:
        _keep_site_apart(sheet, headline, top)
    repeated = _repeated(sheet, start)
    for place in list(sheet.kept(0, start)):
        if place < top:
            sheet.cut(place, "above the headline")
        elif place > top:
            reason = _head_reason(sheet, place, headline, vocabulary, repeated)
            if reason:
                sheet.cut(place, reason)
    _cut_names_under_standfirst(sheet, start, vocabulary)
    if headline:
        _cut_repeated(sheet, headline, max(start, top + 1))


def _cut_names_under_standfirst(sheet: Sheet, start: int, vocabulary: frozenset[str]) -> None:
    """Cut the author's name between standfirst and text, where no "by" shows it."""
    for place in list(sheet.kept(start + 1, min(start + 2, len(sheet.blocks)))):
        text = sheet.blocks[place].text
        if read_name(text) and not line_rule(text, "related", "end") and overlap(text, vocabulary) == 0:
            sheet.cut(place, BYLINE)


def _cut_repeated(sheet: Sheet, headline: Headline, start: int) -> None:
    for place in list(sheet.kept(start)):
        if not sheet.blocks[place].is_prose and _same(sheet.blocks[place].text, headline.text):
            sheet.cut(place, "repeats the headline")


def _head_reason(
    sheet: Sheet, place: int, headline: Headline | None, vocabulary: frozenset[str], repeated: frozenset[str]
) -> str | None:
    block = sheet.blocks[place]
    if headline and _same(block.text, headline.text):
        return "repeats the headline"
    if squeezed(block.text) in repeated:
        return CAPTION
    if read_name(block.text) and not outlet_named(block.text) and overlap(block.text, vocabulary) < 1:
        return BYLINE
    if block.is_sentence and block.words >= _FEWEST_STANDFIRST_WORDS:
        return None
    if block.words >= _FEWEST_STANDFIRST_WORDS and overlap(block.text, vocabulary) >= _LEAST_OVERLAP:
        return None
    return "label above the text"


def _score(sheet: Sheet, place: int, vocabulary: frozenset[str]) -> float:
    block = sheet.blocks[place]
    if not _FEWEST_WORDS <= block.words <= _MOST_WORDS or _CALL.search(block.text) or _SPEAKER.match(block.text):
        return 0.0
    if sheet.reasons.get(place + 1) == CREDIT:
        return 0.0
    score = overlap(block.text, vocabulary)
    if block.words < 5:
        # Two words of a section name are easily in the text; a headline of three words needs them all.
        score *= 0.6
    if block.is_sentence and not block.text.endswith(("?", "!")):
        score *= 0.5
    return score


def _repeated(sheet: Sheet, start: int) -> frozenset[str]:
    lines = [squeezed(sheet.blocks[place].text) for place in sheet.kept(0, start)]
    return frozenset(line for line in lines if lines.count(line) > 1)


def _same(one: str, other: str) -> bool:
    a, b = squeezed(one), squeezed(other)
    return a == b or (len(a.split()) > 3 and token_sort_ratio(a, b) >= _SAME) or _is_with_site(one, b)


def _is_with_site(text: str, title: str) -> bool:
    tail = _SITE_TAIL.search(text)
    return bool(tail) and squeezed(text[: tail.start()] if tail else "") == title


def _without_site(title: str, vocabulary: frozenset[str]) -> str:
    """The headline without the name of the site behind a bar or dash: "Turkey gets S-400 | Daily Sabah"."""
    title = _SECTION_HEAD.sub("", title)
    tail = _SITE_TAIL.search(title)
    if not tail or len(title[: tail.start()].split()) < _FEWEST_WORDS:
        return title
    is_site = outlet_named(tail["site"]) or re.fullmatch(r"[\w-]+\.[a-z]{2,4}", tail["site"])
    barred = "|" in tail[0] and overlap(tail["site"], vocabulary) < 0.5
    return title[: tail.start()] if is_site or barred else title


def _keep_site_apart(sheet: Sheet, headline: Headline, place: int) -> None:
    """Lay the site name that was cut off the headline on the sheet as furniture of its own."""
    block = sheet.blocks[place]
    if headline.text != block.text:
        sheet.blocks[place] = replace(block, text=headline.text)
        rest = block.text.replace(headline.text, " ").strip(" |–—·»>-")
        sheet.blocks.append(Block(block.line, rest, False))
        sheet.cut(len(sheet.blocks) - 1, SITE_NAME)
