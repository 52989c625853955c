import json
import time
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from quality.bench_pages import sample_pages

from contested.read.dispatch import expand
from contested.read.reader import Envelope, Input, Means
from contested.read.readers import READERS
from contested.records import Known, Report, SetAside
from contested.settings import ReadSettings

_TITLE = "Rebels seize Norvale after two days of fighting"
_PARAGRAPHS = (
    "Rebels seized the town of Norvale on Monday, the governor said, after two days of fighting that killed 12 people and drove hundreds from their homes.",
    "Residents said the army left at dawn, and that nobody had warned them of the retreat to Eastford, about 40 km to the south of the town.",
    "“We have nothing left,” said a baker who gave her name as Mira. She had walked for nine hours with two children and a goat.",
    "Aid groups asked for a corridor for the wounded, and said that at least 200 families were sleeping in the open near the river.",
)
_BODY = "".join(f"<p>{part}</p>" for part in _PARAGRAPHS)


def _page(body: str = _BODY, *, head: str = "", title: str = _TITLE) -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"


def _linked(**fields: object) -> str:
    whole = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": _TITLE, **fields}
    return f'<script type="application/ld+json">{json.dumps(whole)}</script>'


def _expand(page: str | bytes, *, name: str = "page", envelope: Envelope | None = None) -> Report | SetAside | Known:
    raw = page.encode() if isinstance(page, str) else page
    means = Means(settings=ReadSettings(), known=lambda _digest, _url: False, today=datetime.now(UTC).date())
    given = Input(where=name, name=name, head=raw[: 1 << 16], stream=BytesIO(raw), size=len(raw), envelope=envelope or Envelope())
    (item,) = expand(given, means, READERS)
    return item


def _read(page: str | bytes, *, name: str = "page", envelope: Envelope | None = None) -> Report:
    item = _expand(page, name=name, envelope=envelope)
    assert isinstance(item, Report), item
    return item


def _reason(page: str | bytes, *, name: str = "page", envelope: Envelope | None = None) -> str:
    item = _expand(page, name=name, envelope=envelope)
    assert isinstance(item, SetAside), item
    return item.reason


def _furniture(report: Report) -> list[str]:
    return [report.words(span) for span in report.furniture]


def test_the_text_is_the_title_and_the_paragraphs_with_blank_lines_between() -> None:
    report = _read(_page())
    assert report.text == "\n\n".join((_TITLE, *_PARAGRAPHS))
    assert (report.title, report.language, report.furniture) == (_TITLE, "en", ())


@pytest.mark.parametrize(
    "opening",
    [
        "<!DOCTYPE html>\n<html>", "<html lang=en>", "\ufeff<!doctype HTML><html>", "<!-- saved from url=(0022)https://a.example/ -->\n<html>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html xmlns="http://www.w3.org/1999/xhtml">',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML>', "\n\n  <html>",
    ],
)
def test_a_page_is_known_by_how_it_begins(opening: str) -> None:
    assert _read(f"{opening}<head><title>x</title></head><body><h1>{_TITLE}</h1>{_BODY}</body></html>").text.startswith(_TITLE)


@pytest.mark.parametrize(("name", "envelope"), [("a.html", Envelope()), ("a", Envelope(content_type="text/html; charset=utf-8"))])
def test_a_piece_of_a_page_is_read_whole_where_something_says_it_is_one(name: str, envelope: Envelope) -> None:
    report = _read("<p>Rebels took Norvale &amp; Harsk.</p><p>They left at dawn.<br>Nobody<br><br>followed.</p>", name=name, envelope=envelope)
    assert report.text == "Rebels took Norvale & Harsk.\n\nThey left at dawn.\nNobody\n\nfollowed."


def test_text_that_only_speaks_of_tags_is_no_page() -> None:
    assert _read("A page begins with <html>, said the teacher in Norvale.").text.startswith("A page begins")


def test_what_surrounds_the_article_is_left_out() -> None:
    around = '<nav><ul><li><a href="/">Home</a></li></ul></nav>', "<footer><p>© 2031 Westmark Post. All rights reserved.</p></footer>"
    comments = '<section id="comments"><ol class="comment-list"><li class="comment"><p>I was in Norvale when the rebels shot my dog.</p></li></ol></section>'
    report = _read(_page().replace("<body>", f"<body>{around[0]}").replace("</body>", f"{comments}{around[1]}</body>"))
    assert report.text == "\n\n".join((_TITLE, *_PARAGRAPHS))


def test_markup_in_comments_is_never_read() -> None:
    assert "Harsk" not in _read(_page(f"<!-- <p>Rebels took Harsk. --> {_BODY} <!-- </p><div> -->")).text


@pytest.mark.parametrize(
    "line",
    ["Read more: Army returns to Harsk", "Share this article", "Sign up for our newsletter and never miss a story",
    "We use cookies to improve your visit.", "Advertisement"],
)
def test_lines_of_the_page_that_survive_are_marked_and_offsets_hold(line: str) -> None:
    report = _read(f"<article><p>{_PARAGRAPHS[0]}</p><p>{line}</p><p>{_PARAGRAPHS[1]}</p></article>")
    assert line in report.text
    assert _furniture(report) == [line]


def test_a_paragraph_that_is_one_link_leads_to_another_story() -> None:
    link = "<p><strong><a href='/x'>Eastford: what we know about the retreat of the army so far</a></strong></p>"
    report = _read(f"<article><h2>Norvale falls</h2>{_BODY}{link}<p>The <a href='/y'>governor</a> left.</p></article>")
    assert _furniture(report) == ["Eastford: what we know about the retreat of the army so far"]


def test_the_publication_time_is_in_utc_where_the_page_gives_a_zone() -> None:
    assert _read(_page(head=_linked(datePublished="2021-03-04T02:10:33+04:30"))).published == "2021-03-03T21:40"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2021-03-04T10:20:30Z", "2021-03-04T10:20"), ("2021-03-04T10:20:30.123Z", "2021-03-04T10:20"), ("2021-03-04T10:20+0430", "2021-03-04T05:50"),
        ("2021-03-04 10:20", "2021-03-04T10:20"), ("2021-03-04", "2021-03-04"), ("20210304", "2021-03-04"), ("2021-03-04T00:00:00+05:00", "2021-03-04"),
        ("Thu, 04 Mar 2021 10:20:30 +0100", "2021-03-04T09:20"), ("March 4, 2021", "2021-03-04"), ("03/04/2021", None), ("2021-13-40", None),
        ("1970-01-01T00:00:00Z", None), ("yesterday", None), ("", None), ("9" * 500, None), ("2021-03-04T25:99Z", None),
    ],
)
def test_dates_for_machines_are_read_and_never_guessed(written: str, published: str | None) -> None:
    assert _read(_page(head=f'<meta property="article:published_time" content="{written}">')).published == published


def test_json_ld_goes_before_meta_tags_and_these_before_the_printed_line() -> None:
    meta = '<meta property="article:published_time" content="2021-03-05T10:00:00Z">'
    line = '<div class="d">Published: 6 March 2021</div>'
    assert _read(_page(line + _BODY, head=meta + _linked(datePublished="2021-03-04"))).published == "2021-03-04"
    assert _read(_page(line + _BODY, head=meta)).published == "2021-03-05T10:00"
    assert _read(_page(line + _BODY)).published == "2021-03-06"


@pytest.mark.parametrize(
    ("page", "published"),
    [
        (_page(f'<time datetime="2021-03-04T10:20:00Z">4 March</time>{_BODY}'), "2021-03-04T10:20"),
        (_page(f'<span itemprop="datePublished" content="2021-03-04">4 March</span>{_BODY}'), "2021-03-04"),
        (_page(head='<link rel="canonical" href="https://post.example/2021/03/04/norvale">'), "2021-03-04"),
        (_page(head='<meta property="article:modified_time" content="2021-03-05T10:00:00Z">'), "2021-03-05T10:00"),
        (_page(f"{_BODY}<p>The town had fallen once before, on 4 March 2021.</p>"), None),
        (_page(_BODY + '<aside><time datetime="2021-03-04">4 March</time> Another story</aside>'), None),
    ],
)
def test_where_else_a_date_may_stand_and_where_not(page: str, published: str | None) -> None:
    assert _read(page).published == published


def test_a_date_in_the_future_is_refused_and_a_day_of_grace_given() -> None:
    today = datetime.now(UTC).date()
    assert "lies in the future" in _reason(_page(head=_linked(datePublished=str(today + timedelta(days=40)))))
    assert _read(_page(head=_linked(datePublished=str(today + timedelta(days=1))))).published == str(today + timedelta(days=1))
    old = Envelope(fetched_at="2015-01-01T10:00")
    assert "lies in the future" in _reason(_page(head=_linked(datePublished="2015-03-01")), envelope=old)


def test_of_several_json_ld_blocks_the_one_of_this_page_counts() -> None:
    url = "https://post.example/norvale"
    other = _linked(headline="Cup final moved", datePublished="2019-01-01", url="https://post.example/cup")
    own = _linked(datePublished="2021-03-04", mainEntityOfPage={"@type": "WebPage", "@id": url})
    listed = '<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"@type":"NewsArticle","datePublished":"2018-01-01"}]}</script>'
    report = _read(_page(head=f'<link rel="canonical" href="{url}">{listed}{other}{own}'))
    assert (report.published, report.url) == ("2021-03-04", url)


def test_a_graph_whose_people_are_only_referred_to_is_followed() -> None:
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": ["Article", "Thing"], "@id": "#a", "headline": _TITLE, "datePublished": "2021-03-04", "author": {"@id": "#p"}, "publisher": {"@id": "#o"}},
        {"@type": "Person", "@id": "#p", "name": "Jane Doe"}, {"@type": "Organization", "@id": "#o", "name": "Westmark Post"},
    ]}
    report = _read(_page(head=f'<script type="application/ld+json">{json.dumps(graph)}</script>'))
    assert (report.byline, report.outlet, report.published) == ("Jane Doe", "Westmark Post", "2021-03-04")


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"NewsArticle","datePublished":"2021-03-04",}', '<!-- {"@type":"NewsArticle","datePublished":"2021-03-04"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2021-03-04"}\n//]]>',
        '{"@type":"NewsArticle","headline":"He said "go"","datePublished":"2021-03-04"}',
        '{"@type":"NewsArticle",\n"description":"two\nlines","datePublished":"2021-03-04"};', '[[{"@type":"NewsArticle","datePublished":["2021-03-04"]}]]',
    ],
)
def test_json_ld_that_is_broken_still_gives_its_date(block: str) -> None:
    assert _read(_page(head=f'<script type="application/ld+json">{block}</script>')).published == "2021-03-04"


@pytest.mark.parametrize(
    "block",
    ["", "null", "[]", "3", '"x"', "{", "[" * 5000, '{"a":' * 5000, '{"@type":5,"author":[[[]]],"datePublished":{}}',
    '{"@type":"NewsArticle","headline":7,"author":{"name":{}}}',
     '{"@type":"NewsArticle","headline":"\\ud800","publisher":[null]}', '{"@graph":[{"@graph":[{"@graph":[]}]}]}',
     '{"@type":"Person","@id":"#x","author":{"@id":"#x"}}'],
)
def test_json_ld_of_any_shape_does_no_harm(block: str) -> None:
    assert _read(_page(head=f'<script type="application/ld+json">{block}</script>')).published is None


@pytest.mark.parametrize(
    ("head", "body", "agency"),
    [
        (_linked(author={"@type": "Organization", "name": "AFP"}), _BODY, "AFP"),
        (_linked(author=[{"name": "Jane Doe"}, {"name": "Reuters"}]), _BODY, "Reuters"),
        (_linked(publisher={"name": "Westmark Post"}, articleSource="Associated Press"), _BODY, "AP"),
        ('<meta name="author" content="Jane Doe, Reuters">', _BODY, "Reuters"),
        ("", f'<div class="byline">By AFP</div>{_BODY}', "AFP"),
        ("", _BODY.replace("<p>Rebels", "<p>NORVALE, March 4 (Reuters) - Rebels"), "Reuters"),
        (_linked(author="Jane Doe"), f"{_BODY}<p>“We left,” a soldier told AFP.</p>", None),
    ],
)
def test_the_agency_is_credited_by_the_page_or_by_its_text(head: str, body: str, agency: str | None) -> None:
    assert _read(_page(body, head=head)).agency == agency


def test_a_known_outlet_is_named_as_we_name_it_and_an_unknown_one_as_it_names_itself() -> None:
    assert _read(_page(head='<meta property="og:site_name" content="Thomson Reuters">')).outlet == "Reuters"
    assert _read(_page(head='<meta property="og:site_name" content="Westmark Post">')).outlet == "Westmark Post"
    assert _read(_page(), envelope=Envelope(url="https://www.post.example/a")).outlet == "post.example"


def test_a_canonical_address_of_another_site_is_where_a_copy_comes_from_not_where_it_lies() -> None:
    copy = _read(_page(head='<link rel="canonical" href="https://www.reuters.com/world/a">'), envelope=Envelope(url="https://copy.example/a"))
    assert (copy.url, copy.outlet, copy.agency) == ("https://copy.example/a", "copy.example", "Reuters")
    own = _read(_page(head='<link rel="canonical" href="/a">'), envelope=Envelope(url="https://m.post.example/a?utm=1"))
    assert own.url == "https://m.post.example/a"
    archived = _read(_page(head='<link rel="canonical" href="https://web.archive.org/web/20210304id_/https://post.example/a">'))
    assert archived.url == "https://post.example/a"


@pytest.mark.parametrize("href", ["http://[", "javascript:x", "mailto:a@b", "//", "http://", ""])
def test_an_address_that_is_none_is_left_out(href: str) -> None:
    assert _read(_page(head=f'<link rel="canonical" href="{href}">')).url is None


def test_the_title_of_the_page_does_without_the_site() -> None:
    page = f"<html><head><title>{_TITLE} | Westmark Post</title></head><body><div>{_BODY}</div></body></html>"
    assert _read(page).title == _TITLE
    assert _read(f"<html><body><article>{_BODY}</article></body></html>").title is None


def test_a_site_name_set_as_a_headline_is_no_title() -> None:
    page = _page().replace("<body>", "<body><h1>Westmark Post</h1>")
    assert _read(page).title == _TITLE


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "iso-8859-1"), ("cp1252", "windows-1251"), ("cp1252", ""), ("cp1252", "nonsense"),
    ("cp1252", "hex"),
     ("utf-16", ""), ("utf-8-sig", "windows-1251"), ("cp1252", "utf-8"), ("utf-8", "utf-16")],
)
def test_the_characters_are_right_whatever_is_declared(encoding: str, declared: str) -> None:
    page = _page(head=f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else "")
    assert "“We have nothing left,” said a baker" in _read(page.encode(encoding)).text


def test_the_sender_s_word_on_the_encoding_goes_before_the_page_s() -> None:
    page = _page(_BODY + "<p>The mayor of Malmö-on-Ilm, Mr Õunapuu, said the road was shut.</p>", head='<meta charset="koi8-r">')
    report = _read(page.encode("cp1252"), envelope=Envelope(content_type="text/html; charset=windows-1252"))
    assert "Malmö-on-Ilm, Mr Õunapuu" in report.text


def test_utf_8_that_was_stored_as_western_is_mended() -> None:
    broken = _page().replace("”", "’").encode().decode("cp1252")
    assert "â€œWe have" in broken
    assert "“We have nothing left,’ said a baker" in _read(broken).text


def test_a_page_whose_characters_are_lost_is_set_aside_with_the_share() -> None:
    lost = _page("".join(f"<p>{part.replace('e', chr(0xFFFD))}</p>" for part in _PARAGRAPHS))
    assert "its characters are damaged" in _reason(lost)
    assert "\ufffd" in _read(_page(_BODY.replace("“", "\ufffd"))).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Norvale</title></head><body></body></html>", "<html></html>", "<!doctype html>", "<!DOCTYPE html><html><head></head>",
        '<html><head><title>x</title></head><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>',
        "<html><body><script>document.write('Rebels took Norvale.')</script></body></html>",
        "<html><body><p>Please enable JavaScript and cookies to continue</p></body></html>",
        "<html><body><ul>" + "".join(f'<li><a href="/{n}">Headline number {n} of the day</a></li>' for n in range(40)) + "</ul></body></html>",
        "<html><body><div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>",
    ],
)
def test_a_page_without_an_article_is_set_aside(page: str) -> None:
    assert _reason(page) == "no article text on this page"


def test_a_page_that_builds_its_text_when_it_is_run_is_read_from_its_json_ld() -> None:
    page = f"<html><head><title>x</title>{_linked(articleBody=chr(10).join(_PARAGRAPHS))}</head><body><div id='root'></div></body></html>"
    assert _read(page).text == "\n\n".join((_TITLE, *_PARAGRAPHS))


def test_of_a_page_that_wants_money_the_beginning_is_read_and_the_call_marked() -> None:
    stub = f"<p>{_PARAGRAPHS[0]}</p><div class='paywall'><p>Subscribe to our paper to read on.</p><p>Already a subscriber? Sign in</p></div>"
    report = _read(_page(stub, head=_linked(isAccessibleForFree=False)))
    assert _PARAGRAPHS[0] in report.text
    assert all(line in _furniture(report) for line in report.text.split("\n\n")[2:])


def test_a_live_page_is_one_report_of_its_first_publication() -> None:
    updates = "".join(
        f'<div class="update"><time datetime="2021-03-0{n + 4}T10:00:00Z">10:00</time><h2>Update {n}</h2><p>{part}</p></div>'
        for n, part in enumerate(_PARAGRAPHS)
    )
    linked = _linked(**{"@type": "LiveBlogPosting"}, datePublished="2021-03-04T08:00:00Z", liveBlogUpdate=[{"@type": "BlogPosting",
    "datePublished": "2021-03-07T10:00:00Z"}])
    report = _read(_page(updates, head=linked))
    assert report.published == "2021-03-04T08:00"
    assert all(part in report.text for part in _PARAGRAPHS)


def test_a_page_laid_out_in_tables_gives_its_article_and_a_table_of_figures_stays_a_table() -> None:
    figures = "<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Norvale</td><td>12</td></tr></table>"
    menu = "<table><tr><td><a href=/>Home</a></td></tr></table>"
    report = _read(f"<html><body><table><tr><td>{menu}</td><td><h1>{_TITLE}</h1>{_BODY}{figures}</td></tr></table></body></html>")
    assert all(part in report.text for part in _PARAGRAPHS)
    assert "Home" not in report.text
    assert "Norvale | 12" in report.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 100_000 + _BODY, "<html><body>" + "<b>" * 100_000 + "x", "<html><body>" + "<table><tr><td>" * 30_000 + _BODY,
        "<html><body>" + "<a href=x><p class=caption>" * 50_000, "<p>" * 200_000, "<html><body><h1>" * 20_000,
        "<html>" + "<!--" * 100_000, "<html><body>" + "<" * 300_000,
        "<html><body>" + "&amp;" * 200_000, "<html><body><p>" + "Ã©" * 100_000,
        "<html><head>" + "<meta name=date content=x>" * 50_000, "<!-- " * 50_000, "<html " + "a='b' " * 100_000 + ">",
    ],
)
def test_a_page_of_any_shape_is_read_or_set_aside_in_a_few_seconds(page: str) -> None:
    start = time.perf_counter()
    _expand(page, name="a.html")
    assert time.perf_counter() - start < 20


def test_a_page_that_is_too_long_is_refused() -> None:
    assert _reason("<html><body>" + _BODY * 50_000).startswith("too long")


def test_of_made_pages_of_every_kind_all_paragraphs_and_little_else_is_read() -> None:
    for page in sample_pages(30, seed=11):
        report = _read(page.html)
        lines = [line for line in report.text.split("\n") if line]
        assert set(page.story.paragraphs) <= set(lines), page.template
        told = set(lines) - set(_furniture(report)) - {page.story.title, "What we know"}
        assert told == set(page.story.paragraphs), page.template
        assert report.title == page.story.title
        assert report.published is not None
        assert report.byline == page.story.writer
