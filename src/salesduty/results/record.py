"""What a template of Word sees: plain values in words, each under a Chinese and an English name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a template: the English `key`, the Chinese `title`, and `also` whatever else means the same.

    `of` is the kind of record behind it, empty for a text; `many` says that there is a list of them. `about` explains it
    in a Chinese sentence.
    """

    key: str
    title: str
    about: str
    also: tuple[str, ...] = ()
    of: str = ""
    many: bool = False

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every word that the value may be asked for by, the Chinese one first."""
        return tuple(dict.fromkeys((self.title, self.key, *self.also)))


@dataclass(frozen=True)
class Kind:
    """A kind of record: its names, and those whose values it is said by where it is printed as a whole."""

    id: str
    title: str
    names: tuple[Name, ...]
    said: tuple[str, ...] = ()
    places: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the spellings of all names; the first that has one counts."""
        places: dict[str, int] = {}
        for place, name in enumerate(self.names):
            for spelling in name.spellings:
                places.setdefault(spelling, place)
        object.__setattr__(self, "places", places)

    def name(self, spelling: str) -> Name | None:
        """Return the name that has this spelling."""
        place = self.places.get(spelling)
        return None if place is None else self.names[place]


class Several(tuple["Value", ...]):
    """A list of values. As a text, words stand beside each other and records below each other."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return all of them as one text."""
        return ("\n" if any(isinstance(each, Record) for each in self) else "、").join(filter(None, map(str, self)))


class Record:
    """Values by name, of one kind; never changed. As a text it is its own name, and with nothing in it, false.

    Its only public attribute is no name of any kind, so that `record.name` in a template can mean nothing but the value.
    """

    __slots__ = ("_kind", "_values")
    _kind: Kind
    _values: tuple[Value, ...]

    def __init__(self, kind: Kind, values: tuple[Value, ...]) -> None:
        """Take one of `values` for each name of `kind`, in the same order."""
        if len(values) != len(kind.names):
            raise ValueError(f"{kind.id} has {len(kind.names)} names, not {len(values)}")
        self._kind = kind
        self._values = values

    def __getitem__(self, spelling: str) -> Value:
        """Return the value called `spelling`; KeyError where nothing is."""
        return self._values[self._kind.places[spelling]]

    def __iter__(self) -> Iterator[str]:
        """Yield the English names."""
        return (name.key for name in self._kind.names)

    def spelled(self) -> dict[str, Value]:
        """Return every value under each of its spellings, for whoever hands them to a template one by one."""
        return {spelling: self._values[place] for spelling, place in self._kind.places.items()}

    def __bool__(self) -> bool:
        """Whether there is any value."""
        return any(self._values)

    def __str__(self) -> str:
        """Return what it is called, or what it says."""
        return "：".join(filter(None, (str(self[key]) for key in self._kind.said)))

    def __repr__(self) -> str:
        """Return its kind and what it is called."""
        return f"<{self._kind.id} {str(self)!r}>"

    def __getstate__(self) -> tuple[Kind, tuple[Value, ...]]:
        """Return what a copy in another process is made from."""
        return self._kind, self._values

    def __setstate__(self, state: tuple[Kind, tuple[Value, ...]]) -> None:
        """Become what `__getstate__` told."""
        self._kind, self._values = state


Value = str | Record | Several
