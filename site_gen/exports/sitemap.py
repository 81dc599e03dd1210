"""sitemap.xml: every page, for search engines (the protocol of sitemaps.org)."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from site_gen.exports.xml_text import XML_HEAD, xml_words
from site_gen.site import addresses
from site_gen.site.output import OutputFile
from site_gen.site.settings import Settings

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST_PAGES = 20_000  # in one file; the protocol's own limit is 50,000 and 50 MB


def sitemap_files(pages: Iterable[str], settings: Settings) -> Iterator[OutputFile]:
    """The map of `pages`, addresses from the site's root, sorted; an index and parts when many.

    None when the site does not know its own address: the protocol allows whole ones only. The
    page for what is not found is left out.
    """
    if not settings.address:
        return
    listed = sorted(set(pages) - {addresses.NOT_FOUND})
    parts = [listed[at : at + MOST_PAGES] for at in range(0, len(listed), MOST_PAGES)]
    if len(parts) <= 1:
        yield _file(addresses.SITEMAP, "urlset", "url", listed, settings)
        return
    names = [addresses.sitemap_part_url(number) for number, _ in enumerate(parts, start=1)]
    yield _file(addresses.SITEMAP, "sitemapindex", "sitemap", names, settings)
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", "url", part, settings)


def _file(
    path: str, root_tag: str, tag: str, targets: Sequence[str], settings: Settings
) -> OutputFile:
    urls = (addresses.whole_url(target, site_address=settings.address) for target in targets)
    # Written by hand: a tree of forty thousand elements takes ten times as long.
    lines = (
        f"  <{tag}>\n    <loc>{escape(xml_words(url), quote=False)}</loc>\n  </{tag}>\n"
        for url in urls
    )
    text = f'{XML_HEAD}<{root_tag} xmlns="{NAMESPACE}">\n{"".join(lines)}</{root_tag}>\n'
    return OutputFile(path, text.encode())
