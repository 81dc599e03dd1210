"""One meeting's pieces to the compact form that is stored, so that nothing is read twice.

Pure: the same pieces give the same bytes, in any process. The bytes hold the meeting's words once,
each distinct text as places in that list, a row of numbers for each piece, what the filters need
of each thread, and what a result shows of it. Everything later is made from these bytes alone.

A thread's pieces stand together, threads in the order minuted, and routine ones (apologies,
declarations) after all others. A piece is known by its thread's place in the meeting and by its
own place in the thread: 0 where it is alone, else from 1.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from json.encoder import encode_basestring
from typing import NamedTuple

from site_gen.search.pieces import FIELDS, Piece
from site_gen.search.words import chunks, words
from site_gen.text.values import dataclass

STOP = 0  # the place of every stop word: it counts as a position and is not indexed
END = 1  # the place of the mark after each text
FIRST_WORD = 2
COLUMNS = 2 + len(FIELDS)  # of a piece's row: its thread, its place there, the text of each field
LONGEST_SHOWN = 6000  # characters; of a longer text a result can show only the beginning
_MARK = "\0"
_REMEMBERED = 200_000  # written words; a quarter century of one council has fewer
_WIDTHS = {"H": 2, "I": 4}
_SECTIONS = 5


class _Remembered(dict[str, tuple[str, ...]]):
    """The words of each chunk, worked out once in a process."""

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[chunk] = (_MARK,) if chunk == _MARK else tuple(words(chunk))
        return found


_words_of_chunk = _Remembered()


@dataclass(frozen=True, slots=True)
class Analysis:
    """One meeting as `analyse_meeting` stored it."""

    meeting: str
    date: str
    body_id: str
    body: str
    page: str  # where its pieces are, without fragments
    plain: int  # threads that are not routine; these come first
    fragments: list[str]  # of each piece
    signatures: list[str]  # of each thread: see `signature`
    people: list[tuple[int, list[str]]]  # threads in which people have a part, with their ids
    foreign: list[tuple[int, str]]  # threads that begin in another meeting, with that piece's id
    width: str  # array type of `numbered` and `rows`
    words: list[str]  # from FIRST_WORD on
    numbered: bytes  # distinct texts one after another, each as places in `words`, then END
    rows: bytes  # COLUMNS numbers for each piece
    shown: list[tuple[str, str]]  # of each thread its item, and its pieces: JSON, see `display.py`

    def pieces(self) -> Iterator["AnalysedPiece"]:
        """The pieces, in order, with the places of the words of each field."""
        texts = list(_split_texts(unpacked(self.width, self.numbered)))
        numbers = unpacked(self.width, self.rows)
        for fragment, at in zip(self.fragments, range(0, len(numbers), COLUMNS), strict=True):
            row = numbers[at : at + COLUMNS]
            yield AnalysedPiece(fragment, row[0], [texts[text] for text in row[2:]])


class AnalysedPiece(NamedTuple):
    """One piece of an Analysis."""

    fragment: str
    thread: int  # place in the meeting
    texts: "list[array[int]]"  # of each field, places in `Analysis.words`


def analyse_meeting(pieces: Sequence[Piece]) -> bytes:
    """The bytes that `read_analysis` reads; all of `pieces` belong to one meeting.

    Raises ValueError when there is none.
    """
    if not pieces:
        message = "a meeting without pieces has nothing to index"
        raise ValueError(message)
    plain, routine = _threads(pieces)
    threads = plain + routine
    texts: dict[str, int] = {}
    rows: list[int] = []
    for place, thread in enumerate(threads):
        for member, piece in enumerate(thread, start=0 if len(thread) == 1 else 1):
            rows += (place, member)
            rows += [texts.setdefault(getattr(piece, one.name), len(texts)) for one in FIELDS]
    found = _words_of(texts)
    places = dict(zip(dict.fromkeys(chain(("", _MARK), found)), count()))
    width = "H" if max(len(places), len(pieces), len(texts)) < 1 << 16 else "I"
    return _join_sections(
        _dumped(_facts(threads, len(plain), width)),
        "\n".join(list(places)[FIRST_WORD:]).encode(),
        _packed(width, map(places.__getitem__, found)),
        _packed(width, rows),
        "\n".join(map(_shown, threads)).encode(),
    )


def read_analysis(stored: bytes) -> Analysis:
    """The Analysis that `analyse_meeting` stored."""
    facts, listed, numbered, rows, shown = _split_sections(stored)
    meeting, date, body_id, body, page, plain, fragments, signatures, people, foreign, width = (
        json.loads(facts)
    )
    lines = shown.decode().split("\n")
    return Analysis(
        meeting,
        date,
        body_id,
        body,
        page,
        plain,
        fragments,
        signatures,
        [(place, ids) for place, ids in people],
        [(place, id_) for place, id_ in foreign],
        width,
        ["", "", *(listed.decode().split("\n") if listed else ())],
        numbered,
        rows,
        list(zip(lines[::2], lines[1::2], strict=True)),
    )


def signature(kinds: Iterable[str], responses: Iterable[str]) -> str:
    """A thread's kinds of pieces and, for its questions, whether an answer is recorded."""
    return " ".join(sorted({*kinds, *(f"={response}" for response in responses)}))


def unpacked(width: str, packed: bytes) -> "array[int]":
    """The numbers of a section of an analysis."""
    numbers = array(width)
    _check_width(numbers)
    numbers.frombytes(packed)
    return numbers


def _threads(pieces: Sequence[Piece]) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """The pieces gathered into threads: plain ones, then those that are routine throughout."""
    gathered: dict[str, list[Piece]] = {}
    for piece in pieces:
        gathered.setdefault(piece.thread, []).append(piece)
    plain: list[list[Piece]] = []
    routine: list[list[Piece]] = []
    for thread in gathered.values():
        (routine if all(piece.routine for piece in thread) else plain).append(thread)
    return plain, routine


def _facts(threads: Sequence[Sequence[Piece]], plain: int, width: str) -> list[object]:
    first = threads[0][0]
    return [
        first.meeting,
        first.date,
        first.body_id,
        first.body,
        first.url.partition("#")[0],
        plain,
        [_fragment(piece) for thread in threads for piece in thread],
        [
            signature(
                [piece.kind for piece in thread],
                [piece.response for piece in thread if piece.response],
            )
            for thread in threads
        ],
        [
            [place, people]
            for place, thread in enumerate(threads)
            if (people := list(dict.fromkeys(one for piece in thread for one in piece.person_ids)))
        ],
        [
            [place, thread[0].thread]
            for place, thread in enumerate(threads)
            if all(piece.id != piece.thread for piece in thread)
        ],
        width,
    ]


def _split_texts(numbered: "array[int]") -> Iterator["array[int]"]:
    start = 0
    while start < len(numbered):
        end = numbered.index(END, start)
        yield numbered[start:end]
        start = end + 1


def _fragment(piece: Piece) -> str:
    return piece.id.removeprefix(piece.meeting + "#")


def _words_of(texts: Iterable[str]) -> list[str]:
    """The words of all `texts`, "" for each stop word, and the mark after each text.

    One pass over a whole meeting: most of the time that search takes goes here.
    """
    marked = f" {_MARK} ".join([*(text.replace(_MARK, " ") for text in texts), ""])
    return list(chain.from_iterable(map(_words_of_chunk.__getitem__, chunks(marked))))


def _shown(thread: Sequence[Piece]) -> str:
    """What a result shows of a thread, in two lines: see `display.py`."""
    item = thread[0].item
    pieces = ",".join([_shown_piece(piece, item) for piece in thread])
    return f"{encode_basestring(item)}\n{pieces}"


def _shown_piece(piece: Piece, item: str) -> str:
    text = piece.text
    if len(text) > LONGEST_SHOWN:
        text = text[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"
    fields = [
        _fragment(piece),
        piece.kind,
        text,
        piece.title,
        piece.speaker,
        piece.outcome,
        piece.response or "",
    ]
    if piece.item != item:
        fields.append(piece.item)
    else:
        while not fields[-1]:
            fields.pop()
    return f"[{','.join(map(encode_basestring, fields))}]"


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(width: str, numbers: Iterable[int]) -> bytes:
    packed = array(width, numbers)
    _check_width(packed)
    return packed.tobytes()


def _check_width(numbers: "array[int]") -> None:
    # C leaves the width to the machine; every one that Python runs on agrees with this table.
    if numbers.itemsize != _WIDTHS[numbers.typecode]:  # pragma: no cover
        message = f"array type {numbers.typecode} is {numbers.itemsize} bytes wide here"
        raise NotImplementedError(message)


def _join_sections(*sections: bytes) -> bytes:
    lengths = array("I", map(len, sections))
    return lengths.tobytes() + b"".join(sections)


def _split_sections(stored: bytes) -> list[bytes]:
    start = 4 * _SECTIONS
    sections = []
    for length in unpacked("I", stored[:start]):
        sections.append(stored[start : start + length])
        start += length
    return sections
