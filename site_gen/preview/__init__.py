"""The site on this machine while it is written: watch, build, serve, reload.

preview.py runs it all; nothing here is ever part of the published site.
"""
