"""Lists of names, to speakers."""

import time

import pytest

from site_gen.minutes.name_lists import is_unnamed, split_names
from site_gen.text.words import Words


def names(text: str) -> list[str | None]:
    return [speaker.name for speaker in split_names(Words.plain(text))]


def test_a_shared_title_goes_to_each_name_without_one() -> None:
    listed = split_names(Words.plain("Councillors Reid, Shah (J), Cmhlr. Ó Moss and Hill."))
    assert [speaker.printed for speaker in listed] == ["Reid", "Shah (J)", "Cmhlr. Ó Moss", "Hill"]
    assert [speaker.name for speaker in listed] == [
        "Councillor Reid",
        "Councillor Shah (J)",
        "Cmhlr. Ó Moss",
        "Councillor Hill",
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("A. Reid, B. Shah and C. Moss", ["A. Reid", "B. Shah", "C. Moss"]),
        ("Cllr Reid; Cllr Shah & Cllr Moss", ["Cllr Reid", "Cllr Shah", "Cllr Moss"]),
        ("Mrs T Reid (Vice-Chair), Mr J Shah", ["Mrs T Reid", "Mr J Shah"]),
        ("Mr A Reid, (Chairman) Mr L. Shah, Mr G Moss", ["Mr A Reid", "Mr L. Shah", "Mr G Moss"]),
        ("R. Reid together with 4 members of the public.", ["R. Reid"]),
        ("Mrs C Reid (Clerk) 8 members of the public.", ["Mrs C Reid"]),
        ("President Rob Reid, Jan Shah, and Chuck Moss were present.",
         ["President Rob Reid", "Jan Shah", "Chuck Moss"]),
        ("Cllr Reid. Cllr Shah", ["Cllr Reid", "Cllr Shah"]),
        ("Reid agus Shah", ["Reid", "Shah"]),
        ("Mr Andrew Reid\nMr Dave Shah", ["Mr Andrew Reid", "Mr Dave Shah"]),
        ("Daniel Reid, Joe\n\nShah, Emmet Moss", ["Daniel Reid", "Joe Shah", "Emmet Moss"]),
        ("Cllr Reid, Cllr. M.\nShah, Cllr Moss", ["Cllr Reid", "Cllr. M. Shah", "Cllr Moss"]),
        ("None", []),
        ("no apologies were received", []),
        ("", []),
    ],
)  # fmt: skip
def test_a_list_is_parted_at_its_names(printed: str, expected: list[str]) -> None:
    assert names(printed) == expected


def test_commas_and_line_ends_inside_an_office_part_nothing() -> None:
    listed = split_names(
        Words.plain(
            "Director, Physical Works (Mr. K. Reid), Senior Executive\n\nOfficer, Design and "
            "Delivery (Ms. J. Shah), Director, Support – Finance, People\n\nand ICT (Mr. S. "
            "Moss) and Clerk (Ms.\n\nC. Hill)."
        )
    )
    assert [(speaker.name, speaker.office) for speaker in listed] == [
        ("Mr. K. Reid", "Director, Physical Works"),
        ("Ms. J. Shah", "Senior Executive Officer, Design and Delivery"),
        ("Mr. S. Moss", "Director, Support – Finance, People and ICT"),
        ("Ms. C. Hill", "Clerk"),
    ]


def test_each_name_has_its_place() -> None:
    listed = split_names(Words("Councillors Reid,\nShah and Moss", 10, (5, 1)))
    assert [(speaker.line, speaker.column) for speaker in listed] == [(10, 17), (11, 1), (11, 10)]


def test_people_counted_and_not_named_are_told_from_names() -> None:
    assert is_unnamed("8 members of the public.")
    assert is_unnamed("two reporters")
    assert not is_unnamed("Mr Seven")


@pytest.mark.parametrize(
    "unit", ["Mr A, ", "(", ")", "(Mr ", "and ", "\n", "A\n", "Director, ", ") A", "a. Cllr "]
)
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()
    split_names(Words.plain(text))
    assert time.process_time() - start < 5
