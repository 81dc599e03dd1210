"""What the whole site knows by name: its settings, bodies, people, offices, acronyms and pages."""

from collections.abc import Mapping

from site_gen.model.bodies import Body
from site_gen.model.glossary import Glossary
from site_gen.model.people import Office, Person
from site_gen.site.settings import Settings
from site_gen.text.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Directory:
    """Small, the same for every page, and handed to each worker once."""

    settings: Settings = field(default_factory=Settings)
    bodies: Mapping[str, Body] = field(default_factory=dict)  # by id, in the order to show
    people: Mapping[str, Person] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    documents: Mapping[str, str] = field(
        default_factory=dict
    )  # path within content/ to document id
    pages: Mapping[str, str] = field(default_factory=dict)  # page id to title, content/pages/
