"""The encoder all-MiniLM-L6-v2 (Wang et al. 2020; sentence-transformers, Apache-2.0), converted by us at first use, run by onnxruntime."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from contested.language.encoder.encoder import Vectors
from contested.language.encoder.weights import SHA256, Weights, find_weights, load
from contested.reference.built import built_file

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WIDTH = 384
_LONGEST = 128  # tokens; what a longer sentence says first is enough to know it by
_THREADS = max(1, min(8, os.cpu_count() or 1))


def open_encoder() -> "MiniLm | None":
    """The encoder, None where its weights are not installed (`make setup` installs them)."""
    weights = find_weights()
    return MiniLm(weights) if weights else None


def encoder_file(weights: Weights) -> Path:
    """The converted model; converted at first use (some seconds), kept until the weights or the converter change. Raises CallError for other weights."""
    digest = sha256(SHA256.encode() + (files("contested.language.encoder") / "graph.py").read_bytes()).hexdigest()[:16]
    return built_file(f"encoder-{digest}.onnx", lambda path: _convert(weights, path), what="the sentence encoder")


def _convert(weights: Weights, path: Path) -> None:
    from contested.language.encoder.graph import Shape, write_graph  # needs onnx, which only a first use pays for

    path.write_bytes(write_graph(load(weights.tensors), Shape()).SerializeToString())


class MiniLm:
    """Loaded at the first sentence. One sentence is run at a time, on as many threads as there are cores: a batch would share its rounding."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Shape (len(sentences), 384)."""
        if not sentences:
            return np.zeros((0, WIDTH), dtype=np.float32)
        encoded = [encoding.ids for encoding in self._tokenizer.encode_batch(list(sentences))]
        with ThreadPoolExecutor(_THREADS) as pool:
            return np.concatenate(list(pool.map(self._vector, encoded, chunksize=16)))

    def _vector(self, ids: list[int]) -> Vectors:
        given = np.array([ids], dtype=np.int64)
        vectors: Vectors = self._session.run(None, {"ids": given, "mask": np.ones_like(given)})[0]
        return vectors

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._weights.tokenizer))
        tokenizer.no_padding()
        tokenizer.enable_truncation(_LONGEST)
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(encoder_file(self._weights)), options, providers=["CPUExecutionProvider"])
