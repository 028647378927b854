"""Drawing: `figure` draws a figure of the store for a briefing."""

import argparse
from datetime import date
from pathlib import Path

from s400data.charts.themes import find_theme, for_files
from s400data.commands.files import write_file
from s400data.commands.selecting import to_selection
from s400data.exports.printing import print_figure
from s400data.figures import Style
from s400data.store import open_store


def run(arguments: argparse.Namespace) -> int:
    """Draw the figure into a file that appears only when it is complete."""
    path = Path(arguments.out)
    style = Style(
        theme=for_files(find_theme(arguments.theme)),
        width=arguments.width,
        lanes=arguments.lanes,
        whole=arguments.whole,
        most=arguments.most,
    )
    picture = print_figure(
        open_store(),
        arguments.figure,
        to_selection(arguments),
        style,
        arguments.format or path.suffix.removeprefix(".").lower(),
        title=arguments.title,
        today=date.today(),
    )
    write_file(path, picture)
    return 0
