"""Every good journey of a week between two places of a timetable."""
