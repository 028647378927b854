"""Watching: scores on development corpora while training, on gold words and sentences and without a tree decoder."""

from collections import Counter

import torch
from torch import Tensor

from training.batches import UNGIVEN, Labels, Window, collate, plan
from training.losses import outside
from training.model import MASKED, Model
from training.samples import name_spans

SUBWORDS_A_BATCH = 4000
# More labels than a place that may be GPE or LOC has: nobody annotated the word.
FEWEST_UNKNOWN = 3


@torch.no_grad()
def watch(model: Model, windows: list[Window], labels: Labels) -> dict[str, float]:
    """Scores on gold words and sentences, without a tree decoder: for watching, not for reporting."""
    model.eval()
    right, counted = Counter[str](), Counter[str]()
    for chosen in plan(windows, SUBWORDS_A_BATCH, None):
        batch = collate([windows[i] for i in chosen])
        with torch.autocast("cpu", torch.bfloat16):
            tags, _, starts, names, arcs, dependent, head = model(batch)
        known = batch["heads"] != UNGIVEN
        heads = arcs.float().masked_fill(outside(batch["sentences"]), MASKED).argmax(-1)
        side = torch.gather(head, 1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        rels = model.relations(dependent[known].float(), side[known].float()).argmax(-1)
        attached = (heads == batch["heads"])[known]
        right["tag"] += int((tags.argmax(-1) == batch["tags"])[known].sum())
        right["uas"] += int(attached.sum())
        right["las"] += int((attached & (rels == batch["rels"][known])).sum())
        right["start"] += int(((starts > 0) == (batch["starts"] == 1))[known].sum())
        counted.update(dict.fromkeys(("tag", "uas", "las", "start"), int(known.sum())))
        _count_names(names.argmax(-1), [windows[i] for i in chosen], labels["ner"], right, counted)
    model.train()
    scores = {name: 100 * right[name] / counted[name] for name in ("tag", "uas", "las", "start")}
    return scores | {"names": 200 * right["names"] / max(1, counted["names"])}


def _count_names(
    found: Tensor, windows: list[Window], labels: list[str], right: Counter[str], counted: Counter[str]
) -> None:
    for row, window in zip(found.tolist(), windows, strict=True):
        row = row[: len(window.words)]
        gold = name_spans(
            [
                "|".join(labels[k] for k in allowed.nonzero()[0]) if allowed.sum() < FEWEST_UNKNOWN else ""
                for allowed in window.names
            ]
        )
        known = {
            (a, b, label)
            for a, b, label in name_spans([labels[k] for k in row])
            if (window.names[a:b].sum(-1) < FEWEST_UNKNOWN).all()
        }
        right["names"] += sum(
            any((a, b) == (c, d) and label in wanted.split("|") for c, d, wanted in gold) for a, b, label in known
        )
        counted["names"] += len(gold) + len(known)
