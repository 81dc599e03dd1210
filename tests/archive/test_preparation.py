"""What the settings give once and for all is the same after it was kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from site_gen.archive.packing import pack, unpack
from site_gen.archive.people import PeopleIndex
from site_gen.archive.preparation import Preparation, prepare_settings
from site_gen.archive.store import Store
from site_gen.minutes.names import person_name
from site_gen.minutes.wording import load_wording
from site_gen.site.directory import Directory
from site_gen.site.settings import Settings
from tests.archive.test_people import OFFICES, PEOPLE

FURTHER = (("question", ("{speaker} wished to know",)),)
DIRECTORY = Directory(
    settings=Settings(phrases=FURTHER),
    people={person.id: person for person in PEOPLE},
    offices={office.id: office for office in OFFICES},
)


def kept() -> Preparation:
    found: Preparation = unpack(pack(prepare_settings(DIRECTORY)))
    return found


def test_kept_spellings_tell_what_fresh_ones_tell() -> None:
    settings = DIRECTORY.settings
    fresh = load_wording(settings.wording, FURTHER)
    kept().use(DIRECTORY)
    taken = load_wording(settings.wording, FURTHER)
    assert taken is not fresh
    for position, spelling in kept().spellings:
        assert spelling.known == (spelling.needs, spelling.beginnings), position
        assert spelling.prepared().known == spelling.known
    for text in ("Cllr Hill wished to know when.", "RESOLVED that it be so.", "It rained."):
        assert taken.sentences(text) == fresh.sentences(text)
        assert taken.openings(text) == fresh.openings(text)


def test_kept_names_are_those_that_were_printed() -> None:
    names = kept().names
    assert names == {name: person_name(name) for name in names}
    assert names.keys() >= {person.name for person in PEOPLE}
    fresh, known = PeopleIndex(PEOPLE, OFFICES), PeopleIndex(PEOPLE, OFFICES, names)
    assert [known.nearest(name) for name in names] == [fresh.nearest(name) for name in names]


def test_what_was_worked_out_of_other_settings_is_not_recalled(tmp_path: Path) -> None:
    with Store.open(tmp_path / "state.sqlite") as store:
        for key in (b"one", b"one", b"two"):
            store.ensure("preparation", key, partial(bytes, key))
            assert store.recalled("preparation") == key
        assert store.recalled("preparation", b"two") == b"two"
        assert store.recalled("preparation", b"one") is None
        store.ensure("preparation", b"two", lambda: b"not asked for")
        assert store.recalled("preparation") == b"two"
