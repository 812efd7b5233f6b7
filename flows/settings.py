"""Settings of a run, read here and nowhere else: the environment (``DATELINE_*``), then ``[tool.dateline]`` of pyproject.toml."""

import os
import re
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, SecretStr
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    PyprojectTomlConfigSettingsSource,
    SettingsConfigDict,
)

Engine = Literal["auto", "local", "processes", "prefect", "dask"]
SourceKind = Literal["text", "jsonl", "json", "csv", "html", "feed"]
_ADDRESS: Final = re.compile(r"([a-z][a-z0-9+.-]+):/+(.*)", re.IGNORECASE)  # a path that was one has one slash left
_SECRET: Final = re.compile(r"://[^/@]*:[^/@]*@")


def _folder(given: object) -> object:
    """A folder as it is given, or by a ``file:`` address; it must not be taken for a folder that is called ``s3:``."""
    if not isinstance(given, str | Path) or not (address := _ADDRESS.fullmatch(str(given))):
        return given
    if address[1].lower() != "file":
        raise ValueError(
            f"a warehouse cannot lie at {address[1]}: addresses, since it is committed by renames and locked by flock."
            " Give a folder; where workers share it, one of a network file system"
        )
    return Path("/", address[2])


def _share(given: object) -> object:
    """A share's address, which tables, logs and pages of Prefect may show."""
    if isinstance(given, str) and "://" not in given:
        raise ValueError("a share is an address by fsspec, s3://bucket/folder or file:///mnt/folder")
    if isinstance(given, str) and (_SECRET.search(given) or "?" in given):
        raise ValueError("the address of a share holds a password: credentials belong into the environment")
    return given


class Settings(BaseSettings):
    """What a run may be told. ``DATELINE_WORKERS=4`` in the environment and ``workers = 4`` in pyproject say the same."""

    model_config = SettingsConfigDict(
        env_prefix="DATELINE_",
        pyproject_toml_table_header=("tool", "dateline"),
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )

    warehouse: Annotated[Path, BeforeValidator(_folder)] = Field(
        default=Path("warehouse"), description="folder that the tables are written to"
    )
    engine: Engine = Field(default="auto", description="what runs the stages")
    workers: int = Field(default_factory=lambda: usable_cores(), ge=1, description="processes that read reports")
    dask_address: str | None = Field(
        default=None, description="scheduler of the Dask cluster for the engine `dask`, tcp://host:port"
    )
    share: Annotated[str | None, BeforeValidator(_share)] = Field(
        default=None,
        description="place by fsspec URL through which batches travel to Dask workers that do not see the warehouse",
    )
    batch_size: int = Field(
        default=1000, ge=1, description="reports in a batch: the unit of work, of retry and of commit"
    )
    recognizers: tuple[str, ...] = Field(default=(), description="recognizers beside the built-in one, by name")
    source_kind: SourceKind | None = Field(
        default=None, description="kind of the sources, where their content misleads"
    )
    fields: dict[str, tuple[str, ...]] = Field(
        default={}, description="names of the fields of JSON Lines and CSV, by part of a report"
    )
    settled_seconds: float = Field(
        default=0, ge=0, description="files of a folder that were written later than so long ago wait"
    )
    allow_private_addresses: bool = Field(
        default=False, description="whether feeds may be fetched from this machine and network"
    )
    failure_url: SecretStr | None = Field(default=None, description="address that failed flows are told to, by POST")
    lock_wait_seconds: float = Field(
        default=0, ge=0, description="how long a run waits for another one on the same warehouse"
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then pyproject.toml."""
        return init_settings, env_settings, PyprojectTomlConfigSettingsSource(settings_cls)


def usable_cores() -> int:
    """Cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
