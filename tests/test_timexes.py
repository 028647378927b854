"""Cases for expressions of time: what is found in a sentence, what it is called, which days it means."""

from datetime import date

import pytest
import spacy

from s400data.records import Article
from s400data.timexes import bound_of, find_timexes

WORDS = spacy.blank("en")
WEDNESDAY = "2019-11-27"


def article_of(text, published, precision):
    day = date.fromisoformat(published) if published else None
    return Article(
        article_id="a",
        path="",
        title=None,
        outlet=None,
        author=None,
        published=day,
        published_precision=precision if day else None,
        published_basis="byline" if day else "unknown",
        published_evidence=None,
        language="en",
        text=text,
        headline=None,
        furniture=(),
        notes=(),
        checksum="",
    )


def timexes_in(text, published=WEDNESDAY, precision="day"):
    return find_timexes(WORDS.make_doc(text), article_of(text, published, precision))


def told(timex):
    days = timex.interval
    ends = (str(days.earliest), str(days.latest)) if days else None
    return (timex.mention.text, timex.type, timex.value, ends)


def day(text, value, kind="DATE"):
    return (text, kind, value, (value[:10], value[:10]))


def span(text, value, first, last):
    return (text, "DATE", value, (first, last))


def year(text, value):
    return span(text, value, f"{value}-01-01", f"{value}-12-31")


def bare(text, kind, value):
    return (text, kind, value, None)


def length(text, value):
    return bare(text, "DURATION", value)


FULL_DATES = {
    "day month year": ("The accord was signed on 12 September 2017.", [day("12 September 2017", "2017-09-12")]),
    "month day year": (
        "Ankara confirmed on September 12, 2017 that it paid.",
        [day("September 12, 2017", "2017-09-12")],
    ),
    "month day year without comma": ("On May 3 2019 he resigned.", [day("May 3 2019", "2019-05-03")]),
    "abbreviated month": ("On Nov. 27, 2019, he spoke.", [day("Nov. 27, 2019", "2019-11-27")]),
    "abbreviation without stop": ("Posted 5 Sept 2018 by staff.", [day("5 Sept 2018", "2018-09-05")]),
    "short abbreviation with year": ("Updated 7 Mar 2018 at the desk.", [day("7 Mar 2018", "2018-03-07")]),
    "leading zero": ("03 May 2019 Read: 1566", [day("03 May 2019", "2019-05-03")]),
    "ordinal day": ("On the 3rd of June 2018 it sailed.", [day("the 3rd of June 2018", "2018-06-03")]),
    "ordinal after month": ("On June 3rd, 2018 it sailed.", [day("June 3rd, 2018", "2018-06-03")]),
    "ordinal word": ("On the third of June 2018 it sailed.", [day("the third of June 2018", "2018-06-03")]),
    "compound ordinal word": ("On the twenty-first of May 2018.", [day("the twenty-first of May 2018", "2018-05-21")]),
    "weekday and date agree": (
        "He flew on Monday, November 25, 2019, to Sochi.",
        [day("Monday, November 25, 2019", "2019-11-25")],
    ),
    "weekday before day month": ("It was Friday 22 November 2019.", [day("Friday 22 November 2019", "2019-11-22")]),
    "dots": ("16:02 27.11.2019", [("16:02 27.11.2019", "TIME", "2019-11-27T16:02", ("2019-11-27", "2019-11-27"))]),
    "dots without clock": ("Moscow, 07.06.2018 - The envoy left.", [day("07.06.2018", "2018-06-07")]),
    "iso": ("Dated 2019-11-27 and sealed.", [day("2019-11-27", "2019-11-27")]),
    "iso with slashes": ("Dated 2019/11/27 and sealed.", [day("2019/11/27", "2019-11-27")]),
    "iso with time": (
        "Logged 2019-11-27T16:02 by the desk.",
        [("2019-11-27T16:02", "TIME", "2019-11-27T16:02", ("2019-11-27", "2019-11-27"))],
    ),
    "slashes month first": ("Filed 11/27/2019 in court.", [day("11/27/2019", "2019-11-27")]),
    "slashes day first": ("Filed 27/11/2019 in court.", [day("27/11/2019", "2019-11-27")]),
    "slashes settled by the article's date": ("Filed 11/12/2019 in court.", [day("11/12/2019", "2019-11-12")]),
    "dashes": ("Filed 27-11-2019 in court.", [day("27-11-2019", "2019-11-27")]),
    "two-figure year": ("Filed 27.11.19 in court.", [day("27.11.19", "2019-11-27")]),
    "capitals": ("ANKARA, NOVEMBER 26, 2019 - The ministry", [day("NOVEMBER 26, 2019", "2019-11-26")]),
    "before christ": ("The city fell in 146 BC.", [bare("146 BC", "DATE", "BC0146")]),
    "range before christ": (
        "The war of 264-241 BC was long.",
        [bare("264", "DATE", "BC0264"), bare("241 BC", "DATE", "BC0241")],
    ),
    "month of year": (
        "In December of 2017 they met.",
        [span("December of 2017", "2017-12", "2017-12-01", "2017-12-31")],
    ),
    "month comma year": (
        "In December, 2017 they met.",
        [span("December, 2017", "2017-12", "2017-12-01", "2017-12-31")],
    ),
    "leap day": ("Born on 29 February 2016.", [day("29 February 2016", "2016-02-29")]),
}

YEARLESS_DATES = {
    "past month": ("Deliveries started in July.", [span("July", "2019-07", "2019-07-01", "2019-07-31")]),
    "month still ahead": ("Deliveries will start in July.", [span("July", "2020-07", "2020-07-01", "2020-07-31")]),
    "this very month told as past": (
        "It fired in November.",
        [span("November", "2019-11", "2019-11-01", "2019-11-30")],
    ),
    "past month of last year": ("It fired in December.", [span("December", "2018-12", "2018-12-01", "2018-12-31")]),
    "planned month": ("It is due to be fired in December.", [span("December", "2019-12", "2019-12-01", "2019-12-31")]),
    "would": ("He said it would be deployed in April.", [span("April", "2020-04", "2020-04-01", "2020-04-30")]),
    "day and month": ("On 27 April he met his counterpart.", [day("27 April", "2019-04-27")]),
    "month and day": ("On December 14, Washington imposed curbs.", [day("December 14", "2018-12-14")]),
    "day ahead": ("The panel will meet on December 14.", [day("December 14", "2019-12-14")]),
    "abbreviated": ("He arrived on Nov. 25.", [day("Nov. 25", "2019-11-25")]),
    "last march": ("It was agreed last March.", [span("last March", "2019-03", "2019-03-01", "2019-03-31")]),
    "next march": ("Ready next March, he said.", [span("next March", "2020-03", "2020-03-01", "2020-03-31")]),
    "may of this year": ("In May this year it began.", [span("May this year", "2019-05", "2019-05-01", "2019-05-31")]),
    "day of last year": ("On 5 May last year it began.", [day("5 May last year", "2018-05-05")]),
    "month of next year": (
        "By June next year it ends.",
        [span("June next year", "2020-06", "2020-06-01", "2020-06-30")],
    ),
    "the sixteenth": ("The crews returned on the 16th.", [day("the 16th", "2019-11-16")]),
    "the tenth of this month": ("It fell on the 10th of this month.", [day("the 10th of this month", "2019-11-10")]),
    "weekday the sixteenth": ("He spoke on Tuesday the 26th.", [day("Tuesday the 26th", "2019-11-26")]),
    "mid-July": ("The deliveries started in mid-July.", [span("mid-July", "2019-07", "2019-07-10", "2019-07-20")]),
    "early June": ("He left in early June.", [span("early June", "2019-06", "2019-06-01", "2019-06-10")]),
    "late May": ("He left in late May.", [span("late May", "2019-05", "2019-05-22", "2019-05-31")]),
    "the end of August": (
        "At the end of August it stopped.",
        [span("the end of August", "2019-08", "2019-08-27", "2019-08-31")],
    ),
    "the beginning of March": (
        "It stopped at the beginning of March.",
        [span("the beginning of March", "2019-03", "2019-03-01", "2019-03-05")],
    ),
    "the first week of May": (
        "It stopped in the first week of May.",
        [span("the first week of May", "2019-W18", "2019-05-01", "2019-05-07")],
    ),
}

RANGES = {
    "days before the month": (
        "From 27 to 29 April 2018 they met.",
        [day("27", "2018-04-27"), day("29 April 2018", "2018-04-29")],
    ),
    "days after the month": (
        "On May 25-26, 2018 they met.",
        [day("May 25", "2018-05-25"), day("26, 2018", "2018-05-26")],
    ),
    "three days": (
        "On 3, 4 and 5 May 2018 they met.",
        [day("3", "2018-05-03"), day("4", "2018-05-04"), day("5 May 2018", "2018-05-05")],
    ),
    "months share the year": (
        "Between March and May 2018 nothing moved.",
        [span("March", "2018-03", "2018-03-01", "2018-03-31"), span("May 2018", "2018-05", "2018-05-01", "2018-05-31")],
    ),
    "months over new year": (
        "From October to March 2018 nothing moved.",
        [
            span("October", "2017-10", "2017-10-01", "2017-10-31"),
            span("March 2018", "2018-03", "2018-03-01", "2018-03-31"),
        ],
    ),
    "second month takes the year on": (
        "From December 2017 to March nothing moved.",
        [
            span("December 2017", "2017-12", "2017-12-01", "2017-12-31"),
            span("March", "2018-03", "2018-03-01", "2018-03-31"),
        ],
    ),
    "years": ("From 2015 to 2017 they talked.", [year("2015", "2015"), year("2017", "2017")]),
    "years with a dash": ("The war of 1939-45 was over.", [year("1939", "1939"), year("45", "1945")]),
    "season over two years": (
        "The winter of 1914-15 was hard.",
        [span("The winter of 1914-15", "1914-WI", "1914-12-01", "1915-02-28")],
    ),
}

RELATIVE = {
    "today": ("He lands today.", [day("today", "2019-11-27")]),
    "yesterday": ("He landed yesterday.", [day("yesterday", "2019-11-26")]),
    "tomorrow": ("He lands tomorrow.", [day("tomorrow", "2019-11-28")]),
    "the day before yesterday": ("He left the day before yesterday.", [day("the day before yesterday", "2019-11-25")]),
    "tonight": ("He lands tonight.", [("tonight", "TIME", "2019-11-27TNI", ("2019-11-27", "2019-11-27"))]),
    "last night": ("He landed last night.", [("last night", "TIME", "2019-11-26TNI", ("2019-11-26", "2019-11-26"))]),
    "weekday of today": ("Cavusoglu said on Wednesday.", [day("Wednesday", "2019-11-27")]),
    "weekday just past": ("Pompeo spoke on Tuesday.", [day("Tuesday", "2019-11-26")]),
    "weekday further back": ("Pompeo spoke on Thursday.", [day("Thursday", "2019-11-21")]),
    "weekday ahead": ("The delegation will land on Friday.", [day("Friday", "2019-11-29")]),
    "past said of a plan": (
        "It is expected to be signed next year, Mikheev told reporters on Tuesday.",
        [year("next year", "2020"), day("Tuesday", "2019-11-26")],
    ),
    "last friday": ("He left last Friday.", [day("last Friday", "2019-11-22")]),
    "last wednesday on a wednesday": ("He left last Wednesday.", [day("last Wednesday", "2019-11-20")]),
    "next tuesday": ("He leaves next Tuesday.", [day("next Tuesday", "2019-12-03")]),
    "friday of last week": ("He left on Friday last week.", [day("Friday last week", "2019-11-22")]),
    "tuesday of next week": ("He leaves on Tuesday of next week.", [day("Tuesday of next week", "2019-12-03")]),
    "last week": ("He left last week.", [span("last week", "2019-W47", "2019-11-18", "2019-11-24")]),
    "this week": ("He leaves this week.", [span("this week", "2019-W48", "2019-11-25", "2019-12-01")]),
    "the coming week": (
        "He leaves in the coming week.",
        [span("the coming week", "2019-W49", "2019-12-02", "2019-12-08")],
    ),
    "earlier this week": (
        "They spoke earlier this week.",
        [span("earlier this week", "2019-W48", "2019-11-25", "2019-11-27")],
    ),
    "early this week": (
        "They spoke early this week.",
        [span("early this week", "2019-W48", "2019-11-25", "2019-11-26")],
    ),
    "later this month": (
        "They meet later this month.",
        [span("later this month", "2019-11", "2019-11-27", "2019-11-30")],
    ),
    "last month": ("They met last month.", [span("last month", "2019-10", "2019-10-01", "2019-10-31")]),
    "next month": ("They meet next month.", [span("next month", "2019-12", "2019-12-01", "2019-12-31")]),
    "last quarter": ("Sales fell last quarter.", [span("last quarter", "2019-Q3", "2019-07-01", "2019-09-30")]),
    "last year": ("Sales fell last year.", [year("last year", "2018")]),
    "early next year": ("Sales start early next year.", [span("early next year", "2020", "2020-01-01", "2020-04-30")]),
    "late last year": ("Sales began late last year.", [span("late last year", "2018", "2018-09-01", "2018-12-31")]),
    "the end of the year": (
        "It ends by the end of the year.",
        [span("the end of the year", "2019", "2019-11-01", "2019-12-31")],
    ),
    "the end of the month": (
        "It ends by the end of the month.",
        [span("the end of the month", "2019-11", "2019-11-26", "2019-11-30")],
    ),
    "the weekend told as past": (
        "Over the weekend, shells fell.",
        [span("the weekend", "2019-W47-WE", "2019-11-23", "2019-11-24")],
    ),
    "this weekend": ("They will meet this weekend.", [span("this weekend", "2019-W48-WE", "2019-11-30", "2019-12-01")]),
    "three weeks ago": ("He left three weeks ago.", [span("three weeks ago", "2019-W45", "2019-11-04", "2019-11-10")]),
    "two days ago": ("He left two days ago.", [day("two days ago", "2019-11-25")]),
    "ten months ago": ("He left ten months ago.", [span("ten months ago", "2019-01", "2019-01-01", "2019-01-31")]),
    "two and a half years ago": (
        "He left two and a half years ago.",
        [span("two and a half years ago", "2017-05", "2017-05-01", "2017-05-31")],
    ),
    "a decade ago": ("He left a decade ago.", [span("a decade ago", "200", "2000-01-01", "2009-12-31")]),
    "a few days ago": ("He left a few days ago.", [bare("a few days ago", "DATE", "PAST_REF")]),
    "a day earlier": ("A day earlier, Moscow had denied it.", [day("A day earlier", "2019-11-26")]),
    "the next day follows the story": (
        "On Monday they met. The next day he left.",
        [day("Monday", "2019-11-25"), day("The next day", "2019-11-26")],
    ),
    "the following thursday": (
        "On Monday they met. The following Thursday he left.",
        [day("Monday", "2019-11-25"), day("The following Thursday", "2019-11-28")],
    ),
    "the following year": (
        "The deal was signed in 2015. The following year it collapsed.",
        [year("2015", "2015"), year("The following year", "2016")],
    ),
    "that year": (
        "A coup failed in 2016. In July of that year it began.",
        [year("2016", "2016"), span("July of that year", "2016-07", "2016-07-01", "2016-07-31")],
    ),
    "two days later": (
        "It was fired on 16 October 2018. Two days later it was moved.",
        [day("16 October 2018", "2018-10-16"), day("Two days later", "2018-10-18")],
    ),
    "later than nobody knows what": (
        "She left two years later.",
        [bare("two years later", "DATE", "XXXX")],
    ),
    "two days of one month": (
        "They met on the 8th and 9th of April 2019.",
        [day("the 8th", "2019-04-08"), day("9th of April 2019", "2019-04-09")],
    ),
    "the same day": (
        "It was fired on 16 October 2018 and moved the same day.",
        [day("16 October 2018", "2018-10-16"), day("the same day", "2018-10-16")],
    ),
    "now": ("It is now in service.", [bare("now", "DATE", "PRESENT_REF")]),
    "currently": ("It is currently in service.", [bare("currently", "DATE", "PRESENT_REF")]),
    "recently": ("It was recently sold.", [bare("recently", "DATE", "PAST_REF")]),
    "the near future": ("It will be sold in the near future.", [bare("the near future", "DATE", "FUTURE_REF")]),
}

PERIODS = {
    "bare year": ("Moscow signed the contract in 2017.", [year("2017", "2017")]),
    "since": ("Since 2017 it has been built.", [year("2017", "2017")]),
    "year before a noun": ("The 2016 coup attempt failed.", [year("2016", "2016")]),
    "by month and year": (
        "It will be ready by April 2020.",
        [span("April 2020", "2020-04", "2020-04-01", "2020-04-30")],
    ),
    "from month and year": (
        "It will serve from October 2019.",
        [span("October 2019", "2019-10", "2019-10-01", "2019-10-31")],
    ),
    "early year": ("In early 2019 it arrived.", [span("early 2019", "2019", "2019-01-01", "2019-04-30")]),
    "early in the year": ("Early in 2019 it arrived.", [span("Early in 2019", "2019", "2019-01-01", "2019-04-30")]),
    "mid year": ("By mid-2020 it will arrive.", [span("mid-2020", "2020", "2020-05-01", "2020-08-31")]),
    "late year": ("In late 2018 it arrived.", [span("late 2018", "2018", "2018-09-01", "2018-12-31")]),
    "end of a year": ("At the end of 2018 it arrived.", [span("the end of 2018", "2018", "2018-11-01", "2018-12-31")]),
    "mid-to-late": ("In mid-to-late 2018 it arrived.", [span("mid-to-late 2018", "2018", "2018-09-01", "2018-12-31")]),
    "quarter of a year": (
        "In the third quarter of 2018 it rose.",
        [span("the third quarter of 2018", "2018-Q3", "2018-07-01", "2018-09-30")],
    ),
    "quarter by figure": ("It rose in Q4 2018.", [span("Q4 2018", "2018-Q4", "2018-10-01", "2018-12-31")]),
    "bare quarter": (
        "It rose in the first quarter.",
        [span("the first quarter", "2019-Q1", "2019-01-01", "2019-03-31")],
    ),
    "third-quarter": (
        "It posted third-quarter profits.",
        [span("third-quarter", "2019-Q3", "2019-07-01", "2019-09-30")],
    ),
    "first half": (
        "It rose in the first half of 2019.",
        [span("the first half of 2019", "2019-H1", "2019-01-01", "2019-06-30")],
    ),
    "second half of the year": (
        "It will rise in the second half of the year.",
        [span("the second half of the year", "2019-H2", "2019-07-01", "2019-12-31")],
    ),
    "summer of a year": (
        "In the summer of 2016 it arrived.",
        [span("the summer of 2016", "2016-SU", "2016-06-01", "2016-08-31")],
    ),
    "fall of a year": (
        "In the fall of 2018 it arrived.",
        [span("the fall of 2018", "2018-FA", "2018-09-01", "2018-11-30")],
    ),
    "last winter": ("It arrived last winter.", [span("last winter", "2018-WI", "2018-12-01", "2019-02-28")]),
    "next spring": ("It arrives next spring.", [span("next spring", "2020-SP", "2020-03-01", "2020-05-31")]),
    "decade": ("In the 1990s it was new.", [span("the 1990s", "199", "1990-01-01", "1999-12-31")]),
    "late decade": ("In the late 1990s it was new.", [span("the late 1990s", "199", "1996-01-01", "1999-12-31")]),
    "short decade": ("In the '80s it was new.", [span("the '80s", "198", "1980-01-01", "1989-12-31")]),
    "decade in words": ("In the nineties it was new.", [span("the nineties", "199", "1990-01-01", "1999-12-31")]),
    "century": ("In the 19th century it was new.", [span("the 19th century", "18", "1800-01-01", "1899-12-31")]),
    "century in words": (
        "In the twentieth century it was new.",
        [span("the twentieth century", "19", "1900-01-01", "1999-12-31")],
    ),
    "fiscal year": (
        "Funds for fiscal year 2020 are cut.",
        [span("fiscal year 2020", "2020", "2019-04-01", "2021-03-31")],
    ),
    "fiscal year by letters": ("Funds for FY2020 are cut.", [span("FY2020", "2020", "2019-04-01", "2021-03-31")]),
    "christmas": ("They will meet on Christmas Day.", [day("Christmas Day", "2019-12-25")]),
    "christmas of a year": ("They met at Christmas 2015.", [day("Christmas 2015", "2015-12-25")]),
    "easter": ("They met on Good Friday.", [day("Good Friday", "2019-04-19")]),
    "nth weekday": ("They met on Labor Day.", [day("Labor Day", "2019-09-02")]),
    "new year's eve": ("They met on New Year's Eve.", [day("New Year's Eve", "2018-12-31")]),
    "nine eleven": ("Since 9/11 they have met.", [day("9/11", "2001-09-11")]),
    "september 11 attacks": ("After the Sept. 11 attacks they met.", [day("Sept. 11", "2001-09-11")]),
}

LENGTHS = {
    "hyphen": ("the 19-month option", [length("19-month", "P19M")]),
    "hyphen in words": ("a nine-month delivery option", [length("nine-month", "P9M")]),
    "years": ("It took two years.", [length("two years", "P2Y")]),
    "half": ("It took two and a half years.", [length("two and a half years", "P2.5Y")]),
    "year and a half": ("It took a year and a half.", [length("a year and a half", "P1.5Y")]),
    "compound": ("It took twenty-five days.", [length("twenty-five days", "P25D")]),
    "hundred": ("It took a hundred days.", [length("a hundred days", "P100D")]),
    "dozen": ("It took a dozen weeks.", [length("a dozen weeks", "P12W")]),
    "fortnight": ("It took a fortnight.", [length("a fortnight", "P2W")]),
    "decades-long": ("their decades-long history", [length("decades-long", "PXDE")]),
    "a few": ("It took a few days.", [length("a few days", "PXD")]),
    "several": ("It took several months.", [length("several months", "PXM")]),
    "for months": ("It went on for months.", [length("months", "PXM")]),
    "hours": ("It took 36 hours.", [length("36 hours", "PT36H")]),
    "minutes": ("It took ten minutes.", [length("ten minutes", "PT10M")]),
    "more than": ("It took more than three years.", [length("more than three years", "P3Y")]),
    "nearly": ("It took nearly two decades.", [length("nearly two decades", "P2DE")]),
    "old": ("A 10-year-old treaty lapsed.", [length("10-year-old", "P10Y")]),
    "two days after": ("Two days after the vote he left.", [length("Two days", "P2D")]),
    "a day after": ("a day after he was sworn in", [length("a day", "P1D")]),
    "past three years": (
        "In the past three years it grew.",
        [("the past three years", "DURATION", "P3Y", ("2016-11-27", "2019-11-27"))],
    ),
    "next two months": (
        "In the next two months it will grow.",
        [("the next two months", "DURATION", "P2M", ("2019-11-27", "2020-01-27"))],
    ),
    "coming weeks": ("In the coming weeks it will grow.", [length("the coming weeks", "PXW")]),
    "first two months": (
        "In the first two months of 2019 it grew.",
        [("the first two months of 2019", "DURATION", "P2M", ("2019-01-01", "2019-02-28"))],
    ),
}

SETS_AND_TIMES = {
    "every monday": ("It meets every Monday.", [bare("every Monday", "SET", "XXXX-WXX-1")]),
    "mondays": ("It meets on Mondays.", [bare("Mondays", "SET", "XXXX-WXX-1")]),
    "every day": ("It meets every day.", [bare("every day", "SET", "P1D")]),
    "every two years": ("It meets every two years.", [bare("every two years", "SET", "P2Y")]),
    "every other week": ("It meets every other week.", [bare("every other week", "SET", "P2W")]),
    "every may": ("It meets every May.", [bare("every May", "SET", "XXXX-05")]),
    "daily": ("It meets daily.", [bare("daily", "SET", "P1D")]),
    "annual": ("It holds an annual parade.", [bare("annual", "SET", "P1Y")]),
    "twice a week": ("It meets twice a week.", [bare("twice a week", "SET", "P1W")]),
    "a day as a rate": ("It costs $5 a day.", [bare("a day", "SET", "P1D")]),
    "clock and weekday": (
        "At 5 p.m. on Monday it rang.",
        [("5 p.m.", "TIME", "2019-11-25T17:00", ("2019-11-25", "2019-11-25")), day("Monday", "2019-11-25")],
    ),
    "weekday morning": (
        "On Monday morning it rang.",
        [("Monday morning", "TIME", "2019-11-25TMO", ("2019-11-25", "2019-11-25"))],
    ),
    "night of a date": (
        "On the night of 15 July 2016 it rang.",
        [("the night of 15 July 2016", "TIME", "2016-07-15TNI", ("2016-07-15", "2016-07-15"))],
    ),
    "noon": ("At noon it rang.", [("noon", "TIME", "2019-11-27T12:00", ("2019-11-27", "2019-11-27"))]),
    "twenty-four hours clock": (
        "At 19:45 GMT it rang.",
        [("19:45 GMT", "TIME", "2019-11-27T19:45", ("2019-11-27", "2019-11-27"))],
    ),
    "pm without stops": ("At 5pm it rang.", [("5pm", "TIME", "2019-11-27T17:00", ("2019-11-27", "2019-11-27"))]),
    "that afternoon": (
        "On 14 July 2019 it rang. That afternoon it stopped.",
        [day("14 July 2019", "2019-07-14"), ("That afternoon", "TIME", "2019-07-14TAF", ("2019-07-14", "2019-07-14"))],
    ),
}

DATED = FULL_DATES | YEARLESS_DATES | RANGES | RELATIVE | PERIODS | LENGTHS | SETS_AND_TIMES


@pytest.mark.parametrize(("text", "expected"), DATED.values(), ids=DATED.keys())
def test_expression_in_an_article_of_wednesday_27_november_2019(text, expected):
    assert [told(timex) for timex in timexes_in(text)] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy returns on Thursday.", "2019-11-28"),
        ("The envoys meet Friday in Geneva.", "2019-11-29"),
        ("The envoys met Friday in Geneva.", "2019-11-22"),
        ("Mikheev, whose company expects a new contract, told reporters on Monday it would be signed.", "2019-11-25"),
        ("They are expected to meet on Friday.", "2019-11-29"),
        (
            '"If asked, we would condemn the test in strong words," said spokeswoman Dana Ortiz on Nov. 16.',
            "2019-11-16",
        ),
        ("He has been in Ankara since Friday.", "2019-11-22"),
        ("The ministry, which will publish the text, rejected the offer on Thursday.", "2019-11-21"),
    ],
)
def test_tense_of_the_parse_decides_the_week(text, value):
    from s400data.language import parse

    article = article_of(text, WEDNESDAY, "day")
    assert value in [timex.value for timex in find_timexes(parse(text), article)]


UNDATED = {
    "month": ("Turkey signed an agreement in December to buy them.", [bare("December", "DATE", "XXXX-12")]),
    "weekday": ("Cavusoglu said Sunday.", [bare("Sunday", "DATE", "XXXX-WXX-7")]),
    "week": ("They met early this week.", [bare("early this week", "DATE", "XXXX-WXX")]),
    "month and day": ("On 27 April they met.", [bare("27 April", "DATE", "XXXX-04-27")]),
    "season": ("They met in the summer.", [bare("the summer", "DATE", "XXXX-SU")]),
    "quarter": ("They met in the third quarter.", [bare("the third quarter", "DATE", "XXXX-Q3")]),
    "explicit": ("They met in December 2017.", [span("December 2017", "2017-12", "2017-12-01", "2017-12-31")]),
    "counted from an explicit day": (
        "They met on 12 September 2017 and again the next day.",
        [day("12 September 2017", "2017-09-12"), day("the next day", "2017-09-13")],
    ),
    "explicit date in the same paragraph": (
        "They met on 12 September 2017. On 15 September they parted.",
        [day("12 September 2017", "2017-09-12"), day("15 September", "2017-09-15")],
    ),
    "office-holder's first day": (
        "On 27 April, a day after he was sworn in as US secretary of state, Mike Pompeo raised the issue.",
        [day("27 April", "2018-04-27"), length("a day", "P1D")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), UNDATED.values(), ids=UNDATED.keys())
def test_expression_in_an_article_without_a_date(text, expected):
    assert [told(timex) for timex in timexes_in(text, published=None)] == expected


@pytest.mark.parametrize("text", ["He spoke on Sunday.", "He spoke yesterday.", "He left three weeks ago."])
def test_article_dated_to_the_month_settles_no_day(text):
    assert [timex.interval for timex in timexes_in(text, "2019-11-01", "month")] == [None]


def test_article_dated_to_the_month_settles_a_month():
    assert [timex.value for timex in timexes_in("It was signed last month.", "2019-11-01", "month")] == ["2019-10"]


ON_OTHER_DAYS = {
    "statement of the same week": ("2020-12-18", "They spoke earlier this week.", ["2020-W51"]),
    "day of the same month": ("2020-12-18", "On December 14 it imposed curbs.", ["2020-12-14"]),
    "earlier the same month": ("2020-12-18", "On December 7 he said so.", ["2020-12-07"]),
    "dateline of the day": ("2020-12-18", "WASHINGTON, December 18. The envoy said.", ["2020-12-18"]),
    "day before": ("2019-05-03", "He told reporters in Baku on May 2.", ["2019-05-02"]),
    "month before": ("2019-05-03", "On April 11, he said so.", ["2019-04-11"]),
    "december told in january": ("2018-01-04", "Ankara signed in December.", ["2017-12"]),
    "january planned in december": ("2017-12-29", "It will begin in January.", ["2018-01"]),
    "weekday over new year": ("2018-01-02", "He left on Sunday.", ["2017-12-31"]),
    "week over new year": ("2019-01-02", "He left last week.", ["2018-W52"]),
    "quarter over new year": ("2019-02-10", "Sales fell last quarter.", ["2018-Q4"]),
    "sunday paper": ("2018-06-03", "The minister said Sunday.", ["2018-06-03"]),
    "yesterday on the first of march": ("2020-03-01", "He left yesterday.", ["2020-02-29"]),
}


@pytest.mark.parametrize(("published", "text", "values"), ON_OTHER_DAYS.values(), ids=ON_OTHER_DAYS.keys())
def test_value_seen_from_the_day_of_publication(published, text, values):
    assert [timex.value for timex in timexes_in(text, published)] == values


HISTORY = (
    "The war began on 1 September 1939. In November 1939 a second front opened. "
    "The peace of 12 March 1940 ended it.\n\nIn April 1940 the north fell. On 10 May the west was attacked. "
    "By late June it was over. In November 1941 the siege tightened. In January the relief came.\n\n"
    "In February 1943 the army surrendered. Two days later the city was cleared. In 1944 it was rebuilt."
)


def test_history_goes_on_from_its_own_dates():
    values = {timex.mention.text: timex.value for timex in timexes_in(HISTORY)}
    assert values["10 May"] == "1940-05-10"
    assert values["late June"] == "1940-06"
    assert values["January"] == "1942-01"


NO_DATES = {
    "may the verb": "Turkey may buy more, and may not.",
    "may opening a sentence": "May he rest in peace.",
    "march the verb": "Troops march through the streets; the march went on.",
    "march the rally": "March organisers met the police.",
    "surname": "Theresa May met Mrs May's aides, and Prime Minister May agreed.",
    "surname alone, once given in full": "Theresa May flew in. Merkel and May agreed; before May spoke, he left.",
    "sunday times": "The Sunday Times and the Mail on Sunday differ.",
    "black friday in a name": "Good Friday Agreement" and "USA Today and Russia Today differ.",
    "missiles": "The S-400 and S-300, F-35, F-16s, SA-21, Su-57 and MiG-29 were shown.",
    "money": "It cost $2.5 billion, €2000, £1,999 and 2019 dollars.",
    "troops": "Some 2,500 troops, 1500 men and 1800 soldiers moved.",
    "amounts in a range": "Between 1500 and 2000 troops moved.",
    "distances": "It engages targets at 400 km and up to 35 km, 1900 km away.",
    "units": "The 1st Armoured Division and the 2nd Army met the 101st Airborne.",
    "article numbers": "Article 5 and Section 231, No. 2017 and #1984 apply.",
    "per cent": "Support fell by 20 per cent, from 45% to 25%.",
    "telephone": "Call +90 312-2010-2015 or 555-2019.",
    "web address": "See https://example.org/2019/11/27/story and www.example.com/2018.",
    "resolution": "UN Resolution 2254 was read.",
    "version": "Version 2.10.4 is out.",
    "score": "They won 3-1 and 21-19.",
    "former": "The former president and the then minister met.",
    "fall the verb": "Prices fall and rise; the fall of Aleppo hurt.",
    "spring the verb": "Leaks spring up; the Arab Spring failed.",
    "second the ordinal": "A second regiment and a third battery came.",
    "sun": "The sun set; the sat nav failed.",
    "august the adjective": "An august body met.",
    "long number": "Serial 2882015 was read.",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES.keys())
def test_no_expression_in(text):
    assert [timex.mention.text for timex in timexes_in(text)] == []


FLAGGED = {
    "31 February": ("It was signed on 31 February 2019.", "31 February 2019"),
    "30 February without a year": ("It was signed on 30 February.", "30 February"),
    "29 February of a common year": ("It was signed on 29 February 2019.", "29 February 2019"),
    "thirteenth month": ("Dated 2019-13-45 and sealed.", "2019-13-45"),
    "thirteenth month with dots": ("Dated 45.13.2019 and sealed.", "45.13.2019"),
    "weekday against date": ("He spoke on Monday, November 26, 2019.", "Monday, November 26, 2019"),
    "seven-figure year": ("It was signed on 3 May 2882015.", "3 May 2882015"),
    "seven-figure year alone": ("In the year 2882015 it ends.", "the year 2882015"),
    "undated month": ("It was signed in December.", "December"),
}


@pytest.mark.parametrize(("text", "words"), FLAGGED.values(), ids=FLAGGED.keys())
def test_impossible_or_open_date_is_kept_with_a_flag_and_no_days(text, words):
    published = None if "December" in text else WEDNESDAY
    (timex,) = timexes_in(text, published)
    assert timex.mention.text == words
    assert timex.flag
    assert timex.interval is None


def test_publication_date_in_the_future_is_nothing_to_count_from():
    open_day, explicit = timexes_in("He spoke on Sunday and on 3 May 2019.", published="2971-01-02")
    assert (open_day.value, open_day.interval) == ("XXXX-WXX-7", None)
    assert "lies in the future" in open_day.flag
    assert explicit.value == "2019-05-03"


def test_order_of_day_and_month_nobody_can_know_stays_open():
    (timex,) = timexes_in("The contract of 12/09/2017 was read.")
    assert timex.value == "2017-XX-XX"
    assert (str(timex.interval.earliest), str(timex.interval.latest)) == ("2017-09-12", "2017-12-09")
    assert timex.flag


def test_date_that_leans_on_the_article_says_so():
    leaning, explicit = timexes_in("On Tuesday he recalled 12 September 2017.")
    assert (leaning.anchor, explicit.anchor) == (date(2019, 11, 27), None)
    assert leaning.confidence < explicit.confidence
    assert {leaning.rule, explicit.rule} == {"weekday", "day_month"}


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It will be ready by April 2020.", ["by"]),
        ("It has been ready since 2017.", ["since"]),
        ("It serves from October 2019 until May 2020.", ["from", "until"]),
        ("It lasted from May to July 2018.", ["from", "to"]),
        ("It lasted between May and July 2018.", ["between", "and"]),
        ("It fell on Monday.", [None]),
        ("It began prior to 2015.", ["before"]),
    ],
)
def test_preposition_that_bounds_a_stretch(text, bounds):
    assert [bound_of(text, timex) for timex in timexes_in(text)] == bounds


def test_there_are_at_least_150_cases():
    assert len(DATED) + len(UNDATED) + len(ON_OTHER_DAYS) >= 150
