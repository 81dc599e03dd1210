"""What the last build left behind: which page made which file, and from what."""

import sqlite3
from collections.abc import Iterable, Mapping, Set
from functools import cached_property

from site_gen.archive.packing import pack, unpack
from site_gen.pages.page_keys import PageKey, PageKind
from site_gen.publish.output_found import Folders, Stamp
from site_gen.publish.report import BuildReport
from site_gen.text.values import dataclass

FINISHED = "finished"
YearLists = Mapping[tuple[PageKind, str], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Finished:
    """What a build that came to its end was made from, and what it said."""

    inputs_key: bytes  # of all that it was made from; equal keys, equal site
    site_key: bytes  # of settings, templates, code, addresses: whatever every page shares
    year_lists: YearLists  # the years of each list that has a page a year
    theme: frozenset[str]  # paths of styles, scripts and pictures
    attachments: Mapping[str, bytes]  # digest of each, by its path within content/
    report: BuildReport


@dataclass
class SiteState:
    """Kept in the store. A build that is cut short leaves none, so the next makes everything."""

    connection: sqlite3.Connection
    finished: Finished | None = None

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> "SiteState":
        """What the last build left; nothing when it did not come to its end."""
        row = connection.execute("SELECT value FROM built WHERE name = ?", (FINISHED,)).fetchone()
        if row is None:
            return cls(connection)
        return cls(connection, unpack(row[0]))

    @cached_property
    def folders(self) -> Folders:
        """Every file as the last build left it, by its folder in the output folder."""
        return self.folders_within("")

    def folders_within(self, start: str) -> Folders:
        """The same of folders whose names begin so."""
        if self.finished is None:
            return {}
        rows = self.connection.execute(
            "SELECT folder, stamps FROM output_folders WHERE substr(folder, 1, ?) = ?",
            (len(start), start),
        )
        return {inside: _stamps(packed) for inside, packed in rows}

    @cached_property
    def left(self) -> Mapping[str, Stamp]:
        """The same by its path in the output folder."""
        return {
            inside + name: stamp
            for inside, files in self.folders.items()
            for name, stamp in files.items()
        }

    @property
    def size(self) -> int:
        """Bytes of all files that the last build left."""
        return sum(size for files in self.folders.values() for size, _ in files.values())

    @cached_property
    def pages(self) -> Mapping[str, PageKey]:
        """The page that made each file, of those that a page made."""
        if self.finished is None:
            return {}
        kinds = {kind.value: kind for kind in PageKind}
        rows = self.connection.execute("SELECT path, kind, id, year FROM outputs")
        return {path: PageKey(kinds[kind], key, year) for path, kind, key, year in rows}

    def begin(self) -> None:
        """From here on the output folder is between two states."""
        self.connection.execute("DELETE FROM built")
        self.connection.commit()

    def finish(
        self,
        finished: Finished,
        made: Mapping[str, Stamp],
        pages: Mapping[str, PageKey],
        gone: Iterable[str],
    ) -> None:
        """All files are in place: those of `made` as they are there now, the others as before.

        Those of `gone` are not of the site any more.
        """
        run, gone = self.connection, {*gone}
        if self.finished is None:  # what there is, a build before one cut short left
            run.execute("DELETE FROM outputs")
            run.execute("DELETE FROM output_folders")
        no_pages = [(path,) for path in {*made, *gone} - pages.keys()]
        run.executemany("DELETE FROM outputs WHERE path = ?", no_pages)
        run.executemany(
            "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?)",
            (_row(path, pages[path]) for path in made if path in pages),
        )
        self._keep_folders(made, gone)
        value = pack(finished)
        run.execute("INSERT OR REPLACE INTO built VALUES (?, ?)", (FINISHED, value))
        run.commit()

    def _keep_folders(self, made: Mapping[str, Stamp], gone: Set[str]) -> None:
        """Keep the stamps of the folders in which something changed."""
        changed: dict[str, dict[str, Stamp]] = {}
        for path in (*made, *gone):
            inside, name = _split(path)
            if inside not in changed:
                changed[inside] = {**self.folders.get(inside, {})}
            if path in made:
                changed[inside][name] = made[path]
            else:
                changed[inside].pop(name, None)
        self.connection.executemany(
            "INSERT OR REPLACE INTO output_folders VALUES (?, ?)",
            ((inside, _packed(files)) for inside, files in changed.items() if files),
        )
        self.connection.executemany(
            "DELETE FROM output_folders WHERE folder = ?",
            ((inside,) for inside, files in changed.items() if not files),
        )


# Columns: a folder can hold twenty thousand files, and each as a value of its own takes four times
# as long to read. No name of a file has a slash in it.
def _packed(files: Mapping[str, Stamp]) -> bytes:
    sizes, changes = zip(*files.values(), strict=True)
    return pack(("/".join(files), sizes, changes))


def _stamps(packed: bytes) -> dict[str, Stamp]:
    names, sizes, changes = unpack(packed)
    return dict(zip(names.split("/"), zip(sizes, changes, strict=True), strict=True))


def _row(path: str, page: PageKey) -> tuple[str, str, str, int]:
    return path, page.kind.value, page.id, page.year


def _split(path: str) -> tuple[str, str]:
    """The folder, as its files' paths begin, and the name."""
    name = path.rpartition("/")[2]
    return path[: len(path) - len(name)], name
