"""Packing: rows for things that lie along a line, so that none touches another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Side = Literal["right", "left", "none"]


@dataclass(frozen=True, slots=True)
class Item:
    """A mark from `left` to `right` in pixels, and the width its label wants; 0 for no label."""

    left: float
    right: float
    label: float
    row: int = 0
    side: Side = "none"

    def reach(self, side: Side, gap: float) -> tuple[float, float]:
        """What the item takes up with its label on `side`."""
        if side == "right":
            return self.left, self.right + gap + self.label
        if side == "left":
            return self.left - gap - self.label, self.right
        return self.left, self.right


def pack(items: Sequence[Item], *, start: float, end: float, gap: float, space: float) -> list[Item]:
    """Give each item a row and its label a side, in the order of `items`.

    Nothing overlaps, in any row, whatever is drawn between `start` and `end`; `gap` lies between a mark and its label,
    `space` between one item and the next. Items with labels are placed first, each in the first row with room. A label
    goes to the right of its mark, to the left where the frame ends, and is dropped where it fits neither way.
    """
    rows: list[list[tuple[float, float]]] = []
    placed: dict[int, Item] = {}
    order = sorted(range(len(items)), key=lambda n: (items[n].label == 0, items[n].left))
    for n in order:
        item = items[n]
        side = _side(item, start=start, end=end, gap=gap)
        taken = item.reach(side, gap)
        row = next((r for r, others in enumerate(rows) if _is_free(others, taken, space)), len(rows))
        if row == len(rows):
            rows.append([])
        rows[row].append(taken)
        placed[n] = replace(item, row=row, side=side)
    return [placed[n] for n in range(len(items))]


def _side(item: Item, *, start: float, end: float, gap: float) -> Side:
    if item.label == 0:
        return "none"
    if item.reach("right", gap)[1] <= end:
        return "right"
    return "left" if item.reach("left", gap)[0] >= start else "none"


def _is_free(others: Sequence[tuple[float, float]], taken: tuple[float, float], space: float) -> bool:
    return all(taken[1] + space <= left or right + space <= taken[0] for left, right in others)
