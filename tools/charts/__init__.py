"""The charts as Altair builds them; `python -m tools.charts` writes them beside the views that feed them."""
