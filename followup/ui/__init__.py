"""What pages are made of, a room for each thing that the user sees; only pages and server know Streamlit, too."""
