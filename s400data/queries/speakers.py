"""Speakers: who is quoted in a selection, counted over the codes of quotations."""

from collections.abc import Sequence
from typing import Any, get_args

import numpy as np
import pandas as pd

from s400data.queries.coded import Coded, Numbers
from s400data.queries.codes import Codes, chosen, read_codes
from s400data.queries.selections import EVERYTHING, NOT_KNOWN, Selection
from s400data.queries.views import SPEAKER_VIEW
from s400data.records import Overall
from s400data.store import Store
from s400data.tables.frames import to_series


def top_speakers(store: Store, selection: Selection = EVERYTHING, limit: int | None = 12) -> pd.DataFrame:
    """Speakers with most quotations in a selection, with the columns of SPEAKER_VIEW; unknown speakers are left out.

    One actor may be written with several roles; the last in the alphabet stands for all, so that runs agree.
    """
    codes = read_codes(store)
    rows = np.flatnonzero(chosen(store, codes, selection))
    who = codes.cells["actors"]
    known = np.array([key != NOT_KNOWN for key in who.values], dtype=bool)
    rows = rows[known[who.codes[rows]]] if len(known) else rows
    own, n = who.codes[rows].astype(np.int64), len(who.values)
    outlets = codes.cells["outlets"]
    named = np.array([value != NOT_KNOWN for value in outlets.values], dtype=bool)[outlets.codes[rows]]
    sides = codes.cells["sides"]
    columns: dict[str, Sequence[Any] | Numbers] = {
        "speaker_id": who.values,
        **{f"speaker_{name}": _last_value(cell, rows, own, n) for name, cell in _of_speaker(codes).items()},
        "quotations": np.bincount(own, minlength=n),
        "articles": _count_different(own, codes.articles[rows], n),
        "outlets": _count_different(own[named], outlets.codes[rows][named], n),
        **{side: np.bincount(own[sides.among([side])[rows]], minlength=n) for side in get_args(Overall)},
    }
    found = pd.DataFrame(columns)
    found = found.loc[found["quotations"] > 0].sort_values(["quotations", "speaker_id"], ascending=[False, True])
    rows_of = found.iloc[:limit].to_dict("list")
    return pd.DataFrame({column.name: to_series(column, rows_of[column.name]) for column in SPEAKER_VIEW.columns})


def _of_speaker(codes: Codes) -> dict[str, Coded]:
    return {
        "name": codes.counted["speaker_name"],
        "kind": codes.counted["speaker_kind"],
        "country": codes.cells["countries"],
        "affiliation": codes.cells["affiliations"],
        "role": codes.cells["roles"],
    }


def _last_value(cell: Coded, rows: Numbers, groups: Numbers, n: int) -> list[str | None]:
    """For each of `n` groups of rows the last of its values in the alphabet, None where it has none."""
    order = sorted(range(len(cell.values)), key=cell.values.__getitem__)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    last = np.full(n, -1)
    np.maximum.at(last, groups, place[cell.codes[rows]])
    values = [*(cell.values[one] or None for one in order), None]
    return [values[one] for one in last]


def _count_different(groups: Numbers, values: Numbers, n: int) -> Numbers:
    """For each of `n` groups of rows how many different values it has."""
    width = int(values.max(initial=0)) + 1
    counts: Numbers = np.bincount(np.unique(groups * width + values) // width, minlength=n)
    return counts
