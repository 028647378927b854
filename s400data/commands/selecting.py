"""Selecting: the rows that the arguments of a command choose."""

import argparse

from s400data.queries import Selection


def to_selection(arguments: argparse.Namespace) -> Selection:
    """The selection of --from, --to, --outlet and --words."""
    return Selection(start=arguments.start, end=arguments.end, outlets=tuple(arguments.outlet), words=arguments.words)
