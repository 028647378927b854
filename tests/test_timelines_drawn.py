"""The timeline as drawn: in the finished SVG no two texts meet, and no text meets a mark, a bar of dates or the frame.

Widths of words are taken from the font file itself, not from the table that the layout uses.
"""

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pandas as pd
import pytest
from fontTools.ttLib import TTFont

from s400data.charts.canvases import BUDGET, MANY_EVENTS, MARKS_AMONG_MANY
from s400data.charts.specs import to_spec
from s400data.charts.themes import LIGHT, for_files
from s400data.charts.timelines import timeline
from s400data.exports.pictures import draw
from s400data.exports.typefaces import FILES, font_folder
from tests.test_charts import happening, many

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
FONTS = {weight: TTFont(font_folder() / name) for weight, name in FILES.items()}
# Letters stand out of their line by less than this much of their size.
ASCENT, DESCENT = 0.55, 0.35
# Antialiasing, and the rounding of places in the file.
SLACK = 0.5
LABELS = (
    "Signed contract number {n}",
    "Sözleşme imzalandı, İstanbul’da görüştü · S-400",
    "Подписали контракт на поставку систем С-400",
    "وقعت العقد",
    "A title that goes on and on " * 14,
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "",
)


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    words: str = ""

    def meets(self, other):
        return (
            self.left + SLACK < other.right
            and other.left + SLACK < self.right
            and self.top + SLACK < other.bottom
            and other.top + SLACK < self.bottom
        )


def crowd(n):
    rows = many(n)
    return rows.assign(label=[LABELS[k % len(LABELS)].format(n=k) for k in range(n)])


def walk(node, x=0.0, y=0.0):
    moved = [float(number) for number in NUMBER.findall(node.get("transform") or "")][:2]
    if moved:
        x, y = x + moved[0], y + moved[1]
    yield node, x, y
    for child in node:
        yield from walk(child, x, y)


def width_of(words, size, weight):
    font = FONTS[weight]
    letters, advances = font.getBestCmap(), font["hmtx"]
    known = [advances[letters[ord(letter)]][0] for letter in words if ord(letter) in letters]
    unknown = (len(words) - len(known)) * 0.5 * font["head"].unitsPerEm
    return (sum(known) + unknown) * size / font["head"].unitsPerEm


def text_box(node, x, y):
    words, size = node.text or "", float(node.get("font-size").removesuffix("px"))
    wide = width_of(words, size, 600 if node.get("font-weight") == "600" else 400)
    left = x - wide if node.get("text-anchor") == "end" else x
    # Vega shifts the baseline itself; y is that of the letters' feet.
    return Box(left, y - ASCENT * size, left + wide, y + DESCENT * size * 0.5, words)


def symbol_box(node, x, y):
    reach = max(abs(float(number)) for number in NUMBER.findall(node.get("d")))
    return Box(x - reach, y - reach, x + reach, y + reach)


def bar_box(node, x, y):
    half = float(node.get("stroke-width")) / 2
    ends = sorted((x, x + float(node.get("x2") or 0)))
    return Box(ends[0] - half, y - half, ends[1] + half, y + half)


def boxes(drawn):
    texts, marks = [], []
    tree = ElementTree.fromstring(drawn.svg)
    symbols = {path for group in tree.iter(f"{SVG}g") if "mark-symbol" in (group.get("class") or "") for path in group}
    for node, x, y in walk(tree):
        if node.tag == f"{SVG}text" and (node.text or "").strip():
            texts.append(text_box(node, x, y))
        elif node in symbols:
            marks.append(symbol_box(node, x, y))
        elif node.tag == f"{SVG}line" and node.get("stroke-linecap") == "round":
            marks.append(bar_box(node, x, y))
    return texts, marks


def meetings(texts, marks):
    ordered = sorted(texts, key=lambda box: box.top)
    for one, other in combinations(ordered, 2):
        if other.top > one.bottom:
            continue
        if one.meets(other):
            yield one, other
    yield from ((text, mark) for text in texts for mark in marks if text.meets(mark))


def drawn(rows, width, lanes="country"):
    return draw(timeline(rows, lanes=lanes, theme=for_files(LIGHT), width=width, on_paper=True, about="of all"))


@pytest.mark.parametrize("width", [640, 940, 1360])
@pytest.mark.parametrize("n", [40, 400, 4000])
def test_no_text_meets_a_text_a_mark_a_bar_or_the_frame(n, width):
    picture = drawn(crowd(n), width)
    texts, marks = boxes(picture)
    assert len(marks) >= min(n, MARKS_AMONG_MANY)
    assert len(texts) > 30
    assert list(meetings(texts, marks)) == []
    assert all(box.left >= -SLACK and box.right <= picture.width + SLACK for box in [*texts, *marks])
    assert all(box.top >= -SLACK and box.bottom <= picture.height + SLACK for box in [*texts, *marks])


def test_the_check_sees_what_meets():
    picture = drawn(crowd(40), 900)
    texts, marks = boxes(picture)
    shifted = [Box(box.left + 60, box.top, box.right + 60, box.bottom, box.words) for box in texts[1::2]]
    assert list(meetings([*texts, *shifted], marks))


def rows_of(spec, name):
    return next(layer["data"]["values"] for layer in spec["layer"] if layer.get("name") == name)


def counted(bar):
    return int(bar["events"].split()[0].replace(",", ""))


def test_among_many_events_all_are_counted_and_the_most_sourced_are_marked():
    rows = many(MANY_EVENTS + 300)
    spec = to_spec(timeline(rows, lanes="country", theme=LIGHT, width=1200))
    bars = rows_of(spec, "bars")
    hits = rows_of(spec, "hits")
    assert sum(map(counted, bars)) == len(rows)
    assert len(hits) == MARKS_AMONG_MANY
    assert {param["name"] for param in spec["params"]} >= {"picked", "bar"}
    sources = rows.set_index("occurrence_id")["sources"]
    assert sources[[hit["occurrence_id"] for hit in hits]].min() == sources.nlargest(MARKS_AMONG_MANY).min()


def test_a_bar_spans_the_days_it_counts():
    rows = pd.DataFrame([happening(n, f"2019-{1 + n % 12:02}-{1 + n % 28:02}") for n in range(MANY_EVENTS + 1)])
    spec = to_spec(timeline(rows, lanes="none", theme=LIGHT, width=700))
    bars = rows_of(spec, "bars")
    ordered = sorted(bars, key=lambda bar: bar["start"])
    for one, other in pairwise(ordered):
        assert one["end"] < other["start"]
        assert one["x2"] <= other["x"]
    for bar in bars:
        inside = (rows["earliest"] >= bar["start"]) & (rows["earliest"] <= bar["end"])
        assert inside.sum() == counted(bar)


def test_up_to_the_limit_every_event_has_its_mark():
    spec = to_spec(timeline(many(MANY_EVENTS), lanes="country", theme=LIGHT, width=1200))
    hits = rows_of(spec, "hits")
    assert len(hits) == MANY_EVENTS
    assert BUDGET < MARKS_AMONG_MANY
