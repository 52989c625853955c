"""What every encoder is."""

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""One row a sentence, each of length one, so that a product of two rows is their cosine."""


class Encoder(Protocol):
    """Sentences in, vectors out. A sentence has the same vector whatever is encoded beside it."""

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """Shape (len(sentences), n)."""
        ...
