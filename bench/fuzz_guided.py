"""Damaged files given to one reader as coverage of its code suggests: what reaches new code is changed further.

    pip install atheris==3.0.0
    python bench/fuzz_guided.py pdf -max_total_time=120

Whole files from the tests are what it starts from. Options behind the format are those of libFuzzer. It ends at the
first file that crashes the reader or takes it longer than it may, and keeps that file in the current folder.
"""

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["s400data.documents", "s400data.articles", "s400data.chronology"]):
    from bench.fuzz_readers import read_all
from tests.hostile import WHOLE  # noqa: E402  (the path above comes first)

LONGEST_SECONDS = 30
MOST_BYTES = 200_000


def main(kind: str, options: list[str]) -> None:
    """Fuzz the reader of `kind` until libFuzzer's `options` say that it is enough."""
    folder = Path(tempfile.mkdtemp(prefix="s400-fuzz-"))
    corpus, file = folder / "corpus", folder / f"damaged.{kind}"
    corpus.mkdir()
    (corpus / "whole").write_bytes(WHOLE[kind])

    def read(content: bytes) -> None:
        file.write_bytes(content)
        read_all(file)

    limits = [f"-timeout={LONGEST_SECONDS}", f"-max_len={MOST_BYTES}", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *limits, *options, str(corpus)], read)
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == [] or sys.argv[1] not in WHOLE:
        sys.exit(f"{__doc__}\nformats: {', '.join(sorted(WHOLE))}")
    main(sys.argv[1], sys.argv[2:])
