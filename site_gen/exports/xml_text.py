"""Elements as XML files, free of what XML cannot hold."""

import re
import xml.etree.ElementTree as ET

# XML 1.0, what production 2 leaves out: it makes a file that no reader opens. The complement of
# what it lists takes ten times as long to compile.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def xml_words(words: str) -> str:
    """`words` without the characters that XML forbids."""
    return NOT_XML.sub("", words)


def add(parent: ET.Element, tag: str, words: str | None = None, **attributes: str) -> ET.Element:
    """A new last child of `parent`, its words and attributes made fit for XML."""
    clean = {name: xml_words(value) for name, value in attributes.items()}
    child = ET.SubElement(parent, tag, clean)
    child.text = None if words is None else xml_words(words)
    return child


def xml_file(root: ET.Element) -> bytes:
    """The element as a file: UTF-8, indented, a line end at its end."""
    ET.indent(root, "  ")
    written: bytes = ET.tostring(root, encoding="utf-8")
    return XML_HEAD.encode() + written + b"\n"
