"""Convert: corpora to the samples that training reads: `python -m training.convert TREEBANKS --out samples.json`."""

import argparse
from collections import Counter
from pathlib import Path

from training.corpora import read_columns, read_re3d
from training.names import gum_entities, universal_ner
from training.samples import Sample, name_spans, write_corpora
from training.treebanks import NameLayer, names_in_misc, read_sentences, to_samples

SENTENCES = Path(__file__).parent / "sentences"


def convert(folder: Path) -> dict[str, list[Sample]]:
    """Samples of each corpus in `folder` and of our own sentences, by the name that `training.train` knows."""

    def treebank(name: str, names: NameLayer) -> list[Sample]:
        return list(to_samples(read_sentences(folder / f"{name}.conllu"), names))

    own = [s for path in sorted(SENTENCES.glob("*.conllu")) for s in to_samples(read_sentences(path), names_in_misc)]
    return {
        "ewt": treebank("ewt-train", universal_ner(folder / "ner-ewt-train.iob2")),
        "gum": treebank("gum-open-train", gum_entities),
        "wikigold": list(read_columns(folder / "ner-wikigold.conll")),
        "btc": list(read_columns(folder / "ner-btc.conll", lines_a_sample=1)),
        "re3d": list(read_re3d(folder / "ner-re3d-open.jsonl")),
        "own": own,
        "ewt-dev": treebank("ewt-dev", universal_ner(folder / "ner-ewt-dev.iob2")),
        "gum-dev": treebank("gum-open-dev", gum_entities),
    }


def main() -> None:
    """Convert the corpora of the folder given on the command line, and print what each holds."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    corpora = convert(arguments.treebanks)
    for name, samples in corpora.items():
        labels = Counter(label for sample in samples for _, _, label in name_spans(sample.names))
        words = sum(len(sample.words) for sample in samples)
        print(f"{name:10} {len(samples):6} samples {words:7} words  {dict(labels.most_common())}")
    write_corpora(corpora, arguments.out)


if __name__ == "__main__":
    main()
