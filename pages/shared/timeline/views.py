"""Views: the timeline of a selection and its strip, drawn once for all who look at the same."""

from dataclasses import dataclass, replace

import pandas as pd
import pyarrow as pa

from pages.shared.data import ask
from pages.shared.timeline.rows import happenings, happenings_by_outlet
from s400data.charts.densities import density
from s400data.charts.happenings import Lanes
from s400data.charts.specs import Spec, to_named_spec
from s400data.charts.themes import ThemeName, find_theme
from s400data.charts.timelines import timeline
from s400data.charts.windows import find_outside, find_window
from s400data.queries import Selection
from s400data.store import Store

NAMED = 3


@dataclass(frozen=True, slots=True)
class Look:
    """How the timeline is to look; `whole` draws events far from all others, too."""

    lanes: Lanes
    theme: ThemeName
    width: int
    whole: bool


@dataclass(frozen=True, slots=True)
class View:
    """The chart and the strip below it, each None where there is nothing to draw, and the events left outside."""

    chart: Spec | None
    strip: Spec | None
    outside: tuple[tuple[str, str], ...]
    n_outside: int


def draw_view(store: Store, selection: Selection, look: Look) -> View:
    """The timeline of `selection`; to be asked through the cache. `outside` are the first few, each with its date."""
    rows = ask(store, happenings, selection)
    theme = find_theme(look.theme)
    window = find_window(rows, usual=not look.whole, first=selection.start, last=selection.end)
    everything = ask(store, happenings, replace(selection, start=None, end=None))
    strip = density(everything, theme=theme, width=look.width, start=selection.start, end=selection.end)
    if window is None:
        return View(None, _spec(strip), (), 0)
    outside = find_outside(rows, window)
    chart = timeline(
        ask(store, happenings_by_outlet, selection) if look.lanes == "outlet" else rows,
        lanes=look.lanes,
        theme=theme,
        width=look.width,
        about=_counted(rows, len(outside)),
        window=window,
    )
    named = tuple((row["label"], row["when"]) for _, row in outside.head(NAMED).iterrows())
    return View(_spec(chart), _spec(strip), named, len(outside))


def _spec(chart: Spec | None) -> Spec | None:
    return None if chart is None else to_named_spec(chart, _to_arrow)


def _to_arrow(table: pd.DataFrame) -> bytes:
    """`table` as Streamlit sends it; written here, it is written once for all runs."""
    written = pa.Table.from_pandas(table, preserve_index=False)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, written.schema) as stream:
        stream.write_table(written)
    return bytes(sink.getvalue())


def _counted(rows: pd.DataFrame, outside: int) -> str:
    undated = int(rows["earliest"].isna().sum())
    left = [f"{undated:,} without a date"] if undated else []
    left += [f"{outside:,} far from the others"] if outside else []
    listed = f"{' and '.join(left)} {'is' if undated + outside == 1 else 'are'} listed below"
    return f"of {len(rows):,}; {listed}" if left else ""
