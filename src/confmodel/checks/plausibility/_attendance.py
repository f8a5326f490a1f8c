"""What attendance says of who was there."""

from confmodel.model.delegation import Attendance

NOT_THERE = frozenset({Attendance.ABSENT, Attendance.DECLINED, Attendance.EXCLUDED})
"""What says that somebody did not come at all."""
