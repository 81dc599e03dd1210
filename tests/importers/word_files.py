"""Small Word files for tests, made from the XML of their paragraphs."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20


def paragraph(text: str, *, properties: str = "", run: str = "") -> str:
    """A paragraph of one run; `properties` and `run` are XML of w:pPr and w:rPr."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def bold(text: str, **more: str) -> str:
    """A bold paragraph."""
    return paragraph(text, run="<w:b/>", **more)


def listed(text: str, *, number: int = 1, level: int = 0, run: str = "") -> str:
    """A paragraph of a list."""
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=properties, run=run)


def level(at: int, format: str, text: str, *, start: int = 1, more: str = "") -> str:  # noqa: A002
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, *, numbers: str = "") -> str:
    """numbering.xml with one abstract list; list 1 uses it, `numbers` are further ones."""
    return (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{numbers}</w:numbering>'
    )


def styles(content: str) -> str:
    """styles.xml."""
    return f'<w:styles xmlns:w="{W}">{content}</w:styles>'


def word_file(
    *paragraphs: str, parts: dict[str, str | bytes] | None = None, relations: str = ""
) -> bytes:
    """A Word file with these paragraphs. `parts` are further parts of word/ by name.

    Each of them is related to the text by its own name: "numbering.xml", "styles.xml".
    `relations` are further relationships, as XML.
    """
    document = f"<w:document {NAMESPACES}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    own = "".join(
        f'<Relationship Id="part{at}" Type="{R}/{name.split(".")[0].rstrip("0123456789")}"'
        f' Target="{name}"/>'
        for at, name in enumerate(parts or {})
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _relations(
            f'<Relationship Id="one" Type="{R}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(own + relations),
    }
    files |= {f"word/{name}": content for name, content in (parts or {}).items()}
    return zipped(files)


def strict(content: bytes) -> bytes:
    """The same Word file in the strict form of the standard."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped(
        {
            name: part.replace(W.encode(), STRICT_W.encode()).replace(R.encode(), STRICT_R.encode())
            for name, part in files.items()
        }
    )


def zipped(files: dict[str, str | bytes] | dict[str, bytes]) -> bytes:
    """A zip of files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def _relations(entries: str) -> str:
    return f'<Relationships xmlns="{PACKAGE_RELATIONS}">{entries}</Relationships>'
