"""Losses: how far the model's scores are from what the corpora say, over the words that each of them annotates."""

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import UNGIVEN
from training.model import MASKED, Model

WEIGHTS = {"tags": 1.0, "pos": 0.5, "starts": 1.0, "names": 2.0, "arcs": 1.0, "rels": 1.0}
# A label that a word may not have: its logarithm is to vanish beside the others.
IMPOSSIBLE = 1e-9


def losses(model: Model, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Mean loss of each head over the words that the corpora annotate for it."""
    with torch.autocast("cpu", torch.bfloat16):
        tags, pos, starts, names, arcs, dependent, head = model(batch)
    found = {"tags": _cross_entropy(tags, batch["tags"]), "pos": _cross_entropy(pos, batch["pos"])}
    known = batch["starts"] != UNGIVEN
    if known.any():
        found["starts"] = functional.binary_cross_entropy_with_logits(
            starts[known].float(), batch["starts"][known].float()
        )
    # A word may have any of several labels: what counts is the probability of them together.
    unsure = batch["names"].sum(-1) < batch["names"].shape[-1]
    likelihood = names.float().log_softmax(-1) + batch["names"].clamp(min=IMPOSSIBLE).log()
    found["names"] = -(likelihood.logsumexp(-1)[unsure]).sum() / unsure.sum().clamp(min=1)
    heads = batch["heads"]
    if (heads != UNGIVEN).any():
        found["arcs"] = _cross_entropy(arcs.float().masked_fill(outside(batch["sentences"]), MASKED), heads)
        has_head = heads != UNGIVEN
        chosen = torch.gather(head, 1, heads.clamp(min=0)[:, :, None].expand(-1, -1, head.shape[-1]))
        with torch.autocast("cpu", torch.bfloat16):
            rels = model.relations(dependent[has_head], chosen[has_head])
        found["rels"] = _cross_entropy(rels, batch["rels"][has_head])
    return found


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    summed = functional.cross_entropy(
        scores.float().reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=UNGIVEN, reduction="sum"
    )
    return summed / (gold != UNGIVEN).sum().clamp(min=1)


def outside(sentences: Tensor) -> Tensor:
    """Pairs of words that cannot be dependent and head: of two sentences, or one word twice; the root is free."""
    count = sentences.shape[1]
    apart = (sentences[:, :, None] != sentences[:, None, :]) | torch.eye(count, dtype=torch.bool)[None]
    return functional.pad(apart, (1, 0))
