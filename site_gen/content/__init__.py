"""Disk to sources, front matter and Markdown blocks."""
