"""Archive to HTML: frozen views, one module per kind of page, named as its template."""
