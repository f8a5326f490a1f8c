"""One file a format, all of one shape: `read`, `write`, `MEDIA_TYPE`, `SUFFIXES`.

The library that a format needs is imported in its file, at its first use, and
nowhere else.
"""
