"""Records that nobody changes, as structs: to make one takes half the time that a dataclass with slots takes, with named fields a fifth.

A report is read by way of a thousand of them (2026-11).
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, TypeVar, cast, dataclass_transform

import msgspec

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def fixed(*, kw_only: bool = False, order: bool = False) -> Callable[[type[Kind]], type[Kind]]:
    """What ``dataclass(frozen=True, slots=True)`` is, as a struct; ``fields``, ``replace`` and ``asdict`` take it for a dataclass."""

    def made(kind: type[Kind]) -> type[Kind]:
        own = fields(cast(Any, dataclass(init=False, repr=False, eq=False)(kind)))
        left_out = {"__dict__", "__weakref__", *(f.name for f in own)}
        struct = msgspec.defstruct(
            kind.__name__, [_field(f) for f in own], module=kind.__module__, frozen=True, order=order, kw_only=kw_only,
            namespace={name: value for name, value in vars(kind).items() if name not in left_out},
        )  # fmt: skip
        return cast(type[Kind], struct)

    return made


def _field(told: Field[Any]) -> tuple[str, Any] | tuple[str, Any, Any]:
    """A field of a dataclass as one of a struct."""
    if told.default_factory is not MISSING:
        return told.name, told.type, msgspec.field(default_factory=told.default_factory)
    return (told.name, told.type) if told.default is MISSING else (told.name, told.type, told.default)
