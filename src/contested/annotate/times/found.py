"""What the grammar finds: words that may name a time, not yet placed on the calendar."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Found:
    """`rule` names the rule, `parts` its named groups (None where absent).

    `edge` is "early", "mid", "late", "start", "end", "eve", "earlier", "later" or None; `day_part` a TIMEX3 code or clock time ("TEV", "T17:40") or None.
    `lead` is the word before the words ("since", "by", "ahead of"), `whole` the period that a find of rule "part_of" is part of.
    """

    rule: str
    start: int
    end: int
    parts: dict[str, str | None] = field(default_factory=dict)
    edge: str | None = None
    day_part: str | None = None
    lead: str = ""
    sentence: int = 0
    whole: "Found | None" = None

    def part(self, name: str) -> str:
        """A named group, "" where absent."""
        return self.parts.get(name) or ""
