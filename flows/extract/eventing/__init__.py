"""What happened: triggers found in clauses, their roles, when, where, and which of them make one engagement."""
