import json
import time
import tracemalloc
from datetime import date
from html import escape
from io import BytesIO
from typing import Any

import pytest

from contested.errors import UnreadableError
from contested.read.dispatch import expand
from contested.read.reader import Envelope, Fetch, Input, Means
from contested.read.readers import READERS
from contested.records import Known, Report, SetAside
from contested.settings import FetchSettings, ReadSettings

TODAY = date(2031, 3, 10)
ARTICLE = " ".join(f"On day {n} of the siege rebels shelled the northern quarter of Norvale again, the army said." for n in range(1, 9))
HTML = f"<p>{ARTICLE}</p><p>The road to Sund stayed closed, a driver said.</p>"
SUMMARY = "Rebels shelled the northern quarter of Norvale, the army said."


def _rss(*items: str, title: str = "Norvale Courier", head: str = "") -> bytes:
    ns = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0" {ns}><channel><title>{title}</title>{"".join(items)}</channel></rss>'.encode()


def _item(n: int = 1, *, html: str | None = None, summary: str | None = SUMMARY, published: str = "Tue, 04 Mar 2031 17:40:00 +0200", more: str = "") -> str:
    content = f"<content:encoded><![CDATA[{html}]]></content:encoded>" if html else ""
    described = f"<description>{escape(summary)}</description>" if summary else ""
    return (
        f"<item><title>Norvale shelled again</title><link>https://courier.example/{n}</link><guid>courier-{n}</guid>"
        f"<pubDate>{published}</pubDate><dc:creator>Ada Holm</dc:creator>{described}{content}{more}</item>"
    )


def _read(
    raw: bytes, *, fetch: Fetch | None = None, envelope: Envelope | None = None, max_links: int = 200, **settings: Any
) -> list[Report | SetAside | Known]:
    given = Input(where="feed.xml", name="feed.xml", head=raw[: 1 << 16], stream=BytesIO(raw), size=len(raw), envelope=envelope or Envelope())
    means = Means(settings=ReadSettings(fetch=FetchSettings(max_links=max_links), **settings), known=lambda *_: False, today=TODAY, fetch=fetch)
    return list(expand(given, means, READERS))


def _reports(raw: bytes, **more: Any) -> list[Report]:
    items = _read(raw, **more)
    assert all(isinstance(item, Report) for item in items), items
    return [item for item in items if isinstance(item, Report)]


def _reason(raw: bytes, **more: Any) -> str:
    (aside,) = _read(raw, **more)
    assert isinstance(aside, SetAside)
    return aside.reason


def _pages(**pages: str) -> tuple[Fetch, list[str]]:
    """A web of pages by the last part of their address, and the addresses that were asked for."""
    asked: list[str] = []

    def fetch(url: str) -> Input:
        asked.append(url)
        page = pages.get(f"p{url.rpartition('/')[2]}")
        if page is None:
            raise UnreadableError(url, "the site answers 404 (not found)")
        raw = page.encode()
        envelope = Envelope(url=f"{url}.html", fetched_at="2031-03-09T08:00", content_type="text/html; charset=utf-8")
        return Input(where=url, name=url, head=raw, stream=BytesIO(raw), size=len(raw), envelope=envelope)

    return fetch, asked


def test_an_entry_with_its_article_is_a_report_with_all_that_the_feed_says_of_it() -> None:
    (report,) = _reports(_rss(_item(html=HTML)))
    assert report.text.split("\n\n")[0] == "Norvale shelled again"
    assert "On day 8 of the siege" in report.text
    assert "<p>" not in report.text
    assert (report.title, report.published, report.outlet, report.byline) == ("Norvale shelled again", "2031-03-04T15:40", "Norvale Courier", "Ada Holm")
    assert (report.url, report.name, report.found_at) == ("https://courier.example/1", "courier-1", "feed.xml#1")
    assert len(report.digest) == 64


def test_an_entry_with_its_article_is_not_fetched() -> None:
    fetch, asked = _pages()
    assert len(_reports(_rss(_item(html=HTML)), fetch=fetch)) == 1
    assert asked == []


def test_a_description_as_long_as_an_article_is_the_article() -> None:
    (report,) = _reports(_rss(_item(summary=HTML)))
    assert "The road to Sund stayed closed" in report.text


@pytest.mark.parametrize("ending", ["…", "...", "[...]", " [&#8230;]</p>", "…</a></p>"])
def test_a_text_that_is_broken_off_is_no_article(ending: str) -> None:
    fetch, asked = _pages(p1=f"<html><body><article><h1>Norvale shelled again</h1>{HTML}</article></body></html>")
    _reports(_rss(_item(html=f"<p>{ARTICLE} And{ending}")), fetch=fetch)
    assert asked == ["https://courier.example/1"]


def test_where_nothing_may_be_fetched_the_summary_is_the_report() -> None:
    (report,) = _reports(_rss(_item(summary=f'<p>{SUMMARY} <a href="x">More</a></p><p>Five &amp; more died.</p>')))
    assert report.text == f"Norvale shelled again\n\n{SUMMARY} More\n\nFive & more died."
    assert report.published == "2031-03-04T15:40"


def test_where_it_may_be_the_linked_page_is_the_report_and_the_feed_says_when_and_who() -> None:
    fetch, _ = _pages(p1=f"<html><head><title>Other words</title></head><body><article><h1>Other words</h1>{HTML}</article></body></html>")
    (report,) = _reports(_rss(_item()), fetch=fetch)
    assert "On day 8 of the siege" in report.text
    assert (report.title, report.published, report.outlet, report.byline) == ("Norvale shelled again", "2031-03-04T15:40", "Norvale Courier", "Ada Holm")
    assert (report.url, report.fetched_at, report.found_at) == ("https://courier.example/1.html", "2031-03-09T08:00", "https://courier.example/1")


def test_a_page_that_cannot_be_had_is_set_aside_and_the_rest_goes_on() -> None:
    fetch, _ = _pages(p2=f"<html><body><article>{HTML}</article></body></html>")
    aside, report = _read(_rss(_item(1), _item(2)), fetch=fetch)
    assert aside == SetAside(where="https://courier.example/1", reason="the site answers 404 (not found)")
    assert isinstance(report, Report)


def test_a_link_is_followed_once_and_a_feed_leads_to_no_other_feed() -> None:
    fetch, asked = _pages(p1=f"<html><body><article>{HTML}</article></body></html>", p2=_rss(_item()).decode())
    first, again, feed = _read(_rss(_item(1), _item(1), _item(2)), fetch=fetch)
    assert isinstance(first, Report)
    assert again == Known(where="feed.xml#2")
    assert feed == SetAside(where="https://courier.example/2", reason="a feed that another feed leads to is not followed")
    assert asked == ["https://courier.example/1", "https://courier.example/2"]


def test_no_more_links_are_followed_than_the_settings_say() -> None:
    fetch, asked = _pages(p1=f"<html><body><article>{HTML}</article></body></html>")
    _, aside = _read(_rss(_item(1), _item(2)), fetch=fetch, max_links=1)
    assert aside == SetAside(where="feed.xml#2", reason="not fetched: of one feed no more than 1 links are followed")
    assert asked == ["https://courier.example/1"]


def test_atom_is_read_with_its_markup_its_authors_and_its_source() -> None:
    raw = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>All the news</title><entry>
      <title type="html">Norvale &lt;b&gt;shelled&lt;/b&gt; &amp;amp; cut off</title><link href="/1" rel="alternate"/><id>tag:1</id>
      <updated>2031-03-04T17:40:00+02:00</updated>
      <author><name>Ada Holm</name></author><author><name>Bo Lind</name></author><source><title>Sund Post</title></source>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{HTML}</div></content></entry></feed>""".encode()
    (report,) = _reports(raw, envelope=Envelope(url="https://news.example/feed", fetched_at="2031-03-09T08:00"))
    assert (report.title, report.published, report.outlet, report.byline) == ("Norvale shelled & cut off", "2031-03-04T15:40", "Sund Post", "Ada Holm, Bo Lind")
    assert (report.url, report.fetched_at) == ("https://news.example/1", "2031-03-09T08:00")
    assert "The road to Sund" in report.text


def test_rss_of_the_first_kind_and_in_sixteen_bits_is_read() -> None:
    raw = f"""<?xml version="1.0" encoding="utf-16"?><!-- old --><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <channel><title>Norvale Courier</title></channel><item><title>Norvale shelled</title><description>{SUMMARY}</description></item></rdf:RDF>"""
    (report,) = _reports(raw.encode("utf-16"))
    assert report.text == f"Norvale shelled\n\n{SUMMARY}"


def test_a_json_feed_is_read() -> None:
    items = [
        {"id": 7, "url": "https://courier.example/7", "title": "Norvale shelled", "content_html": HTML, "date_published": "2031-03-04T17:40:00+02:00",
         "authors": [{"name": "Ada Holm"}]},
        {"id": "8", "content_text": SUMMARY},
        "nothing",
        {"id": "9", "content_text": SUMMARY, "date_published": "soon"},
    ]  # fmt: skip
    raw = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Norvale Courier", "items": items}, indent=1).encode()
    first, second, broken, undated = _read(raw)
    assert isinstance(first, Report)
    assert (first.name, first.published, first.byline, first.outlet) == ("7", "2031-03-04T15:40", "Ada Holm", "Norvale Courier")
    assert isinstance(second, Report)
    assert second.text == SUMMARY
    assert broken == SetAside(where="feed.xml#3", reason="not a JSON object")
    assert undated == SetAside(where="feed.xml#4", reason='published: expected a date, got "soon"')


@pytest.mark.parametrize(
    ("title", "outlet"),
    [("BBC News - World", "BBC"), ("Reuters: Middle East", "Reuters"), ("Norvale Courier", "Norvale Courier"), ("", "courier.example")],
)
def test_the_title_of_the_feed_tells_the_outlet_and_its_address_where_it_has_none(title: str, outlet: str) -> None:
    assert _reports(_rss(_item(html=HTML), title=title))[0].outlet == outlet


def test_a_date_that_could_be_two_is_read_as_the_settings_say() -> None:
    raw = _rss(_item(published="03/04/2030"))
    assert _reason(raw) == "03/04/2030: day or month first? say so with --dates"
    assert _reports(raw, date_order="month-first")[0].published == "2030-03-04"


def test_an_entry_of_the_future_is_set_aside_and_the_rest_goes_on() -> None:
    aside, report = _read(_rss(_item(1, published="Tue, 04 Mar 2036 17:40:00 GMT"), _item(2)))
    assert aside == SetAside(where="feed.xml#1", reason="its date lies in the future: 2036-03-04")
    assert isinstance(report, Report)


def test_an_entry_without_words_is_set_aside() -> None:
    assert _reason(_rss(_item(summary=None))) == "neither a text nor a summary in this entry"


@pytest.mark.parametrize("raw", [_rss(), b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', b'{"version": "https://jsonfeed.org/version/1", "items": []}'])
def test_a_feed_without_entries_is_set_aside(raw: bytes) -> None:
    assert _reason(raw) == "no entries in this feed"


@pytest.mark.parametrize(
    "raw",
    [
        b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>',
        b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></sitemapindex>',
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a/></rdf:RDF>',
    ],
)
def test_xml_that_is_no_feed_says_so(raw: bytes) -> None:
    assert _reason(raw) == "XML that is no feed"


def test_broken_xml_that_still_gives_entries_is_read() -> None:
    raw = _rss(_item(1), _item(2)).replace(b"&lt;", b"<").replace(b"the army said", b"AT&T & the army &nbsp; said")
    assert len(_reports(raw)) == 2


def test_a_feed_that_breaks_off_loses_only_the_entry_it_breaks_off_in() -> None:
    whole = _rss(_item(1), _item(2, html=HTML))
    first, cut = _read(whole[: whole.index(b"On day 5")])
    assert isinstance(first, Report)
    assert cut == SetAside(where="feed.xml#2", reason="the feed breaks off inside it")


def test_broken_xml_without_entries_is_set_aside_with_the_reason() -> None:
    assert _reason(b"<rss version='2.0'><channel><title>Norvale</title></rss>").startswith("broken XML (line 1: mismatched tag")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "head",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>',
        f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>',
        '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY % e SYSTEM "http://127.0.0.1/e.dtd"> %e;]>',
        '<!-- <rss> --><!DOCTYPE rss [<!entity e "x">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_feed_that_declares_entities_is_refused_at_once(head: str, encoding: str) -> None:
    raw = _rss(_item(summary="&l9; &a; &e;" * 1000), head=head).decode().replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
    tracemalloc.start()
    began = time.perf_counter()
    assert _reason(raw) in ("it declares entities", "XML that is no feed")
    assert time.perf_counter() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_entities_hidden_in_an_encoding_that_shifts_are_found() -> None:
    shifted = b"<!EN\x1b(BTITY a 'x'>"
    raw = b'<?xml version="1.0" encoding="iso-2022-jp"?><!DOCTYPE rss [' + shifted + b"]>" + _rss(_item()).partition(b"?>")[2]
    assert _reason(raw) == "it declares entities"


def test_a_document_type_without_entities_is_read() -> None:
    head = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    assert len(_reports(_rss(_item(), head=head))) == 1


HEAD = '<rss version="2.0"><channel><item><title>x</title>'


@pytest.mark.parametrize(
    "raw",
    [
        "<!---->" * 1000 + "x",
        "<?a?>" * 1000 + "x",
        HEAD + "<author>" + "a" * 1_000_000,
        HEAD + "<author>" + "a<!---->" * 100_000 + "</author></item></channel></rss>",
        HEAD + "<description>" + "<b>" * 100_000,
        HEAD + "<description>" + "&" * 300_000,
        HEAD + "<description>" + "<" * 300_000,
        HEAD + "<description>" + "<!--" * 100_000,
        HEAD + "<description>" + "a" * 1_000_000 + "</description></item></channel></rss>",
        HEAD + "<pubDate>" + "1 " * 300_000 + "</pubDate></item></channel></rss>",
        '<?a encoding="' + '"' * 100_000 + "?>" + HEAD,
    ],
)
def test_hostile_feeds_take_no_longer_than_long_ones(raw: str) -> None:
    began = time.perf_counter()
    _read(raw.encode())
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    "raw",
    [
        HEAD.encode() + b"<description>&#x110000;&#99999999999999999999;</description></item>",
        HEAD.encode() + b"<link>http://[::1</link><description>a</description><source url='http://[['>x</source></item></channel></rss>",
        HEAD.encode() + b"<links a='b'/><contents a='b'/><updated_parsed/><published_parsed a='b'/><summary_detail/><source_detail a='b'/></item>",
        b'{"version": "https://jsonfeed.org/version/1", "title": "\\ud800", "items": [{"id": "\\ud800", "url": "\\udfff", "content_text": "a \\ud800 b"}]}',
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1e999, "authors": 7, "content_text": ["a"]}]}',
    ],
    ids=["characters beyond the last", "broken addresses", "names of its own", "half characters", "nested for ever", "other kinds of values"],
)
def test_damaged_feeds_end_in_a_report_or_a_reason(raw: bytes) -> None:
    (item,) = _read(raw)
    assert isinstance(item, Report | SetAside)


def test_a_feed_of_too_many_entries_or_bytes_is_set_aside() -> None:
    assert _reason(HEAD.encode() + b"<item>" * 20_000).startswith("too long: more than 10,000 entries")
    assert _reason(_rss(_item(html=HTML)), max_bytes=100) == "too long: more than 100 bytes"
