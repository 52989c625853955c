"""Step 1, bytes to Report: what was published, by whom, when."""

from contested.read.sources import count_files, nobody_told, nothing_known, read

__all__ = ["count_files", "nobody_told", "nothing_known", "read"]
