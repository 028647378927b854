"""Model: the six-layer encoder with heads for tags, sentence starts, names and biaffine dependencies.

all-MiniLM-L6-v2 (Wang et al. 2020), fine-tuned jointly; dependencies after Dozat and Manning (2017). The word table of
the base model stays as it is, stored as int8: words that training never saw keep their place among those it did, and
the original encoder can share the table. The base is uncased: casing and the space before a word are embedded apart.
"""

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, POSITIONS = 384, 12, 6, 512
FEATURES, WORD_FEATURE_WIDTH = 24, 32
ARC_WIDTH, REL_WIDTH, NAME_WIDTH = 256, 128, 256
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MASKED = -1e4
# Seven bits, so that sums of products fit 16 bits on processors without VNNI.
WEIGHT_STEPS = 64
ACTIVATION_STEPS = 255


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart."""

    tags: int
    pos: int
    names: int
    rels: int


class Linear(nn.Linear):
    """A linear layer that can act as its int8 export will: weights and inputs rounded, gradients straight through."""

    rounded = False

    def forward(self, x: Tensor) -> Tensor:
        if not Linear.rounded:
            return functional.linear(x, self.weight, self.bias)
        return functional.linear(_round_inputs(x), round_weights(self.weight), self.bias)


def round_weights(weight: Tensor) -> Tensor:
    """Weights on the steps of one scale for each output."""
    scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / WEIGHT_STEPS
    return weight + ((weight / scale).round() * scale - weight).detach()


def _round_inputs(x: Tensor) -> Tensor:
    values = x.detach().float()
    low, high = values.min().clamp(max=0), values.max().clamp(min=0)
    scale = ((high - low) / ACTIVATION_STEPS).clamp(min=1e-8)
    return x + (((values - low) / scale).round() * scale + low - values).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = Linear(WIDTH, 3 * WIDTH), Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = Linear(WIDTH, 4 * WIDTH), Linear(4 * WIDTH, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (t.view(batch, length, HEADS, -1).transpose(1, 2) for t in self.qkv(x).split(WIDTH, -1))
        # Written out: torch's fused attention is slower on a CPU at these lengths.
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask, -1)
        x = self.norm1(x + self.out((weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class Encoder(nn.Module):
    """Subword vectors to word vectors and the scores of every head but the relations."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.features, self.word_features = nn.Embedding(FEATURES, WIDTH), nn.Embedding(FEATURES, WORD_FEATURE_WIDTH)
        nn.init.zeros_(self.features.weight)
        width = WIDTH + WORD_FEATURE_WIDTH
        self.tags, self.pos, self.starts = Linear(width, sizes.tags), Linear(width, sizes.pos), Linear(width, 1)
        self.name_hidden, self.names = Linear(width, NAME_WIDTH), Linear(NAME_WIDTH, sizes.names)
        self.arc_dependent, self.arc_head = Linear(width, ARC_WIDTH), Linear(width, ARC_WIDTH)
        self.rel_dependent, self.rel_head = Linear(width, REL_WIDTH), Linear(width, REL_WIDTH)
        self.arcs = Linear(ARC_WIDTH, ARC_WIDTH)
        self.root_arc, self.root_rel = (
            nn.Parameter(torch.randn(ARC_WIDTH) * 0.1),
            nn.Parameter(torch.randn(REL_WIDTH) * 0.1),
        )

    def read(
        self, vectors: Tensor, features: Tensor, mask: Tensor, first: Tensor, last: Tensor, words: Tensor
    ) -> Tensor:
        """Word vectors: the mean of a word's first and last subword, and its own features."""
        x = vectors + self.positions[: vectors.shape[1]] + self.features(features)
        x = functional.dropout(self.norm(x), 0.1, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        first, last = (i[:, :, None].expand(-1, -1, WIDTH) for i in (first, last))
        x = (torch.gather(x, 1, first) + torch.gather(x, 1, last)) * 0.5
        return torch.cat([x, self.word_features(words).to(x.dtype)], -1)

    def score(self, words: Tensor) -> tuple[Tensor, ...]:
        """Scores of tags, pos, starts, names and arcs (column 0 the root), and the two sides of the relations."""

        def drop(x: Tensor, rate: float) -> Tensor:
            return functional.dropout(x, rate, self.training)

        words = drop(words, 0.15)
        names = self.names(drop(functional.gelu(self.name_hidden(words)), 0.2))
        dependent, head = (
            drop(functional.gelu(self.arc_dependent(words)), 0.33),
            drop(functional.gelu(self.arc_head(words)), 0.33),
        )
        rel_dependent, rel_head = (
            drop(functional.gelu(self.rel_dependent(words)), 0.33),
            drop(functional.gelu(self.rel_head(words)), 0.33),
        )
        head, rel_head = _with_root(head, self.root_arc), _with_root(rel_head, self.root_rel)
        arcs = self.arcs(dependent) @ head.transpose(1, 2) / math.sqrt(ARC_WIDTH)
        return self.tags(words), self.pos(words), self.starts(words)[..., 0], names, arcs, rel_dependent, rel_head


def _with_root(states: Tensor, root: Tensor) -> Tensor:
    return torch.cat([root.to(states.dtype)[None, None].expand(states.shape[0], 1, -1), states], 1)


class Relations(nn.Module):
    """Scores of every relation for pairs of a dependent and its head."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.rels = sizes.rels
        self.bilinear = Linear(REL_WIDTH + 1, sizes.rels * (REL_WIDTH + 1), bias=False)
        nn.init.normal_(self.bilinear.weight, std=0.02)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        one = torch.ones_like(dependent[:, :1])
        scores = self.bilinear(torch.cat([dependent, one], 1)).view(-1, self.rels, REL_WIDTH + 1)
        return (scores * torch.cat([head, one], 1)[:, None, :]).sum(-1)


class Model(nn.Module):
    """Word table, encoder and relations together."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder, self.relations = Encoder(sizes), Relations(sizes)
        self.register_buffer("table", torch.zeros(0, WIDTH, dtype=torch.int8))
        self.register_buffer("scales", torch.zeros(0))

    def load_base(self, path: Path) -> None:
        """Start from the base model's weights; raises `ValueError` if the file is not the one we know."""
        if hashlib.sha256(path.read_bytes()).hexdigest() != BASE_SHA256:
            raise ValueError(f"{path} is not the all-MiniLM-L6-v2 that the recipe starts from (SHA-256 {BASE_SHA256})")
        weights = {name.removeprefix("bert."): value for name, value in load_file(path).items()}
        self.table, self.scales = round_table(weights["embeddings.word_embeddings.weight"])
        encoder = self.encoder
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.positions.data.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for i, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                parts = [weights[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(parts))
            _copy(layer.out, weights, at + "attention.output.dense")
            _copy(layer.norm1, weights, at + "attention.output.LayerNorm")
            _copy(layer.up, weights, at + "intermediate.dense")
            _copy(layer.down, weights, at + "output.dense")
            _copy(layer.norm2, weights, at + "output.LayerNorm")

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, ...]:
        ids = batch["ids"]
        vectors = self.table[ids].float() * self.scales[ids][..., None]
        mask = ((ids == 0) * MASKED)[:, None, None, :].to(vectors.dtype)
        words = self.encoder.read(vectors, batch["features"], mask, batch["first"], batch["last"], batch["words"])
        return self.encoder.score(words)


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])  # type: ignore[union-attr,operator]
    module.bias.data.copy_(weights[name + ".bias"])  # type: ignore[union-attr,operator]


def round_table(table: Tensor) -> tuple[Tensor, Tensor]:
    """The table as int8 with one scale for each row."""
    scales = table.abs().amax(1) / 127
    return (table / scales[:, None]).round().to(torch.int8), scales


def labels_to_sizes(labels: dict[str, list[str]]) -> Sizes:
    """Sizes of the heads for these label inventories."""
    return Sizes(*(len(labels[name]) for name in ("tags", "pos", "ner", "rels")))


def seed_everything(seed: int) -> None:
    """Make what follows repeatable on one machine."""
    torch.manual_seed(seed)
