"""Small parts that several rooms are made of: day fields, kept forms, scrolling, a preview of the plan."""
