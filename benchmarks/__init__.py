"""`make bench`: how long things take; medians, on this machine, of made-up data."""
