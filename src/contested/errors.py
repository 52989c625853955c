"""The tree of errors. Each names its record.

    ContestedError
    ├── CallError          the call itself was wrong (exit status 2)
    │   ├── SettingsError  a setting has a wrong value; names its path
    │   └── StoreError     the store cannot be opened, read or written; names it
    ├── UnreadableError    one file or record cannot be read; it is set aside and the rest goes on
    ├── DataError          a data file of ours is broken; names file and line
    └── NotBuiltError      asked for something that is not built yet
"""


class ContestedError(Exception):
    """Everything this package raises on purpose."""


class CallError(ContestedError):
    """The call cannot be carried out as it was made."""


class SettingsError(CallError):
    """`path`: dotted path of the setting."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path


class StoreError(CallError):
    """`store`: the path or URL as given."""

    def __init__(self, store: str, problem: str) -> None:
        super().__init__(f"{store}: {problem}")
        self.store = store


class UnreadableError(ContestedError):
    """`where`: the file or file:line; `reason`: a clause for people."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class DataError(ContestedError):
    """`where`: the data file and line; `problem`: what is wrong there."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where


class NotBuiltError(ContestedError):
    """A thing that is announced and not built yet."""
