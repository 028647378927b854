"""The command line: `python -m s400data`; see `--help`."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from s400data.commands.parsers import build_parser, check
from s400data.errors import S400Error

if TYPE_CHECKING:
    from s400data.commands.steps import Steps

# What shells report for programs that these signals end.
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(words: Sequence[str] | None = None, *, steps: "Steps | None" = None) -> int:
    """Run the command that `words` name and return its exit status; `steps` replace the real reading of articles."""
    _write_utf8()
    parser = build_parser()
    arguments = parser.parse_args(words)
    check(parser, arguments)
    try:
        return _run(arguments, steps)
    except S400Error as error:
        print(f"s400data: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("s400data: stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def _run(arguments: argparse.Namespace, steps: "Steps | None") -> int:
    # A command's modules are loaded only when it runs, so that help comes at once.
    if arguments.command == "info":
        from s400data.commands import describing

        return describing.run()
    if arguments.command == "export":
        from s400data.commands import exporting

        return exporting.run(arguments)
    if arguments.command == "figure":
        from s400data.commands import drawing

        return drawing.run(arguments)
    if arguments.command == "correct":
        from s400data.commands import correcting

        return correcting.run(arguments)
    if arguments.command == "reread":
        from s400data.commands import rereading

        return rereading.run(arguments)
    from s400data.commands.steps import load_steps

    if arguments.command == "extract":
        from s400data.commands import extracting

        return extracting.run(arguments, steps or load_steps())
    from s400data.commands import importing

    return importing.run(arguments, steps or load_steps())


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file name that is no Unicode becomes an escape, which JSON reads as such.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
