"""Sentences as vectors: the meaning of words that share no letters."""

from contested.language.encoder.encoder import Encoder, Vectors
from contested.language.encoder.minilm import MiniLm, open_encoder

__all__ = ["Encoder", "MiniLm", "Vectors", "open_encoder"]
