"""`minutebook schema`: what files may say, for editors that complete and check as one types."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from site_gen.cli.exits import GOOD, refuse
from site_gen.cli.terminal import Terminal
from site_gen.content.json_schema import FILE_SCHEMAS, FileSchema, json_schema
from site_gen.content.schema import FieldType

FOLDER = "schemas"
CMS = "eliostruyf.vscode-front-matter"  # its name in VS Code
# Front Matter CMS shows these kinds of field as forms; entries are left to be typed.
CMS_TYPES = {
    FieldType.TEXT: "string",
    FieldType.FLAG: "boolean",
    FieldType.CHOICE: "choice",
    FieldType.DATE: "datetime",
    FieldType.TEXTS: "list",
}
CMS_FOLDERS = {"meeting": "Minutes", "document": "Documents", "page": "Pages"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "name",
        nargs="?",
        choices=[file.name for file in FILE_SCHEMAS],
        help="print the schema of one kind of file",
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help=f"write every schema to {FOLDER}/, and the settings for VS Code where there are none",
    )


def run(options: argparse.Namespace) -> int:
    """Print one schema, or write what an editor needs."""
    terminal = Terminal(sys.stdout)
    if options.name is not None and not options.write:
        file = next(one for one in FILE_SCHEMAS if one.name == options.name)
        terminal.say(_text(json_schema(file)))
        return GOOD
    if not options.write:
        return refuse("name a kind of file, such as `schema meeting`, or give --write")
    if not options.root.is_dir():
        return refuse(f"there is no folder {options.root}")
    try:
        for said in _write_all(options.root):
            terminal.say(said)
    except OSError as error:
        return refuse(f"the disk did not take the file: {error}")
    return GOOD


def _write_all(root: Path) -> Iterator[str]:
    """Write the schemas; then the settings, but only where nobody has any. Says what was done."""
    for file in FILE_SCHEMAS:
        target = root / FOLDER / f"{file.name}.schema.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(_text(json_schema(file)) + "\n", encoding="utf-8")
    yield f"wrote {len(FILE_SCHEMAS)} schemas to {FOLDER}/"
    for name, settings in (
        (".vscode/settings.json", _vscode_settings()),
        (".vscode/extensions.json", {"recommendations": ["redhat.vscode-yaml", CMS]}),
        ("frontmatter.json", _front_matter_cms()),
    ):
        target = root / name
        try:
            target.parent.mkdir(exist_ok=True)
            with target.open("x", encoding="utf-8") as opened:
                opened.write(_text(settings) + "\n")
            yield f"wrote {name}"
        except FileExistsError:
            yield f"kept {name} as it is; it could hold this:\n{_text(settings)}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _vscode_settings() -> dict[str, Any]:
    """Which schema holds for which file of content/, for the YAML extension."""
    files = (file for file in FILE_SCHEMAS if not file.is_front_matter)
    return {
        "yaml.schemas": {
            f"./{FOLDER}/{file.name}.schema.json": f"content/{file.files}" for file in files
        },
        "files.trimTrailingWhitespace": True,
        "files.eol": "\n",
    }


def _front_matter_cms() -> dict[str, Any]:
    """Forms for the front matter, for the extension Front Matter CMS."""
    files = [file for file in FILE_SCHEMAS if file.is_front_matter]
    return {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.pageFolders": [
            {
                "title": CMS_FOLDERS[file.name],
                "path": f"[[workspace]]/content/{file.files.partition('/')[0]}",
                "contentTypes": [file.name],
            }
            for file in files
        ],
        "frontMatter.taxonomy.contentTypes": [_content_type(file) for file in files],
    }


def _content_type(file: FileSchema) -> dict[str, Any]:
    fields = []
    for field in file.fields:
        if field.type not in CMS_TYPES:
            continue
        shown: dict[str, Any] = {
            "title": field.name.replace("_", " ").capitalize(),
            "name": field.name,
            "type": CMS_TYPES[field.type],
            "description": field.meaning,
            "required": field.is_required,
        }
        if field.type is FieldType.CHOICE:
            shown["choices"] = list(field.choices)
        if field.type is FieldType.DATE:
            shown["dateFormat"] = "yyyy-MM-dd"
        fields.append(shown)
    return {"name": file.name, "pageBundle": False, "fields": fields}
