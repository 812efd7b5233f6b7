"""What each command does, a module for each kind of question. ``flows.cli`` puts them together."""
