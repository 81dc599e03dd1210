"""The search page with what every search begins with inside it: code, manifest and styles.

Whoever opens the page with a query waits for one file after another. What stands within the page
costs no way to the host and back of its own, and no connection that files of the index then lack.
The code that asks for those files stands in the head, and of the manifest what it needs; all else
comes while they are on their way. A browser is to have time for other things in between, so what it
does at once is little: the rest of the code stands where the page has been read, and a script that
waits for the end of the page keeps that end, with all that a browser does then, out of the task
before.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from site_gen.archive.reading import StoredArchive
from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.publish.assets import CUT_MARK
from site_gen.publish.page_writing import PageWriter, page_files
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass

SEARCH_KEY = PageKey(PageKind.SEARCH)
BEGINS = "minutebook.searchPage.early();"  # asks for the first files, before there is a page
# As our own templates have them; a page of another's template without them stays as it is.
SCRIPT = re.compile(r'<script src="([^"]*)" id="search-code"></script>')
STYLES = re.compile(r'<link rel="stylesheet" href="([^"]*assets/site\.css)">')
# A module waits until all is read: so what a browser does at the end is a task of its own.
APART = "// Runs when the page has been read."
STYLES_WITHIN = re.compile(r"</style>\n<noscript>.*?</noscript>")
LATER = ("years", "words", "wordDigests", "facets", "people")  # what of a block can wait
END = "</body>"
SCRIPTS_ALLOWED = "script-src 'self'"
STYLES_ALLOWED = "style-src 'self'"
# Not read as all files of the index are, since what reads those takes a moment to load.
RECEIVED = re.compile(r'minutebook\.receive\("manifest",("[^"]*"),(.*)\);\n')
# What would end the element, or hide its end; and addresses, which are those of another folder.
NOT_WITHIN = re.compile(r"</script|<!--", re.IGNORECASE)
NOT_WITHIN_STYLES = re.compile(r"</style|<!--|url\(|@import", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SearchParts:
    """What the search page has within it, each as it stands in its file."""

    code: str
    styles: str
    manifest: str


def search_pages(archive: StoredArchive, writer: PageWriter) -> Iterator[OutputFile]:
    """The finished search page, once the index and the assets are in the output folder."""
    for file in page_files(archive, SEARCH_KEY, writer):
        parts = _read_parts(writer.output)
        yield OutputFile(file.path, with_search(file.content.decode(), parts).encode())


def _read_parts(output: Path) -> SearchParts:
    def read(path: str) -> str:
        return (output / path).read_text(encoding="utf-8")

    return SearchParts(
        read("assets/search.js"), read("assets/search.css"), read("search/manifest.js")
    )


def with_search(html: str, parts: SearchParts) -> str:
    """The page with the code, the styles and the manifest, which is a script of the index, inside.

    Its content policy names code and styles by their digests, so nothing else that stands in the
    page can run (W3C, Content Security Policy Level 3, "hash-source").
    """
    found = SCRIPT.search(html)
    if not found or SCRIPTS_ALLOWED not in html or END not in html or NOT_WITHIN.search(parts.code):
        return html
    early, _, late = parts.code.partition(CUT_MARK)
    early += BEGINS
    manifest, later = _cut_manifest(parts.manifest)
    asks = f'<script data-src="{found[1]}">{early}</script>'
    ends = f'{_data("years", later)}<script type="module">{APART}</script>\n'
    last = f"<script>{late}</script>\n{ends}"
    policy = " ".join([SCRIPTS_ALLOWED, *map(_source, (early, late, APART))])
    before, _, after = html.rpartition(END)
    page = _with_styles(f"{before}{last}{END}{after}", parts.styles)
    page = _after_styles(page, found[0], asks)
    page = page.replace(found[0], _data("manifest", manifest), 1)
    return page.replace(SCRIPTS_ALLOWED, policy, 1)


def _after_styles(page: str, script: str, asks: str) -> str:
    """The page with the code that asks near to the rest of it, for both compress as one."""
    styles = STYLES_WITHIN.search(page)
    place = styles[0] if styles else script
    return page.replace(place, f"{place}\n{asks}", 1)


def _with_styles(html: str, styles: str) -> str:
    """The page with its styles inside. The file of all styles is for paper, and for the page that
    a reader goes to next: code asks for it when results are drawn.
    """
    found = STYLES.search(html)
    if not found or STYLES_ALLOWED not in html or NOT_WITHIN_STYLES.search(styles):
        return html
    policy = f"{STYLES_ALLOWED} {_source(styles)}"
    within = f'<style data-src="{found[1]}">{styles}</style>\n<noscript>{found[0]}</noscript>'
    page = html.replace(found[0], within, 1)
    return page.replace(STYLES_ALLOWED, policy, 1)


def _cut_manifest(manifest: str) -> tuple[str, str]:
    """What the first files are found by, and what counts once those are there."""
    received = RECEIVED.search(manifest)
    if not received:
        raise ValueError("the manifest is not a script of the index")
    digest, value = received[1], json.loads(received[2])
    later = [
        {name: block.pop(name) for name in LATER if name in block}
        for block in value.get("blocks", ())
    ]
    return _said(digest, value), _said(digest, later)


def _said(digest: str, value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'{{"digest":{digest},"value":{written}}}'


def _data(name: str, said: str) -> str:
    """JSON in which nothing looks like the end of a script element."""
    quoted = said.replace("<", "\\u003c")
    return f'<script type="application/json" id="search-{name}">{quoted}</script>\n'


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
