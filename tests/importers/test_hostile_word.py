"""Word files that are none, are damaged or mean harm are refused in plain words."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from site_gen.importers.findings import RefusalReason, RefusedError
from site_gen.importers.import_document import import_document
from site_gen.importers.word import package as package_module
from site_gen.importers.word.package import open_package
from site_gen.importers.word.xml import parse_xml
from tests.importers.word_files import W, level, listed, numbering, paragraph, word_file, zipped

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def refusal(name: str, content: bytes) -> tuple[RefusalReason, str]:
    result = import_document(name, content)
    assert result.refusal is not None
    assert result.meeting is None
    return result.refusal.reason, result.refusal.message


@pytest.mark.parametrize(
    ("name", "content", "reason", "words"),
    [
        ("~$nutes.docx", b"\x05Clerk", RefusalReason.LOCK_FILE, "lock file"),
        ("a.docx", b"", RefusalReason.EMPTY, "is empty"),
        ("a.txt", b"\xef\xbb\xbf \n\t\n", RefusalReason.EMPTY, "is empty"),
        ("a.docx", b"no zip at all", RefusalReason.CORRUPT, "damaged or was renamed"),
        ("a.docx", b"PK\x03\x04 and nothing more", RefusalReason.CORRUPT, "damaged"),
        ("a.zip", b"PK\x05\x06" + b"\x00" * 18, RefusalReason.NO_DOCUMENT, "empty zip"),
        ("a.zip", zipped({"x.txt": b"hello"}), RefusalReason.NO_DOCUMENT, "1 file in it"),
        ("a.xlsx", zipped({"xl/workbook.xml": b"<a/>"}), RefusalReason.NO_DOCUMENT, "Excel"),
        ("a.pptx", zipped({"ppt/a.xml": b"<a/>"}), RefusalReason.NO_DOCUMENT, "PowerPoint"),
        ("a.odt", zipped({"content.xml": b"<a/>"}), RefusalReason.OTHER_FORMAT, "OpenDocument"),
        (
            "a.docx",
            COMPOUND + "EncryptedPackage".encode("utf-16-le"),
            RefusalReason.PROTECTED,
            "password",
        ),
        (
            "a.doc",
            COMPOUND + "WordDocument".encode("utf-16-le"),
            RefusalReason.OTHER_FORMAT,
            "old form",
        ),
        ("a.msg", COMPOUND, RefusalReason.OTHER_FORMAT, "Outlook"),
        ("a.pdf", b"%PDF-1.7", RefusalReason.OTHER_FORMAT, "PDF"),
        ("a.rtf", b"{\\rtf1}", RefusalReason.OTHER_FORMAT, "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n", RefusalReason.NO_DOCUMENT, "picture"),
        ("a.json", b'{"minutes": []}', RefusalReason.NO_DOCUMENT, "data or settings"),
        ("a.eml", b"Received: from x", RefusalReason.OTHER_FORMAT, "e-mail"),
        ("a.txt", b"\x00\x01\x02", RefusalReason.NO_DOCUMENT, "binary"),
        ("a.docx", word_file(paragraph(" ")), RefusalReason.EMPTY, "holds no words"),
        ("a.docx", zipped({"word/document.xml": b"<w"}), RefusalReason.CORRUPT, "is not XML"),
        ("a.docx", zipped({"word/document.xml": b""}), RefusalReason.CORRUPT, "is not XML"),
    ],
)
def test_a_file_that_is_no_word_file_is_said_to_be_what_it_is(
    name: str, content: bytes, reason: RefusalReason, words: str
) -> None:
    told, message = refusal(name, content)
    assert told is reason
    assert words in message


def test_an_encrypted_zip_is_said_to_be_protected() -> None:
    content = bytearray(word_file(paragraph("Text.")))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        offset = 6 if start.endswith(b"\x04") else 8
        at = content.find(start)
        while at >= 0:
            content[at + offset] |= 0x1
            at = content.find(start, at + 4)
    assert refusal("a.docx", bytes(content))[0] is RefusalReason.PROTECTED


ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>'
    "</w:document>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    content = zipped({"word/document.xml": ENTITIES.encode(encoding)})
    reason, message = refusal("a.docx", content)
    assert reason is RefusalReason.UNSAFE
    assert "entities" in message


def test_an_external_entity_is_never_opened() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    with pytest.raises(RefusedError, match="unsafe"):
        parse_xml(bomb.encode(), "part")


def test_elements_nested_without_end_are_refused() -> None:
    deep = b"<w>" * 10_000
    with pytest.raises(RefusedError, match="nested deeper"):
        parse_xml(deep, "part")


def test_a_part_that_unpacks_to_far_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_BYTES_OF_PART", 10_000)
    content = word_file(paragraph("x" * 50_000))
    reason, message = refusal("a.docx", content)
    assert reason is RefusalReason.UNSAFE
    assert "unpacks to more than 10,000 bytes" in message


def test_parts_together_are_bounded_too() -> None:
    content = word_file(paragraph("x" * 50_000))
    package = open_package(content)
    package._left = 10_000
    with pytest.raises(RefusedError, match="unpacks to more"):
        package.read(package.main)


def test_thousands_of_parts_are_refused() -> None:
    content = zipped({f"word/{number}.xml": b"" for number in range(5_001)})
    assert refusal("a.docx", content)[0] is RefusalReason.UNSAFE


def test_a_part_that_says_it_is_smaller_than_it_is_does_no_harm() -> None:
    content = bytearray(word_file(paragraph("x" * 5_000)))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1).to_bytes(4, "little")
    assert import_document("a.docx", bytes(content)).refusal is not None


GOOD = word_file(
    listed("CALL TO ORDER", run="<w:b/>"),
    paragraph("Minutes of the Example Council held on Monday 11 December 2017"),
    parts={"numbering.xml": numbering(level(0, "decimal", "%1."))},
)


def test_a_truncated_file_is_refused_wherever_it_breaks_off() -> None:
    for length in range(4, len(GOOD) - 1, 37):
        result = import_document("2017-12-11.docx", GOOD[:length])
        assert result.refusal is not None
        assert result.refusal.reason in (RefusalReason.CORRUPT, RefusalReason.NO_DOCUMENT)


def test_flipped_bytes_never_raise() -> None:
    random_bytes = random.Random(20171211)
    for _ in range(300):
        content = bytearray(GOOD)
        for _ in range(random_bytes.randint(1, 12)):
            content[random_bytes.randrange(len(content))] = random_bytes.randrange(256)
        result = import_document("a.docx", bytes(content))
        assert (result.meeting is None) != (result.refusal is None)


def test_damaged_xml_inside_a_sound_zip_never_raises() -> None:
    random_bytes = random.Random(7)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(300):
        damaged = dict(parts)
        name = random_bytes.choice(sorted(parts))
        content = bytearray(parts[name])
        at = random_bytes.randrange(len(content))
        content[at : at + random_bytes.randint(0, 6)] = random_bytes.randbytes(
            random_bytes.randint(0, 6)
        )
        damaged[name] = bytes(content)
        result = import_document("a.docx", zipped(damaged))
        assert (result.meeting is None) != (result.refusal is None)


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.md", "a.txt", "a"])
def test_random_bytes_never_raise(name: str) -> None:
    random_bytes = random.Random(name)
    for start in (
        b"",
        b"PK\x03\x04",
        b"<!DOCTYPE html>",
        b"---\n",
        b"\xff\xfe",
        b"\xd0\xcf\x11\xe0",
    ):
        for _ in range(40):
            content = start + random_bytes.randbytes(random_bytes.randint(0, 400))
            result = import_document(name, content)
            assert (result.meeting is None) != (result.refusal is None)
