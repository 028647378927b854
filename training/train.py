"""Train: samples to weights, in two stages: `python -m training.train samples.json --out FOLDER`.

The first stage learns from the corpora. The second goes on with our own sentences among them, other names in the places
of those that stood there, and every product rounded as the int8 export will round it. What is kept is the running
average of the weights. One seed; the same machine and number of threads give the same weights again.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from s400data.language.wordpiece import WordPiece
from training.augmentation import NameSwaps, build_windows
from training.base import base_file
from training.batches import Labels, Numbering, collate, plan
from training.labels import LABELS
from training.losses import WEIGHTS, losses
from training.model import Linear, Model, labels_to_sizes, seed_everything
from training.samples import Sample, read_corpora
from training.watching import watch

SEED = 1
SUBWORDS_A_BATCH = 1200
RAREST_RELATION = 5
WARM_UP, LAST_RATE = 0.04, 0.01
WEIGHT_DECAY, LARGEST_GRADIENT = 0.01, 5.0
AVERAGED = 0.998


@dataclass(frozen=True, slots=True)
class Stage:
    """Which corpora are read how often in an epoch, and how."""

    shares: dict[str, float]
    epochs: int
    encoder_rate: float
    head_rate: float
    swaps: float
    rounded: bool


CORPORA = {"ewt": 1.0, "gum": 1.0, "wikigold": 1.0, "re3d": 1.0, "btc": 0.3}
STAGES = (
    Stage(CORPORA, epochs=7, encoder_rate=1e-4, head_rate=1e-3, swaps=0.0, rounded=False),
    Stage(CORPORA | {"own": 2.0}, epochs=6, encoder_rate=6e-5, head_rate=4e-4, swaps=0.3, rounded=True),
)


def collect_labels(corpora: dict[str, list[Sample]]) -> Labels:
    """Label inventories of the treebanks, in the order of the outputs."""
    trees = [*corpora["ewt"], *corpora["gum"]]
    rels = Counter(rel for sample in trees for rel in sample.rels or ())
    return {
        "tags": sorted({tag for sample in trees for tag in sample.tags or () if tag}),
        "pos": sorted({pos for sample in trees for pos in sample.pos or () if pos}),
        "rels": sorted(rel for rel, count in rels.items() if count >= RAREST_RELATION),
        "ner": ["O", *(prefix + label for label in LABELS for prefix in ("B-", "I-"))],
    }


def pick(corpora: dict[str, list[Sample]], stage: Stage, swaps: NameSwaps, random: Random) -> Iterator[Sample]:
    """The windows of one epoch: each corpus whole, several times or in part, trees apart from mere names."""
    for with_trees in (True, False):
        chosen: list[Sample] = []
        for name, share in stage.shares.items():
            samples = [sample for sample in corpora[name] if (sample.heads is not None) == with_trees]
            chosen.extend(samples * int(share))
            chosen.extend(random.sample(samples, int(len(samples) * (share % 1))))
        yield from build_windows((swaps.swap(sample, stage.swaps, random) for sample in chosen), random)


class Schedule:
    """Learning rates of one stage: a short warm-up, then down in a straight line."""

    def __init__(self, model: Model, stage: Stage) -> None:
        pretrained = {id(p) for part in (model.encoder.layers, model.encoder.norm) for p in part.parameters()}
        pretrained.add(id(model.encoder.positions))
        groups = [
            {"params": [p for p in model.parameters() if id(p) in pretrained]},
            {"params": [p for p in model.parameters() if id(p) not in pretrained]},
        ]
        self._rates = (stage.encoder_rate, stage.head_rate)
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=True)

    def set_rates(self, done: float) -> None:
        """Set the rates for the share of the stage that is `done`."""
        rising, falling = (done + 1e-3) / WARM_UP, max(LAST_RATE, (1 - done) / (1 - WARM_UP))
        for group, rate in zip(self.optimizer.param_groups, self._rates, strict=True):
            group["lr"] = rate * min(1.0, rising if done < WARM_UP else falling)


def take_step(model: Model, batch: dict[str, Tensor], schedule: Schedule) -> dict[str, float]:
    """Change the weights once and return the losses before."""
    found = losses(model, batch)
    schedule.optimizer.zero_grad(set_to_none=True)
    sum(WEIGHTS[name] * loss for name, loss in found.items()).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), LARGEST_GRADIENT)
    schedule.optimizer.step()
    return {name: loss.item() for name, loss in found.items()}


def train_stage(
    model: Model, stage: Stage, corpora: dict[str, list[Sample]], numbering: Numbering, labels: Labels
) -> Model:
    """Train `model` through one stage and return the running average of its weights."""
    random, swaps = Random(SEED), NameSwaps()
    Linear.rounded = stage.rounded
    schedule = Schedule(model, stage)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    watched = numbering.windows(build_windows([*corpora["ewt-dev"], *corpora["gum-dev"]], Random(SEED)))
    begun, step, steps = time.monotonic(), 0, 0
    for epoch in range(stage.epochs):
        windows = numbering.windows(pick(corpora, stage, swaps, random))
        batches = plan(windows, SUBWORDS_A_BATCH, random)
        # The epochs differ by a few batches: names of other lengths make other windows.
        steps = steps or len(batches) * stage.epochs
        total = Counter[str]()
        for batch in batches:
            schedule.set_rates(min(1.0, step / steps))
            total.update(take_step(model, collate([windows[i] for i in batch], random), schedule))
            average.update_parameters(model)
            step += 1
        shown = {name: round(value / len(batches), 3) for name, value in total.items()}
        scores = {name: round(value, 2) for name, value in watch(average.module, watched, labels).items()}
        print(f"epoch {epoch + 1}, {time.monotonic() - begun:.0f} s: losses {shown}, dev {scores}", flush=True)
    return average.module


def read_labels(folder: Path) -> Labels:
    """Label inventories that a training run wrote to `folder`."""
    labels: Labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return labels


def main() -> None:
    """Train the stages, or the one asked for, and write `model.pt` and `labels.json`."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--stage",
        type=int,
        choices=range(1, len(STAGES) + 1),
        help="train this stage only; the second starts from model.pt in --out",
    )
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    corpora = read_corpora(arguments.samples)
    labels = collect_labels(corpora)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "labels.json").write_text(json.dumps(labels) + "\n", encoding="utf-8")
    seed_everything(SEED)
    model = Model(labels_to_sizes(labels))
    model.load_base(base_file("model.safetensors"))
    numbering = Numbering(labels, WordPiece(base_file("vocab.txt")))
    for number, stage in enumerate(STAGES, 1):
        if arguments.stage not in (None, number):
            continue
        if arguments.stage == number and number > 1:
            model.load_state_dict(torch.load(arguments.out / f"stage{number - 1}.pt", weights_only=True))
        model = train_stage(model, stage, corpora, numbering, labels)
        torch.save(model.state_dict(), arguments.out / f"stage{number}.pt")


if __name__ == "__main__":
    main()
