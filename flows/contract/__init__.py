"""The nouns and the tables: what every stage agrees on. Nothing here computes, reads files or imports another part of flows."""
