"""Whatever text comes, it lies in the warehouse as it came."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.contract.records import RawReport, make_id
from flows.store import land, read_landed

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)
OPTIONAL = st.none() | TEXT


@st.composite
def raw_reports(draw) -> RawReport:
    text, title, url = draw(TEXT), draw(OPTIONAL), draw(OPTIONAL)
    return RawReport(
        report_id=make_id(url, title, text), source_name="a", source_uri="/a", source_kind="text", text=text, title=title,
        url=url, outlet=draw(OPTIONAL), published=draw(OPTIONAL), byline=draw(OPTIONAL), raw=draw(st.none() | st.binary()),
    )  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reports=st.lists(raw_reports(), min_size=1, max_size=5, unique_by=lambda r: r.report_id))
def test_landed_reports_come_back(tmp_path_factory, source_file, reports) -> None:
    warehouse = tmp_path_factory.mktemp("w")
    landed = land(warehouse, [(source_file, reports)])
    assert read_landed(warehouse, landed.batch_ids[0]) == tuple(reports)
    assert landed.accounting.seen == len(reports)
