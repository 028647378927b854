"""Specs: figures as plain Vega-Lite, which can be kept, sent and drawn without Altair."""

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

import altair as alt
import pandas as pd

PARTS = ("layer", "hconcat", "vconcat", "concat")

Spec = dict[str, Any]


def to_spec(chart: alt.LayerChart | alt.FacetChart | alt.HConcatChart | Spec) -> Spec:
    """`chart` with its data inside; layers of a plain spec have frames as their data.

    Altair asks a registry of the whole process how to write data, and Streamlit changes that registry while it draws
    for somebody else; here it is not asked.
    """
    if isinstance(chart, dict):
        return _with_data(chart, alt.to_values)
    own = chart.copy()
    _write_values(own)
    spec: Spec = own.to_dict(validate=False)
    _inline(spec, spec.pop("datasets", {}))
    return spec


def to_named_spec(chart: Spec, write: Callable[[pd.DataFrame], bytes]) -> Spec:
    """`chart` with its data beside it, each table as `write` writes it, by a name that changes with what it holds."""
    datasets: dict[str, bytes] = {}

    def keep(table: pd.DataFrame) -> Spec:
        written = write(table)
        name = blake2b(written, digest_size=16).hexdigest()
        datasets[name] = written
        return {"name": name}

    return _with_data(chart, keep) | {"datasets": datasets}


def _with_data(chart: Spec, write: Callable[[pd.DataFrame], Any]) -> Spec:
    return chart | {"layer": [layer | {"data": write(layer["data"])} for layer in chart["layer"]]}


def _write_values(chart: Any) -> None:  # noqa: ANN401 - a chart of any kind, or a part of one
    if isinstance(chart._get("data"), pd.DataFrame):
        chart.data = alt.to_values(chart.data)
    for name in PARTS:
        parts = chart._get(name)
        for part in parts if isinstance(parts, list) else ():
            _write_values(part)


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
