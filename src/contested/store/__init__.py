"""Step 8: everything, with its history: when it happened, and when it was known."""

from contested.store.opening import open_store
from contested.store.recomputed import Recomputed
from contested.store.store import Store
from contested.store.view import StoreView

__all__ = ["Recomputed", "Store", "StoreView", "open_store"]
