"""The generators that Minutebook is measured beside, and how each is set up."""
