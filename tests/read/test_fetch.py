import gzip
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

import pytest

from contested.errors import UnreadableError
from contested.read import read
from contested.read.fetch import web_fetcher
from contested.read.fetch.address import Target, is_public, target_of, written_in_numbers
from contested.read.fetch.resolve import system_resolve
from contested.read.reader import Input
from contested.records import Report, SetAside
from contested.settings import FetchSettings, ReadSettings

PAGE = b"<html><body><article><h1>Norvale falls</h1><p>Rebels took Norvale at dawn, the army said.</p></article></body></html>"
Answering = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A site on this machine: what it answers by path, and the paths it was asked for with their headers."""

    def __init__(self) -> None:
        self.answers: dict[str, Answering] = {}
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.headers = dict(self.headers)
                with suppress(OSError):  # who asked has gone
                    site.answers.get(self.path, _sends(b"", status=404))(self)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path: str = "/a", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _sends(body: bytes, *, status: int = 200, kind: str | None = "text/html; charset=utf-8", **headers: str) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {**({"Content-Type": kind} if kind else {}), "Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def _leads_to(place: str, status: int = 302) -> Answering:
    return _sends(b"", status=status, Location=place)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.answers["/a"] = _sends(PAGE)
    yield made
    made.close()


def _fetch(site: Site, url: str | None = None, *, waits: list[float] | None = None, **settings: Any) -> Input:
    return _fetcher(site, waits=waits, **settings)(url or site.url())


def _fetcher(site: Site, *, waits: list[float] | None = None, **settings: Any) -> Callable[[str], Input]:
    """One that may ask this machine, by whatever name."""
    chosen = FetchSettings(**{"ports": (80, 443, site.port), "pause_s": 0, "timeout_s": 5, **settings})
    return web_fetcher(chosen, resolve=lambda *_: ["127.0.0.1"], allowed=lambda _: True, sleep=(waits if waits is not None else []).append)


def _refused(fetch: Callable[[str], Input], url: str) -> str:
    with pytest.raises(UnreadableError) as refused:
        fetch(url)
    return refused.value.reason


def test_a_page_comes_with_where_and_when_it_was_had(site: Site) -> None:
    page = _fetch(site, site.url("/a#part"))
    assert page.stream.read() == page.head == PAGE
    assert (page.where, page.envelope.url, page.size) == (site.url(), site.url(), len(PAGE))
    assert page.envelope.content_type == "text/html; charset=utf-8"
    assert page.envelope.fetched_at is not None
    assert len(page.envelope.fetched_at) == len("2031-03-04T17:40")


def test_the_site_is_told_who_asks_and_by_which_name(site: Site) -> None:
    _fetch(site)
    assert site.headers["User-Agent"].startswith("Contested/")
    assert site.headers["Host"] == f"news.example:{site.port}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_last_address(site: Site, status: int) -> None:
    site.answers["/old"] = _leads_to("new", status)
    site.answers["/new"] = _leads_to(site.url("/a", "other.example"), status)
    page = _fetch(site, site.url("/old"))
    assert (page.where, page.envelope.url) == (site.url("/old"), site.url("/a", "other.example"))


def test_redirects_come_to_an_end(site: Site) -> None:
    site.answers["/round"] = _leads_to("/round")
    assert _refused(_fetcher(site, max_redirects=3), site.url("/round")) == "more than 3 redirects"
    assert site.asked.count("/round") == 4
    site.answers["/nowhere"] = _sends(b"", status=302)
    assert _refused(_fetcher(site), site.url("/nowhere")) == "leads on to nowhere"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data", "not a public address"),
        ("http://inside.example/", "not a public address"),
        ("http://[::1]/", "not a public address"),
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("ftp://news.example/a", "only addresses that begin with http"),
        ("http://ada:secret@news.example/", "an address with a user name"),
        ("http://news.example:22/", "port 22 is not asked"),
    ],
)
def test_every_hop_is_checked_like_the_address_itself(site: Site, place: str, reason: str) -> None:
    site.answers["/a"] = _leads_to(place)
    settings = FetchSettings(ports=(80, 443, site.port), pause_s=0)
    hosts = {"news.example": "127.0.0.1", "inside.example": "10.0.0.7"}
    fetch = web_fetcher(settings, resolve=lambda host, _: [hosts[host]], allowed=lambda address: str(address) == "127.0.0.1")
    assert _refused(fetch, site.url()).startswith(reason)


PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "198.18.0.1", "192.0.2.1", "::", "::1", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "100::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public_are_not_asked_by_number_or_by_name(address: str) -> None:
    assert not is_public(ip_address(address))
    host = f"[{address}]" if ":" in address else address
    fetch = web_fetcher(FetchSettings(), resolve=lambda *_: [address])
    assert _refused(fetch, f"http://{host}/") == "not a public address: this machine and the networks around it are not asked"
    assert _refused(fetch, "https://news.example/").startswith("not a public address")


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::6810:84e5", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "017700000001", "0", "127.0.0.1.", "0x7F.0x0.0x0.0x1"])
def test_this_machine_written_in_other_numbers_is_not_asked(host: str) -> None:
    fetch = web_fetcher(FetchSettings(), resolve=_nobody)
    assert _refused(fetch, f"http://{host}/").startswith("not a public address")


@pytest.mark.parametrize("host", ["news.example", "1.2.3.4.example", "deadbeef.example", "0x7f.example", "999.1.1.1"])
def test_names_are_no_numbers(host: str) -> None:
    assert written_in_numbers(host) is None


def test_one_private_address_among_those_of_a_name_is_enough_to_refuse_it() -> None:
    fetch = web_fetcher(FetchSettings(), resolve=lambda *_: ["93.184.216.34", "10.0.0.1"])
    assert _refused(fetch, "http://news.example/").startswith("not a public address")


def test_a_name_is_resolved_once_and_that_very_address_is_asked(site: Site) -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["192.0.2.1"]])  # robots.txt, the page; a third time would be another address
    settings = FetchSettings(ports=(site.port,), pause_s=0)
    fetch = web_fetcher(settings, resolve=lambda *_: next(answers), allowed=lambda address: str(address) == "127.0.0.1")
    assert fetch(site.url()).head == PAGE


def test_the_certificate_must_be_that_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    from contested.read.fetch import request

    made: dict[str, Any] = {}

    class Noted(request.HTTPSConnection):
        def __init__(self, host: str, port: int, **more: Any) -> None:
            made.update(more, host=host)
            super().__init__(host, port, **more)

        def connect(self) -> None:
            raise OSError(111, "Connection refused")

    monkeypatch.setattr(request, "HTTPSConnection", Noted)
    fetch = web_fetcher(FetchSettings(pause_s=0), resolve=lambda *_: ["93.184.216.34"])
    assert _refused(fetch, "https://news.example/a") == "cannot be reached (connection refused)"
    assert (made["host"], made["server_hostname"], made["assert_hostname"]) == ("93.184.216.34", "news.example", "news.example")
    assert made["cert_reqs"] == 2


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/a", "only addresses that begin with http"),
        ("file:///etc/passwd", "only addresses that begin with http"),
        ("http://ada:secret@news.example/", "an address with a user name or password is not fetched"),
        ("http://news.example:8080/", "port 8080 is not asked (read.fetch.ports)"),
        ("http://", "not a web address"),
        ("http:///a", "not a web address"),
        ("http://[::1/", "not a web address"),
        ("http://news.example:port/", "not a web address"),
        ("http://news.example/a b\r\nHost: x", "not a web address"),
        ("http://news.example\\@127.0.0.1/", "not a web address"),
        ("http://news.example/" + "a" * 10_000, "not a web address"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused_before_anybody_is_asked(url: str, reason: str) -> None:
    fetch = web_fetcher(FetchSettings(), resolve=_nobody)
    with pytest.raises(UnreadableError) as refused:
        fetch(url)
    assert refused.value.reason.startswith(reason)
    assert "secret" not in str(refused.value)


def test_an_address_is_taken_apart_and_put_together_again() -> None:
    target = target_of("HTTP://News.Example:80/a%20b?c=d&e=ä#f", ports=(80,))
    assert target == Target(scheme="http", host="news.example", port=80, path="/a%20b?c=d&e=%C3%A4")
    assert target.url == "http://news.example/a%20b?c=d&e=%C3%A4"
    assert target_of("https://[2606:4700::1]:443", ports=(443,)).url == "https://[2606:4700::1]/"


def test_a_name_that_nobody_knows_cannot_be_reached() -> None:
    def unknown(*_: object) -> list[str]:
        raise OSError(-2, "Name or service not known")

    assert _refused(web_fetcher(FetchSettings(), resolve=unknown), "http://news.example/") == 'cannot be reached (nothing is known of "news.example")'


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 300 + ".invalid"])
def test_the_system_knows_no_invalid_name(host: str) -> None:
    fetch = web_fetcher(FetchSettings(), resolve=system_resolve)
    assert _refused(fetch, f"http://{host}/").startswith("cannot be reached (nothing is known of")


def test_a_site_that_takes_no_connection_says_so(site: Site) -> None:
    fetch = _fetcher(site)
    site.close()
    assert _refused(fetch, site.url()) == "cannot be reached (connection refused)"


def test_the_next_address_of_a_name_is_tried_where_the_first_takes_no_connection(site: Site) -> None:
    settings = FetchSettings(ports=(site.port,), pause_s=0)
    fetch = web_fetcher(settings, resolve=lambda *_: ["127.0.0.2", "127.0.0.1"], allowed=lambda _: True)
    assert fetch(site.url()).head == PAGE


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (b"User-agent: *\nDisallow: /a\n", False),
        (b"User-agent: Contested\nDisallow: /\n", False),
        (b"User-agent: contested\nAllow: /\n\nUser-agent: *\nDisallow: /\n", True),
        (b"User-agent: otherbot\nDisallow: /\n", True),
        (b"", True),
        (b"\xff\xfe nonsense \x00\n" * 50, True),
        (b"User-agent: *\nDisallow: /a\n" + b"# long\n" * 200_000, False),
    ],
)
def test_what_a_site_asks_of_robots_is_heard(site: Site, rules: bytes, allowed: bool) -> None:
    site.answers["/robots.txt"] = _sends(rules, kind="text/plain")
    if allowed:
        assert _fetch(site).head == PAGE
    else:
        assert _refused(_fetcher(site), site.url()) == "the site asks robots to leave this page alone (robots.txt)"
        assert "/a" not in site.asked


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False)])
def test_no_robots_txt_is_no_rule_and_a_broken_one_forbids(site: Site, status: int, allowed: bool) -> None:
    site.answers["/robots.txt"] = _sends(b"", status=status)
    if allowed:
        assert _fetch(site).head == PAGE
    else:
        assert _refused(_fetcher(site), site.url()).startswith(f"the site does not say what robots may read (robots.txt: {status} (")
        assert "/a" not in site.asked


def test_robots_txt_is_asked_for_once_a_site_and_a_redirect_into_what_it_forbids_is_refused(site: Site) -> None:
    site.answers["/robots.txt"] = _leads_to("/rules")
    site.answers["/rules"] = _sends(b"User-agent: *\nDisallow: /closed\n", kind="text/plain")
    site.answers["/b"] = _leads_to("/closed")
    fetch = _fetcher(site)
    fetch(site.url())
    fetch(site.url())
    assert _refused(fetch, site.url("/b")) == "the site asks robots to leave this page alone (robots.txt)"
    assert site.asked.count("/robots.txt") == 1


def test_a_host_is_left_in_peace_between_two_requests_and_longer_where_it_asks_for_it(site: Site) -> None:
    waits: list[float] = []
    fetch = _fetcher(site, waits=waits, pause_s=3)
    fetch(site.url())
    assert waits == [pytest.approx(3, abs=1)]
    fetch(site.url("/a", "other.example"))  # a host of its own: only its robots.txt lies before the page
    assert len(waits) == 2
    site.answers["/robots.txt"] = _sends(b"User-agent: *\nCrawl-delay: 20\n", kind="text/plain")
    patient: list[float] = []
    _fetch(site, waits=patient)
    assert patient == [pytest.approx(20, abs=1)]


@pytest.mark.parametrize("status", [400, 403, 404, 410, 418, 429, 500, 503, 999])
def test_what_the_site_answers_instead_of_a_page_is_said(site: Site, status: int) -> None:
    site.answers["/a"] = _sends(PAGE, status=status)
    assert _refused(_fetcher(site), site.url()).startswith(f"the site answers {status}")


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/octet-stream", "application/zip", "image/svg+xml"])
def test_what_is_no_text_is_refused(site: Site, kind: str) -> None:
    site.answers["/a"] = _sends(PAGE, kind=kind)
    assert _refused(_fetcher(site), site.url()) == f"no text on this page ({kind})"


@pytest.mark.parametrize("kind", ["TEXT/HTML", "text/plain", "application/rss+xml", "application/atom+xml; charset=utf-8", "application/pdf", "text/xml", None])
def test_text_in_every_kind_is_taken(site: Site, kind: str | None) -> None:
    site.answers["/a"] = _sends(PAGE, kind=kind)
    assert _fetch(site).head == PAGE


@pytest.mark.parametrize(("packed", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_pages_are_unpacked(site: Site, packed: str, pack: Callable[[bytes], bytes]) -> None:
    site.answers["/a"] = _sends(pack(PAGE), Content_Encoding=packed)
    assert _fetch(site).head == PAGE


def test_a_packing_that_was_not_asked_for_and_a_broken_one_are_refused(site: Site) -> None:
    site.answers["/a"] = _sends(PAGE, Content_Encoding="br")
    assert _refused(_fetcher(site), site.url()) == "packed in a way that was not asked for (br)"
    site.answers["/a"] = _sends(PAGE, Content_Encoding="gzip")
    assert _refused(_fetcher(site), site.url()) == "cannot be reached (its answer breaks off)"


def test_a_page_that_is_longer_than_it_may_be_is_refused_while_it_comes(site: Site) -> None:
    site.answers["/a"] = _sends(PAGE * 10)
    assert _refused(_fetcher(site, max_bytes=500), site.url()) == "too long: more than 500 bytes"
    assert _fetch(site, max_bytes=len(PAGE) * 10).size == len(PAGE) * 10


def test_a_page_that_is_packed_small_and_is_huge_never_lies_in_memory(site: Site) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(400)), packer.flush()])
    site.answers["/a"] = _sends(bomb, Content_Encoding="gzip")
    tracemalloc.start()
    assert _refused(_fetcher(site, max_bytes=1_000_000), site.url()) == "too long: more than 1,000,000 bytes"
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def _drips(head: bytes) -> Answering:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Long: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nFFFF\r\n",
        b"HTT",
    ],
)
def test_a_site_that_answers_a_letter_at_a_time_is_not_waited_for(site: Site, head: bytes) -> None:
    site.answers["/a"] = _drips(head)
    began = time.monotonic()
    assert _refused(_fetcher(site, timeout_s=0.5), site.url()) == "took too long"
    assert time.monotonic() - began < 3


def test_an_answer_that_breaks_off_is_no_page(site: Site) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n" + PAGE)

    site.answers["/a"] = answer
    assert _refused(_fetcher(site), site.url()) == "cannot be reached (its answer breaks off)"
    site.answers["/a"] = lambda handler: handler.wfile.write(b"\x00\x01 nonsense\r\n\r\n") and None
    assert _refused(_fetcher(site), site.url()).startswith("cannot be reached")


def test_a_web_address_is_a_source_and_the_links_of_a_feed_from_the_web_are_followed(site: Site) -> None:
    feed = f"<rss version='2.0'><channel><title>Norvale Courier</title><item><link>{site.url()}</link></item></channel></rss>".encode()
    site.answers["/feed"] = _sends(feed, kind="application/rss+xml")
    (report,) = read([site.url("/feed")], ReadSettings(), fetch=_fetcher(site))
    assert isinstance(report, Report)
    assert "Rebels took Norvale at dawn" in report.text
    assert (report.url, report.outlet) == (site.url(), "Norvale Courier")


def test_the_links_of_a_feed_in_a_file_are_followed_only_where_the_settings_say_so(site: Site, tmp_path: Any) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(f"<rss version='2.0'><channel><title>Norvale Courier</title><item><title>A</title><link>{site.url()}</link></item></channel></rss>")
    (aside,) = read([str(path)], ReadSettings(), fetch=_fetcher(site))
    assert aside == SetAside(where=f"{path}#1", reason="neither a text nor a summary in this entry")
    assert site.asked == []
    (report,) = read([str(path)], ReadSettings(fetch=FetchSettings(follow=True)), fetch=_fetcher(site))
    assert isinstance(report, Report)


def _nobody(*_: object) -> list[str]:
    raise AssertionError("nobody is to be asked")
