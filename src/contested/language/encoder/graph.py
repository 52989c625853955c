"""The sentence encoder as an ONNX graph of 8-bit weights, written from the tensors of a BERT model (Devlin et al. 2019) with mean pooling.

Weights of dense layers are rounded to one scale a column, within seven bits: on processors without 8-bit dot products the eighth would overflow
the 16-bit sums. Inputs of dense layers are rounded at run time. Word vectors are rounded to one scale a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from contested.language.encoder.weights import Tensors

_SEVEN_BITS = 63
_EIGHT_BITS = 127
_TINY = 1e-12
_EPSILON = 1e-12
_FUSED = "com.microsoft"  # onnxruntime's own operators, part of every build of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """`layers` and attention `heads` of the model; its `width` is that of the tensors."""

    layers: int = 6
    heads: int = 12


@dataclass(slots=True)
class _Sheet:
    """A graph as it is being written."""

    tensors: Tensors
    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def tensor(self, name: str) -> str:
        return self.constant(name, self.tensors[name])

    def node(self, kind: str, inputs: Sequence[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [output], domain=domain, **attributes))
        return output

    def dense(self, source: str, name: str, output: str) -> str:
        weights, scales = _rounded(self.tensors[f"{name}.weight"], _SEVEN_BITS)
        inputs = [source, self.constant(f"{output}.w", weights.T), self.constant(f"{output}.s", scales), "", self.tensor(f"{name}.bias")]
        return self.node("DynamicQuantizeMatMul", inputs, output, domain=_FUSED)

    def added(self, source: str, skipped: str, name: str, output: str) -> str:
        """Residual and layer normalisation in one."""
        inputs = [source, skipped, self.tensor(f"{name}.weight"), self.tensor(f"{name}.bias")]
        return self.node("SkipLayerNormalization", inputs, output, domain=_FUSED, epsilon=_EPSILON)


def write_graph(tensors: Tensors, shape: Shape) -> ModelProto:
    """Inputs "ids" and "mask" (int64, sentences x tokens), output "vectors" (float32, sentences x width), each of length one."""
    sheet = _Sheet(tensors)
    state = _embedded(sheet)
    sheet.node("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    for layer in range(shape.layers):
        state = _layer(sheet, state, layer, heads=shape.heads)
    _pooled(sheet, state)
    width = tensors["embeddings.LayerNorm.weight"].shape[0]
    graph = helper.make_graph(
        sheet.nodes,
        "sentence-encoder",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["sentences", "tokens"]) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["sentences", width])],
        sheet.constants,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(_FUSED, 1)], ir_version=9)


def _rounded(values: NDArray[np.float32], steps: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers and a scale for every row."""
    scales = np.maximum(np.abs(values).max(axis=1) / steps, _TINY).astype(np.float32)
    return np.clip(np.rint(values / scales[:, None]), -steps, steps).astype(np.int8), scales


def _embedded(sheet: _Sheet) -> str:
    words, scales = _rounded(sheet.tensors["embeddings.word_embeddings.weight"], _EIGHT_BITS)
    sheet.node("Gather", [sheet.constant("words", words), "ids"], "words.q")
    sheet.node("Cast", ["words.q"], "words.f", to=TensorProto.FLOAT)
    sheet.node("Gather", [sheet.constant("words.s", scales[:, None]), "ids"], "words.scale")
    sheet.node("Mul", ["words.f", "words.scale"], "words.v")
    # a lone sentence is all of one type, so the vector of that type goes into the positions
    places = sheet.tensors["embeddings.position_embeddings.weight"] + sheet.tensors["embeddings.token_type_embeddings.weight"][0]
    sheet.node("Shape", ["ids"], "shape")
    numbers = {name: sheet.constant(f"n{name}", np.array([value], dtype=np.int64)) for name, value in (("0", 0), ("1", 1), ("2", 2))}
    sheet.node("Slice", ["shape", numbers["1"], numbers["2"]], "length")
    sheet.node("Slice", [sheet.constant("places", places), numbers["0"], "length", numbers["0"]], "places.v")
    sheet.node("Add", ["words.v", "places.v"], "embedded")
    name = "embeddings.LayerNorm"
    return sheet.node("LayerNormalization", ["embedded", sheet.tensor(f"{name}.weight"), sheet.tensor(f"{name}.bias")], "state", epsilon=_EPSILON)


def _layer(sheet: _Sheet, state: str, layer: int, *, heads: int) -> str:
    name, out = f"encoder.layer.{layer}", f"l{layer}"
    parts = [sheet.dense(state, f"{name}.attention.self.{part}", f"{out}.{part}") for part in ("query", "key", "value")]
    sheet.node("MultiHeadAttention", [*parts, "", "mask32"], f"{out}.seen", domain=_FUSED, num_heads=heads)
    sheet.dense(f"{out}.seen", f"{name}.attention.output.dense", f"{out}.attended")
    middle = sheet.added(f"{out}.attended", state, f"{name}.attention.output.LayerNorm", f"{out}.middle")
    sheet.dense(middle, f"{name}.intermediate.dense", f"{out}.wide")
    sheet.node("Gelu", [f"{out}.wide"], f"{out}.gelu", domain=_FUSED)
    sheet.dense(f"{out}.gelu", f"{name}.output.dense", f"{out}.narrow")
    return sheet.added(f"{out}.narrow", middle, f"{name}.output.LayerNorm", f"{out}.state")


def _pooled(sheet: _Sheet, state: str) -> None:
    """The mean over the tokens of each sentence, brought to length one; dividing by their number would change nothing."""
    sheet.node("Cast", ["mask"], "mask.f", to=TensorProto.FLOAT)
    sheet.node("Unsqueeze", ["mask.f", "n2"], "mask.wide")
    sheet.node("Mul", [state, "mask.wide"], "kept")
    sheet.node("ReduceSum", ["kept", "n1"], "sum", keepdims=0)
    sheet.node("LpNormalization", ["sum"], "vectors", axis=1, p=2)
