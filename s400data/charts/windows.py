"""Windows: the stretch of time that a timeline draws, and where its days stand."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

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


def place_day(window: Window, day: date, left: float, right: float, after: int = 0) -> float:
    """Where `day` starts, or the day so many `after` it, between `left` and `right` in pixels."""
    return left + (right - left) * ((day - window.start).days + after) / window.days


def place_days(window: Window, days: "pd.Series[pd.Timestamp]", left: float, right: float) -> "pd.Series[float]":
    """Where each of `days` starts, between `left` and `right` in pixels."""
    return left + (right - left) * (days - pd.Timestamp(window.start)).dt.days / window.days
