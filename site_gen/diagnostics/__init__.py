"""What we tell people about their files: data first, one renderer per format."""

from site_gen.diagnostics.diagnostic import Diagnostic, Parsed, Severity

__all__ = ["Diagnostic", "Parsed", "Severity"]
