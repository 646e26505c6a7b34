"""Insights: replies, waits, windows kept, and the weeks of the search."""
