"""What crosses the border: files that come from elsewhere, and the demo data."""
