"""The contract is declared once, and says what every column means."""

import pytest

from flows.contract.tables import TABLES


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_every_column_is_described_and_the_key_is_there(table) -> None:
    assert table.description
    assert all(c.description for c in table.columns)
    assert set(table.key) <= {c.name for c in table.columns}
