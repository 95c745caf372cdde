"""How hard the properties are tried: the same examples at every run, or new ones, and thousands.

`pytest tests/properties --hypothesis-profile explore` looks for what nobody has thought of.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=100, suppress_health_check=_QUIET)
settings.register_profile("explore", deadline=None, max_examples=3_000, suppress_health_check=_QUIET)
settings.load_profile("steady")
