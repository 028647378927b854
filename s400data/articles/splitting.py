"""Splitting: matter that extraction glued to a paragraph, taken apart again."""

import re
from collections.abc import Iterable, Iterator

from s400data.articles.blocks import Block
from s400data.articles.datelines import find_glued_dateline
from s400data.articles.sheets import Sheet, found_rule

_INNER_BREAK = re.compile(r"[.!?][\"'”’)]*\s+[A-Z]")
_FEWEST_WORDS_LEFT = 6


def split_glued(blocks: Iterable[Block]) -> Sheet:
    """Lay the blocks on a sheet, footers cut off paragraphs, clocks and headlines off the datelines after them."""
    sheet = Sheet([])
    for block in blocks:
        for part in _without_head(block):
            for piece, is_footer in _without_footer(part):
                if is_footer:
                    sheet.cut(len(sheet.blocks), "glued footer")
                sheet.blocks.append(piece)
    return sheet


def _without_head(block: Block) -> Iterator[Block]:
    dateline = find_glued_dateline(block.text) if block.words >= _FEWEST_WORDS_LEFT else None
    head = block.text[: dateline.start].strip() if dateline else ""
    if dateline and head and not _INNER_BREAK.search(head + " A") and not head.endswith(("“", '"', "(")):
        yield Block(block.line, head, block.gap)
        yield Block(block.line, block.text[dateline.start :], True)
    else:
        yield block


def _without_footer(block: Block) -> Iterator[tuple[Block, bool]]:
    footers: list[Block] = []
    text = block.text
    while match := found_rule(text, "glued"):
        kept = text[: match.start()].rstrip()
        if len(kept.split()) < _FEWEST_WORDS_LEFT:
            break
        footers.insert(0, Block(block.line, match[0].strip(), False))
        text = kept
    yield Block(block.line, text, block.gap), False
    yield from ((footer, True) for footer in footers)
