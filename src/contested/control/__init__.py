"""Who holds, contests, besieges, is cut off; from when, until when, according to whom."""

from contested.control.step import control

__all__ = ["control"]
