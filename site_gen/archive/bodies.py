"""Committees that no file lists."""

from collections.abc import Mapping

from site_gen.model.bodies import Body, BodyName, body_title


def body_of(body_id: str, bodies: Mapping[str, Body]) -> Body:
    """The committee or council of that id; one named after its folder when no file lists it."""
    return bodies.get(body_id) or Body(body_id, (BodyName(body_title(body_id)),))
