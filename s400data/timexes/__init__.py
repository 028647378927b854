"""Timexes: the expressions of time in an article, each with its TIMEX3 value and the days it can mean.

"On December 14" in an article of 18 December 2020 is 2020-12-14; in an article without a date it stays XXXX-12-14.
Values follow TIMEX3 (Pustejovsky and others 2003) as TempEval-3 uses it.
"""

from s400data.timexes.bounds import Bound, bound_of
from s400data.timexes.finding import find_timexes

__all__ = ["Bound", "bound_of", "find_timexes"]
