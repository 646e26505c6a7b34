"""Facts and actions, turned into words, rows and charts; no Streamlit here."""
