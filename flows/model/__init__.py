"""Runs dbt in this process. No report is parsed here."""
