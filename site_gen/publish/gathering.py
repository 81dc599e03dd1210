"""The first half of every command: read, understand and check, write nothing but the store."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from site_gen.archive.bodies import body_of
from site_gen.archive.checks import check_archive, published_attachments
from site_gen.archive.published import PublishedList, check_missing_meetings, parse_published
from site_gen.archive.reading import StoredArchive
from site_gen.archive.related_documents import RelatedDocuments
from site_gen.archive.store import Store
from site_gen.content.discovery import ContentTree, find_content
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.rules import finding
from site_gen.diagnostics.switches import switched
from site_gen.publish.beside import Beside
from site_gen.publish.inputs import Inputs
from site_gen.publish.keys import digest, shaping_key
from site_gen.publish.progress import Stages
from site_gen.publish.understanding import PREPARATION, SETTINGS, Changes, MinutesReader
from site_gen.site.addresses import attachment_url
from site_gen.site.directory import Directory
from site_gen.text.places import Place
from site_gen.text.values import dataclass, replace


@dataclass(frozen=True)
class Gathered:
    """The archive, understood and checked."""

    archive: StoredArchive
    urls: Mapping[str, str]  # of each path within content/ that has a page or is published
    shaping: bytes  # key of code and settings: all that shapes what is understood of a file
    changes: Changes  # since the store was last brought up to date
    attachments: tuple[str, ...]  # paths within content/ that are published as they are
    diagnostics: tuple[Diagnostic, ...]  # sorted by place, each once
    is_settled: bool  # nothing was saved between the look at the inputs and the reading of them


@dataclass(frozen=True)
class GatherOptions:
    """What to read, and what wins over it."""

    root: Path
    inputs: Inputs
    address: str = ""  # wins over the one of site.yaml
    previous: Path | None = None  # the list of addresses that were published before
    workers: int = 1
    beside: Beside | None = None  # a process that does its part
    # What may be done while that one reads: the first first, since the rest can wait.
    meanwhile: Iterable[Callable[[], object]] = ()


def gather(options: GatherOptions, store: Store, stages: Stages) -> Gathered:
    """Bring the store in line with content/, and check everything."""
    root = options.root
    stages.begin("Reading")
    opened: list[str] = []  # files whose digests are not compared when they are read
    tree = store.remembered("tree", options.inputs.names_key, lambda: find_content(root))
    settings, shaping = store.remembered(
        SETTINGS,
        digest(_digests(options.inputs, tree.settings), options.address.encode()),
        lambda: _read_directory(root, tree, options.address, opened),
    )
    store.ensure(PREPARATION, shaping, lambda: _prepare(settings.value))
    published = _read_published(options.previous)
    if published.value.is_demonstration and not settings.value.settings.is_demonstration:
        # Whoever makes a copy their own owes nothing to what it showed before.
        published = Parsed(PublishedList(published.value.path), published.diagnostics)
    stages.begin("Understanding")
    reader = MinutesReader(
        root=root,
        inputs=options.inputs,
        directory=settings.value,
        shaping=shaping,
        workers=options.workers,
        beside=options.beside,
        meanwhile=options.meanwhile,
        published=published.value,
        told=stages.told,
    )
    changes = reader.bring_up_to_date(store, tree.meetings)
    stages.begin("Checking")
    related = store.remembered(
        "documents",
        _digests(options.inputs, (*tree.documents, *tree.pages)),
        lambda: _read_documents(root, tree, opened),
    )
    if related.documents:
        shown = store.select("SELECT id FROM meetings WHERE NOT is_shadowed")
        related = related.among({meeting for (meeting,) in shown})
    urls = {**store.urls(), **related.urls()}
    found = {
        *tree.diagnostics,
        *settings.diagnostics,
        *published.diagnostics,
        *store.diagnostics(),
        *related.diagnostics,
        *check_archive(
            root, store, related.links, urls=urls, twins=changes.twins, texts=tree.texts
        ),
    }
    if published.value.meetings:
        every = {meeting for (meeting,) in store.select("SELECT id FROM meetings")}
        found |= {*check_missing_meetings(published.value, every)}
    told = switched(found, dict(settings.value.settings.checks))
    attachments = published_attachments(root, (*related.links, *store.links()))
    urls |= {path: attachment_url(path) for path in attachments}
    directory = complete_directory(settings.value, store, related)
    is_settled = changes.is_settled and options.inputs.stand(root, opened)
    if not is_settled:
        store.unsettle()
    return Gathered(
        archive=StoredArchive(store, directory, related.documents, related.pages),
        urls=urls,
        shaping=shaping,
        changes=changes,
        attachments=attachments,
        diagnostics=tuple(sorted(told, key=lambda one: one.sort_key)),
        is_settled=is_settled,
    )


# What reads these takes longer to load than all of a small change, and mostly they are remembered.
def _read_directory(
    root: Path, tree: ContentTree, address: str, opened: list[str]
) -> tuple[Parsed[Directory], bytes]:
    """What the settings files say, and the key of all that shapes what is understood."""
    from site_gen.archive.settings_reading import read_directory  # noqa: PLC0415

    opened += tree.settings
    read = read_directory(root, tree, address=address)
    return read, shaping_key(read.value)


def _prepare(directory: Directory) -> object:
    from site_gen.archive.preparation import prepare_settings  # noqa: PLC0415

    return prepare_settings(directory)


def _read_documents(root: Path, tree: ContentTree, opened: list[str]) -> RelatedDocuments:
    from site_gen.archive.documents_reading import read_documents  # noqa: PLC0415

    opened += (*tree.documents, *tree.pages)
    return read_documents(root, tree)


def _digests(inputs: Inputs, paths: Iterable[str]) -> bytes:
    """A key of those files; `code_key` is the store's own."""
    parts = ((path.encode(), inputs.digests.get(path, b"")) for path in paths)
    return digest(*(part for pair in parts for part in pair))


def _read_published(file: Path | None) -> Parsed[PublishedList]:
    """The list in `file`; empty without one. One that cannot be read is an error."""
    if file is None:
        return Parsed(PublishedList())
    try:
        return parse_published(file.read_text(encoding="utf-8"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        reason = os.strerror(error.errno or 0) if isinstance(error, OSError) else "it is no text"
        message = f"the list of published addresses cannot be read: {reason}"
        problem = finding("permalinks-broken", Place(str(file)), message)
        return Parsed(PublishedList(str(file)), (problem,))


def complete_directory(directory: Directory, store: Store, related: RelatedDocuments) -> Directory:
    """The directory with the committees that only folders name, documents and pages."""
    named = [row[0] for row in store.select("SELECT DISTINCT body FROM meetings ORDER BY body")]
    bodies = dict(directory.bodies)
    for body_id in named:
        bodies.setdefault(body_id, body_of(body_id, directory.bodies))
    return replace(
        directory,
        bodies=bodies,
        documents={one.path.removeprefix("content/"): one.id for one in related.documents.values()},
        pages={page.id: page.title for page in related.pages.values()},
    )
