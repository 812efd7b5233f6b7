"""Who is told when a flow fails: an address that takes a POST, if one is set (``DATELINE_FAILURE_URL``)."""

import json
import logging
from http.client import HTTPException
from typing import TYPE_CHECKING, Any, Final
from urllib.error import URLError
from urllib.request import Request, urlopen

from flows.settings import Settings

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun, State

_LOG: Final = logging.getLogger(__name__)


def tell_failure(flow: Any, flow_run: "FlowRun", state: "State[Any]") -> None:
    """Prefect's failure hook. The address is a secret: it comes from the environment and is never logged."""
    url = Settings().failure_url
    if url is None:
        return
    told = {
        "flow": flow.name,
        "run": flow_run.name,
        "run_id": str(flow_run.id),
        "state": state.name,
        "message": state.message,
    }
    try:
        address = url.get_secret_value()
        if not address.startswith(("http://", "https://")):
            raise ValueError("only http and https are told")
        request = Request(address, json.dumps(told).encode(), {"Content-Type": "application/json"})  # noqa: S310 - checked
        with urlopen(request, timeout=10):  # noqa: S310 - checked
            _LOG.info("the failure was told")
    except (OSError, ValueError, HTTPException) as error:  # of which some have the address in their message
        _LOG.warning(
            "the failure could not be told: %s", error.reason if isinstance(error, URLError) else type(error).__name__
        )
