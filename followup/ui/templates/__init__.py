"""Templates: the editor, the fields that a template can use, and what it gives."""
