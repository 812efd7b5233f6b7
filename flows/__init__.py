"""Dateline: dated press reports in, a warehouse of evidence out. Read pipeline.py first."""
