"""Word and Excel files that salesduty made come back as what they were made from, with what people changed in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from salesduty.intake.ours import ours
from salesduty.intake.ours.values import limit, scope, value
from salesduty.model.document import Document
from salesduty.model.duty import Duty
from salesduty.model.part import Part
from salesduty.results.draft import Draft
from salesduty.toolkit.load import load
from salesduty.toolkit.render import render
from salesduty.workspace.entities import Department

ROLES = Path(__file__).parents[2] / "roles"
