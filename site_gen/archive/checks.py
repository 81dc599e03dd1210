"""What only shows when all files are seen together."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from site_gen.archive.content_links import ContentLink, check_links
from site_gen.archive.links import check_earlier_answers, find_earlier_answers
from site_gen.archive.promises import check_promises
from site_gen.archive.store import Store, Twin
from site_gen.content.attachments import check_attachment, normal_path
from site_gen.content.discovery import how_to_import
from site_gen.diagnostics import Diagnostic
from site_gen.diagnostics.rules import finding
from site_gen.model.meetings import Meeting
from site_gen.site.page_names import year_of
from site_gen.text.places import Place
from site_gen.text.slugs import slugify
from site_gen.text.values import replace


def check_archive(
    root: Path,
    store: Store,
    links: Iterable[ContentLink],
    *,
    urls: Mapping[str, str],
    twins: Iterable[Twin],
    texts: Iterable[str] = (),
) -> tuple[Diagnostic, ...]:
    """Everything wrong between files, sorted: ids given twice, links to nothing, attachments.

    `urls` gives the page of each path within content/ that has one, `twins` what
    `Store.shadow_twins` found, `texts` the Word files and the like that lie in content/.
    """
    every_link = (*links, *store.links())
    answers = find_earlier_answers(store)
    return tuple(
        sorted(
            (
                *_twins(twins),
                *_clashing_bodies(store),
                *check_earlier_answers(answers),
                *check_promises(store, answers),
                *check_links(every_link, urls=urls, has_fragment=_Fragments(store)),
                *_attachments(root, every_link),
                *_texts_left(texts, every_link),
            ),
            key=lambda found: found.sort_key,
        )
    )


def published_attachments(root: Path, links: Iterable[ContentLink]) -> tuple[str, ...]:
    """Paths within content/ of the attachments that may be published, sorted."""
    paths = {link.target for link in links if link.is_attachment}
    return tuple(
        sorted(path for path in paths if check_attachment(root, path, place=Place(path)) is None)
    )


def addresses_of(meeting: Meeting) -> frozenset[str]:
    """Every anchor in the meeting's page that a link may name."""
    found: set[str] = set()
    for item in meeting.items:
        found.add(item.address)
        found.update(record.address for record in item.records)
        found.update(decision.address for decision in item.decisions)
    return frozenset(found)


class _Fragments:
    """Answers whether a page has an anchor, reading each meeting at most once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, frozenset[str]] = {}

    def __call__(self, path: str, fragment: str) -> bool:
        if path not in self._known:
            meeting = self._store.meeting_at(f"content/{path}")
            self._known[path] = addresses_of(meeting) if meeting is not None else frozenset()
        return fragment in self._known[path]


def _twins(twins: Iterable[Twin]) -> Iterator[Diagnostic]:
    for meeting_id, shown, hidden in twins:
        message = f'"{meeting_id}" is already the address of {shown}; this file is not shown'
        hint = _id_of_its_own(meeting_id, shown, hidden)
        yield finding("meeting-id-twice", Place(hidden), message, hint)


def _id_of_its_own(meeting_id: str, *paths: str) -> str:
    """What to do about two files of one address, with the words that one has in its name."""
    stems = sorted((PurePosixPath(path).stem for path in paths), key=len)
    further = slugify(stems[1].removeprefix(stems[0])) if stems[1].startswith(stems[0]) else ""
    where = f"{stems[1]}.md" if further else "this file"
    line = f"id: {meeting_id}-{further or 'b'}"
    return f"give {where} an id of its own: a line such as `{line}`"


def _clashing_bodies(store: Store) -> Iterator[Diagnostic]:
    """Committees whose page would lie where another's page of a year does."""
    bodies = [body for (body,) in store.select("SELECT DISTINCT body FROM meetings ORDER BY body")]
    for body in bodies:
        if (other := year_of(body)) in bodies:
            ((path,),) = store.select("SELECT min(path) FROM meetings WHERE body = ?", body)
            message = f'"{body}" would have the address of a year of the committee "{other}"'
            yield finding("id-twice", Place(path), message, "give the committee another name")


def _attachments(root: Path, links: Iterable[ContentLink]) -> Iterator[Diagnostic]:
    for link in links:
        if link.is_of_file:
            problem = check_attachment(root, link.target, place=link.place)
            if problem is not None:
                yield problem


def _texts_left(texts: Iterable[str], links: Iterable[ContentLink]) -> Iterator[Diagnostic]:
    """A hint for each Word file and the like that nothing names, and so nobody sees."""
    named = {normal_path(link.target) for link in links if link.is_attachment}
    for path in texts:
        if path.removeprefix("content/") not in named:
            message = f'"{PurePosixPath(path).name}" is no Markdown, and no minutes name it'
            hint = f"{how_to_import(path)}; or name it under `attachments:`"
            found = finding("file-not-imported", Place(path), message, hint)
            yield replace(found, hides_line=True)
