"""Pagefind's index of the same pages, and the smallest page that searches it."""

import subprocess
from pathlib import Path

from benchmarks.peers.pagefind import Pagefind

# As many results as Minutebook shows, each with its title and its best passage, as they come.
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,">
</head><body>
<script type="module">
const pagefind = await import("./pagefind/pagefind.js");
const found = await pagefind.search(new URLSearchParams(location.search).get("q"));
const list = document.createElement("ol");
document.body.append(list);
if (!found.results.length) {
  const nothing = document.createElement("p");
  nothing.id = "search-nothing";
  document.body.append(nothing);
}
await Promise.all(found.results.slice(0, 10).map(async (one) => {
  const entry = document.createElement("li");
  list.append(entry);
  const { url, meta, excerpt } = await one.data();
  const link = document.createElement("a");
  link.href = url;
  link.textContent = meta.title;
  const passage = document.createElement("p");
  passage.innerHTML = excerpt;
  entry.append(link, passage);
  entry.className = "finding";
}));
list.dataset.drawn = found.results.length;
</script></body></html>
"""


def index_pages(pagefind: Pagefind, site: Path, folder: Path) -> None:
    """A site in `folder` that searches the pages of meetings of `site`; kept when it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "search.html").write_text(PAGE, encoding="utf-8")
    if (folder / "pagefind").exists():
        return
    options = ["--glob", "meetings/*.html", "--root-selector", "main"]
    output = ["--output-path", str(folder / "pagefind")]
    subprocess.run([*pagefind.command, str(site), *options, *output], check=True)
