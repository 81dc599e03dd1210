"""One build, from content/ to public/: the order of work.

gather (read, understand, check) -> write pages, data and assets -> remove what is stale
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

from site_gen.archive.store import Store
from site_gen.diagnostics import Diagnostic
from site_gen.pages.every_page import every_page
from site_gen.pages.renderer import Renderer, template_folders
from site_gen.publish.assets import attachment_files, static_files, static_folders
from site_gen.publish.data_files import data_files
from site_gen.publish.gathering import STATE, Gathered, gather
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.page_writing import PageWriter
from site_gen.publish.progress import Progress, Stages


@dataclass(frozen=True)
class BuildOptions:
    """What to build, from where and to where."""

    root: Path
    output: Path
    address: str = ""
    previous: Path | None = None  # the list of addresses that were published before
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)


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
    """Build the site whole; nothing is written where nothing changed.

    Raises OutputRefusedError where the output folder cannot be used. Problems of content are in
    the report, and everything that they leave untouched is built.
    """
    stages = Stages(progress)
    output = OutputFolder(options.output)
    output.prepare()
    with Store.open(options.root / STATE) as store:
        gathered = gather(
            options.root, store, stages, address=options.address, workers=options.workers
        )
        stages.begin("Writing pages")
        _write_pages(options, gathered, output, stages)
        stages.begin("Writing data")
        output.write_all(data_files(gathered.archive))
        output.write_all(static_files(static_folders(options.root)))
        output.write_all(attachment_files(options.root, gathered.attachments))
        removed = output.remove_stale()
        return BuildReport(
            diagnostics=gathered.diagnostics,
            meetings=len(gathered.archive.meeting_ids()),
            records=store.record_counts(),
            files=len(output.written),
            changed=output.changed,
            removed=removed,
            seconds=stages.end(),
        )


def _write_pages(
    options: BuildOptions, gathered: Gathered, output: OutputFolder, stages: Stages
) -> None:
    archive = gathered.archive
    writer = PageWriter(
        store_file=options.root / STATE,
        output=options.output,
        directory=archive.directory,
        documents=archive.documents,
        pages=archive.pages,
        urls=gathered.urls,
        renderer=Renderer(template_folders(options.root)),
    )
    keys = list(every_page(archive))
    written, changed = writer.write(keys, workers=options.workers, told=stages.told)
    output.written |= written
    output.changed += changed
