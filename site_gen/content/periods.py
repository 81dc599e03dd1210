"""The fields `from` and `to` that many entries share."""

from site_gen.content.schema import Field, FieldType

FROM = Field("from", FieldType.DATE, "The first day.", "from: 2021-05-10")
TO = Field("to", FieldType.DATE, "The last day.", "to: 2024-05-02")
