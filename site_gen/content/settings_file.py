"""site.yaml to Settings."""

from site_gen.content.schema import Field, FieldType, SchemaReader
from site_gen.content.web_addresses import read_web_address
from site_gen.content.yaml_tree import parse_yaml
from site_gen.diagnostics import Diagnostic, Parsed
from site_gen.diagnostics.switches import SWITCHABLE, SWITCHES
from site_gen.site.settings import PublicNames, Settings
from site_gen.text.sources import Source
from site_gen.text.web_addresses import SITE_ADDRESS, WEB_ADDRESS

TEXT, TEXTS, FLAG = FieldType.TEXT, FieldType.TEXTS, FieldType.FLAG

SITE_FIELDS = (
    Field(
        "title",
        TEXT,
        "The name of the archive.",
        'title: "Minutes of Exampleton"',
        other_words=("name", "site_title", "site_name"),
    ),
    Field("description", TEXT, "One sentence about it.", 'description: "What was decided"'),
    Field("language", TEXT, "The language of the pages (BCP 47).", "language: en-GB"),
    Field(
        "address",
        TEXT,
        "Where the site lies on the web; needed for feeds, the sitemap and canonical links.",
        "address: https://minutes.example.org/",
        pattern=SITE_ADDRESS,
        other_words=("url", "base_url", "site_url", "domain", "website"),
    ),
    Field(
        "first_address",
        TEXT,
        "After a move, where the site lay first: feeds then bring no old entry as a new one.",
        "first_address: https://town.github.io/minutes/",
        pattern=SITE_ADDRESS,
    ),
    Field("demonstration", FLAG, "Says on every page that nothing is real.", "demonstration: true"),
    Field("noindex", FLAG, "Asks search engines to stay away.", "noindex: true"),
    Field(
        "public_names",
        FieldType.CHOICE,
        "How members of the public are named.",
        "public_names: initials",
        choices=tuple(PublicNames),
    ),
    Field(
        "wording",
        TEXTS,
        "Which sets of phrases are understood, of english, irish, north-american, parish, software "
        "and welsh; all but software when not given.",
        "wording: [english, parish]",
    ),
    Field(
        "phrases",
        FieldType.ENTRIES,
        "Further spellings of a phrase.",
        "phrases: [{phrase: response, spellings: ['Feedback:']}]",
        fields=(
            Field("phrase", TEXT, "The phrase's name.", "phrase: response", is_required=True),
            Field("spellings", TEXTS, "How it is written.", is_required=True),
        ),
    ),
    Field(
        "checks",
        FieldType.PAIRS,
        "How much each message matters: `off`, `hint`, `warning` or `error`, by its code.",
        "checks: {unknown-acronym: off, question-without-response: error}",
        choices=SWITCHES,
        keys=tuple(SWITCHABLE.items()),
    ),
    Field("keywords", TEXTS, "Words that each get a feed.", "keywords: [budget, flooding]"),
    Field("publisher", TEXT, "Who publishes the archive.", 'publisher: "Exampleton Council"'),
    Field("contact", TEXT, "An e-mail or web address for corrections."),
    Field(
        "repository",
        TEXT,
        "Where the Markdown is kept.",
        "repository: https://example.org/r",
        pattern=WEB_ADDRESS,
    ),
)


def parse_settings(source: Source) -> Parsed[Settings]:
    """What site.yaml says; the usual settings where it says nothing or is broken."""
    tree = parse_yaml(source, text=source.text)
    if tree.value is None:
        return Parsed(Settings(), tree.diagnostics)
    reader = SchemaReader()
    values = reader.read(tree.value, SITE_FIELDS)
    problems: list[Diagnostic] = [*tree.diagnostics, *reader.problems]
    usual = Settings()
    address = read_web_address(values, "address", problems, pattern=SITE_ADDRESS)
    first_address = read_web_address(values, "first_address", problems, pattern=SITE_ADDRESS)
    settings = Settings(
        title=values.text("title", usual.title),
        description=values.text("description"),
        language=values.text("language", usual.language),
        address=whole_address(address),
        first_address=whole_address(first_address),
        is_demonstration=values.flag("demonstration"),
        is_noindex=values.flag("noindex"),
        public_names=PublicNames(values.text("public_names", usual.public_names)),
        wording=values.texts("wording") or usual.wording,
        phrases=tuple(
            (entry.text("phrase"), entry.texts("spellings")) for entry in values.entries("phrases")
        ),
        checks=values.pairs("checks"),
        keywords=values.texts("keywords"),
        publisher=values.text("publisher"),
        contact=values.text("contact"),
        repository=read_web_address(values, "repository", problems),
    )
    return Parsed(settings, tuple(problems))


def whole_address(address: str) -> str:
    """The address with one slash at its end; empty stays empty."""
    return address.rstrip("/") + "/" if address else ""
