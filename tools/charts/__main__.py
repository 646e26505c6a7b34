"""Write followup/views/*/charts.json anew, as Altair builds the charts."""

from tools.charts.files import FILES, text_of

for path, charts in FILES.items():
    path.write_text(text_of(charts()), "utf-8")
