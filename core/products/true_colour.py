"""How reflectance is shown as true colour."""

from __future__ import annotations

BRIGHTEST = 0.3558  # reflectance shown as white, as in the products' own true-colour images


GAMMA = 0.8  # true colour of vegetation is dark on a screen
