"""A small map, drawn as SVG from what the package carries."""

from contested.briefing.map.drawing import Drawing, draw
from contested.briefing.map.spots import Spot, spots

__all__ = ["Drawing", "Spot", "draw", "spots"]
