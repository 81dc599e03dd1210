"""How well minutes are understood, measured on real ones against answers made independently."""
