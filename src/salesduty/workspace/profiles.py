"""What kind of department those are that do not say it themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from salesduty.model.areas import PROFILES
from salesduty.settings.settings import Settings
from salesduty.workspace.entities import Department, Workspace


def with_profiles(workspace: Workspace, settings: Settings) -> Workspace:
    """Return `workspace` with the profile that the settings have for each department that names none."""
    if not settings.profile and not settings.profiles:
        return workspace
    return Workspace(workspace.files, tuple(_with_profile(department, settings) for department in workspace.departments))


def profile_words(workspace: Workspace) -> frozenset[str]:
    """Return every profile that there is: those that come with salesduty and those of the files."""
    return frozenset(_own(workspace)).union(PROFILES)


def _own(workspace: Workspace) -> Iterator[str]:
    return (profile.id for file in workspace.files for profile in file.document.profiles)


def _with_profile(department: Department, settings: Settings) -> Department:
    if department.spec.profile:
        return department
    by_path = (profile for glob, profile in settings.profiles if settings.base.holds(glob, department.place.file))
    profile = next(by_path, settings.profile)
    return replace(department, spec=department.spec.model_copy(update={"profile": profile})) if profile else department
