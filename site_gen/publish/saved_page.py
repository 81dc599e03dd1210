"""The page of minutes that were just saved, written before the rest of the site is looked at.

Whoever writes minutes with their page beside them waits for that page alone. The build that
follows makes it again with everything else, and the same build made without this is the same.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.archive.reading import StoredArchive
from site_gen.archive.store import Store
from site_gen.content.reading import read_ordinary
from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.publish.output_folder import OutputFolder
from site_gen.publish.page_writing import PageWriter, page_files
from site_gen.site.addresses import meeting_url
from site_gen.site.output import OutputFile
from site_gen.text.values import dataclass

if TYPE_CHECKING:
    from site_gen.archive.assemble import Understanding


@dataclass(frozen=True)
class SavedPages:
    """Writes single pages by what the latest build knew of everything else."""

    root: Path
    writer: PageWriter

    @cached_property
    def understanding(self) -> "Understanding":
        """What understands minutes, loaded when it is asked for: few builds are of a preview."""
        from site_gen.archive.assemble import Understanding  # noqa: PLC0415

        return Understanding(self.writer.directory)

    def prepare(self, before: "SavedPages | None") -> None:
        """Load now what the first page needs; what `before` has loaded serves again if it can."""
        if before is not None and before.writer.directory == self.writer.directory:
            self.__dict__["understanding"] = before.understanding
        elif (path := self.latest_minutes()) is not None:
            self._made(path)  # the first time takes longest

    def latest_minutes(self) -> str | None:
        """The path of the minutes that were shown latest; None where there are none."""
        with Store.open_readonly(self.writer.store_file) as store:
            return store.latest_path()

    def write(self, path: str) -> bool:
        """Write the page of the minutes at `path` below the root; whether there was one to write.

        Minutes that the latest build did not have under the same address are left to the next.
        Raises OSError when the disk does not take it.
        """
        files = self._made(path)
        output = OutputFolder(self.writer.output)
        if not files or not output.is_prepared:  # a page alone would not look like a site of ours
            return False
        output.write_all(files)
        return True

    def addresses(self, paths: Iterable[str]) -> dict[str, str]:
        """The page of the minutes at each of `paths`, as the latest build has it, if it has one."""
        with Store.open_readonly(self.writer.store_file) as store:
            shown = [row for path in paths for row in _shown(store, path)]
        return {path: meeting_url(meeting_id) for path, meeting_id in shown}

    def _made(self, path: str) -> list[OutputFile]:
        try:
            content = read_ordinary(self.root / path)
        except OSError:
            return []  # gone again, or half renamed; the build says what there is to say
        meeting = self.understanding.understand(path, content).meeting
        if meeting is None:
            return []
        with Store.open_readonly(self.writer.store_file) as store:
            if (path, meeting.id) not in _shown(store, path):
                return []
            archive = StoredArchive(
                store,
                self.writer.directory,
                self.writer.documents,
                self.writer.pages,
                saved=meeting,
            )
            key = PageKey(PageKind.MEETING, meeting.id)
            return list(page_files(archive, key, self.writer))


def _shown(store: Store, path: str) -> list[tuple[str, str]]:
    rows = store.select("SELECT path, id FROM meetings WHERE path = ? AND NOT is_shadowed", path)
    return [(found, meeting_id) for found, meeting_id in rows]
