"""One meeting's pieces to the compact counts that are stored, so that nothing is read twice.

Pure: the same pieces give the same bytes, in any process. The bytes hold the meeting's words once,
each distinct text as places in that list, what the filters need of each piece, and what a result
shows of it. Everything later is made from these bytes alone.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from json.encoder import encode_basestring

from site_gen.search.pieces import FIELDS, Piece
from site_gen.search.words import chunks, words
from site_gen.text.values import dataclass

STOP = 0  # the place of every stop word: it counts as a position and is not indexed
END = 1  # the place of the mark after each text
FIRST_WORD = 2
_MARK = "\0"
LONGEST_SHOWN = 6000  # characters; of a longer text a result can show only the beginning
_REMEMBERED = 200_000  # written words; a quarter century of one council has fewer
_WIDTHS = {"H": 2, "I": 4}


class _Remembered(dict[str, tuple[str, ...]]):
    """The words of each chunk, worked out once in a process."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[chunk] = (_MARK,) if chunk == _MARK else tuple(words(chunk))
        return found


_words_of_chunk = _Remembered()


@dataclass(frozen=True, slots=True)
class AnalysedPiece:
    """What filters and numbering need of a piece; its texts are numbers of `Analysis.texts`."""

    id: str
    thread: str
    kind: str
    response: str | None
    routine: bool
    person_ids: tuple[str, ...]
    texts: tuple[int, ...]  # one for each of FIELDS


@dataclass(frozen=True, slots=True)
class Analysis:
    """One meeting as `analyse_meeting` stored it."""

    meeting: str
    date: str
    body_id: str
    body: str
    words: list[str]  # from FIRST_WORD on
    texts: "list[array[int]]"  # distinct texts, each as places in `words`
    pieces: list[AnalysedPiece]
    shown: list[str]  # one JSON array for each piece: see `display.py`


def analyse_meeting(pieces: Sequence[Piece]) -> bytes:
    """The bytes that `read_analysis` reads; all of `pieces` belong to one meeting.

    Raises ValueError when there is none.
    """
    if not pieces:
        message = "a meeting without pieces has nothing to index"
        raise ValueError(message)
    texts: dict[str, int] = {}
    rows = []
    for piece in pieces:
        fields = [texts.setdefault(getattr(piece, field.name), len(texts)) for field in FIELDS]
        rows.append(
            [
                piece.id.removeprefix(piece.meeting),
                piece.thread.removeprefix(piece.meeting),
                piece.kind,
                piece.response,
                int(piece.routine),
                list(piece.person_ids),
                fields,
            ]
        )
    first = pieces[0]
    found = _words_of(texts)
    places = dict(zip(dict.fromkeys(chain(("", _MARK), found)), count()))
    width = "H" if len(places) < 1 << 16 else "I"
    facts = [first.meeting, first.date, first.body_id, first.body, width, rows]
    return _join_sections(
        json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode(),
        "\n".join(list(places)[FIRST_WORD:]).encode(),
        _packed(width, map(places.__getitem__, found)),
        "\n".join(map(_shown, pieces)).encode(),
    )


def read_analysis(stored: bytes) -> Analysis:
    """The Analysis that `analyse_meeting` stored."""
    facts, listed, numbered, shown = _split_sections(stored)
    meeting, date, body_id, body, width, rows = json.loads(facts)
    pieces = [
        AnalysedPiece(
            _whole_id(meeting, id_),
            _whole_id(meeting, thread),
            kind,
            response,
            bool(routine),
            tuple(people),
            tuple(fields),
        )
        for id_, thread, kind, response, routine, people, fields in rows
    ]
    return Analysis(
        meeting,
        date,
        body_id,
        body,
        ["", "", *listed.decode().split("\n")],
        list(_split_texts(_unpacked(width, numbered))),
        pieces,
        shown.decode().split("\n"),
    )


def _words_of(texts: Iterable[str]) -> list[str]:
    """The words of all `texts`, "" for each stop word, and the mark after each text.

    One pass over a whole meeting: most of the time that search takes goes here.
    """
    marked = f" {_MARK} ".join([*(text.replace(_MARK, " ") for text in texts), ""])
    return list(chain.from_iterable(map(_words_of_chunk.__getitem__, chunks(marked))))


def _split_texts(numbered: "array[int]") -> Iterator["array[int]"]:
    start = 0
    while start < len(numbered):
        end = numbered.index(END, start)
        yield numbered[start:end]
        start = end + 1


def _whole_id(meeting: str, rest: str) -> str:
    # A thread may have begun in another meeting; then its id was kept whole.
    return meeting + rest if rest.startswith("#") else rest


def _shown(piece: Piece) -> str:
    """What a result shows of `piece`, in the order that `static/js/search/display.js` reads."""
    text = piece.text
    if len(text) > LONGEST_SHOWN:
        text = text[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
    fields = (
        piece.id,
        piece.url,
        piece.kind,
        piece.title,
        piece.item,
        piece.speaker,
        piece.outcome,
        piece.response or "",
        text,
    )
    return f"[{','.join(map(encode_basestring, fields))}]"


def _packed(width: str, numbers: Iterable[int]) -> bytes:
    packed = array(width, numbers)
    _check_width(packed)
    return packed.tobytes()


def _unpacked(width: str, packed: bytes) -> "array[int]":
    numbers = array(width)
    _check_width(numbers)
    numbers.frombytes(packed)
    return numbers


def _check_width(numbers: "array[int]") -> None:
    # C leaves the width to the machine; every one that Python runs on agrees with this table.
    if numbers.itemsize != _WIDTHS[numbers.typecode]:  # pragma: no cover
        message = f"array type {numbers.typecode} is {numbers.itemsize} bytes wide here"
        raise NotImplementedError(message)


def _join_sections(*sections: bytes) -> bytes:
    lengths = array("I", map(len, sections))
    return lengths.tobytes() + b"".join(sections)


def _split_sections(stored: bytes, count: int = 4) -> list[bytes]:
    start = 4 * count
    sections = []
    for length in _unpacked("I", stored[:start]):
        sections.append(stored[start : start + length])
        start += length
    return sections
