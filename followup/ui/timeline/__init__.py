"""Timeline: the filters, the chart, and the same in words."""
