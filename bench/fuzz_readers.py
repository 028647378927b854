"""Damaged files of every format given to the readers: each must be read or refused in words, and soon.

    python bench/fuzz_readers.py --seconds 120                # each reader in turn, a seed from the clock
    python bench/fuzz_readers.py --seconds 600 --kinds pdf docx --seed 7

Whole files from the tests are damaged at random places, with the signs that formats are made of. What crashes a reader,
or takes it longer than it may, is kept beside the report. For machines with SIGALRM.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from s400data.articles import read_article  # noqa: E402  (the path above comes first)
from s400data.documents import open_file, read_document  # noqa: E402
from s400data.errors import ArticleError  # noqa: E402
from tests.hostile import WHOLE  # noqa: E402

LONGEST_SECONDS = 30
MOST_DAMAGES = 12
SIGNS = [
    *(bytes([letter]) for letter in b"<>&\"'{}[],\n\r/%=\x00\xff"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"null", b"-1", b"99999999999", b"obj", b"endobj", b"stream"),
    *(b"PK\x03\x04", b"=?", b"?=", b"boundary", b"--", b"&#x0;", b"\xed\xa0\x80"),
]


def damage(content: bytes, chance: random.Random) -> bytes:
    """`content` changed in a few places: bytes altered, signs put in, stretches doubled or cut out."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, MOST_DAMAGES)):
        place, other = (chance.randrange(len(damaged) + 1) for _ in range(2))
        match chance.choice(("alter", "sign", "double", "cut")):
            case "alter":
                damaged[place : place + chance.randint(0, 20)] = chance.randbytes(chance.randint(0, 8))
            case "sign":
                damaged[place:place] = chance.choice(SIGNS) * chance.choice((1, 1, 1, 2, 50))
            case "double":
                damaged[place:place] = damaged[other : other + chance.randint(0, 200)]
            case _:
                del damaged[place : place + chance.randint(1, 300)]
    return bytes(damaged)


def read_all(file: Path) -> None:
    """Read every article in `file`; what the readers refuse in words is well."""
    for found in open_file(file):
        if not isinstance(found, ArticleError):
            try:
                read_article(read_document(found))
            except ArticleError:
                continue


def fuzz(kind: str, seconds: float, chance: random.Random, folder: Path) -> int:
    """Print what damaged files of one kind came to, and return how many places crashed or hung."""
    end, number, slowest = time.monotonic() + seconds, 0, 0.0
    crashes: set[tuple[str, int | None]] = set()
    while time.monotonic() < end:
        file = folder / f"damaged.{kind}"
        file.write_bytes(damage(WHOLE[kind], chance))
        number, start = number + 1, time.monotonic()
        signal.alarm(LONGEST_SECONDS)
        try:
            read_all(file)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            if (last.filename, last.lineno) not in crashes:
                crashes.add((last.filename, last.lineno))
                kept = file.rename(folder / f"crash_{len(crashes)}.{kind}")
                print(f"{kept}: {error!r} in {last.filename}:{last.lineno}")
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.monotonic() - start)
    print(f"{kind:>6}: {number:>8,} files, {len(crashes)} crashes, slowest {slowest:.2f} s", flush=True)
    return len(crashes)


def _give_up(*_: object) -> None:
    raise TimeoutError(f"longer than {LONGEST_SECONDS} seconds")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--kinds", nargs="*", choices=sorted(WHOLE), default=sorted(WHOLE))
    parser.add_argument("--seed", type=int, default=time.time_ns())
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, _give_up)
    place = Path(tempfile.mkdtemp(prefix="s400-fuzz-"))
    print(f"seed {arguments.seed}, damaged files that crash are kept in {place}", flush=True)
    chooser = random.Random(arguments.seed)
    sys.exit(1 if sum(fuzz(kind, arguments.seconds, chooser, place) for kind in arguments.kinds) else 0)
