"""Who finds names: units of text classed by the seed lists, patterns over the classes, a small CRF, and users' plug-ins.

Recognizers see one report and find spans; they do not look at other reports and decide no identity.
"""
