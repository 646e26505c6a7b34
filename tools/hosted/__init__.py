"""Follow-up as it is hosted, on this computer alone: for the tests and for `make hosted`."""
