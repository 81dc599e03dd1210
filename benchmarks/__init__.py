"""Measurements of Minutebook beside its peers, and the corpus they are made on."""
