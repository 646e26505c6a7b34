"""Calendar: its head, its cells, the component that draws them, and the dialog of what was pressed."""
