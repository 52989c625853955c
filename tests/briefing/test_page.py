"""The page as a whole."""

import re
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

from briefing import norvale as story
from briefing.norvale import courier, post, radio, tell
from contested.briefing import briefing
from contested.errors import CallError
from contested.records import Extract, Lineage
from contested.store import open_store
from factory import report

_void = {"meta", "br", "path", "circle", "rect"}


class Tree(HTMLParser):
    """Elements with their attributes, the words of each kind of element, and whatever is not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, list[str]] = {}
        self.wrong: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        self.elements.append((tag, dict(attrs)))
        self.words.setdefault(tag, []).append("")
        if tag not in ("mark", "span", "a", "strong"):
            self.handle_data(" ")
        if tag not in _void:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        if tag in _void:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data) -> None:
        for tag in self.open:
            self.words[tag][-1] += data


@pytest.fixture
def view(tmp_path: Path):
    with tell(tmp_path / "a.db") as store:
        yield store.view()


@pytest.fixture
def page(view) -> str:
    return briefing(view)


def text(html: str) -> str:
    return " ".join(" ".join(Tree(html).words["body"]).split())


def test_the_page_is_whole_and_every_link_inside_it_leads_somewhere(page: str) -> None:
    tree = Tree(page)
    assert (tree.wrong, tree.open) == ([], [])
    ids = [attrs["id"] for _, attrs in tree.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    inner = {attrs["href"][1:] for tag, attrs in tree.elements if tag == "a" and attrs["href"].startswith("#")}
    assert f"r-{courier.id}" in inner
    assert inner <= set(ids)


def test_the_page_asks_for_nothing_from_outside(page: str) -> None:
    tree = Tree(page)
    assert not {"script", "link", "img", "iframe", "object", "image", "use"} & {tag for tag, _ in tree.elements}
    assert not [attrs for _, attrs in tree.elements if "src" in attrs or "style" in attrs]
    assert [attrs["href"] for tag, attrs in tree.elements if tag == "a" and not attrs["href"].startswith("#")] == ["https://example.org/norvale"]
    assert "url(" not in page
    assert "@import" not in page
    assert {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"} in [a for _, a in tree.elements]


def test_what_a_report_says_is_words_and_never_markup(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;alert(" in page
    assert "Harth &lt;b&gt;Radio" in page
    assert "javascript:" not in page


def test_the_same_view_gives_the_same_page(view) -> None:
    assert briefing(view) == briefing(view)


def test_the_summary_counts_origins_apart_from_reports(page: str) -> None:
    assert "3 reports, 3 outlets, 2 independent origins: 2 events in 2 places, and 1 more planned, feared or denied." in text(page)


def test_an_event_shows_who_says_so_and_what_backs_it(page: str) -> None:
    told = text(page)
    card = told[told.index("3 March 2031 place taken Norvale") : told.index("Planned, feared or denied")]
    voices = ("according to Tomas Brandt, “officials” (unnamed)", "denied by Defence Ministry", "own voice: The Westmark Post")
    for words in ("3 March 2031", "Rebels", "killed: at least 12", "1 origin, 2 reports", "accounts differ", *voices):
        assert words in card


def test_what_is_only_planned_does_not_stand_among_what_happened(page: str) -> None:
    told = text(page)
    order = [told.rindex(words) for words in ("Planned, feared or denied", "talks Vell", "planned, not reported as done")]
    assert order == sorted(order)


def test_words_behind_a_row_are_marked_in_their_context(page: str) -> None:
    assert re.search(r'<mark class="trigger" title="trigger">captured</mark> <mark class="place" title="place">Norvale</mark>, the largest', page)
    assert '<span class="dim">Rebels seize Norvale after night assault</span> <mark class="actor" title="actor">Rebel fighters</mark>' in page
    assert '<mark class="speaker" title="speaker">Mayor Tomas Brandt</mark> said. <span class="dim">At least 12 soldiers were killed' in page


def test_the_page_begins_with_how_well_it_is_known_and_where_accounts_clash(page: str) -> None:
    told = text(page)
    part = told[told.index("At a glance") : told.index("In the sentences")]
    assert "1 event on which accounts differ 1 event told by one origin only" in part
    assert "place taken, Norvale, 3 March 2031 whether it happened: it happened (1 origin), it did not happen (1 origin)" in part
    assert "Norvale Courier and The Westmark Post: time, attribution" in part


def test_clashing_accounts_stand_side_by_side(page: str) -> None:
    told = text(page)
    part = told[told.index("place taken, Norvale 3 March 2031") : told.index("What copies changed")]
    assert part.index("whether it happened") < part.index("how many were killed")
    assert part.index("it happened 1 origin, 2 reports") < part.index("it did not happen 1 origin, 1 report according to Defence Ministry")
    assert part.index("at least 12 1 origin") < part.index("at least 20 1 origin, 1 report · came about in copying")
    assert "9 1 origin, 0 reports · an earlier count, since overtaken" in part


def test_changed_words_of_copies_are_marked_on_both_sides(page: str) -> None:
    row = page[page.index('<td data-label="Norvale Courier">') :]
    left, right = row[: row.index("</td>")], row[row.index("</td>") : row.index("</tr>")]
    assert '<mark class="changed" title="changed">late on Monday</mark>' in left
    assert '<mark class="changed" title="changed">overnight Monday</mark>' in right
    assert "time: “late on Monday” became “overnight Monday”" in text(page)
    assert "attribution: “Mayor Tomas Brandt” was left out" in text(page)


def test_where_nobody_knows_who_follows_whom_nothing_is_said_to_have_become_anything(tmp_path: Path) -> None:
    with tell(tmp_path / "a.db", upstream=None) as store:
        told = text(briefing(store.view()))
    assert "which came first cannot be told" in told
    assert "overnight Monday” there" in told or "late on Monday” there" in told
    assert "became" not in told
    assert "a rewrite with" in told


def test_holdings_tell_who_says_so_and_who_says_otherwise(page: str) -> None:
    told = text(page)
    part = told[told.index("Places, who is said to hold them") : told.index("The reports this page rests on")]
    assert "Castle Ridge Westmark besieged by Rebels; held by Army 5 March 2031" in part
    assert "held by Rebels disputed 3 March 2031" in part
    assert "Against it: denied by Defence Ministry" in part
    assert "not told until 3 March 2031" in part
    assert part.index("Norvale barracks") < part.index("until 3 March 2031")


def test_reports_of_one_origin_have_one_letter(page: str) -> None:
    told = text(page)
    part = told[told.index("The reports this page rests on") :]
    assert re.findall(r"(?:2031(?:, \d\d:\d\d)?) ([A-Z]) ", part) == ["B", "A", "A"]
    assert "a rewrite of Norvale Courier" in part
    assert "The Westmark Post made a rewrite of it" in part


def test_a_period_leaves_out_what_lies_outside_it(view) -> None:
    told = text(briefing(view, since="2031-03-04", until="2031-03-05", title="Morning sheet"))
    assert told.startswith("To the text Morning sheet 4–5 March 2031")
    assert "Castle Ridge" in told
    assert "place taken" not in told
    assert "10–16 March" not in told
    assert "until 3 March" not in told


def test_an_undated_event_counts_by_the_day_it_was_first_reported(tmp_path: Path) -> None:
    with tell(tmp_path / "a.db") as store:
        undated = story.assessment("e-siege", "besiege", of=(radio,))
        event = story.Event(id="e-siege", event_type="besiege", claims=())
        store.replace_derived(lineage=Lineage(), events=(event,), assessments=(undated,), holdings=())
        view = store.view()
        told = text(briefing(view, since="2031-03-05"))
        assert "Planned, feared or denied" not in told
        assert "Day not told first reported 5 March 2031 siege or blockade place not told" in told
        assert "Day not told" not in text(briefing(view, until="2031-03-04"))


@pytest.mark.parametrize(
    ("since", "until", "problem"), [("March", None, "since: expected an ISO day"), ("2031-03-05", "2031-03-04", "since: 2031-03-05 is after")]
)
def test_days_that_are_none_are_refused(view, since: str, until: str | None, problem: str) -> None:
    with pytest.raises(CallError, match=problem):
        briefing(view, since=since, until=until)


def test_an_empty_store_gives_a_page_that_says_what_that_means(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        html = briefing(store.view())
    assert (Tree(html).wrong, Tree(html).open) == ([], [])
    assert "Nothing was found The store holds no reports. That does not mean that nothing happened." in text(html)


def test_a_period_without_reports_says_what_the_store_holds(view) -> None:
    assert "The store holds 3 reports, but none that became known in this period" in text(briefing(view, until="2020-01-01"))


def test_reports_without_claims_are_listed_and_say_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        store.add(report(published=None), Extract(), read_at="2031-03-06T07:00")
        told = text(briefing(store.view()))
    assert "No report tells of an event in this period. That does not mean that nothing happened." in told
    assert "no claim was found in it" in told
    assert "not told; read 6 March 2031, 07:00" in told


def test_a_view_of_then_says_so(tmp_path: Path) -> None:
    with tell(tmp_path / "a.db") as store:
        told = text(briefing(store.view(known_at="2031-03-04")))
    assert "as known on 4 March 2031" in told
    assert "radio" not in told


def test_rows_that_find_no_room_are_counted(view, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contested.briefing.page._most_events", 2)
    monkeypatch.setattr("contested.briefing.page._most_reports", 2)
    told = text(briefing(view))
    assert "1 older or undated event left out" in told
    assert "place taken" not in told
    assert post.name in told


def test_tables_have_captions_and_headings_come_in_order(page: str) -> None:
    tags = [tag for tag, _ in Tree(page).elements]
    assert tags.count("table") == tags.count("caption") == 3
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(attrs.get("scope") for tag, attrs in Tree(page).elements if tag == "th")


def _themes() -> list[dict[str, str]]:
    css = (files("contested.briefing") / "templates" / "page.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in css.split("@media (prefers-color-scheme: dark)")[:2])
    return [light, light | dark]


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1])
def test_every_word_stands_out_from_what_it_stands_on(theme: int) -> None:
    colours = _themes()[theme]
    marks = ("trigger", "actor", "target", "spot", "time", "count", "speaker", "changed", "chip", "paper", "card")
    pairs = [("ink", mark) for mark in marks] + [(words, back) for words in ("dim", "link") for back in ("paper", "card")]
    for words, back in [*pairs, ("warn", "warn-back"), ("warn", "card"), ("dim", "land")]:
        high, low = sorted((_light(colours[words]), _light(colours[back])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 4.5, (words, back)
