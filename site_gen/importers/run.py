"""Many files into an archive: in order, past bad files, and never over a clerk's edits.

Read `run_import` first.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from site_gen.content.bodies_file import parse_bodies
from site_gen.content.reading import read_source
from site_gen.content.settings_file import parse_settings
from site_gen.importers.findings import look
from site_gen.importers.import_document import import_document
from site_gen.importers.ledger import write_file
from site_gen.importers.options import ImportOptions
from site_gen.importers.outcome import FileOutcome, ImportedFile, ImportRun
from site_gen.importers.places import Places
from site_gen.importers.result import ImportResult
from site_gen.importers.source_files import (
    SourceFile,
    find_sources,
    read_source_file,
    reader_beside,
)
from site_gen.importers.yaml_writing import yaml_value
from site_gen.model.bodies import body_title
from site_gen.site.settings import Settings
from site_gen.text.values import dataclass, field, replace

LEDGER_EVERY = 200  # files between two savings of the ledger
SAME_DAY = "another meeting of this committee on the same day; check that they are not the same"

Progress = Callable[[int, int, str], None]  # files done, files in all, name of the last


def run_import(  # noqa: PLR0913 - what the command lets people say
    paths: Iterable[Path],
    *,
    root: Path,
    body: str = "",
    into: str = "content",
    dry_run: bool = False,
    overwrite: bool = False,
    keep_edits: bool = False,
    progress: Progress | None = None,
    options: ImportOptions | None = None,
) -> ImportRun:
    """Import files and folders into `root`/`into`/meetings/<committee>/<date>.md.

    A bad file is reported and the next is taken. What somebody changed in a file since it was
    imported is merged with what changed in the source. Where both changed the same words the file
    is kept as it is, unless `overwrite` takes the source's file or `keep_edits` the archive's
    words. So is a file that somebody removed, or that import did not write. With `dry_run` nothing
    is written; all else is the same. `options` says more than a caller need say. Raises
    OSError where the archive cannot be written.
    """
    told = options or ImportOptions()
    run = _Run(root, into, Places(root / into, dry_run, overwrite, keep_edits), body or told.body)
    sources = find_sources(paths)
    files: list[ImportedFile] = []
    try:
        for at, source in enumerate(sources, start=1):
            files.append(run.take(source, told))
            if progress is not None:
                progress(at, len(sources), source.name)
            if at % LEDGER_EVERY == 0:
                run.places.save_ledger()
    finally:
        run.places.save_ledger()
    return ImportRun(tuple(files), dry_run, tuple(run.name_bodies()))


@dataclass(slots=True)
class _Run:
    """The archive that is imported into."""

    root: Path
    into: str
    places: Places
    body: str
    _bodies: Mapping[str, str] = field(default_factory=dict)  # names (small letters) to ids
    _settings: Settings = field(default_factory=Settings)
    _found: dict[str, str] = field(default_factory=dict)  # names of committees by id

    def __post_init__(self) -> None:
        bodies = read_source(self.root, f"{self.into}/bodies.yaml").value
        if bodies is not None:
            self._bodies = {
                " ".join(name.name.lower().split()): body.id
                for body in parse_bodies(bodies).value
                for name in body.names
            }
        site = read_source(self.root, f"{self.into}/site.yaml").value
        self._settings = Settings() if site is None else parse_settings(site).value

    def take(self, source: SourceFile, options: ImportOptions) -> ImportedFile:
        """Import one source."""
        if source.is_link:
            message = "this is a symbolic link; links are not followed"
            return ImportedFile(source.path, FileOutcome.REFUSED, message=message)
        try:
            content = read_source_file(source)
        except OSError as error:
            message = f"the file cannot be opened: {error.strerror or error}"
            return ImportedFile(source.path, FileOutcome.FAILED, message=message)
        told = replace(
            options,
            body=self.body,
            folder=options.folder or source.folder,
            bodies=self._bodies,
            settings=self._settings,
            read_beside=reader_beside(source),
        )
        try:
            return self._take(source, content, told)
        except OSError:
            raise  # the archive itself cannot be written
        except Exception as error:  # noqa: BLE001 - one bad file must not stop a thousand
            message = (
                "the file could not be imported because of a mistake in this program "
                f"({type(error).__name__}: {error}). Please report it"
            )
            return ImportedFile(source.path, FileOutcome.FAILED, message=message)

    def _take(self, source: SourceFile, content: bytes, options: ImportOptions) -> ImportedFile:
        name = source.path.name
        result = import_document(name, content, options=options)
        if result.meeting is None:
            return _refused(source, result)
        target = self.places.target(source.name, result.meeting)
        place = f"{self.into}/{target}"
        if (twin := self.places.twin(target)) is not None:
            message = f"the same minutes as {twin}"
            return ImportedFile(source.path, FileOutcome.DUPLICATE, place, message, result=result)
        stem = target.rsplit("/", 1)[1].removesuffix(".md")
        if stem != result.meeting.stem:
            again = replace(options, stem=stem, id=f"{result.meeting.body}-{stem}")
            result = import_document(name, content, options=again)
            result = replace(result, findings=(*result.findings, look("same day", SAME_DAY)))
        if result.meeting is None:
            return _refused(source, result)
        name = result.meeting.body_name or body_title(result.meeting.body)
        self._found.setdefault(result.meeting.body, name)
        told = self.places.put(source.name, target, result.meeting)
        return ImportedFile(source.path, told.outcome, place, told.message, told.difference, result)

    def name_bodies(self) -> list[str]:
        """Write bodies.yaml where there is none; otherwise say which committees it lacks."""
        known = set(self._bodies.values())
        names = {body: name for body, name in sorted(self._found.items()) if body not in known}
        if not names or self.body:
            return []
        path = self.root / self.into / "bodies.yaml"
        if path.exists() or path.is_symlink():
            return [
                f"bodies.yaml does not have these committees; add them to it:\n{_entries(names)}"
            ]
        # Those that had minutes before need no less to be listed, once there is a list.
        names |= {body: body_title(body) for body in self._folders() if body not in names}
        if not self.places.is_dry:
            entries = _entries(names)
            text = f"# The committees, as the imported minutes name them.\n\nbodies:\n{entries}"
            write_file(path, text.encode("utf-8"))
        counted = "1 committee" if len(names) == 1 else f"{len(names)} committees"
        return [f"bodies.yaml now lists {counted}; check the names in it"]

    def _folders(self) -> list[str]:
        """Committees that have a folder of minutes."""
        files = (self.root / self.into / "meetings").glob("*/*.md")
        return sorted({file.parent.name for file in files})


def _entries(names: Mapping[str, str]) -> str:
    """The lines of bodies.yaml for committees by id."""
    return "".join(
        f"  - id: {body}\n    name: {yaml_value(name)}\n" for body, name in names.items()
    )


def _refused(source: SourceFile, result: ImportResult) -> ImportedFile:
    message = "" if result.refusal is None else result.refusal.message
    return ImportedFile(source.path, FileOutcome.REFUSED, message=message, result=result)
