"""The search page with what every search begins with inside it: its code and the index's manifest.

Whoever opens the page with a query waits for one file after another. Code and manifest cost a way
to the host and back of their own when they are files; within the page they come with it.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from site_gen.archive.reading import StoredArchive
from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.publish.page_writing import PageWriter, page_files
from site_gen.site.output import OutputFile

SEARCH_KEY = PageKey(PageKind.SEARCH)
CODE = "assets/search.js"
MANIFEST = "search/manifest.js"
BEGINS = "minutebook.searchPage.early();"  # asks for the first files, before there is a page
# As our own templates have them; a page of another's template without them stays as it is.
SCRIPT = re.compile(r'<script src="([^"]*)" id="search-code"></script>')
POLICY = "script-src 'self'"
# Not read as all files of the index are, since what reads those takes a moment to load.
RECEIVED = re.compile(r'minutebook\.receive\("manifest",("[^"]*"),(.*)\);\n')
NOT_WITHIN = re.compile(r"</script|<!--", re.IGNORECASE)  # would end the element, or hide its end


def search_pages(archive: StoredArchive, writer: PageWriter) -> Iterator[OutputFile]:
    """The finished search page, once the index and the scripts are in the output folder."""
    for file in page_files(archive, SEARCH_KEY, writer):
        code = (writer.output / CODE).read_text(encoding="utf-8")
        manifest = (writer.output / MANIFEST).read_text(encoding="utf-8")
        yield OutputFile(file.path, with_search(file.content.decode(), code, manifest).encode())


def with_search(html: str, code: str, manifest: str) -> str:
    """The page with the code and the manifest, which is a script of the index, inside it.

    Its content policy names the code by its digest, so nothing else that stands in the page can
    run (W3C, Content Security Policy Level 3, "hash-source").
    """
    found = SCRIPT.search(html)
    if not found or POLICY not in html or NOT_WITHIN.search(code):
        return html
    scripts = (
        f'<script data-src="{found[1]}">{code}</script>\n'
        f'<script type="application/json" id="search-manifest">{_as_data(manifest)}</script>\n'
        f"<script>{BEGINS}</script>"
    )
    policy = f"{POLICY} {_source(code)} {_source(BEGINS)}"
    return html.replace(found[0], scripts, 1).replace(POLICY, policy, 1)


def _as_data(manifest: str) -> str:
    """The manifest as JSON, in which nothing looks like the end of a script element."""
    return RECEIVED.sub(r'{"digest":\1,"value":\2}', manifest).replace("<", "\\u003c")


def _source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
