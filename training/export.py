"""Export: trained weights to the files that ship: `python -m training.export FOLDER --out s400data/language/weights`.

The word table goes to a file of its own, the encoder and the relations to ONNX with int8 weights of seven bits, one
scale for each output; inputs are rounded at run time.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.base import base_file
from training.model import REL_WIDTH, WIDTH, Linear, Model, labels_to_sizes
from training.train import read_labels

OPSET = 17


class EncoderGraph(nn.Module):
    """What the run time asks of the encoder: labels where the best is enough, scores where it decodes itself."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.encoder = model.encoder

    def forward(
        self, vectors: Tensor, mask: Tensor, features: Tensor, first: Tensor, last: Tensor, words: Tensor
    ) -> tuple[Tensor, ...]:
        read = self.encoder.read(vectors, features, mask[:, None, None, :], first, last, words)
        tags, pos, starts, names, arcs, dependent, head = self.encoder.score(read)
        return tags.argmax(-1), pos.argmax(-1), starts, names, arcs, dependent, head


class RelationGraph(nn.Module):
    """The best relation of each pair of a dependent and its head."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.relations = model.relations

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        return self.relations(dependent, head).argmax(-1)


def write_encoder(model: Model, path: Path) -> None:
    """Write the encoder's graph with float weights."""
    size, length, count = 2, 24, 16
    inputs = {
        "vectors": torch.randn(size, length, WIDTH),
        "mask": torch.zeros(size, length),
        "features": torch.ones(size, length, dtype=torch.int64),
        "first": torch.zeros(size, count, dtype=torch.int64),
        "last": torch.ones(size, count, dtype=torch.int64),
        "words": torch.ones(size, count, dtype=torch.int64),
    }
    outputs = ["tags", "pos", "starts", "names", "arcs", "dependent", "head"]
    axes = {name: {0: "windows", 1: "words"} for name in ("first", "last", "words", *outputs)}
    axes |= {name: {0: "windows", 1: "subwords"} for name in ("vectors", "mask", "features")}
    axes |= {"arcs": {0: "windows", 1: "words", 2: "heads"}, "head": {0: "windows", 1: "heads"}}
    torch.onnx.export(
        EncoderGraph(model),
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def write_relations(model: Model, path: Path) -> None:
    """Write the relations' graph with float weights."""
    torch.onnx.export(
        RelationGraph(model),
        (torch.randn(5, REL_WIDTH), torch.randn(5, REL_WIDTH)),
        str(path),
        input_names=["dependent", "head"],
        output_names=["rels"],
        dynamic_axes={name: {0: "pairs"} for name in ("dependent", "head", "rels")},
        opset_version=OPSET,
        dynamo=False,
    )


def quantize(floats: Path, path: Path) -> None:
    """Write the graph of `floats` with int8 weights to `path`."""
    prepared = floats.with_suffix(".prepared.onnx")
    quant_pre_process(floats, prepared, skip_symbolic_shape=True)
    quantize_dynamic(
        prepared,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    prepared.unlink()


def export(model: Model, folder: Path) -> None:
    """Write every file that the run time reads but the labels to `folder`."""
    model.eval()
    Linear.rounded = False
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "words.npz", table=model.table.numpy(), scales=model.scales.numpy())
    for name, write in (("encoder", write_encoder), ("relations", write_relations)):
        floats = folder / f"{name}.float.onnx"
        write(model, floats)
        quantize(floats, folder / f"{name}.onnx")
        floats.unlink()
    shutil.copy(base_file("vocab.txt"), folder / "vocab.txt")


def main() -> None:
    """Export the last stage in the folder given on the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    model = Model(labels_to_sizes(read_labels(arguments.trained)))
    last = max(arguments.trained.glob("stage*.pt"))
    model.table, model.scales = torch.zeros(30522, WIDTH, dtype=torch.int8), torch.zeros(30522)
    model.load_state_dict(torch.load(last, weights_only=True))
    export(model, arguments.out)
    shutil.copy(arguments.trained / "labels.json", arguments.out / "labels.json")
    for path in sorted(arguments.out.iterdir()):
        print(f"{path.name:16} {path.stat().st_size:>10}")


if __name__ == "__main__":
    main()
