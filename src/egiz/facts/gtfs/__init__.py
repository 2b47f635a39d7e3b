"""Timetables in the General Transit Feed Specification: read from a zip or a folder, written as a zip."""
