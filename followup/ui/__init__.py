"""What pages are made of: session, clock, words, feedback, forms; the only package beside pages to know Streamlit."""
