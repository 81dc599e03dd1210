"""Word files (Office Open XML, ECMA-376) to pieces."""
