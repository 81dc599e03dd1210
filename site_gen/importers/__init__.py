"""Word files, council web pages and plain text to Markdown for a person to check."""
