"""Canvases: where everything of a timeline stands, in pixels, before it is drawn.

The layout is made for one width. Time runs to the right, lanes lie below each other, and in a lane every event has a
row in which neither its mark, nor the bar of its dates, nor its label touches anything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

import pandas as pd

from s400data.charts.calendars import Division, divide
from s400data.charts.fonts import shorten, text_width
from s400data.charts.packing import Item, pack

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
# Area of a mark in square pixels by the number of its sources; more than the last count as the last.
AREAS = (64.0, 105.0, 150.0, 200.0, 255.0)
MARGIN_SHARE = 0.02
# A few events far from all others stay outside the usual window: of this share at most, where that shortens it to
# that share of the whole span.
FAR_SHARE, WORTH_SHARE = 0.1, 0.6
SHORTEST_SPAN = 14


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that is drawn; both days belong to it."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """Days between the edges."""
        return max((self.end - self.start).days + 1, 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane from `top` to `bottom` with its name and the number of its events."""

    name: str
    n: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Canvas:
    """A finished layout. `events` is the frame it was given with x, y, bar_left, bar_right, area, text, side, hit_*."""

    window: Window
    width: float
    left: float
    height: float
    lanes: tuple[Lane, ...]
    divisions: tuple[tuple[float, Division], ...]
    events: pd.DataFrame
    labelled: int


def find_window(
    happenings: pd.DataFrame, *, usual: bool = False, first: date | None = None, last: date | None = None
) -> Window | None:
    """Stretch of time that holds all dated rows, with a margin; None where no row has a date.

    The `usual` one leaves out the few that lie so far from the others that these would be squeezed together. `first`
    and `last` are its edges where they are given.
    """
    dated = happenings.dropna(subset=["earliest", "latest"])
    if dated.empty:
        return None
    near = _near(dated) if usual else dated
    start, end = near["earliest"].min().date(), near["latest"].max().date()
    margin = max(int((end - start).days * MARGIN_SHARE), 2, (SHORTEST_SPAN - (end - start).days) // 2)
    return Window(first or start - timedelta(margin), last or end + timedelta(margin))


def find_outside(happenings: pd.DataFrame, window: Window) -> pd.DataFrame:
    """Dated rows that lie wholly outside `window`."""
    outside = happenings["latest"] < pd.Timestamp(window.start)
    return happenings.loc[outside | (happenings["earliest"] > pd.Timestamp(window.end))]


def _near(dated: pd.DataFrame) -> pd.DataFrame:
    first, last = dated["earliest"].quantile(FAR_SHARE / 2), dated["latest"].quantile(1 - FAR_SHARE / 2)
    # Events as far again as the bulk is wide still belong to it.
    bulk = last - first
    near = dated.loc[(dated["latest"] >= first - bulk) & (dated["earliest"] <= last + bulk)]
    span = near["latest"].max() - near["earliest"].min()
    return near if span <= (dated["latest"].max() - dated["earliest"].min()) * WORTH_SHARE else dated


def lay_out(happenings: pd.DataFrame, window: Window, *, width: float, font: str, budget: int = BUDGET) -> Canvas:
    """Place dated `happenings` (with a column "lane") that touch `window` on a canvas `width` pixels wide."""
    names = [name for name in happenings["lane"].unique() if name]
    left = min(max([text_width(name, LANE_NAME_SIZE, font=font, weight=600) for name in names], default=0), LANE_WIDTH)
    left = left + LANE_GAP if names else 1.0
    right = width - RIGHT_EDGE
    placed = _place(happenings, window, left, right)
    placed = placed.assign(text=_label_texts(placed, font, budget))
    lanes, rows = _stack(placed, font, left, right)
    events = pd.concat(rows) if rows else placed.assign(y=0.0, side="none")
    divisions = tuple((_x(window, one.day, left, right), one) for one in divide(window.start, window.end, right - left))
    bottom = lanes[-1].bottom if lanes else 0.0
    labelled = int((events["side"] != "none").sum())
    return Canvas(window, width, left, bottom, tuple(lanes), divisions, _with_hits(events, font), labelled)


def _place(happenings: pd.DataFrame, window: Window, left: float, right: float) -> pd.DataFrame:
    dated = happenings.dropna(subset=["earliest", "latest"])
    start, end = pd.Timestamp(window.start), pd.Timestamp(window.end)
    inside = dated.loc[(dated["latest"] >= start) & (dated["earliest"] <= end)]
    bar_left = [_x(window, max(day.date(), window.start), left, right) for day in inside["earliest"]]
    bar_right = [_x(window, min(day.date(), window.end), left, right, 1) for day in inside["latest"]]
    middle = [(a + b) / 2 for a, b in zip(bar_left, bar_right, strict=True)]
    area = [AREAS[min(int(n), len(AREAS)) - 1] for n in inside["sources"]]
    return inside.assign(bar_left=bar_left, bar_right=bar_right, x=middle, area=area)


def _x(window: Window, day: date, left: float, right: float, after: int = 0) -> float:
    return left + (right - left) * ((day - window.start).days + after) / window.days


def _label_texts(placed: pd.DataFrame, font: str, budget: int) -> list[str]:
    few = len(placed) <= FEW_EVENTS
    # Among equals the labels should lie all over the chart, and be the same ones at every visit.
    lot = [crc32(str(name).encode()) for name in placed["occurrence_id"]]
    order = placed.assign(lot=lot).sort_values(["sources", "reports", "lot"], ascending=False).index
    chosen = set(order if few else order[:budget])
    texts = zip(placed.index, placed["label"], strict=True)
    return [shorten(label, LABEL_WIDTH, LABEL_SIZE, font=font) if n in chosen else "" for n, label in texts]


def _stack(placed: pd.DataFrame, font: str, left: float, right: float) -> tuple[list[Lane], list[pd.DataFrame]]:
    row_height = ROOMY_ROW if len(placed) <= FEW_EVENTS else TIGHT_ROW
    lanes: list[Lane] = []
    rows: list[pd.DataFrame] = []
    top = 0.0
    for name in _lane_order(placed):
        own = placed.loc[placed["lane"] == name].sort_values(["x", "occurrence_id"])
        items = pack(_items(own, font), start=left, end=right, gap=LABEL_GAP, space=ITEM_SPACE)
        used = max((item.row for item in items), default=0) + 1
        height = max(used * row_height + 2 * LANE_PADDING, LANE_HEAD if name else 0)
        y = [top + LANE_PADDING + (item.row + 0.5) * row_height for item in items]
        rows.append(own.assign(y=y, side=[item.side for item in items]))
        lanes.append(Lane(name, len(own), top, top + height))
        top += height
    return lanes, rows


def _lane_order(placed: pd.DataFrame) -> Sequence[str]:
    """Largest lane first; the lane of rows without a value, whose name starts with "No ", last."""
    counts = placed["lane"].value_counts()
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
    text_x = [a - LABEL_GAP if s == "left" else b + LABEL_GAP for a, b, s in zip(left, right, side, strict=True)]
    return events.assign(hit_left=hit_left, hit_right=hit_right, text_x=text_x)
