"""What is typed becomes facts, or what is missing beside which field. Pure: no Streamlit, no clock."""
