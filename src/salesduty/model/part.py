"""The ground of every model: keys in two languages, short forms, frozen and strict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from salesduty.source.merged import Merged

_KEY_AND_COLON = re.compile(r"\s*([^\s:：，。]{1,16})\s*[:：]")
SHORT = "short"
ALSO = "also"


def about(title: str, description: str, *, example: Any = None, short: bool = False, also: str = "", **more: Any) -> Any:
    """Describe a field once, for the schema, the editor, the messages and the documents.

    `title` is the Chinese name: second key of the field, its label and its heading. `description` is one
    Chinese sentence. `short` marks the field that a plain sentence in place of a mapping fills; `also` are
    further keys that mean the same, with blanks between them.
    """
    extra: dict[str, Any] = {key: value for key, value in ((SHORT, short), (ALSO, also)) if value}
    examples = None if example is None else [example]
    return Field(title=title, description=description, examples=examples, json_schema_extra=extra or None, **more)


class Part(BaseModel):
    """A mapping in the YAML. Unknown keys are errors; keys may be English names or Chinese titles."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, populate_by_name=True)

    names: ClassVar[frozenset[str]] = frozenset()
    """The English keys, as written in the YAML."""
    titles: ClassVar[Mapping[str, str]] = {}
    """Every other spelling of a key, mapped to the English one."""
    short_form: ClassVar[str | None] = None
    """The English key that a plain sentence fills, if the mapping has a short form."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Collect the keys of the class from its fields, once."""
        super().__pydantic_init_subclass__(**kwargs)
        titles: dict[str, str] = {}
        for name, field in cls.model_fields.items():
            key = field.alias or name
            extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
            for spelling in (field.title, *str(extra.get(ALSO, "")).split()):
                if spelling:
                    titles[str(spelling)] = key
            if extra.get(SHORT):
                cls.short_form = key
        cls.names = frozenset(field.alias or name for name, field in cls.model_fields.items())
        cls.titles = titles

    @model_validator(mode="before")
    @classmethod
    def accept(cls, data: Any) -> Any:
        """Turn a plain sentence into its mapping and Chinese keys into English ones."""
        if isinstance(data, dict):
            return data if data.keys() <= cls.names else cls._with_english_keys(data)
        if isinstance(data, str) and cls.short_form is not None:
            cls._refuse_key_in(data)
            return {cls.short_form: data}
        return data

    @classmethod
    def _refuse_key_in(cls, sentence: str) -> None:
        """Refuse a sentence that is a mapping whose colon is full-width or has no blank after it: 时限：当天."""
        match = _KEY_AND_COLON.match(sentence)
        if match is not None and (match[1] in cls.titles or match[1] in cls.names):
            raise PydanticCustomError("key_in_sentence", "a key without a colon and a blank", {"key": match[1]})

    @classmethod
    def _with_english_keys(cls, data: Mapping[str, Any]) -> dict[str, Any]:
        renamed: dict[str, Any] = {}
        own = data.own if isinstance(data, Merged) else data.keys()
        for key in sorted(data, key=lambda key: key not in own):
            name, value = cls.titles.get(key, key), data[key]
            if name in renamed and key not in own:
                continue
            # The same field under two spellings: the second stays as it is, and is reported as unknown.
            renamed[key if name in renamed or (name != key and name in own) else name] = value
        return renamed

    @classmethod
    def title_of(cls, key: str) -> str:
        """Return the Chinese title of the field written as `key`; the key itself for one that does not exist."""
        name = key if key in cls.model_fields else key + "_"
        field = cls.model_fields.get(name)
        return field.title or key if field else key
