"""Canvases: where everything of a timeline stands, in pixels, before it is drawn.

The layout is made for one width. Time runs to the right, lanes lie below each other, and in a lane every event has a
row in which neither its mark, nor the bar of its dates, nor its label touches anything else. Where there are too many
events to tell their marks apart, those with most sources have marks, and a strip in each lane counts all of its events.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import pandas as pd

from s400data.charts.calendars import Division, divide
from s400data.charts.fonts import shorten, text_width
from s400data.charts.packing import Item, pack
from s400data.charts.strips import STRIP_HEIGHT, count_strips
from s400data.charts.windows import Window, place_day, place_days

LABEL_SIZE = 13.0
LABEL_WIDTH = 270.0
LANE_WIDTH = 150.0
LANE_NAME_SIZE = 14.0
LANE_GAP = 14.0
RIGHT_EDGE = 12.0
LABEL_GAP = 5.0
ITEM_SPACE = 12.0
LANE_PADDING = 8.0
ROOMY_ROW, TIGHT_ROW = 25.0, 19.0
LANE_HEAD = 44.0
BUDGET = 45
# Up to so many events in a view all have labels and the roomy rows.
FEW_EVENTS = 60
# Above so many events in a view only the most-sourced of them have marks, and strips count all.
MANY_EVENTS, MARKS_AMONG_MANY = 400, 120
# Area of a mark in square pixels by the number of its sources; more than the last count as the last.
AREAS = (64.0, 105.0, 150.0, 200.0, 255.0)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane from `top` to `bottom` with its name and the number of its events, whether marked or only counted."""

    name: str
    n: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Canvas:
    """A finished layout of `n` events.

    `events` are the rows that have marks, with x, y, bar_left, bar_right, area, text, text_x, text_y, side, hit_*.
    `strips` has the columns of strips.COLUMNS and is empty where every event has a mark.
    """

    window: Window
    n: int
    width: float
    left: float
    height: float
    lanes: tuple[Lane, ...]
    divisions: tuple[tuple[float, Division], ...]
    events: pd.DataFrame
    strips: pd.DataFrame
    labelled: int


def lay_out(happenings: pd.DataFrame, window: Window, *, width: float, font: str, budget: int = BUDGET) -> Canvas:
    """Place dated `happenings` (with a column "lane") that touch `window` on a canvas `width` pixels wide."""
    names = [name for name in happenings["lane"].unique() if name]
    left = min(max([text_width(name, LANE_NAME_SIZE, font=font, weight=600) for name in names], default=0), LANE_WIDTH)
    left = left + LANE_GAP if names else 1.0
    right = width - RIGHT_EDGE
    placed = _place(happenings, window, left, right)
    many = len(placed) > MANY_EVENTS
    marked = _rank(placed).head(MARKS_AMONG_MANY).sort_index() if many else placed
    marked = marked.assign(text=_label_texts(marked, font, budget))
    lanes, rows = _stack(marked, placed["lane"], font, left, right, strip=STRIP_HEIGHT if many else 0.0)
    events = _with_hits(pd.concat(rows) if rows else marked.assign(y=0.0, text_y=0.0, side="none"), font)
    bottoms = {lane.name: lane.bottom for lane in lanes}
    return Canvas(
        window=window,
        n=placed["occurrence_id"].nunique(),
        width=width,
        left=left,
        height=lanes[-1].bottom if lanes else 0.0,
        lanes=tuple(lanes),
        divisions=_divisions(window, left, right),
        events=events,
        strips=count_strips(placed if many else placed.head(0), window, bottoms, left, right),
        labelled=int((events["side"] != "none").sum()),
    )


def _divisions(window: Window, left: float, right: float) -> tuple[tuple[float, Division], ...]:
    found = divide(window.start, window.end, right - left)
    return tuple((place_day(window, one.day, left, right), one) for one in found)


def _place(happenings: pd.DataFrame, window: Window, left: float, right: float) -> pd.DataFrame:
    dated = happenings.dropna(subset=["earliest", "latest"])
    start, end = pd.Timestamp(window.start), pd.Timestamp(window.end)
    inside = dated.loc[(dated["latest"] >= start) & (dated["earliest"] <= end)]
    bar_left = place_days(window, inside["earliest"], left, right).clip(lower=left)
    bar_right = place_days(window, inside["latest"] + pd.Timedelta(days=1), left, right).clip(upper=right)
    middle = (bar_left + bar_right) / 2
    # A day that is known has no bar, however wide a day is drawn.
    is_open = inside["latest"] > inside["earliest"]
    area = [AREAS[min(int(n), len(AREAS)) - 1] for n in inside["sources"]]
    return inside.assign(
        bar_left=bar_left.where(is_open, middle), bar_right=bar_right.where(is_open, middle), x=middle, area=area
    )


def _rank(placed: pd.DataFrame) -> pd.DataFrame:
    """The rows, most sources first; equals lie all over the chart, in an order that is the same at every visit."""
    lot = [crc32(str(name).encode()) for name in placed["occurrence_id"]]
    return placed.assign(lot=lot).sort_values(["sources", "reports", "lot"], ascending=False)


def _label_texts(placed: pd.DataFrame, font: str, budget: int) -> list[str]:
    few = len(placed) <= FEW_EVENTS
    chosen = set(placed.index if few else _rank(placed).index[:budget])
    texts = zip(placed.index, placed["label"], strict=True)
    return [shorten(label, LABEL_WIDTH, LABEL_SIZE, font=font) if n in chosen else "" for n, label in texts]


def _stack(
    marked: pd.DataFrame, all_lanes: "pd.Series[str]", font: str, left: float, right: float, *, strip: float
) -> tuple[list[Lane], list[pd.DataFrame]]:
    row_height = ROOMY_ROW if len(marked) <= FEW_EVENTS else TIGHT_ROW
    counts = all_lanes.value_counts()
    lanes: list[Lane] = []
    rows: list[pd.DataFrame] = []
    top = 0.0
    for name in _lane_order(counts):
        own = marked.loc[marked["lane"] == name].sort_values(["x", "occurrence_id"])
        items = pack(_items(own, font), start=left, end=right, gap=LABEL_GAP, space=ITEM_SPACE)
        used = max((item.row + (2 if item.side == "below" else 1) for item in items), default=0)
        height = max(used * row_height + 2 * LANE_PADDING + strip, LANE_HEAD if name else 0)
        y = [top + LANE_PADDING + (item.row + 0.5) * row_height for item in items]
        text_y = [at + row_height * (item.side == "below") for at, item in zip(y, items, strict=True)]
        rows.append(own.assign(y=y, text_y=text_y, side=[item.side for item in items]))
        lanes.append(Lane(name, int(counts[name]), top, top + height))
        top += height
    return lanes, rows


def _lane_order(counts: "pd.Series[int]") -> Sequence[str]:
    """Largest lane first; the lane of rows without a value, whose name starts with "No ", last."""
    return sorted(counts.index, key=lambda name: (name.startswith("No "), -counts[name], name))


def _items(own: pd.DataFrame, font: str) -> list[Item]:
    cells = zip(own["x"], own["area"], own["bar_left"], own["bar_right"], own["text"], strict=True)
    return [
        Item(min(x - half(area), bar_left), max(x + half(area), bar_right), _label_width(text, font))
        for x, area, bar_left, bar_right, text in cells
    ]


def half(area: float) -> float:
    """Half the width of a mark of that area, its points included."""
    return float(area**0.5) * 0.62 + 1


def _label_width(text: str, font: str) -> float:
    return text_width(text, LABEL_SIZE, font=font) if text else 0.0


def _with_hits(events: pd.DataFrame, font: str) -> pd.DataFrame:
    """Add the box that answers to a click, and where the label starts or ends."""
    marks = [half(area) for area in events["area"]]
    left = [min(bar, x - m) for bar, x, m in zip(events["bar_left"], events["x"], marks, strict=True)]
    right = [max(bar, x + m) for bar, x, m in zip(events["bar_right"], events["x"], marks, strict=True)]
    label = [_label_width(text, font) + LABEL_GAP if text else 0.0 for text in events["text"]]
    side = list(events["side"])
    hit_left = [a - w if s == "left" else a for a, w, s in zip(left, label, side, strict=True)]
    hit_right = [b + w if s == "right" else b for b, w, s in zip(right, label, side, strict=True)]
    places = {"left": lambda a, _: a - LABEL_GAP, "below": lambda a, _: a}
    text_x = [places.get(s, lambda _, b: b + LABEL_GAP)(a, b) for a, b, s in zip(left, right, side, strict=True)]
    return events.assign(hit_left=hit_left, hit_right=hit_right, text_x=text_x)
