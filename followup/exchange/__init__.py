"""What crosses the border: the demo data comes in, the report on an error goes out."""
