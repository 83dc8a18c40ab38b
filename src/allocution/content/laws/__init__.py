"""Laws as data, and charges linked to their articles."""

from allocution.content.laws.matching import ChargeMatcher, match_charge
from allocution.content.laws.packaged import packaged_laws
from allocution.content.laws.reading import SUBJECTS, read_law

__all__ = ["SUBJECTS", "ChargeMatcher", "match_charge", "packaged_laws", "read_law"]
