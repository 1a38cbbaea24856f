"""One article in the clothes of many sites: semantic tags, nameless divs, WordPress, AMP, tables for layout, a saved single-page application."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape

from page_words import WORDS, Words

DAY = "2023-01-28"


def article_lines(words: Words) -> list[str]:
    """What has to be read."""
    cells = [cell for row in words.table for cell in row]
    return [words.headline, *words.paragraphs, words.caption, words.quote, *words.names, *cells]


def furniture_lines(words: Words) -> list[str]:
    """What no claim may come from."""
    return [
        *words.menu, words.also, *words.related, *(said for _, _, said in words.comments), *words.comment_form,
        words.author_box[1], words.cookie, *words.newsletter, *words.popular, words.advert, words.imprint,
    ]  # fmt: skip


def pages() -> Iterator[tuple[str, str, Words]]:
    """(name, html, words) of every page."""
    for words in WORDS:
        for name, template in TEMPLATES.items():
            yield f"{words.lang}-{name}.html", template(words), words


def _p(lines, tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{escape(line, quote=False)}</{tag}>" for line in lines)


def _table(words: Words, style: str = "") -> str:
    head, *body = words.table
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in body)
    return (
        f"<table{style}><tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + f"</tr>{lines}</table>"
    )


def _ld(words: Words) -> str:
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": words.headline,
            "datePublished": f"{DAY}T10:15:00+06:00",
            "publisher": {"@type": "Organization", "name": words.site},
            "articleBody": " ".join(words.paragraphs),
        },
        ensure_ascii=False,
    )


def semantic(w: Words) -> str:
    """A well-made page."""
    comments = "".join(
        f'<li class="comment"><b class="comment-author">{a}</b> <time>{d}</time><p>{s}</p><button>{w.comment_form[3]}</button></li>'
        for a, d, s in w.comments
    )
    return f"""<!DOCTYPE html><html lang="{w.lang}"><head><meta charset="utf-8"><title>{w.headline} | {w.site}</title>
<meta property="article:published_time" content="{DAY}T10:15:00+06:00"><meta property="og:site_name" content="{w.site}">
<script type="application/ld+json">{_ld(w)}</script></head><body>
<div class="cookie-banner"><p>{w.cookie}</p><button>OK</button></div>
<header><a href="/">{w.site}</a><nav><ul>{_p(w.menu, "li")}</ul></nav></header>
<main><article><header><h1>{w.headline}</h1><p class="lead">{w.lead}</p><time datetime="{DAY}">28.01.2023</time></header>
{_p(w.paragraphs[:1])}<figure><img src="a.jpg" alt=""><figcaption>{w.caption}</figcaption></figure>
{_p(w.paragraphs[1:2])}<aside class="read-also"><b>{w.also_label}</b> <a href="/2">{w.also}</a></aside>{_p(w.paragraphs[2:])}
<blockquote><p>{w.quote}</p></blockquote><ul>{_p(w.names, "li")}</ul>{_table(w)}
<div class="ad">{w.advert}</div>
<div class="author-box"><b>{w.author_box[0]}</b><p>{w.author_box[1]}</p></div>
<div class="tags">{_p(w.tags, "a")}</div><div class="social-share">{_p(w.share, "span")}</div></article>
<section class="newsletter"><h3>{w.newsletter[0]}</h3>{_p(w.newsletter[1:])}</section>
<section class="related"><h2>{w.related_label}</h2><ul>{_p(w.related, "li")}</ul></section>
<section id="comments"><h2>{w.comments_label}</h2><ol>{comments}</ol><form><label>{w.comment_form[1]}</label><button>{w.comment_form[2]}</button></form></section>
</main><aside class="sidebar"><h3>{w.popular_label}</h3><ul>{_p(w.popular, "li")}</ul></aside>
<footer><p>{w.imprint}</p></footer></body></html>"""


def soup(w: Words) -> str:
    """Divs whose classes say nothing; the headings alone tell what is what."""
    comments = "".join(
        f'<div class="q1"><div class="q2"><span class="q3">{a}</span><span class="q4">{d}</span></div><div class="q5">{s}</div><div class="q6"><a href="#">{w.comment_form[3]}</a></div></div>'
        for a, d, s in w.comments
    )
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{w.headline}</title></head><body>
<div class="x1"><div class="x2">{"".join(f'<div class="x3"><a href="/{n}">{m}</a></div>' for n, m in enumerate(w.menu))}</div></div>
<div class="k7"><div class="k8"><div class="z0">{w.headline}</div><div class="z1">28.01.2023, 10:15</div>
{"".join(f'<div class="z2">{p}</div>' for p in w.paragraphs[:2])}
<div class="z3"><img src="1.jpg"><div class="z4">{w.caption}</div></div>
<div class="z5">{w.also_label} <a href="/n/2">{w.also}</a></div>
{"".join(f'<div class="z2">{p}</div>' for p in w.paragraphs[2:])}
<div class="z2">{w.quote}</div>{"".join(f'<div class="z2">{n}. {p}</div>' for n, p in enumerate(w.names, 1))}
<div class="z9">{_table(w)}</div>
<div class="z6">{w.author_box[0]}</div><div class="z7">{w.author_box[1]}</div>
<div class="z8">{"".join(f"<span>#{t}</span> " for t in w.tags)}</div>
<div class="s1">{"".join(f"<a href='#'>{t}</a> " for t in w.share)}</div></div>
<div class="r0"><div class="r1">{w.related_label}</div>{"".join(f'<div class="r2"><a href="/r/{n}"><img src="{n}.jpg">{t}</a></div>' for n, t in enumerate(w.related))}</div>
<div class="c0"><div class="c1">{w.comments_label}</div>{comments}<div class="c9">{w.comment_form[0]}</div><div>{w.comment_form[1]}</div><div>{w.comment_form[2]}</div></div>
<div class="n0"><div>{w.newsletter[0]}</div><div>{w.newsletter[1]}</div><div>{w.newsletter[2]}</div></div></div>
<div class="m0"><div class="m1">{w.popular_label}</div>{"".join(f'<div class="m2"><a href="/p/{n}">{t}</a></div>' for n, t in enumerate(w.popular))}</div>
<div class="a0">{w.advert}</div><div class="f0">{w.imprint}</div><div class="f1">{w.cookie}</div></body></html>"""


def wordpress(w: Words) -> str:
    """WordPress with Jetpack's related posts and its own comments."""
    comments = "".join(
        f'<li class="comment even depth-1" id="comment-{n}"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{a}</b></div><div class="comment-metadata"><time>{d}</time></div></footer><div class="comment-content"><p>{s}</p></div><div class="reply"><a>{w.comment_form[3]}</a></div></article></li>'
        for n, (a, d, s) in enumerate(w.comments)
    )
    return f"""<!DOCTYPE html><html lang="{w.lang}"><head><meta charset="UTF-8"><title>{w.headline} &#8211; {w.site}</title><meta property="article:published_time" content="{DAY}T04:15:00+00:00"></head>
<body class="single single-post postid-77"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title">{w.site}</p><nav class="main-navigation"><ul id="primary-menu" class="menu">{_p(w.menu, "li")}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main"><article id="post-77" class="post-77 post type-post status-publish format-standard has-post-thumbnail hentry"><header class="entry-header"><h1 class="entry-title">{w.headline}</h1><div class="entry-meta"><time class="entry-date published" datetime="{DAY}T10:15:00+06:00">28.01.2023</time></div></header>
<div class="entry-content"><div class="wp-caption alignnone"><img src="a.jpg"><p class="wp-caption-text">{w.caption}</p></div>{_p(w.paragraphs[:2])}
<p><strong>{w.also_label}</strong> <a href="https://x.example/3">{w.also}</a></p>{_p(w.paragraphs[2:])}<blockquote class="wp-block-quote"><p>{w.quote}</p></blockquote>
<ol>{_p(w.names, "li")}</ol><figure class="wp-block-table"><!-- t -->{_table(w)}</figure>
<div class="code-block"><p>{w.advert}</p></div>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">{w.share[0]}</h3><ul>{_p(w.share[1:], "li")}</ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>{w.related_label}</em></h3><div class="jp-relatedposts-items">{"".join(f'<div class="jp-relatedposts-post"><h4><a href="/r{n}">{t}</a></h4><p class="jp-relatedposts-post-excerpt">{t}…</p></div>' for n, t in enumerate(w.related))}</div></div></div>
<footer class="entry-footer"><span class="tags-links">{_p(w.tags, "a")}</span></footer></article>
<div class="author-info"><h2 class="author-title">{w.author_box[0]}</h2><p class="author-bio">{w.author_box[1]}</p></div>
<nav class="navigation post-navigation"><div class="nav-previous"><a>{w.related[0]}</a></div><div class="nav-next"><a>{w.related[1]}</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">{w.comments_label}</h2><ol class="comment-list">{comments}</ol><div id="respond" class="comment-respond"><h3 id="reply-title">{w.comment_form[0]}</h3><form id="commentform"><p><label>{w.comment_form[1]}</label></p><p><input type="submit" value="{w.comment_form[2]}"></p></form></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">{w.popular_label}</h2><ul>{_p(w.popular, "li")}</ul></section><section class="widget widget_mc4wp"><h2>{w.newsletter[0]}</h2>{_p(w.newsletter[1:])}</section></aside>
<footer id="colophon" class="site-footer"><div class="site-info">{w.imprint}</div></footer></div><div id="cookie-notice" class="cn-position-bottom">{w.cookie}</div></body></html>"""


def amp(w: Words) -> str:
    """AMP: its own elements, lists of other stories inside the article's element."""
    return f"""<!doctype html><html ⚡ lang="{w.lang}"><head><meta charset="utf-8"><title>{w.headline}</title><script type="application/ld+json">{_ld(w)}</script><style amp-custom>p{{}}</style></head><body>
<amp-sidebar id="sb" layout="nodisplay"><ul>{_p(w.menu, "li")}</ul></amp-sidebar><header class="top"><a>{w.site}</a></header>
<article class="amp-wp-article"><h1>{w.headline}</h1><amp-img src="a.jpg"></amp-img><div class="photo-desc">{w.caption}</div>
{_p(w.paragraphs[:1])}<amp-ad type="adsense">{w.advert}</amp-ad>{_p(w.paragraphs[1:])}<p>{w.quote}</p>
<p>{"<br>".join("• " + name for name in w.names)}</p>{_table(w)}
<p class="more"><a href="/5">{w.also_label} {w.also}</a></p>
<div class="story-bottom"><h3>{w.related_label}</h3><div class="cards">{"".join(f'<a class="card" href="/{n}"><div>{t}</div></a>' for n, t in enumerate(w.related))}</div></div>
<h3>{w.comments_label}</h3><div class="list">{"".join(f'<div class="item"><div class="name">{a}</div><div class="date">{d}</div><div class="msg">{s}</div></div>' for a, d, s in w.comments)}</div>
<a class="btn" href="#">{w.comment_form[0]}</a> <a class="btn">{w.comment_form[1]}</a> <a class="btn">{w.comment_form[2]}</a> <a class="btn">{w.comment_form[3]}</a>
<p>{w.author_box[0]}</p><p>{w.author_box[1]}</p></article>
<div class="bottom"><h4>{w.popular_label}</h4>{"".join(f'<p><a href="/p{n}">{t}</a></p>' for n, t in enumerate(w.popular))}</div>
<div>{w.newsletter[0]}</div><div>{w.newsletter[1]}</div><div>{w.newsletter[2]}</div>
<footer>{w.imprint}</footer><amp-user-notification>{w.cookie}</amp-user-notification></body></html>"""


def layout_table(w: Words) -> str:
    """An old site: the page is a table, paragraphs are ended by <br>, fonts instead of headings."""
    body = "<br><br>\n".join(
        [*w.paragraphs[:2], f"<b>{w.also_label}</b> <a href='/x'>{w.also}</a>", *w.paragraphs[2:], w.quote]
    )
    names = "<br>\n".join(f"- {name}" for name in w.names)
    comments = "".join(
        f"<tr><td bgcolor=#eeeeee><b>{a}</b> ({d})</td></tr><tr><td>{s}<br><a href=#>{w.comment_form[3]}</a></td></tr>"
        for a, d, s in w.comments
    )
    return f"""<HTML><HEAD><META charset=utf-8><TITLE>{w.headline} - {w.site}</TITLE></HEAD><BODY><TABLE width=100%><TR><TD width=150 valign=top>
{"<br>".join(f"<a href=/{n}>{m}</a>" for n, m in enumerate(w.menu))}</TD><TD valign=top><FONT size=5><B>{w.headline}</B></FONT><BR><I>28.01.2023</I><BR><BR>
<TABLE align=left><TR><TD><IMG src=a.jpg></TD></TR><TR><TD><FONT size=1>{w.caption}</FONT></TD></TR></TABLE>
{body}<br><br>{names}<br><br>{_table(w, " border=1")}<br>
<B>{w.related_label}</B><UL>{"".join(f"<LI><A href=/r{n}>{t}</A>" for n, t in enumerate(w.related))}</UL>
<B>{w.comments_label}</B><TABLE width=100%>{comments}</TABLE><B>{w.comment_form[0]}</B><BR>{w.comment_form[1]}: <BR>{w.comment_form[2]}</TD>
<TD width=200 valign=top><B>{w.popular_label}</B><BR>{"<br>".join(f"<a href=/p{n}>{t}</a>" for n, t in enumerate(w.popular))}<HR>{w.advert}<HR>{"<br>".join(w.newsletter)}</TD></TR>
<TR><TD colspan=3>{w.imprint}</TD></TR></TABLE><DIV>{w.cookie}</DIV></BODY></HTML>"""


def application(w: Words) -> str:
    """A page of a JavaScript application saved from the browser: hashed classes, Facebook's comments inside, a Telegram widget."""
    comments = "".join(
        f'<div class="_3-8y _5nz1 clearfix" direction="left"><div class="_ohe lfloat"><img class="_1ci"></div><div class="_42ef"><div class="_50f7"><span class="UFICommentActorName">{a}</span></div><div class="_30o4"><span class="_5mdd"><span>{s}</span></span></div><div class="_2vq9 fsm fwn fcg"><a>{w.comment_form[3]}</a> · <span class="_6qw7">1</span> · <abbr class="livetimestamp">{d}</abbr></div></div></div>'
        for a, d, s in w.comments
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{w.headline}</title><meta property="og:title" content="{w.headline}"><meta name="datePublished" content="{DAY}"></head><body><div id="__next"><div class="Layout_root__a1B2c"><div class="Header_wrap__9xYz1">{"".join(f'<a class="Header_link__k2" href="/{n}">{m}</a>' for n, m in enumerate(w.menu))}</div>
<div class="Article_container__Qw3rT"><h1 class="Article_title__1">{w.headline}</h1><div class="Article_date__2">28.01.2023</div><div class="Article_text__3"><div class="Paragraph_p__4">{w.paragraphs[0]}</div><div class="Image_box__5"><img><span class="Image_description__6">{w.caption}</span></div><div class="Paragraph_p__4">{w.paragraphs[1]}</div>
<div class="Embed_card__7"><div>{w.also_label}</div><a href="/9">{w.also}</a></div><div class="Paragraph_p__4">{w.paragraphs[2]}</div><div class="Quote_q__8">{w.quote}</div><div class="List_l__9">{"".join(f'<div class="List_i__10"><span>—</span> {name}</div>' for name in w.names)}</div>{_table(w)}
<div class="tgme_widget_message"><a class="tgme_widget_message_owner_name">{w.site}</a><div class="tgme_widget_message_text js-message_text">{w.lead}</div></div></div>
<div class="Tags_t__11">{"".join(f"<a>{t}</a>" for t in w.tags)}</div><div class="Share_s__12">{"".join(f"<button>{t}</button>" for t in w.share)}</div><div class="Author_card__13"><div>{w.author_box[0]}</div><div>{w.author_box[1]}</div></div></div>
<div class="Recommend_r__14"><div class="Recommend_title__15">{w.related_label}</div>{"".join(f'<a class="Card_c__16" href="/r{n}"><div class="Card_title__17">{t}</div><div class="Card_date__18">27.01.2023</div></a>' for n, t in enumerate(w.related))}</div>
<div class="fb-comments fb_iframe_widget"><span><div class="_56q9"><div class="_1gl3 _4tpq">{w.comments_label}</div>{comments}<div>{w.comment_form[0]}</div></div></span></div>
<div class="Popular_p__19"><div>{w.popular_label}</div>{"".join(f'<a href="/p{n}">{t}</a>' for n, t in enumerate(w.popular))}</div><div class="Subscribe_s__20"><div>{w.newsletter[0]}</div><div>{w.newsletter[1]}</div><button>{w.newsletter[2]}</button></div><div class="Ad_a__21">{w.advert}</div><div class="Footer_f__22">{w.imprint}</div></div></div><div class="CookieBar_c__23"><p>{w.cookie}</p></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"related": list(w.related), "comments": [s for _, _, s in w.comments]}}, ensure_ascii=False)}</script></body></html>"""


TEMPLATES: dict[str, Callable[[Words], str]] = {
    "semantic": semantic,
    "soup": soup,
    "wordpress": wordpress,
    "amp": amp,
    "layout-table": layout_table,
    "application": application,
}

if __name__ == "__main__":
    import sys
    from pathlib import Path

    for name, html, _ in pages():
        (Path(sys.argv[1]) / name).write_text(html, encoding="utf-8")
