"""Specs: figures as plain Vega-Lite, which can be kept, sent and drawn without Altair."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import altair as alt
import pandas as pd
from altair.utils.schemapi import disable_debug_mode

# Altair would check each part of a figure as it is made, a third of the time of drawing; tests check whole figures.
disable_debug_mode()

PARTS = ("layer", "hconcat", "vconcat", "concat")

Spec = dict[str, Any]


def to_spec(chart: alt.LayerChart | alt.FacetChart | alt.HConcatChart) -> Spec:
    """`chart` with its data inside.

    Altair asks a registry of the whole process how to write data, and Streamlit changes that registry while it draws
    for somebody else; here it is not asked.
    """
    own = chart.copy()
    _write_data(own, alt.to_values)
    spec: Spec = own.to_dict(validate=False)
    _inline(spec, spec.pop("datasets", {}))
    return spec


def to_named_spec(chart: alt.LayerChart, write: Callable[[pd.DataFrame], bytes]) -> Spec:
    """`chart` with its data beside it, each table as `write` writes it, by a name that changes with what it holds."""
    datasets: dict[str, bytes] = {}

    def keep(table: pd.DataFrame) -> alt.NamedData:
        written = write(table)
        name = blake2b(written, digest_size=16).hexdigest()
        datasets[name] = written
        return alt.NamedData(name=name)

    own = chart.copy()
    _write_data(own, keep)
    spec: Spec = own.to_dict(validate=False)
    return spec | {"datasets": datasets}


def _write_data(chart: Any, write: Callable[[pd.DataFrame], Any]) -> None:  # noqa: ANN401 - a chart of any kind, or a part of one
    if isinstance(chart._get("data"), pd.DataFrame):
        chart.data = write(chart.data)
    for name in PARTS:
        parts = chart._get(name)
        for part in parts if isinstance(parts, list) else ():
            _write_data(part, write)


def _inline(node: Any, datasets: dict[str, Any]) -> None:  # noqa: ANN401 - any part of a spec
    if isinstance(node, list):
        for one in node:
            _inline(one, datasets)
    elif isinstance(node, dict):
        data = node.get("data")
        if isinstance(data, dict) and data.get("name") in datasets:
            node["data"] = {"values": datasets[data["name"]]}
        for name, one in node.items():
            if name != "data":
                _inline(one, datasets)
