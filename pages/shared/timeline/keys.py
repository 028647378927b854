"""Keys: marks reached without a pointer: the chart is one stop of Tab, arrows go between marks, Enter opens one.

Where the chart is wider than its place, the chosen mark is brought in sight, and the names of the lanes stay there.
"""

import streamlit as st

# Vega answers to a click on a box wherever it comes from.
WALK = """
export default function ({ data }) {
  const figure = document.querySelector(`.st-key-${data.figure}`);
  if (!figure) return;
  const boxes = () => [...figure.querySelectorAll("svg.marks .hits_marks path")]
    .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
  const hold = () => figure.querySelectorAll("svg.marks [class*=lanes_]")
    .forEach((names) => { names.style.transform = `translateX(${figure.scrollLeft}px)`; });
  const prepare = () => {
    const found = boxes();
    if (!found.length || found.some((box) => box.getAttribute("tabindex") === "0")) return;
    found.forEach((box, n) => { box.setAttribute("tabindex", n ? "-1" : "0"); box.setAttribute("role", "button"); });
    figure.querySelector("svg.marks .chosen_marks path")?.scrollIntoView({ inline: "center", block: "nearest" });
    hold();
  };
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const press = (event) => {
    const found = boxes(), place = found.indexOf(event.target);
    if (place < 0) return;
    if (event.key in step) {
      const next = found[Math.min(Math.max(place + step[event.key], 0), found.length - 1)];
      event.target.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      const box = event.target.getBoundingClientRect();
      const where = { bubbles: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
      event.target.dispatchEvent(new MouseEvent("click", where));
    } else return;
    event.preventDefault();
  };
  const observer = new MutationObserver(prepare);
  observer.observe(figure, { childList: true, subtree: true });
  figure.addEventListener("keydown", press);
  figure.addEventListener("scroll", hold);
  prepare();
  return () => {
    observer.disconnect();
    figure.removeEventListener("keydown", press);
    figure.removeEventListener("scroll", hold);
  };
}
"""

_walk = st.components.v2.component("desk_keys", js=WALK)


def reach_by_keys(figure: str) -> None:
    """Let the marks of the chart in the container called `figure` be reached by keys."""
    _walk(key=f"{figure}-keys", data={"figure": figure})
