"""The zip that a Word file is: opened with care, its parts found by their relations."""

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from xml.etree.ElementTree import Element

from site_gen.importers.findings import RefusalReason, RefusedError
from site_gen.importers.word.xml import parse_xml
from site_gen.text.values import dataclass, field

MOST_PARTS = 5_000
MOST_BYTES_OF_PART = 64_000_000  # unpacked
MOST_BYTES = 256_000_000  # unpacked, all parts that are read
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    OverflowError,
)
PARTS_OF_OTHERS = (
    ("xl/", "an Excel workbook", RefusalReason.NO_DOCUMENT),
    ("ppt/", "a PowerPoint presentation", RefusalReason.NO_DOCUMENT),
    ("content.xml", "an OpenDocument file; save it as Word (.docx)", RefusalReason.OTHER_FORMAT),
    ("META-INF/container.xml", "an e-book", RefusalReason.NO_DOCUMENT),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part leads."""

    type: str  # the last word of the relation's type: "image", "footnotes"
    target: str  # name of a part, or an address outside the file
    is_external: bool


@dataclass(slots=True)
class WordPackage:
    """The parts of a Word file, read on demand and never more than the limits allow."""

    archive: zipfile.ZipFile
    main: str  # name of the part that holds the text
    _names: dict[str, str]  # by small letters
    _left: int = field(default=MOST_BYTES)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None when there is none. Raises RefusedError."""
        written = self._names.get(name.lower())
        if written is None:
            return None
        content = _read_part(self.archive, written, min(MOST_BYTES_OF_PART, self._left))
        self._left -= len(content)
        return content

    def xml(self, name: str) -> Element | None:
        """The root of a part that is XML; None when there is none. Raises RefusedError."""
        content = self.read(name)
        return None if content is None else parse_xml(content, name)

    def relations(self, name: str) -> dict[str, Relation]:
        """The relations of a part, by id."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {} if root is None else _relations(root, folder)

    def related(self, type: str) -> tuple[str, ...]:  # noqa: A002 - the standard's own word
        """Names of the parts that the text is related to by `type`, each once, in order."""
        found = (one for one in self.relations(self.main).values() if one.type == type)
        return tuple(dict.fromkeys(one.target for one in found if not one.is_external))


def open_package(content: bytes) -> WordPackage:
    """The Word file in `content`. Raises RefusedError that says what the file is instead."""
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        infos = archive.infolist()
    except BROKEN as error:
        raise _corrupt("the zip that every Word file is cannot be opened") from error
    if len(infos) > MOST_PARTS:
        message = f"this file holds {len(infos):,} parts; a Word file has some twenty"
        raise RefusedError(RefusalReason.UNSAFE, message)
    if any(info.flag_bits & 0x1 for info in infos):
        message = "this zip is protected by a password"
        raise RefusedError(RefusalReason.PROTECTED, message)
    names = {info.filename.lower().replace("\\", "/"): info.filename for info in infos}
    package = WordPackage(archive, "", names)
    package.main = _main_part(package, names)
    return package


def _main_part(package: WordPackage, names: dict[str, str]) -> str:
    for relation in package.relations("").values():
        target = relation.target
        is_text = relation.type == "officeDocument" and not relation.is_external
        if is_text and target.lower() in names and not target.startswith(("xl/", "ppt/")):
            return target
    if "word/document.xml" in names:
        return "word/document.xml"
    raise _no_document(names)


def _no_document(names: dict[str, str]) -> RefusedError:
    for part, kind, reason in PARTS_OF_OTHERS:
        if any(name.startswith(part.lower()) for name in names):
            return RefusedError(reason, f"this is {kind}, not a Word file")
    files = sum(not name.endswith("/") for name in names)
    if not files:
        return RefusedError(RefusalReason.NO_DOCUMENT, "this is an empty zip, not a Word file")
    message = (
        f"this is a zip with {files} {'file' if files == 1 else 'files'} in it, not a Word file; "
        "unpack it and import what it holds"
    )
    return RefusedError(RefusalReason.NO_DOCUMENT, message)


def _read_part(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    try:
        with archive.open(name) as part:
            content = part.read(limit + 1)
    except RuntimeError as error:  # how zipfile says that a part is encrypted
        message = "this file is protected by a password"
        raise RefusedError(RefusalReason.PROTECTED, message) from error
    except BROKEN as error:
        raise _corrupt(f"its part {name} cannot be unpacked") from error
    if len(content) > limit:
        message = f"its part {name} unpacks to more than {limit:,} bytes; no minutes are so long"
        raise RefusedError(RefusalReason.UNSAFE, message)
    return content


def _relations(root: Element, folder: str) -> dict[str, Relation]:
    found = {}
    for entry in root:
        target = entry.get("Target", "")
        is_external = entry.get("TargetMode", "") == "External"
        if not is_external:
            whole = target if target.startswith("/") else posixpath.join("/", folder, target)
            target = posixpath.normpath(whole).lstrip("/")
        kind = entry.get("Type", "").rsplit("/", 1)[-1]
        found[entry.get("Id", "")] = Relation(kind, target, is_external)
    return found


def _corrupt(what: str) -> RefusedError:
    message = f"this file is damaged: {what}; open it in Word and save it again"
    return RefusedError(RefusalReason.CORRUPT, message)
