"""Voter: statements with their positions to the small reader of stances: `python -m training.voter --out FOLDER`.

Reads `training/stances` and the pairs of `tests/gold/contrasts`, but no file called held, in one pass through the
pipeline for cue and content. The three lower layers of the base model stay as they are; the three upper ones learn,
with one attention over the words for each target and one for the side. One seed; the running average of the weights
is kept.
"""

import argparse
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from s400data.actors import find_cast
from s400data.articles import read_plain
from s400data.knowledge.stance_cues import load_targets
from s400data.language import parse
from s400data.pipeline import find_report_starts
from s400data.quotations import find_quotations
from s400data.records import Mention
from s400data.stances import read_by_rules
from s400data.stances.voter import LONGEST, Ballot, make_ballot
from s400data.stances.voting import Read, make_ballot_of
from s400data.timexes import find_timexes
from tests.quality import SAME_QUOTATION, content, dice, words
from tests.stance_quality import CONTRASTS, PUBLISHED, read
from training.base import base_file
from training.export import OPSET, quantize
from training.model import MASKED, WIDTH, Model, Sizes, seed_everything

STANCES = Path(__file__).parent / "stances"
POLARITIES, SIDES = ["no-stance", "supports", "opposes", "conditional"], ["neutral", "supports", "opposes"]
FROZEN, KINDS, IGNORED = 3, 3, -100
SEED, EPOCHS, STATEMENTS_A_BATCH = 1, 7, 32
RATE, HEAD_RATE, WARM_UP, LAST_RATE = 2.5e-4, 1e-3, 0.08, 0.02
DROPOUT, SMOOTHING, AVERAGED, LARGEST_GRADIENT = 0.1, 0.05, 0.99, 1.0
STATEMENTS_READ_BELOW = 64
# Chosen on one hand's statements by a voter trained on all others': see the model card.
TEMPERATURE = 1.0
SURE = {"side": 0.8, "beside": 0.8, "neutral": 0.5}


@dataclass(frozen=True, slots=True)
class Example:
    """What the voter sees of one statement, and the numbers of the right answers; `IGNORED` where none is asked for."""

    ballot: Ballot
    polarities: list[int]
    side: int


class VoterModel(nn.Module):
    """The base model's six layers, and for each target and the side an attention over the words with its scores."""

    def __init__(self) -> None:
        super().__init__()
        base = Model(Sizes(1, 1, 1, 1))
        base.load_base(base_file("model.safetensors"))
        encoder, rows = base.encoder, len(load_targets()) + 1
        self.positions = nn.Parameter(encoder.positions.data[:LONGEST].clone())
        self.norm, self.layers = encoder.norm, encoder.layers
        self.kinds = nn.Embedding(KINDS, WIDTH)
        nn.init.zeros_(self.kinds.weight)
        self.query = nn.Linear(WIDTH, rows)
        self.value = nn.Parameter(torch.randn(rows, len(POLARITIES), WIDTH) * 0.02)
        self.bias = nn.Parameter(torch.zeros(rows, len(POLARITIES)))
        self.register_buffer("table", base.table, persistent=False)
        self.register_buffer("scales", base.scales, persistent=False)

    def read_below(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """States after the layers that do not learn."""
        x = self.norm(vectors + self.positions[: vectors.shape[1]])
        for layer in self.layers[:FROZEN]:
            x = layer(x, mask[:, None, None, :])
        return x

    def read_above(self, x: Tensor, mask: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """Scores by target and polarity, the side last, and what each subword adds to them."""
        x = x + self.kinds(kinds)
        for layer in self.layers[FROZEN:]:
            x = functional.dropout(layer(x, mask[:, None, None, :]), DROPOUT, self.training)
        attention = torch.softmax(self.query(x) + mask[..., None], 1)
        values = (x @ self.value.flatten(0, 1).T).unflatten(-1, self.value.shape[:2])
        shares = attention[..., None] * values
        return shares.sum(1) + self.bias, shares

    def forward(self, vectors: Tensor, mask: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        return self.read_above(self.read_below(vectors, mask), mask, kinds)


def read_examples() -> Iterator[Example]:
    """Statements and single sentences of pairs that may be learnt from, as the pipeline reads them."""
    learnt = [path for path in sorted(STANCES.rglob("*.jsonl")) if "held" not in path.stem]
    for path in (*learnt, *sorted(CONTRASTS.glob("*development.jsonl"))):
        for row in read(path):
            for one in (row["first"], row["second"]) if "first" in row else (row,):
                yield Example(_ballot(one), *_answers(one))


def _ballot(row: dict[str, Any]) -> Ballot:
    asked = words(row["quote"])
    found = [(dice(asked, words(content(one.quotation))), one) for one in _read_by_rules(row["text"])]
    likeness, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or likeness < SAME_QUOTATION:
        return make_ballot(None, None, [Mention(0, len(row["quote"]), row["quote"])])
    return make_ballot_of(best)


@cache
def _read_by_rules(text: str) -> list[Read]:
    article = read_plain("d", text, PUBLISHED, None)
    doc = parse(article.text, breaks=find_report_starts(article.text))
    timexes, cast = find_timexes(doc, article), find_cast(doc, article)
    return read_by_rules(doc, cast, find_quotations(doc, article, cast, timexes))


def _answers(row: dict[str, Any]) -> tuple[list[int], int]:
    """Right answers of a statement, or of a sentence of a pair, which is annotated for one target only."""
    targets = [target.id for target in load_targets()]
    if "target" in row:
        said = {row["target"]: row["polarity"] or POLARITIES[0]}
        return [_number(said.get(target, ""), POLARITIES) for target in targets], IGNORED
    said = {stance["target"]: stance["polarity"] for stance in row["stances"]}
    return [_number(said.get(t, POLARITIES[0]), POLARITIES) for t in targets], _number(row["overall"], SIDES)


def _number(label: str, labels: list[str]) -> int:
    return labels.index(label) if label in labels else IGNORED


def train(examples: list[Example]) -> VoterModel:
    """A model that has learnt from `examples`."""
    seed_everything(SEED)
    random, model = Random(SEED), VoterModel()
    states = _states_below(model, examples)
    parts = [model.kinds.weight, model.query.weight, model.query.bias, model.value, model.bias]
    groups = [{"params": list(model.layers[FROZEN:].parameters())}, {"params": parts}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    step, steps = 0, EPOCHS * math.ceil(len(examples) / STATEMENTS_A_BATCH)
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in _plan(examples, random):
            done, step = step / steps, step + 1
            for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * min(1.0, step / (WARM_UP * steps)) * max(LAST_RATE, 1 - done)
            model.train()
            loss = _loss(model, [states[i] for i in batch], [examples[i] for i in batch])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            average.update_parameters(model)
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(examples):.3f}", flush=True)
    return average.module


def _states_below(model: VoterModel, examples: list[Example]) -> list[Tensor]:
    found: dict[int, Tensor] = {}
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ballot.ids))
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), STATEMENTS_READ_BELOW):
            batch = order[at : at + STATEMENTS_READ_BELOW]
            ids = nn.utils.rnn.pad_sequence([torch.tensor(examples[i].ballot.ids) for i in batch], batch_first=True)
            vectors = model.table[ids].float() * model.scales[ids][..., None]
            states = model.read_below(vectors, (ids == 0) * MASKED)
            found |= {
                i: x[: len(examples[i].ballot.ids)].to(torch.bfloat16) for i, x in zip(batch, states, strict=True)
            }
    return [found[i] for i in range(len(examples))]


def _plan(examples: list[Example], random: Random) -> list[list[int]]:
    """Batches of statements of like length, in another order each time."""
    order = list(range(len(examples)))
    random.shuffle(order)
    stretch = 8 * STATEMENTS_A_BATCH
    stretches = (order[at : at + stretch] for at in range(0, len(order), stretch))
    sorted_order = [i for part in stretches for i in sorted(part, key=lambda k: len(examples[k].ballot.ids))]
    batches = [sorted_order[at : at + STATEMENTS_A_BATCH] for at in range(0, len(order), STATEMENTS_A_BATCH)]
    random.shuffle(batches)
    return batches


def _loss(model: VoterModel, states: list[Tensor], examples: list[Example]) -> Tensor:
    x = nn.utils.rnn.pad_sequence([state.float() for state in states], batch_first=True)
    kinds = nn.utils.rnn.pad_sequence([torch.tensor(one.ballot.kinds) for one in examples], batch_first=True)
    lengths = torch.tensor([len(state) for state in states])
    mask = (torch.arange(x.shape[1])[None] >= lengths[:, None]) * MASKED
    with torch.autocast("cpu", torch.bfloat16):
        scores, _ = model.read_above(x, mask, kinds)
    scores = scores.float()
    polarities = torch.tensor([one.polarities for one in examples])
    sides = torch.tensor([one.side for one in examples])
    return (
        _cross_entropy(scores[:, :-1].flatten(0, 1), polarities.flatten())
        + _cross_entropy(scores[:, -1, : len(SIDES)], sides)
    ) / len(examples)


def _cross_entropy(scores: Tensor, right: Tensor) -> Tensor:
    return functional.cross_entropy(scores, right, ignore_index=IGNORED, label_smoothing=SMOOTHING, reduction="sum")


def export(model: VoterModel, folder: Path) -> None:
    """Write `voter.onnx` with int8 weights, and `voter.json` with what its outputs stand for."""
    model.eval()
    folder.mkdir(parents=True, exist_ok=True)
    inputs = {
        "vectors": torch.randn(2, 24, WIDTH),
        "mask": torch.zeros(2, 24),
        "kinds": torch.ones(2, 24, dtype=torch.int64),
    }
    axes = {name: {0: "statements", 1: "subwords"} for name in (*inputs, "shares")} | {"scores": {0: "statements"}}
    floats = folder / "voter.float.onnx"
    torch.onnx.export(
        model,
        tuple(inputs.values()),
        str(floats),
        input_names=list(inputs),
        output_names=["scores", "shares"],
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    quantize(floats, folder / "voter.onnx")
    floats.unlink()
    labels = {
        "targets": [target.id for target in load_targets()],
        "polarities": POLARITIES,
        "sides": SIDES,
        "temperature": TEMPERATURE,
        "sure": SURE,
    }
    (folder / "voter.json").write_text(json.dumps(labels, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """Train on the statements and write the affair's voter."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    examples = list(read_examples())
    print(f"{len(examples)} statements and sentences")
    export(train(examples), arguments.out)


if __name__ == "__main__":
    main()
