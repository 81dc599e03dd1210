"""Interests declared."""

import time

import pytest

from site_gen.minutes.declarations import parse_declarations
from site_gen.text.words import Words

Told = tuple[str | None, str | None, str]


def told(text: str) -> list[Told]:
    return [
        (each.speaker.name or each.speaker.office, each.item_number, each.interest)
        for each in parse_declarations(Words.plain(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Councillor Reid declared a personal interest in item 11 as a school governor.",
         [("Councillor Reid", "11", "personal")]),
        ("Councillors Reid and Shah declared disclosable pecuniary interests in items 4 and 6.",
         [("Councillor Reid", "4", "disclosable pecuniary"),
          ("Councillor Reid", "6", "disclosable pecuniary"),
          ("Councillor Shah", "4", "disclosable pecuniary"),
          ("Councillor Shah", "6", "disclosable pecuniary")]),
        ("That it BE NOTED that Councillor C. Reid disclosed a pecuniary interest in item 11",
         [("Councillor C. Reid", "11", "pecuniary")]),
        ("A personal and prejudicial interest was declared by Mr Reid in Agenda Item 5(a).",
         [("Mr Reid", "5(a)", "personal and prejudicial")]),
        ("Cllr. M. Reid declared an interest in item 9.1. Cllr Shah declared a personal interest.",
         [("Cllr. M. Reid", "9.1", ""), ("Cllr Shah", None, "personal")]),
        ("Mr B Reid and Ms A Shah both declared an interest in item 9.",
         [("Mr B Reid", "9", ""), ("Ms A Shah", "9", "")]),
        ("Declarations of interest: Mrs Reid in respect of the application for the shop",
         [("Mrs Reid", None, "")]),
        ("The Mayor, Councillor Reid (J), disclosed an interest in this item",
         [("Councillor Reid (J)", None, "")]),
        ("Barn at Example Road (Mr Reid declared an interest in this item)",
         [("Mr Reid", None, "")]),
        ("Change of use - Mrs. Reid and Mrs. Shah declared an interest and took no part.",
         [("Mrs. Reid", None, ""), ("Mrs. Shah", None, "")]),
        ("The Chairman declared an interest in all talk of the green",
         [("Chairman", None, "")]),
        ("In accordance with the Act, Councillor Reid declared a conflict of interest",
         [("Councillor Reid", None, "conflict of interest")]),
    ],
)  # fmt: skip
def test_a_declaration_names_person_item_and_kind(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    ["No interests were declared.", "There were no declarations of interest.", "None.", "",
     "That it BE NOTED that no pecuniary interests were disclosed.",
     "Members are invited to declare any personal interest in items on the agenda.",
     "The Inn had expressed an interest in recycling bins.", "Declarations of Interest",
     "The rate of interest was declared by the bank in 2018"],
)  # fmt: skip
def test_nothing_declared_is_no_declaration(text: str) -> None:
    assert told(text) == []


def test_the_text_is_its_whole_sentence_and_has_its_line() -> None:
    (found,) = parse_declarations(
        Words("No others.\nMrs T Reid declared an interest\nin item 4. She left.", 12)
    )
    assert found.text == "Mrs T Reid declared an interest in item 4"
    assert found.line == 13


@pytest.mark.parametrize(
    "unit", ["declared an interest ", "A declared an interest. ", "interest ", "item 1, ",
             "personal and ", "declarations of interest ", "\n", "interest was declared by "]
)  # fmt: skip
def test_hostile_input_takes_no_time(unit: str) -> None:
    text = unit * (50_000 // len(unit)) + " interest"
    start = time.process_time()
    parse_declarations(Words.plain(text))
    assert time.process_time() - start < 8
