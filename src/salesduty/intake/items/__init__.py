"""Lines to units: what is counted, by what, and how deep it lies.

`blocks` puts wrapped lines together, `marks` finds every place where a number may stand, `reading` chooses those with which the
document counts on best, `levels` says how deep each lies, `cutting` cuts the units.
"""

from __future__ import annotations

from collections.abc import Sequence

from salesduty.intake.items.blocks import blocks
from salesduty.intake.items.cutting import cut
from salesduty.intake.items.reading import read
from salesduty.intake.items.unit import Unit
from salesduty.intake.lexicon import Lexicon
from salesduty.intake.noise import Clean

__all__ = ["Unit", "units"]


def units(lines: Sequence[Clean], lexicon: Lexicon) -> tuple[Unit, ...]:
    """Return the units of lines in order; every visible character of a line is in one of its units, once."""
    return tuple(cut(read(blocks(lines, lexicon), lexicon), lexicon))
