"""Sentences as vectors: the meaning of words that share no letters."""

from contested.language.encoder.encoder import Encoder, Vectors
from contested.language.encoder.minilm import MiniLm, open_encoder
from contested.language.encoder.weights import find_weights

__all__ = ["Encoder", "MiniLm", "Vectors", "find_weights", "open_encoder"]
