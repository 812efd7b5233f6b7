"""A reader per kind of source: bytes in, RawReport out, or a quarantine row. Nothing is cleaned here.

Entry points: ``find_files`` lists the files of a source, ``read_source`` reads a file or folder, ``load_mapping`` reads field
mappings; ``original_bytes`` shows what a quarantine row is about and ``source_of`` says where it can be read again;
``web_feeds.read_web_feed`` reads a feed on the web. Whatever a source holds, reading goes on: what cannot be read comes out as
a ``Quarantined`` row.
"""

from flows.ingest.fields import FieldMapping, load_mapping
from flows.ingest.originals import original_bytes, source_of
from flows.ingest.sources import find_files, read_source
from flows.ingest.streams import Limits

__all__ = [
    "FieldMapping",
    "Limits",
    "find_files",
    "load_mapping",
    "original_bytes",
    "read_source",
    "source_of",
]
