"""How HTML marks a link to another file of content/ until its page is known."""

# `archive:<path within content>#<fragment>`; whoever writes a page knows where that leads from it.
ARCHIVE = "archive:"
