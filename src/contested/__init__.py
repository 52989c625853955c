"""Contested: who says what happened, who only repeats whom, where accounts clash, who holds which place.

The face hands three names on and defines nothing; they are fetched when asked for, so that importing a record loads no machine.

    build(sources, store=...)       read and run the whole way, incrementally
    inspect(text, published=...)    everything marked and claimed in one text
    open(store)                     a View of a store
"""

from typing import Any

__all__ = ["build", "inspect", "open"]  # __getattr__ gives them


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'contested' has no attribute {name!r}")
    from contested import assembly

    return getattr(assembly, {"open": "open_view"}.get(name, name))
