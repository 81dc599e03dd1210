"""The order of work and the disk. Read build.py first."""
