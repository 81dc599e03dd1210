"""Misspelt labels: found where a phrase would have opened the paragraph, and nowhere else."""

from __future__ import annotations

import pytest

from tests.minutes.samples import codes, understand

LABELS = {
    "Question": "**{} 1 (Mr Patel):** When?",
    "Response": "**{} (The Clerk):** In October.",
    "RESOLVED": "{} that two trees be planted.",
    "Recommended": "{}: That two trees be planted.",
    "RECOMMENDATION": "{} to Council: That two trees be planted.",
    "Motion": "**{}:** That two trees be planted.",
    "Amendment": "**{}:** That three trees be planted.",
    "Petition": "**{} (Mrs Smith, 40 signatures):** Plant trees.",
    "Undertaking": "**{} (The Clerk):** To write.",
    "AGREED": "{}: That two trees be planted.",
}


def hints(body: str) -> list[str]:
    """What is said of misspelt labels."""
    return [one.message for one in understand(body).diagnostics if one.code == "label-misspelt"]


@pytest.mark.parametrize(
    ("line", "written", "meant"),
    [
        ("RESLOVED that two be planted.", "RESLOVED", "RESOLVED"),
        ("RESLOVED: That two be planted.", "RESLOVED", "RESOLVED"),
        ("62.1 RESOVLED that two be planted.", "RESOVLED", "RESOLVED"),
        ("It was RESLOVED that two be planted.", "RESLOVED", "RESOLVED"),
        ("**UNANIMOULSY AGREED** that", "UNANIMOULSY", "UNANIMOUSLY"),
        ("QUESTOIN submitted by Councillor A. Reader", "QUESTOIN", "QUESTION"),
        ("### 2. QUESTOIN submitted by Councillor A. Reader", "QUESTOIN", "QUESTION"),
        ("REPLEY: In October.", "REPLEY", "REPLY"),
        ("REPLEY", "REPLEY", "REPLY"),
        ("- **REPLEY:** In October.", "REPLEY", "REPLY"),
        ("Recomended: That two be planted.", "Recomended", "Recommended"),
        ("RECCOMENDED that two be planted.", "RECCOMENDED", "RECOMMENDED"),
        ("**Written respones (The Clerk):** In October.", "respones", "response"),
        ("Propser: Councillor Reid", "Propser", "Proposer"),
        ("NOTICE OF MOTON submitted by Councillor Reid:", "MOTON", "MOTION"),
        ("Mrs Elm asked a suplementary question:", "suplementary", "supplementary"),
        ("Mrs Elm, of Quarry Bank, asked the folowing question:", "folowing", "following"),
        ("The Head of Parks and Open Spaces respnded:", "respnded", "responded"),
    ],
)
def test_a_slip_is_told_with_its_place(line: str, written: str, meant: str) -> None:
    body = f"## 1. Trees\n\n{line}\n"
    (found,) = [one for one in understand(body).diagnostics if one.code == "label-misspelt"]
    assert f'"{written}" is nearly the label "{meant}"' in found.message
    assert found.place.line == 7
    assert found.place.column == line.index(written) + 1
    assert found.place.length == len(written)


@pytest.mark.parametrize("label", LABELS)
def test_two_letters_swapped_in_a_label_do_not_go_unseen(label: str) -> None:
    for at in range(1, len(label) - 1):
        slip = label[:at] + label[at + 1] + label[at] + label[at + 2 :]
        if slip != label:
            assert hints(f"## 1. Trees\n\n{LABELS[label].format(slip)}\n"), slip


@pytest.mark.parametrize(
    "line",
    [
        "RESOLVED that two be planted.",
        "The Council RESOLVES: that two be planted.",
        "RESOLVES: that two be planted.",
        "REMOVED: two old trees.",
        "REMOVED TREES will be planted again.",
        "Notes: two were planted.",
        "ACTIONS: two.",
        "Acton: a village.",
        "Repay: the loan is repaid.",
        "The matter was reslovd last year, it was told.",
        "Reply was awaited from the county.",
        "Position: unchanged.",
        "```\nRESLOVED: in a box of code\n```",
    ],
)
def test_other_words_are_no_slips(line: str) -> None:
    assert hints(f"## 1. Trees\n\nTwo were planted.\n\n{line}\n") == []


def test_a_slip_in_withheld_text_is_not_told() -> None:
    body = "## 1. Trees\n\n**Exempt (paragraph 3):** Text.\n\nRESLOVED: rent\n\n**End of exempt**\n"
    assert hints(body) == []
    assert hints("## 1. Trees\n\n<!--\nRESLOVED: rent\n-->\n\nTwo.\n") == []


def test_a_slip_that_another_phrase_makes_good_is_not_told() -> None:
    assert "label-misspelt" not in codes("## 1. Trees\n\nRESLOVED and it was agreed that: x\n")
