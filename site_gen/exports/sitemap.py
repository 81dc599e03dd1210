"""sitemap.xml: every page, for search engines (the protocol of sitemaps.org)."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence

from site_gen.exports.xml_text import add, xml_file
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
    root = ET.Element(root_tag, {"xmlns": NAMESPACE})
    for target in targets:
        add(add(root, tag), "loc", addresses.whole_url(target, site_address=settings.address))
    return OutputFile(path, xml_file(root))
