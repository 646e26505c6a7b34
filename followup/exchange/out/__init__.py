"""What goes out: calendar entries (a file, a feed), tables (CSV, XLSX), and a report to print."""

from typing import Final

CALENDAR: Final = "text/calendar"
WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
