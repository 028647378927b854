"""Parsers: the arguments of the command line, and the help that explains them."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TypeAlias

from s400data import __version__
from s400data.documents.raw import FIELDS

FIGURES = ("timeline", "coverage", "voices", "outlet-voices", "sides")
PICTURES = ("svg", "png", "pdf", "pptx")
NARROWEST, WIDEST = 480, 6000
DESCRIPTION = """\
News articles about an affair, turned into events and quotations tied to their words.

Extract prints what is found in articles; import keeps it in the store that the pages show; correct and reread mend what
is stored; export writes the store's tables for other programs, and figure its charts for a briefing; info says where
everything is. Nothing is sent anywhere and nothing is downloaded.
"""
EXAMPLES = """\
examples:
  python -m s400data extract seeds/ > found.jsonl         one JSON object for each article
  python -m s400data extract --plain docs.jsonl           texts taken as they are, offsets count in exactly these
  python -m s400data import ~/articles --workers 4        a folder into the store
  python -m s400data export events --out events.xlsx      the event table (.csv, .json and .xlsx)
  python -m s400data export quotations --format json --from 2019-07-01 --to 2019-07-31
  python -m s400data figure timeline --lanes country --out timeline.svg     (.svg, .png, .pdf, or a slide: .pptx)
  python -m s400data correct a1b2c3d4e5f6 published=2019-07-12 outlet="Daily Sabah"
  python -m s400data info

environment:
  S400_DATABASE_URL   another store, such as sqlite:////srv/desk.db or postgresql+psycopg://host/desk
  S400_KNOWLEDGE      folder of knowledge about another affair
  S400_PIPELINE       installed spaCy pipeline to read with, instead of the one that comes with the program

exit status: 0 all went well; 1 a file could not be read or a step failed (the others were done); 2 wrong arguments
"""
EXTRACT = """\
Print what is found in articles, one JSON object on a line for each, in the order they are found.

A file that cannot be read gives a line {"path": ..., "error": ...}; the others are done, and the exit status is 1.
Progress and warnings go to standard error.
"""
PLAIN = """\
JSON lines {"doc_id", "text", "published": "2019-11-27" or null, "title" (optional)} whose texts are taken as they are:
nothing is cleaned or cut; "-" reads standard input
"""


def build_parser() -> argparse.ArgumentParser:
    """Parser of the whole command line; `arguments.command` names the command."""
    parser = argparse.ArgumentParser(
        prog="python -m s400data",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"s400data {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_extract(commands)
    _add_import(commands)
    _add_export(commands)
    _add_figure(commands)
    _add_correct(commands)
    reread = commands.add_parser(
        "reread",
        help="read stored articles again after an upgrade, and print what changed",
        description="Read the stored text of every article that an older edition of program or knowledge had read. "
        "Prints a JSON line for each article whose events or quotations changed, with those gone and those new.",
    )
    _add_follow(reread)
    _add_workers(reread)
    commands.add_parser("info", help="say where the store and the knowledge are, and what they hold")
    return parser


def check(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """Leave with status 2 where arguments contradict each other."""
    if arguments.command == "extract" and bool(arguments.paths) == bool(arguments.plain):
        parser.error("extract needs either PATHs or --plain DOCS.jsonl")
    if (
        arguments.command in ("export", "figure")
        and arguments.start
        and arguments.end
        and arguments.start > arguments.end
    ):
        parser.error("--from is later than --to")
    if arguments.command == "figure" and not (arguments.format or _ending(arguments.out) in PICTURES):
        parser.error(f"--out ends in none of {', '.join(f'.{kind}' for kind in PICTURES)}; --format names one of them")


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_extract(commands: Commands) -> None:
    parser = commands.add_parser(
        "extract",
        help="print what is found in articles as JSON lines",
        description=EXTRACT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="article files, or folders of them")
    parser.add_argument("--plain", metavar="DOCS.jsonl", help=PLAIN)
    _add_reading(parser)


def _add_import(commands: Commands) -> None:
    parser = commands.add_parser(
        "import",
        help="read articles into the store",
        description="Read articles into the store that the pages show. An article read again takes the place of its "
        "earlier reading; one that this edition of the program has read already is left as it is, so an import cut "
        "short goes on where it stopped; a copy under another name is left out and named. Corrections hold.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="article files, or folders of them")
    parser.add_argument("--again", action="store_true", help="read again what this edition has read already, too")
    _add_follow(parser)
    parser.add_argument("--within", metavar="FOLDER", help="keep names as seen from this folder")
    _add_reading(parser)


def _add_correct(commands: Commands) -> None:
    parser = commands.add_parser(
        "correct",
        help="correct title, outlet, author or date of an article",
        description="Keep corrections as a record of their own, which no later reading overwrites. FIELD=VALUE sets a "
        "title, outlet, author or published (2019-07-12, 2019-07 or 2019); a FIELD alone takes its correction back.",
    )
    parser.add_argument("article", metavar="ARTICLE", help="number of the article, or - for JSON lines")
    parser.add_argument("corrections", nargs="*", metavar="FIELD[=VALUE]", help="what to correct")
    parser.add_argument("--by", metavar="NAME", help="who corrects; the user's name by default")


def _add_export(commands: Commands) -> None:
    parser = commands.add_parser(
        "export",
        help="write a table of the store for other programs",
        description="Write a table of the store; every row names its article, its place in the text and the rule that "
        "found it. Text cells of a CSV that a spreadsheet would take for a formula open with an apostrophe.",
    )
    parser.add_argument("table", choices=("events", "quotations", "stances", "articles"), help="the table")
    parser.add_argument("--format", choices=("csv", "json", "xlsx"), help="what the name of --out ends in, else csv")
    parser.add_argument("--out", metavar="FILE", help="file to write; standard output by default")
    _add_selection(parser)


def _add_figure(commands: Commands) -> None:
    parser = commands.add_parser(
        "figure",
        help="draw a figure of the store for a briefing",
        description="Draw a figure of the store, with its title, dates, filters, numbers, sources and the day it was "
        "made on it. A slide (.pptx) also lists the events with their citations in the speaker notes.",
    )
    parser.add_argument("figure", choices=FIGURES, help="the figure")
    parser.add_argument("--out", metavar="FILE", required=True, help="file to write: .svg, .png, .pdf or .pptx")
    parser.add_argument("--format", choices=PICTURES, help="what the name of --out ends in by default")
    parser.add_argument("--title", metavar="WORDS", help="title instead of the usual one")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="light by default")
    parser.add_argument("--width", metavar="PIXELS", type=_width, default=1200, help="width of the figure (1200)")
    parser.add_argument(
        "--lanes", choices=("country", "type", "outlet", "none"), default="country", help="lanes of the timeline"
    )
    parser.add_argument("--most", metavar="N", type=_count, help="only the N events with most sources (on a slide: 48)")
    parser.add_argument("--whole", action="store_true", help="draw events far from all others, too")
    _add_selection(parser)


def _add_selection(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="start", metavar="DATE", type=_day, help="first day, such as 2019-07-01")
    parser.add_argument("--to", dest="end", metavar="DATE", type=_day, help="last day; undated rows are left out")
    parser.add_argument("--outlet", action="append", default=[], metavar="NAME", help="one outlet; may be repeated")
    parser.add_argument("--words", default="", metavar="WORDS", help="words that must all be found")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="FIELD=COLUMN,...",
        help="columns of a table, keys of JSON: title, outlet, author, date, updated, url, text; others are guessed. "
        'For each file its own: {"rows.csv": {"title": "A"}}',
    )
    _add_workers(parser)


def _add_follow(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--follow", action="store_true", help="print a JSON line for each article as it is done")


def _add_workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers", type=_count, default=1, metavar="N", help="processes that share the work of many files (1)"
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2019-07-01") from None


def _columns(text: str) -> dict[str, dict[str, str]]:
    """Columns by file name; those for every file stand under ""."""
    if text.startswith("{"):
        try:
            return {str(file): dict(columns) for file, columns in json.loads(text).items()}
        except (ValueError, TypeError, AttributeError) as error:
            raise argparse.ArgumentTypeError(f"no columns by file: {error}") from None
    pairs = [pair.partition("=") for pair in text.split(",")]
    wrong = next((field.strip() for field, _, column in pairs if field.strip() not in FIELDS or not column), None)
    if wrong is not None:
        raise argparse.ArgumentTypeError(f"{wrong!r} is no FIELD=COLUMN with a field of {', '.join(FIELDS)}")
    return {"": {field.strip(): column.strip() for field, _, column in pairs}}


def _width(text: str) -> int:
    if not text.isdecimal() or not NARROWEST <= int(text) <= WIDEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {NARROWEST} to {WIDEST}")
    return int(text)


def _ending(out: str) -> str:
    return Path(out).suffix.removeprefix(".").lower()


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)
