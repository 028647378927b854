"""Widths: how wide the page is in the reader's window, which a chart laid out in pixels must know."""

import streamlit as st

# Until the window has answered; also what tests without a browser see.
USUAL_WIDTH = 1200
NARROWEST, STEP = 640, 20

MEASURE = """
export default function ({ parentElement, setStateValue }) {
  const page = parentElement.getRootNode().host?.closest('[data-testid="stMainBlockContainer"]')
    ?? document.querySelector('[data-testid="stMainBlockContainer"]');
  if (!page) return;
  let known = null;
  let wait = null;
  const tell = () => {
    const style = getComputedStyle(page);
    const width = Math.floor(page.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
    if (width > 0 && width !== known) { known = width; setStateValue("width", width); }
  };
  const observer = new ResizeObserver(() => { clearTimeout(wait); wait = setTimeout(tell, 150); });
  observer.observe(page);
  tell();
  return () => observer.disconnect();
}
"""

_measure = st.components.v2.component("desk_width", js=MEASURE)


def measure_page(page: str) -> int:
    """Width in pixels of what `page` can fill, rounded down a little so that small changes move nothing."""
    width = _measure(key=f"{page}-width", on_width_change=lambda: None).width or USUAL_WIDTH
    return max(int(width) // STEP * STEP, NARROWEST)
