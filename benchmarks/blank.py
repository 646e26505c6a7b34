"""A blank page of stock Streamlit: what any page costs at least."""

import streamlit as st

st.title("Blank")
st.button("Again")
