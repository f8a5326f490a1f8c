"""The sections of a record on a screen, each a function of a page, a record and its names."""
