"""A meeting under other addresses: every place that names one is changed with it."""

from collections.abc import Mapping

from site_gen.model.meetings import AgendaItem, DocumentReference, Meeting
from site_gen.model.prose import Passage, Withheld
from site_gen.model.records import Decision, Record
from site_gen.text.values import replace


def readdress(meeting: Meeting, new: Mapping[str, str]) -> Meeting:
    """`meeting` with each address that is a key of `new` replaced by its value, wherever it stands.

    Links that a clerk wrote are left alone: they name published addresses.
    """
    if all(old == address for old, address in new.items()):
        return meeting
    return replace(
        meeting,
        items=tuple(_item(item, new) for item in meeting.items),
        documents=tuple(_document(document, new) for document in meeting.documents),
    )


def _item(item: AgendaItem, new: Mapping[str, str]) -> AgendaItem:
    return replace(
        item,
        address=new.get(item.address, item.address),
        parent=_changed(item.parent, new),
        flow=tuple(
            _decision(part, new) if isinstance(part, Decision) else _part(part, new)
            for part in item.flow
        ),
    )


def _decision(decision: Decision, new: Mapping[str, str]) -> Decision:
    return replace(
        decision,
        address=new.get(decision.address, decision.address),
        amends=_changed(decision.amends, new),
        flow=tuple(_part(part, new) for part in decision.flow),
    )


def _part(part: Passage | Record | Withheld, new: Mapping[str, str]) -> Passage | Record | Withheld:
    if not isinstance(part, Record):
        return part
    return replace(
        part,
        address=new.get(part.address, part.address),
        answers=tuple(new.get(address, address) for address in part.answers),
        follows=_changed(part.follows, new),
        decision=_changed(part.decision, new),
    )


def _document(document: DocumentReference, new: Mapping[str, str]) -> DocumentReference:
    return replace(document, item=_changed(document.item, new))


def _changed(address: str | None, new: Mapping[str, str]) -> str | None:
    return None if address is None else new.get(address, address)
