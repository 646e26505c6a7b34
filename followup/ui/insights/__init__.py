"""Insights: what is waiting, and what gets answered."""
