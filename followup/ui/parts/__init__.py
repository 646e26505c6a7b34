"""Small parts that several rooms are made of: day fields, kept forms, a preview of the plan."""
