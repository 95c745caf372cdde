"""What was read of existing documents, for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from salesduty.reporters.drafts import json
from salesduty.reporters.look import Look, Piece
from salesduty.results.draft import Draft

DRAFT_REPORTERS: Mapping[str, Callable[[tuple[Draft, ...], Look], Iterator[Piece]]] = {"json": json.drafts}
