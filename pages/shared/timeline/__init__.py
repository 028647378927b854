"""Timeline: the parts of the timeline page."""

from pages.shared.timeline.chart import draw_chart
from pages.shared.timeline.drawer import draw_drawer
from pages.shared.timeline.nothing import draw_nothing
from pages.shared.timeline.rail import draw_undated
from pages.shared.timeline.rows import count_happenings, draw_table

__all__ = ["count_happenings", "draw_chart", "draw_drawer", "draw_nothing", "draw_table", "draw_undated"]
