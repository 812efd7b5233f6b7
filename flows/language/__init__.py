"""What the stages stand on when they read English press text: views, sentences, phrases, name keys, seed lists.

It knows words, not reports: no stage, table or file layout is named here.
"""
