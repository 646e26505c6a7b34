"""Facts as rows: what a change makes of them, and how it is taken back. Nothing here knows where rows are stored."""
