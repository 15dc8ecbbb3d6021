"""Every item of a feed is a dispatch."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.feed import dispatches, sniff
from dragoman.sources.parts.skipped import Skipped

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Herald &amp; Sun</title>
<language>en-us</language>
<item><title>Ministers &lt;b&gt;meet&lt;/b&gt;</title><link>https://herald.example/1</link>
<pubDate>Fri, 06 Dec 2024 01:00:00 +0900</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>They met &amp; talked.</p><script>no()</script><p>They<br>parted.</p>]]></content:encoded>
</item>
<item><title>No body</title><link>javascript:no()</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>通讯社</title>
<entry><title>会谈</title><id>https://agency.example/2</id><updated>2024-12-05T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>双方同意。</p><p>他说。</p></div></content></entry></feed>"""


def all_of(data: bytes) -> list[Dispatch | Skipped]:
    return list(dispatches(data, "news.xml"))


def test_rss() -> None:
    first, second = all_of(RSS.encode())
    assert first == Dispatch(
        "Ministers meet\nThey met & talked.\nThey\nparted.",
        "news.xml#1",
        outlet="The Herald & Sun",
        title="Ministers meet",
        published="2024-12-06",  # the day in the writer's time zone
        language="en",
        address="https://herald.example/1",
        media_type="text/html",
        charset="utf-8",
    )
    assert isinstance(second, Dispatch)
    assert (second.text, second.origin, second.address) == ("No body", "news.xml#2", None)


def test_atom_in_another_character_set() -> None:
    data = f'<?xml version="1.0" encoding="gb2312"?>{ATOM}'.encode("gb18030")
    (found,) = all_of(data)
    assert isinstance(found, Dispatch)
    assert (found.text, found.outlet, found.published) == ("会谈\n双方同意。\n他说。", "通讯社", "2024-12-05")
    assert (found.language, found.address) == ("zh", "https://agency.example/2")


def test_a_date_that_is_none_is_left_out() -> None:
    first = all_of(RSS.replace("Fri, 06 Dec 2024 01:00:00 +0900", "soon").encode())[0]
    assert isinstance(first, Dispatch)
    assert first.published is None


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    data = RSS.encode()
    first, *rest = all_of(data[: data.index(b"<item><title>No")])
    assert isinstance(first, Dispatch)
    assert first.title == "Ministers meet"
    assert next(item for item in rest if isinstance(item, Skipped)).reason.startswith(
        "is malformed, so that items may be"
    )


def test_entities_do_not_unfold() -> None:
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = RSS.replace("<rss", f'<!DOCTYPE rss [<!ENTITY e0 "ha">{steps}]><rss', 1).replace("Short.", "&e11;")
    assert sum(len(item.text) for item in all_of(bomb.encode()) if isinstance(item, Dispatch)) < 100_000


def test_files_are_not_read() -> None:
    thief = RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss', 1).replace(
        "No body", "A &f; z"
    )
    assert not any("root:" in item.text for item in all_of(thief.encode()) if isinstance(item, Dispatch))


@pytest.mark.parametrize("data", [b"<rss><channel></channel></rss>", b"<urlset></urlset>", b"no markup", b"<rss"])
def test_without_items_it_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"news\.xml: is a feed without items"):
        all_of(data)


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (RSS.encode(), True),
        (ATOM.encode(), True),
        (b"<?xml version='1.0'?><!-- x --><rdf:RDF xmlns:rdf='r'>", True),
        (b"<!DOCTYPE html><html>", False),
        (b"We feed on <rss>", False),
    ],
)
def test_a_feed_is_known_by_its_root(head: bytes, answer: bool) -> None:
    assert sniff(head) is answer
