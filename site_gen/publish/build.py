"""One build, from content/ to public/: the order of work.

gather (read, understand, check) -> write pages, data and assets -> remove what is stale
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.pages.every_page import PageKey, every_page
from site_gen.pages.help_text import guide_folder, guide_pictures
from site_gen.pages.renderer import Renderer, template_folders
from site_gen.publish.affected import affected_pages, year_lists
from site_gen.publish.assets import attachment_files, static_files, static_folders
from site_gen.publish.data_files import whole_files, year_files
from site_gen.publish.gathering import STATE, Gathered, GatherOptions, gather
from site_gen.publish.keys import code_key, digest, directory_key, folder_contents
from site_gen.publish.one_at_a_time import one_at_a_time
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.page_writing import PageWriter
from site_gen.publish.progress import Progress, Stages
from site_gen.publish.search_files import write_search
from site_gen.publish.site_state import Finished, SiteState


@dataclass(frozen=True)
class BuildOptions:
    """What to build, from where and to where."""

    root: Path
    output: Path
    address: str = ""
    previous: Path | None = None  # the list of addresses that were published before
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)

    def to_gather(self) -> GatherOptions:
        """What of it concerns reading."""
        return GatherOptions(self.root, self.address, self.previous, self.workers)


@dataclass(frozen=True)
class BuildReport:
    """What a build found and did."""

    diagnostics: tuple[Diagnostic, ...]  # sorted by place
    meetings: int
    records: dict[str, int]  # by kind
    files: int  # of the whole site
    changed: int  # of those, written anew
    removed: int
    seconds: dict[str, float]  # by stage, in order


def build_site(options: BuildOptions, progress: Progress) -> BuildReport:
    """Build the site whole; what did not change is neither made again nor written.

    Raises OutputRefusedError where the output folder cannot be used. Problems of content are in
    the report, and everything that they leave untouched is built.
    """
    stages = Stages(progress)
    output = OutputFolder(options.output)
    output.prepare()
    state_file = options.root / STATE
    with one_at_a_time(state_file.parent), Store.open(state_file) as store:
        gathered = gather(options.to_gather(), store, stages)
        removed = _write_site(options, gathered, output, SiteState.read(store), stages)
        return BuildReport(
            diagnostics=gathered.diagnostics,
            meetings=len(gathered.archive.meeting_ids()),
            records=store.record_counts(),
            files=len(output.written),
            changed=output.changed,
            removed=removed,
            seconds=stages.end(),
        )


def _write_site(
    options: BuildOptions,
    gathered: Gathered,
    output: OutputFolder,
    state: SiteState,
    stages: Stages,
) -> int:
    """Bring the output folder in line with the archive; how many files were removed."""
    stages.begin("Writing pages")
    keys = list(every_page(gathered.archive))
    finished = Finished(_site_key(options, gathered), year_lists(keys))
    if _is_up_to_date(gathered, finished, output, state):
        output.written |= state.outputs.keys()
        return 0
    waiting = _pages_to_make(keys, gathered, finished, state, options.output)
    state.begin()
    made, changed = _page_writer(options, gathered).write(
        waiting, workers=options.workers, told=stages.told
    )
    pages = {**state.paths_of(set(keys) - set(waiting)), **made}
    output.written |= pages.keys()
    output.changed += changed
    stages.begin("Writing data")
    is_whole = len(waiting) == len(keys)
    _write_year_files(gathered, output, state, is_whole=is_whole)
    output.write_all(whole_files(gathered.archive, pages))
    stages.begin("Writing search")
    write_search(gathered.archive, options.root / STATE, output, state, workers=options.workers)
    output.write_all(static_files(static_folders(options.root)))
    output.write_all(guide_pictures())
    output.write_all(attachment_files(options.root, gathered.attachments))
    removed = output.remove_stale()
    state.finish(finished, options.output, {path: pages.get(path) for path in output.written})
    return removed


def _write_year_files(
    gathered: Gathered, output: OutputFolder, state: SiteState, *, is_whole: bool
) -> None:
    """Write the data of each year that a change can have reached; of all when `is_whole`."""
    scope = gathered.changes.scope
    for file in year_files(gathered.archive):
        written = state.outputs.get(file.path)
        is_reached = is_whole or scope is None or file.year in scope.years
        if written is not None and not is_reached and written.is_still(output.folder / file.path):
            output.written.add(file.path)
        else:
            output.write(file.make())


def _is_up_to_date(
    gathered: Gathered, finished: Finished, output: OutputFolder, state: SiteState
) -> bool:
    return (
        not gathered.changes.paths
        and state.finished == finished
        and state.is_untouched(output.folder)
        and output.has_only(state.outputs)
    )


def _pages_to_make(
    keys: list[PageKey], gathered: Gathered, finished: Finished, state: SiteState, folder: Path
) -> list[PageKey]:
    before, scope = state.finished, gathered.changes.scope
    if before is None or before.site_key != finished.site_key or scope is None:
        return keys
    known = {written.page for written in state.outputs.values()}
    again = {*affected_pages(keys, scope), *state.missing_pages(folder)}
    return [
        key
        for key in keys
        if key in again
        or key not in known
        or (
            key.year
            and before.year_lists.get((key.kind, key.id)) != finished.year_lists[key.kind, key.id]
        )
    ]


def _site_key(options: BuildOptions, gathered: Gathered) -> bytes:
    """Of everything that any page may show or be shaped by, besides the minutes."""
    related = {path: url for path, url in gathered.urls.items() if not path.startswith("meetings/")}
    return digest(
        code_key(),
        directory_key(gathered.archive.directory),
        repr((sorted(related.items()), gathered.attachments, gathered.changes.twins)).encode(),
        str(options.output.resolve()).encode(),
        *folder_contents(*template_folders(options.root), *static_folders(options.root)),
        *folder_contents(guide_folder()),
    )


def _page_writer(options: BuildOptions, gathered: Gathered) -> PageWriter:
    archive = gathered.archive
    return PageWriter(
        store_file=options.root / STATE,
        output=options.output,
        directory=archive.directory,
        documents=archive.documents,
        pages=archive.pages,
        urls=gathered.urls,
        renderer=Renderer(template_folders(options.root)),
    )
