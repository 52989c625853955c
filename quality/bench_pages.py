"""Web pages as news sites make them, around the reports of our own stories: six templates, no two pages alike, the same for the same seed."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from quality.bench import varied_reports

_SECTIONS = ("World", "Politics", "Conflict", "Business", "Sport", "Culture", "Opinion", "Video", "Weather", "Science", "Travel", "Health")
_HEADLINES = (
    "Harvest fair returns to {place} after nine years", "Ministers meet in {place} over grain prices", "Flood warning for the {place} valley lifted",
    "{place} bridge to reopen in spring", "Teachers in {place} end strike", "Why {place} is running out of water", "Cup final moved to {place}",
    "Court in {place} hears land case", "New ferry links {place} with the islands", "Five things to know about the {place} vote",
)
_PLACES = ("Norvale", "Eastford", "Harsk", "Caldmoor", "Oskarn", "Lorne", "Bresk", "Morvay", "Dunwick", "Pellworth")
_WRITERS = ("Jane Doe", "John Roe", "Mira Holt", "Tom Arden", "Lea Quist", "Sam Okoro")
_COMMENTS = (
    "Thank you for this report, my family lives near there.", "When will somebody do something about this?", "I read another story elsewhere, who is right?",
    "First!", "The map in this article is wrong, the river runs on the other side of the road and the mill is further up.",
)
_SITES = (("Westmark Post", "westmarkpost.example"), ("Norvale Times", "norvaletimes.example"), ("The Ilm Courier", "courier.example"))
_STYLE = "<style>" + "".join(f".c{n}{{margin:{n}px auto;padding:0 {n}px;color:#{n:03}}}" for n in range(120)) + "</style>"
_SCRIPT = "<script>(function(w){w.dl=w.dl||[];" + "".join(f"w.dl.push({{'k{n}':'v{n}','t':{n}}});" for n in range(150)) + "})(window)</script>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a page is made of; `published` is an ISO minute with a zone."""

    title: str
    paragraphs: tuple[str, ...]
    published: str
    writer: str
    site: str
    host: str

    @property
    def url(self) -> str:
        return f"https://www.{self.host}/world/{self.published[:10].replace('-', '/')}/{'-'.join(self.title.lower().split()[:6])}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePage:
    """`template` names the maker of the page."""

    template: str
    story: Story
    html: str


def sample_pages(count: int, *, seed: int = 7) -> list[SamplePage]:
    """Some pages; each template in turn."""
    chance = random.Random(seed)
    pages = []
    for i, report in enumerate(varied_reports(count, seed=seed)):
        title, *paragraphs = [part for part in report["text"].split("\n\n") if part.strip()]
        site, host = chance.choice(_SITES)
        day = f"20{10 + i % 15}-{1 + i % 12:02}-{1 + i % 28:02}"
        story = Story(
            title=title, paragraphs=tuple(paragraphs) or (title,), writer=chance.choice(_WRITERS), site=site, host=host,
            published=f"{day}T{i % 24:02}:{1 + i % 59:02}:00{chance.choice(('Z', '+02:00', '-05:00', '+04:30'))}",
        )
        maker = TEMPLATES[i % len(TEMPLATES)]
        pages.append(SamplePage(template=maker.__name__, story=story, html=maker(story, chance)))
    return pages


def modern(story: Story, chance: random.Random) -> str:
    """A large site: JSON-LD, figures, share buttons, related stories, advertisements between the paragraphs, comments."""
    linked = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "datePublished": story.published,
        "author": [{"@type": "Person", "name": story.writer}], "publisher": {"@type": "Organization", "name": story.site},
        "mainEntityOfPage": {"@type": "WebPage", "@id": story.url},
    }
    advert = '<div class="ad-slot" aria-label="Advertisement"><span>Advertisement</span><div id="gpt-1"></div></div>'
    body = "".join(f'<p class="article__text">{escape(part)}</p>{advert if i % 3 == 2 else ""}' for i, part in enumerate(story.paragraphs))
    return _page(
        story, chance, head=f'<script type="application/ld+json">{json.dumps(linked)}</script>',
        main=f'<main><article class="article"><header><h1>{escape(story.title)}</h1><div class="meta"><span class="author">By {story.writer}</span>'
        f'<time datetime="{story.published}">{story.published[:10]}</time></div>{_share()}</header>{_figure(chance)}'
        f'<div class="article-body">{body}</div><div class="tags"><ul><li><a href="/t/a">Conflict</a></li></ul></div></article>{_related(chance)}'
        f"{_comments(chance)}</main>{_sidebar(chance)}",
    )


def weblog(story: Story, chance: random.Random) -> str:
    """WordPress with its search plugin's @graph, a widget bar and a line of related posts inside the text."""
    graph = [
        {"@type": "WebPage", "@id": story.url, "url": story.url, "datePublished": story.published},
        {"@type": "Article", "@id": f"{story.url}#article", "headline": story.title, "datePublished": story.published,
         "author": {"@id": "#person"}, "publisher": {"@id": "#organization"}, "isPartOf": {"@id": story.url}},
        {"@type": "Person", "@id": "#person", "name": story.writer}, {"@type": "Organization", "@id": "#organization", "name": story.site},
    ]
    body = "".join(f"<p>{escape(part)}</p>\n" for part in story.paragraphs)
    return _page(
        story, chance,
        head=f'<script type="application/ld+json" class="graph">{json.dumps({"@context": "https://schema.org", "@graph": graph})}</script>',
        main=f'<div id="primary" class="content-area"><div id="post-42" class="post hentry"><h1 class="entry-title">{escape(story.title)}</h1>'
        f'<div class="entry-meta">Posted on <time class="entry-date published" datetime="{story.published}">{story.published[:10]}</time> by '
        f'<span class="author vcard"><a href="/author/1">{story.writer}</a></span></div><div class="entry-content">{body}'
        f'<p><a href="/also">Read also: {_headline(chance)}</a></p><div class="sharedaddy">{_share()}</div></div></div>'
        f'<div id="comments" class="comments-area">{_comments(chance)}</div></div><div id="secondary" class="widget-area">{_sidebar(chance)}</div>',
    )


def soup(story: Story, chance: random.Random) -> str:
    """No article tag, no paragraphs: boxes in boxes, line breaks between the parts, the date in a meta tag."""
    body = "<br><br>\n".join(escape(part) for part in story.paragraphs)
    return _page(
        story, chance, head=f'<meta property="article:published_time" content="{story.published}"><meta name="author" content="{story.writer}">',
        main=f'<div class="c1"><div class="c2"><div class="c3"><h1>{escape(story.title)}</h1><div class="c4">{_share()}</div>'
        f'<div class="c5 storytext">{body}</div></div></div>{_related(chance)}</div><div class="c9">{_sidebar(chance)}</div>',
    )


def tables(story: Story, chance: random.Random) -> str:
    """A site of long ago: a page laid out in tables, capitals, tags that nobody closes."""
    body = "".join(f"<P>{escape(part)}\n" for part in story.paragraphs)
    links = "".join(f'<TR><TD><A HREF="/{n}.html"><FONT SIZE=2>{name}</FONT></A></TD></TR>' for n, name in enumerate(_SECTIONS))
    return (
        f"<HTML><HEAD><TITLE>{story.site}: {escape(story.title)}</TITLE><META NAME=\"pubdate\" CONTENT=\"{story.published[:10]}\"></HEAD>"
        f'<BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=760 BORDER=0><TR><TD VALIGN=TOP WIDTH=140><TABLE>{links}</TABLE></TD>'
        f"<TD VALIGN=TOP><H1>{escape(story.title)}</H1><FONT SIZE=2><B>By {story.writer}</B></FONT>{body}</TD>"
        f"<TD VALIGN=TOP WIDTH=160>{''.join(f'<A HREF=/{n}>{_headline(chance)}</A><BR>' for n in range(8))}</TD></TR></TABLE></BODY></HTML>"
    )


def mobile(story: Story, chance: random.Random) -> str:
    """An AMP page: marked up by schema, with its own tags for pictures and advertisements."""
    body = "".join(f'<p>{escape(part)}</p>{"<amp-ad width=300 height=250></amp-ad>" if i % 4 == 3 else ""}' for i, part in enumerate(story.paragraphs))
    return (
        f'<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{escape(story.title)} - {story.site}</title>'
        f'<link rel="canonical" href="{story.url}"><style amp-boilerplate>body{{visibility:visible}}</style></head><body>'
        f'<amp-sidebar id="s"><ul>{"".join(f"<li><a href=/{n}>{n}</a></li>" for n in _SECTIONS)}</ul></amp-sidebar>'
        f'<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{escape(story.title)}</h1>'
        f'<meta itemprop="datePublished" content="{story.published}"><span itemprop="author">{story.writer}</span>'
        f'<amp-img src="a.jpg" width=4 height=3></amp-img><div itemprop="articleBody">{body}</div></article>{_related(chance)}'
        f"<footer><p>© {story.published[:4]} {story.site}</p></footer></body></html>"
    )


def paper(story: Story, chance: random.Random) -> str:
    """A local paper: sections, a summary, subheads, a fact box, a quotation pulled out, a newsletter form."""
    middle = len(story.paragraphs) // 2
    body = "".join(f"{'<h2>What we know</h2>' if i == middle else ''}<p>{escape(part)}</p>" for i, part in enumerate(story.paragraphs))
    return _page(
        story, chance, head=f'<meta name="parsely-pub-date" content="{story.published}"><meta name="byl" content="{story.writer}">',
        main=f'<section class="story"><div class="headline"><h1>{escape(story.title)}</h1></div><div class="dateline">{story.published[:10]}</div>'
        f'{_figure(chance)}<section name="articleBody">{body}<form class="newsletter"><p>Sign up for our newsletter</p><input><button>Go</button></form>'
        f"</section></section>{_related(chance)}{_sidebar(chance)}",
    )


TEMPLATES: tuple[Callable[[Story, random.Random], str], ...] = (modern, weblog, soup, tables, mobile, paper)


def _page(story: Story, chance: random.Random, *, head: str, main: str) -> str:
    menu = "".join(f'<li class="menu-item"><a href="/{name.lower()}">{name}</a></li>' for name in _SECTIONS)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(story.title)} | {story.site}</title>'
        f'<link rel="canonical" href="{story.url}"><meta property="og:title" content="{escape(story.title)}"><meta property="og:type" content="article">'
        f'<meta property="og:site_name" content="{story.site}"><meta property="og:url" content="{story.url}">{head}{_STYLE}{_SCRIPT}</head>'
        '<body class="single">'
        f'<div class="cookie-banner"><p>We use cookies to make this site work. <button>Accept</button></p></div>'
        f'<header class="site-header"><a href="/">{story.site}</a><nav><ul>{menu}</ul></nav></header>{main}'
        f'<footer class="site-footer"><ul>{menu}</ul><p>© {chance.randint(2010, 2025)} {story.site}. All rights reserved.</p></footer>{_SCRIPT}</body></html>'
    )


def _headline(chance: random.Random) -> str:
    return chance.choice(_HEADLINES).format(place=chance.choice(_PLACES))


def _share() -> str:
    return '<ul class="share">' + "".join(f'<li><a href="#">{name}</a></li>' for name in ("Facebook", "Twitter", "WhatsApp", "Email")) + "</ul>"


def _figure(chance: random.Random) -> str:
    place = chance.choice(_PLACES)
    caption = f"The market of {place} in an undated picture. [File: {chance.choice(_WRITERS)}]"
    return f'<figure><img src="{place}.jpg" alt="{place}"><figcaption>{caption}</figcaption></figure>'


def _related(chance: random.Random) -> str:
    cards = "".join(f'<div class="card"><a href="/s/{n}"><img src="{n}.jpg"><h3>{_headline(chance)}</h3></a></div>' for n in range(chance.randint(3, 9)))
    return f'<div class="related-stories"><h2>Related Stories</h2>{cards}</div>'


def _sidebar(chance: random.Random) -> str:
    items = "".join(f'<li><a href="/m/{n}">{_headline(chance)}</a> <span>{n} hours ago</span></li>' for n in range(chance.randint(5, 20)))
    return f'<aside class="sidebar"><h2>Most read</h2><ol>{items}</ol></aside>'


def _comments(chance: random.Random) -> str:
    items = "".join(f'<li class="comment"><cite>{chance.choice(_WRITERS)}</cite><p>{chance.choice(_COMMENTS)}</p></li>' for _ in range(chance.randint(0, 12)))
    return f'<section id="comments" class="comments"><h3>Comments</h3><ol class="comment-list">{items}</ol></section>'
