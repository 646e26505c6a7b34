"""An application wherever it stands: the list, one in full, the dialog of what was picked, deleting."""
