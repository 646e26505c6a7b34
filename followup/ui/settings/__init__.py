"""Settings: who the user is, and the cadence."""
