"""The order of work when something changed.

gather (read, understand, check) -> write pages, data, search and assets -> remove what is stale
"""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path

from site_gen.archive.reading import StoredArchive
from site_gen.archive.scope import Scope
from site_gen.archive.store import Store
from site_gen.pages.every_page import every_page
from site_gen.pages.help_text import guide_pictures
from site_gen.pages.page_keys import PageKey
from site_gen.pages.renderer import Renderer
from site_gen.publish.affected import affected_pages, year_lists
from site_gen.publish.assets import attachment_file, static_files
from site_gen.publish.beside import Beside
from site_gen.publish.data_files import (
    PermalinksBefore,
    changed_permalinks,
    is_in_feeds,
    is_in_permalinks,
    is_stale,
    map_files,
    newest_files,
    permalinks_files,
    year_files,
)
from site_gen.publish.gathering import Gathered, GatherOptions, gather
from site_gen.publish.inputs import Inputs, content_digest
from site_gen.publish.keys import code_key, digest
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.output_found import OutputFound
from site_gen.publish.own_state import STATE
from site_gen.publish.page_writing import PageWriter
from site_gen.publish.progress import Stages
from site_gen.publish.report import BuildOptions, BuildReport, Built
from site_gen.publish.saved_page import SavedPages
from site_gen.publish.search_files import SearchFiles
from site_gen.publish.search_page import SEARCH_KEY, search_pages
from site_gen.publish.search_update import load_shards
from site_gen.publish.site_state import Finished, SiteState, YearLists
from site_gen.site.addresses import PERMALINKS, ROBOTS, SEARCH, attachment_url
from site_gen.site.output import OutputFile
from site_gen.site.theme_folders import static_folders, template_folders
from site_gen.text.values import dataclass


@dataclass(frozen=True)
class Work:
    """All that one build is made from and writes to."""

    options: BuildOptions
    inputs: Inputs
    key: bytes  # of all that the site is made from
    theme: bytes  # of templates, styles, scripts and pictures
    state: SiteState
    output: OutputFolder
    stages: Stages
    look: Callable[[], OutputFound]  # how the output folder differs from what the last build left
    beside: Beside | None  # a process that does its part


def make_site(work: Work) -> Built:
    """Bring the output folder in line with the archive, and remember what was done."""
    options, stages, output = work.options, work.stages, work.output
    store = Store(work.state.connection)
    renderer = _renderer(work)

    asked = GatherOptions(
        options.root,
        work.inputs,
        options.address,
        options.previous,
        options.workers,
        work.beside,
        (work.look, renderer.load, lambda: (work.state.left, work.state.pages), load_shards),
    )
    gathered = gather(asked, store, stages)
    found = work.look()
    sound = work.state.left.keys() - found.touched
    search = SearchFiles(
        gathered.archive, options.root / STATE, output, sound, found.touched, beside=work.beside
    )
    keys = list(every_page(gathered.archive))
    years = year_lists(keys)
    site_key = _site_key(work, gathered)
    waiting = _pages_to_make(keys, gathered, years, work.state, site_key, found.touched)
    work.state.begin()
    writer = _page_writer(work, gathered, renderer)
    pages = _write_pages(work, writer, gathered.archive, keys, waiting)
    _write_data(work, gathered, pages.keys(), sound, is_whole=len(waiting) == len(keys))
    records = store.record_counts()
    stages.begin("Writing search")
    search.write_share()
    theme = _write_theme(work, site_key, sound)
    attachments = _write_attachments(work, gathered.attachments, sound)
    before, size = work.state.left, work.state.size
    search.write(workers=options.workers)
    stages.begin("Finishing")
    output.write_all(search_pages(gathered.archive, writer))
    gone = {path for path in before if path not in output.written}
    removed = output.remove_stale(gone | found.strange, found.empty)
    made = output.stamps(output.made | output.written.difference(before))
    size += sum(made[path][0] for path in made)
    size -= sum(before[path][0] for path in before.keys() & (made.keys() | gone))
    report = BuildReport(
        diagnostics=gathered.diagnostics,
        meetings=len(gathered.archive.meeting_ids()),
        records=records,
        files=len(output.written),
        size=size,
        changed=output.changed,
        removed=removed,
        seconds={},
    )
    looks_same = _theme_stands(work)
    is_same = gathered.is_settled and looks_same and attachments == _known(work, attachments)
    finished = Finished(
        work.key if is_same else b"",  # without it the next build makes sure of everything
        site_key if looks_same else b"",  # and without this it makes every page again
        years,
        theme,
        attachments,
        report,
    )
    work.state.finish(finished, made, pages, gone)
    return Built(report, SavedPages(options.root, writer))


def _pages_to_make(
    keys: list[PageKey],
    gathered: Gathered,
    years: YearLists,
    state: SiteState,
    site_key: bytes,
    touched: Set[str],
) -> list[PageKey]:
    before, scope = state.finished, gathered.changes.scope
    if before is None or before.site_key != site_key or scope is None:
        return keys
    known = {*state.pages.values()}
    again = {*affected_pages(keys, scope), *map(state.pages.get, touched)}
    lists = {which for which, found in years.items() if before.year_lists.get(which) != found}
    return [
        key
        for key in keys
        if key in again or key not in known or (key.year and (key.kind, key.id) in lists)
    ]


def _site_key(work: Work, gathered: Gathered) -> bytes:
    """Of everything that any page may show or be shaped by, besides the minutes."""
    directory = gathered.archive.directory  # with what the shaping knows nothing of
    related = {path: url for path, url in gathered.urls.items() if not path.startswith("meetings/")}
    return digest(
        gathered.shaping,
        repr((directory.bodies, directory.documents, directory.pages)).encode(),
        repr((sorted(related.items()), gathered.attachments, gathered.changes.twins)).encode(),
        os.fsencode(work.options.output.resolve()),
        work.theme,
    )


def _write_pages(
    work: Work,
    writer: PageWriter,
    archive: StoredArchive,
    keys: list[PageKey],
    waiting: list[PageKey],
) -> Mapping[str, PageKey]:
    """Write the pages of `waiting`; the page of every path, those left as they are too.

    Not the search page, which is made of the search index.
    """
    work.stages.begin("Writing pages")
    now = [key for key in waiting if key != SEARCH_KEY]
    made, changed = writer.write(now, archive, workers=work.options.workers, told=work.stages.told)
    resting = {*keys}.difference(waiting)
    left = {path: page for path, page in work.state.pages.items() if page in resting}
    work.output.keep(left)
    work.output.wrote(made, changed)
    return {**left, **made, SEARCH: SEARCH_KEY}


def _page_writer(work: Work, gathered: Gathered, renderer: Renderer) -> PageWriter:
    archive, root = gathered.archive, work.options.root
    return PageWriter(
        store_file=root / STATE,
        output=work.options.output,
        directory=archive.directory,
        documents=archive.documents,
        pages=archive.pages,
        urls=gathered.urls,
        renderer=renderer,
    )


def _renderer(work: Work) -> Renderer:
    root = work.options.root
    compiled = _compiled_templates((root / STATE).parent)
    return Renderer(template_folders(root), compiled, work.theme)


def _compiled_templates(state_folder: Path) -> Path:
    """The folder for templates as code: one for each state of our own code, the latest kept."""
    folder = state_folder / "templates" / code_key().hex()
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.mkdir(parents=True)
    return folder


def _theme_stands(work: Work) -> bool:
    """Whether the archive's own templates, styles and scripts are as they were at the beginning."""
    own = [path for path in work.inputs.digests if not path.startswith("content/")]
    return work.inputs.stand(work.options.root, own, below=("templates", "static"))


def _write_data(
    work: Work, gathered: Gathered, pages: Set[str], sound: Set[str], *, is_whole: bool
) -> None:
    """Write every data file that a change can have reached; all of them when `is_whole`."""
    work.stages.begin("Writing data")
    archive = gathered.archive
    scope = None if is_whole else gathered.changes.scope
    for file in year_files(archive):
        if file.path in sound and scope is not None and not is_stale(file, scope):
            work.output.keep([file.path])
        else:
            work.output.write(file.make())
    _write_permalinks(work, archive, scope, sound)
    _write_unless(
        scope is not None and pages == work.state.pages.keys(),
        lambda: map_files(archive, pages),
        _left(work, "", ROBOTS) | _left(work, "", "sitemap"),
        work.output,
        sound,
    )
    _write_unless(
        scope is not None and not is_in_feeds(scope),
        lambda: newest_files(archive),
        _left(work, "feeds/"),
        work.output,
        sound,
    )


def _write_unless(
    is_same: bool,
    make: Callable[[], Iterable[OutputFile]],
    left: Set[str],
    output: OutputFolder,
    sound: Set[str],
) -> None:
    """Write files, unless what they say is the same and those that were left are still there."""
    if is_same and left <= sound:
        output.keep(left)
    else:
        output.write_all(make())


def _left(work: Work, folder: str, begins: str = "") -> Set[str]:
    """Files that the last build left in a folder of the site, by what their names begin with."""
    names = work.state.folders.get(folder, {})
    return {folder + name for name in names if name.startswith(begins)}


def _write_permalinks(
    work: Work, archive: StoredArchive, scope: Scope | None, sound: Set[str]
) -> None:
    """Write permalinks.json: it has a line of each meeting, and most stay as they are."""
    output = work.output
    if scope is None or PERMALINKS not in sound:
        output.write_all(permalinks_files(archive))
    elif not is_in_permalinks(scope):
        output.keep([PERMALINKS])
    elif "meetings" in scope.differing:
        before = PermalinksBefore((output.folder / PERMALINKS).read_bytes(), scope.meetings)
        output.write_all(permalinks_files(archive, before))
    else:
        output.rewrite(PERMALINKS, changed_permalinks(archive, scope.meetings))


def _write_theme(work: Work, site_key: bytes, sound: Set[str]) -> frozenset[str]:
    """Write styles, scripts and pictures, unless they are as they were; their paths."""
    last, output = work.state.finished, work.output
    if last is not None and last.site_key == site_key and last.theme <= sound:
        output.keep(last.theme)
        return last.theme
    before = frozenset(output.written)
    output.write_all(static_files(static_folders(work.options.root)))
    output.write_all(guide_pictures())
    return frozenset(output.written - before)


def _write_attachments(work: Work, paths: Iterable[str], sound: Set[str]) -> Mapping[str, bytes]:
    """Copy the attachments that are not there already; the digest of each, by path."""
    before = work.state.finished.attachments if work.state.finished else {}
    found: dict[str, bytes] = {}
    for path in sorted(set(paths)):
        url = attachment_url(path)
        if url in sound and path in before and {path: before[path]} == _known(work, [path]):
            work.output.keep([url])
            found[path] = before[path]
        else:
            file = attachment_file(work.options.root, path)
            work.output.write(file)
            found[path] = content_digest(file.content)
    return found


def _known(work: Work, attachments: Iterable[str]) -> Mapping[str, bytes]:
    """The digest of each as it was when the build began."""
    return {path: work.inputs.digests.get(f"content/{path}", b"") for path in attachments}
