"""Minutebook: Markdown minutes become a searchable static archive."""

__version__ = "0.1.0"
