"""Packing: rows for things that lie along a line, so that none touches another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Side = Literal["right", "left", "below", "none"]


Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Item:
    """A mark from `left` to `right` in pixels, and the width its label wants; 0 for no label."""

    left: float
    right: float
    label: float
    row: int = 0
    side: Side = "none"

    def reach(self, side: Side, gap: float) -> Stretch:
        """What the item takes up in its row with its label on `side`."""
        if side == "right":
            return self.left, self.right + gap + self.label
        if side == "left":
            return self.left - gap - self.label, self.right
        return self.left, self.right


def pack(items: Sequence[Item], *, start: float, end: float, gap: float, space: float) -> list[Item]:
    """Give each item a row and its label a side, in the order of `items`.

    Nothing overlaps, in any row, whatever is drawn between `start` and `end`; `gap` lies between a mark and its label,
    `space` between one item and the next. Items with labels are placed first, each in the first row with room. A label
    goes to the right of its mark, to the left where the frame ends; where it fits neither way, as with a bar as wide as
    the frame, it goes below, in the next row, and it is dropped where it is wider than the frame.
    """
    rows: list[list[Stretch]] = []
    placed: dict[int, Item] = {}
    order = sorted(range(len(items)), key=lambda n: (items[n].label == 0, items[n].left))
    for n in order:
        item = items[n]
        side = _side(item, start=start, end=end, gap=gap)
        taken = [item.reach(side, gap)]
        if side == "below":
            taken.append((item.left, item.left + item.label))
        row = next(r for r in range(len(rows) + 1) if _are_free(rows[r : r + len(taken)], taken, space))
        rows += [[] for _ in range(row + len(taken) - len(rows))]
        for others, stretch in zip(rows[row:], taken, strict=False):
            others.append(stretch)
        placed[n] = replace(item, row=row, side=side)
    return [placed[n] for n in range(len(items))]


def _side(item: Item, *, start: float, end: float, gap: float) -> Side:
    if item.label == 0:
        return "none"
    if item.reach("right", gap)[1] <= end:
        return "right"
    if item.reach("left", gap)[0] >= start:
        return "left"
    return "below" if item.left + item.label <= end else "none"


def _are_free(rows: Sequence[Sequence[Stretch]], taken: Sequence[Stretch], space: float) -> bool:
    """Whether each of `taken` touches nothing in its row; rows that are not there yet are free."""
    return all(
        stretch[1] + space <= left or right + space <= stretch[0]
        for others, stretch in zip(rows, taken, strict=False)
        for left, right in others
    )
