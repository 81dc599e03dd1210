"""Names and offices as minutes print them."""

import time

import pytest

from site_gen.minutes.names import (
    is_office,
    is_person,
    is_speaker,
    parse_speaker,
    person_name,
    split_title,
)


@pytest.mark.parametrize(
    ("printed", "title", "given", "family"),
    [
        ("Mr Example", "Mr", (), "Example"),
        ("Mr. A. Example", "Mr", ("A.",), "Example"),
        ("Dr Ann Example", "Dr", ("Ann",), "Example"),
        ("Councillor J. P. Example", "Councillor", ("J.", "P."), "Example"),
        ("County Councillor T Example", "County Councillor", ("T",), "Example"),
        ("Cllr Mrs Example-Jones", "Cllr Mrs", (), "Example-Jones"),
        ("Cmhlr. Ó Example", "Cmhlr", (), "Ó Example"),
        ("Mayor J. Example", "Mayor", ("J.",), "Example"),
        ("P. Van Example", "", ("P.",), "Van Example"),
        ("Pádraig Ó Súilleabháin", "", ("Pádraig",), "Ó Súilleabháin"),
        ("Сковорода Никита", "", ("Сковорода",), "Никита"),
        ("Example (J)", "", ("J",), "Example"),
        ("O’Example", "", (), "O’Example"),
        ("Mr Page", "Mr", (), "Page"),  # an ordinary word behind a title is a name
        ("B. Street", "", ("B.",), "Street"),
        ("April Example", "", ("April",), "Example"),
        ("Mr Warden", "Mr", (), "Warden"),
        ("Cllr A", "Cllr", (), "A"),
        ("Ann Example MBE", "", ("Ann",), "Example"),
    ],
)
def test_a_name_is_taken_apart(
    printed: str, title: str, given: tuple[str, ...], family: str
) -> None:
    name = person_name(printed)
    assert name is not None
    assert (name.title, name.given, name.family) == (title, given, family)


@pytest.mark.parametrize(
    "printed",
    ["the motion", "The Committee", "Members", "Councillors", "Planning Committee", "Town Road",
     "March", "Key points included", "A resident", "AGREED", "None", "Deputy Chief Executive",
     "Election of Chairman", "12 people", "Mr", "", "Councillor said that", "x" * 300,
     "Corporate Services", "The Mayor", "Sectoral Interests", "Report", "I"],
)  # fmt: skip
def test_ordinary_words_are_no_name(printed: str) -> None:
    assert not is_person(printed)


@pytest.mark.parametrize(
    "printed",
    ["The Director of Children’s Social Work and Early Help", "Mayor", "the Town Clerk",
     "A/Director, Support Services – Finance, Corporate, Human Resources and ICT",
     "Assistant City Mayor for Children and Young people", "Deputy Chief Executive",
     "Executive Councillor for Parks", "Head of Digital Strategy", "An Cathaoirleach",
     "Minutes Secretary", "Public Health Director", "Adoption Manager", "Election Officer",
     "Environment, Heritage and Transport Manager", "Chair of the Board", "Senior Planner"],
)  # fmt: skip
def test_an_office_is_known_by_its_words(printed: str) -> None:
    assert is_office(printed[:1].upper() + printed[1:])
    assert not is_person(printed)


@pytest.mark.parametrize(
    "printed",
    ["Mr Example", "Councillor Example, Chair of the Board", "Joyce Example Chairman",
     "Election of Chairman", "Chairman’s Report", "Update from the Clerk", "This officer",
     "ADOPTION OF THE VOLUNTEER RESOLUTION", "The officer said that it was good", "Councillor",
     "Councillor Example the dates", "the", "Declaration of Interest by Chairman", "M. Clerk",
     "Is the Director there?"],
)  # fmt: skip
def test_people_items_and_sentences_are_no_office(printed: str) -> None:
    assert not is_office(printed)


@pytest.mark.parametrize(
    ("printed", "name", "office"),
    [
        ("Mr Example", "Mr Example", None),
        ("The Director of Housing", None, "Director of Housing"),
        ("Councillor Example, Chair of the Board", "Councillor Example", "Chair of the Board"),
        ("Executive Councillor for Parks (Councillor Example)", "Councillor Example",
         "Executive Councillor for Parks"),
        ("Director, Physical Development (Mr. K. Example)", "Mr. K. Example",
         "Director, Physical Development"),
        ("Director of Support (Finance and ICT) (Mr. S. Example)", "Mr. S. Example",
         "Director of Support (Finance and ICT)"),
        ("Mrs T Example (Vice-Chair)", "Mrs T Example", "Vice-Chair"),
        ("Councillor Seán Example, Mayor.", "Councillor Seán Example", "Mayor"),
        ("Miss Example - Chairperson", "Miss Example", "Chairperson"),
        ("Mrs Claire Example -Chairman", "Mrs Claire Example", "Chairman"),
        ("Roxie Example, Port Manager", "Roxie Example", "Port Manager"),
        ("Joyce Example Chairman", "Joyce Example", "Chairman"),
        ("Ray Example Deputy Chairman", "Ray Example", "Deputy Chairman"),
        ("Ms. J. Example Director of Service", "Ms. J. Example", "Director of Service"),
        ("As neither the Chairman or Vice-Chairman", None, None),
        ("Ann Example @ann_99 (voting member)", "Ann Example", "voting member"),
        ("the Mayor, Councillor Example", "Councillor Example", "Mayor"),
        ("Mr Example of 12 Elm Road, Overby", "Mr Example", None),
        ("Mrs A Example from Mill Lane", "Mrs A Example", None),
        ("Mr Example, 12b Elm Road", "Mr Example", None),
        ("Ann Example, a local resident", "Ann Example", None),
        ("Save the Trees of Overby", None, None),
        ("Mrs Example - the Clerk", "Mrs Example", "Clerk"),
        ("Remembrance Sunday - The Chairman", None, None),
        ("Key points", None, None),
    ],
)  # fmt: skip
def test_a_speaker_has_a_name_or_an_office_or_both(
    printed: str, name: str | None, office: str | None
) -> None:
    speaker = parse_speaker(printed, 7, 3)
    assert (speaker.name, speaker.office) == (name, office)
    assert (speaker.line, speaker.column) == (7, 3)
    assert is_speaker(printed) is (name is not None or office is not None)


def test_the_printed_words_stay_but_for_the_stop_of_their_sentence() -> None:
    assert parse_speaker("  The  Director of\nHousing:").printed == "The Director of Housing"
    assert parse_speaker("Councillor Example.").printed == "Councillor Example"
    assert parse_speaker("Example N.").printed == "Example N."


def test_title_and_rest_are_parted() -> None:
    assert split_title("County Councillor T Example") == ("County Councillor", "T Example")
    assert split_title("Example") == ("", "Example")
    assert split_title("Mr. Example") == ("Mr", "Example")


@pytest.mark.parametrize("unit", ["Mr ", "A.", "(", "Mayor ", "van ", "Cllr. ", "a, ", "-", "O'"])
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()
    parse_speaker(text)
    is_speaker(text)
    person_name(text)
    split_title(text)
    assert time.process_time() - start < 1
