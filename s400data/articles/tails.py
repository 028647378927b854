"""Tails: where the running text ends, and the related items, comments and notices behind it."""

import re

from s400data.articles.blocks import content_words, overlap
from s400data.articles.sheets import Sheet, line_rule
from s400data.knowledge.furniture import CompiledRule

# Running text resumes after an inserted box when two paragraphs follow each other with the article's own words.
_RESUMED_WORDS = 15
_RESUMED_OVERLAP = 0.3
# What follows must weigh enough against what came before to be the article rather than two teasers.
_RESUMED_SHARE = 0.3
_SENTENCES_IN_A_ROW = 4
_FEWEST_SPEECHES = 2
_TOLD_OVERLAP = 0.15
_SPEECH = re.compile(r"\b(?:said|told|added)\b")
_NEVER_RESUMES = re.compile(
    r"comment|reply|discussion|respons|reaction|most |author|archive|navigation|previous|next", re.I
)
_MOST_RELATED = 8
_ARTICLE_SHARE = 0.4
_HEADINGS_IN_A_ROW = 4
_LABEL_WORDS = 4
_FEWEST_FOREIGN = 2
LISTED = "list of other items"
HEADINGS = "list of headings"
# Reasons that say a line belongs to other articles.
OTHER_ARTICLES = frozenset({LISTED, HEADINGS, "after the article", "related items"})
_ITEMS_OVERLAP = 0.35
_FEWEST_BULLETS = 2
_BIO = re.compile(r"\b(?:is|are|was|has been|writes|covers|reports)\b", re.IGNORECASE)


def cut_tail(sheet: Sheet, start: int, author: str | None = None) -> None:
    """Cut related items inside the text, and everything after its end."""
    place = start + 1
    while place < len(sheet.blocks):
        block = sheet.blocks[place]
        rule = None if block.is_prose else _rule(sheet, start, place)
        if rule is None and not sheet.is_cut(place) and _is_listing(sheet, place):
            place = _after_end(sheet, start, place, HEADINGS)
        elif rule is None and _lists_others(sheet, start, place):
            place = _after_end(sheet, start, place, LISTED)
        elif rule and rule.effect == "end":
            place = _after_end(sheet, start, place, rule.reason)
        elif rule:
            place = _after_related(sheet, place, rule.reason)
        else:
            place += 1
    _cut_last_labels(sheet, start)
    _cut_biography(sheet, start, author)


def _rule(sheet: Sheet, start: int, place: int) -> CompiledRule | None:
    """The rule of a heading of related items or of the page's end.

    A line already cut for itself (a call to subscribe) ends nothing; comments do, once there is an article above them.
    """
    text = sheet.blocks[place].bare
    rule = line_rule(text, "related", "end")
    if rule is None or not sheet.is_cut(place):
        return rule
    words = sum(sheet.blocks[n].words for n in sheet.kept(start, place))
    total = words + sum(sheet.blocks[n].words for n in sheet.kept(place) if sheet.blocks[n].is_prose)
    closes = _NEVER_RESUMES.search(text) and rule.effect == "end" and words >= _ARTICLE_SHARE * total
    return rule if closes else None


def _after_related(sheet: Sheet, place: int, reason: str) -> int:
    """Cut a "Read also" line; a bare one takes the headings under it along. Return the place to go on at."""
    sheet.reasons[place] = reason
    # "Read more: Turkey tests ..." names its item itself.
    if re.search(r"[:»›>|]\s*\S", sheet.blocks[place].text):
        return place + 1
    beyond = place + 1
    while beyond < min(len(sheet.blocks), place + 1 + _MOST_RELATED) and not sheet.blocks[beyond].is_sentence:
        beyond += 1
    for item in range(place + 1, beyond):
        sheet.cut(item, reason)
    return beyond


def _after_end(sheet: Sheet, start: int, place: int, reason: str) -> int:
    """Cut from a heading of the page's end up to where running text resumes, if it does; return that place."""
    resumed = None if _NEVER_RESUMES.search(sheet.blocks[place].text) else _resumed(sheet, start, place)
    for item in range(place, len(sheet.blocks) if resumed is None else resumed):
        if resumed is None or not sheet.blocks[item].is_prose:
            sheet.cut(item, reason)
    return len(sheet.blocks) if resumed is None else resumed


def _resumed(sheet: Sheet, start: int, place: int) -> int | None:
    before = [sheet.blocks[n] for n in sheet.kept(start, place) if sheet.blocks[n].is_sentence]
    vocabulary = frozenset[str]().union(*(content_words(block.text) for block in before))
    vocabulary = vocabulary.union(*(content_words(sheet.blocks[m].text) for m in sheet.kept(0, start)))
    for n in range(place + 1, len(sheet.blocks) - 1):
        if _is_told_on(sheet, n, vocabulary):
            return n
        pair = sheet.blocks[n : n + 2]
        if any(sheet.is_cut(m) and not sheet.blocks[m].is_prose for m in (n, n + 1)):
            continue
        if all(b.is_prose and b.words >= _RESUMED_WORDS and not b.is_bullet for b in pair) and all(
            overlap(block.text, vocabulary) >= _RESUMED_OVERLAP for block in pair
        ):
            after = sum(block.words for block in sheet.blocks[n:] if block.is_prose)
            return n if after >= _RESUMED_SHARE * sum(block.words for block in before) else None
    return None


def _is_told_on(sheet: Sheet, place: int, vocabulary: frozenset[str]) -> bool:
    """Whether a run of sentences begins here that goes on telling, with speech: teasers stand between headings."""
    run = [n for n in range(place, min(place + _SENTENCES_IN_A_ROW, len(sheet.blocks))) if not sheet.is_cut(n)]
    texts = [sheet.blocks[n].text for n in run if sheet.blocks[n].is_sentence and not sheet.blocks[n].is_bullet]
    if len(texts) < _SENTENCES_IN_A_ROW or sum(_SPEECH.search(text) is not None for text in texts) < _FEWEST_SPEECHES:
        return False
    return overlap(" ".join(texts), vocabulary) >= _TOLD_OVERLAP


def _lists_others(sheet: Sheet, start: int, place: int) -> bool:
    """Whether bullets on lines of their own begin here, between paragraphs that speak of other things."""
    bullets = [n for n in range(place, len(sheet.blocks)) if sheet.blocks[n].text in ("-", "–", "•", "*", "·")]
    if not bullets or bullets[0] != place or len(bullets) < _FEWEST_BULLETS:
        return False
    before = (content_words(sheet.blocks[n].text) for n in sheet.kept(start, place))
    vocabulary = frozenset[str]().union(*before)
    prose = [sheet.blocks[n].text for n in sheet.kept(place) if sheet.blocks[n].is_prose]
    return not prose or sum(overlap(text, vocabulary) for text in prose) / len(prose) < _ITEMS_OVERLAP


def _is_listing(sheet: Sheet, place: int) -> bool:
    """Whether a run of headings begins here, as a page lists other articles without saying so."""
    run = sheet.blocks[place : place + _HEADINGS_IN_A_ROW]
    places = range(place, place + _HEADINGS_IN_A_ROW)
    whole = len(run) == _HEADINGS_IN_A_ROW and not any(sheet.is_cut(n) for n in places)
    return whole and all(not b.is_sentence and not b.text.endswith((":", ";", ",")) and 4 <= b.words <= 20 for b in run)


def _cut_last_labels(sheet: Sheet, start: int) -> None:
    """Cut short lines after the last sentence: names of sections, of authors, of buttons."""
    for place in sorted(sheet.kept(start + 1), reverse=True):
        block = sheet.blocks[place]
        if _is_foreign(block.text):
            sheet.cut(place, "not in English")
            continue
        if block.is_sentence or block.is_prose or (block.text.endswith((":", "”", '"')) and block.words > _LABEL_WORDS):
            return
        sheet.cut(place, "label below the text")


def _is_foreign(text: str) -> bool:
    """Whether small words have letters that English has not; names ("Çavuşoğlu") and quotation marks prove nothing."""
    strange = [word for word in re.findall(r"\w+", text) if word[0].islower() and not word.isascii()]
    return len(strange) >= _FEWEST_FOREIGN


def _cut_biography(sheet: Sheet, start: int, author: str | None) -> None:
    """Cut a last paragraph that introduces the author by name."""
    last = max(sheet.kept(start + 1), default=None)
    names = [name for name in (author or "").split(", ") if len(name.split()) > 1]
    if last is None:
        return
    text = sheet.blocks[last].text
    if any(text.startswith(name) and _BIO.match(text[len(name) :].strip(" ,")) for name in names):
        sheet.cut(last, "about the author")
