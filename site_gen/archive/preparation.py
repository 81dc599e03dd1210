"""What the settings alone give to whoever understands minutes: worked out once, and kept.

Four hundred people and three hundred spellings take a tenth of a second to take apart, and a
change of one meeting would do it again.
"""

from collections.abc import Mapping

from site_gen.minutes.names import PersonName, person_name
from site_gen.minutes.wording import Placed, placed_spellings, take_wording
from site_gen.site.directory import Directory
from site_gen.text.values import dataclass


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is worked out of some settings."""

    names: Mapping[str, PersonName | None]  # as people.yaml has them, taken apart
    spellings: tuple[Placed, ...]

    def use(self, directory: Directory) -> None:
        """Have the wording of the settings at hand, which `directory` has too."""
        settings = directory.settings
        take_wording(settings.wording, settings.phrases, self.spellings)


def prepare_settings(directory: Directory) -> Preparation:
    """The preparation of these settings."""
    settings = directory.settings
    spellings = placed_spellings(settings.wording, settings.phrases)
    people = directory.people.values()
    return Preparation(
        {name: person_name(name) for person in people for name in (person.name, *person.spellings)},
        tuple((position, spelling.prepared()) for position, spelling in spellings),
    )
