"""The only writer: landing, Parquet batches, quarantine, compaction. It decides nothing."""
