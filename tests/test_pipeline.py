import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from s400data.articles import read_plain
from s400data.errors import ArticleError, LanguageError
from s400data.language import load_pipeline
from s400data.pipeline import extract_article
from s400data.records import Extraction, Mention
from s400data.tasks import extract_files

pytestmark = pytest.mark.model

STORY = (
    "OSLO, March 3 (Reuters) - Norwegian Defence Minister Kari Lunde said on Tuesday that her country had signed a "
    "contract with Poland for six coastal batteries.\n\n"
    "“We need these systems,” Lunde told reporters in Oslo. “They will be delivered by June 2021.”\n\n"
    "A senior Polish official, who asked not to be named, said the talks had been “long but fair”."
)


def mentions_in(record):
    """Every stretch of text that a record holds, however deep."""
    if isinstance(record, Mention):
        yield record
    elif isinstance(record, tuple):
        for part in record:
            yield from mentions_in(part)
    elif hasattr(record, "__dataclass_fields__"):
        for name in record.__dataclass_fields__:
            yield from mentions_in(getattr(record, name))


def test_an_article_gives_rows_of_every_kind():
    extraction = extract_article(read_plain("story", STORY, "2020-03-03", None))
    assert {"Kari Lunde"} <= {q.speaker.name for q in extraction.quotations if q.speaker}
    assert any(event.type == "agreement" for event in extraction.events)
    assert any(timex.value == "2021-06" for timex in extraction.timexes)
    assert any(mention.actor.country == "POL" for mention in extraction.mentions)


def test_the_same_article_gives_the_same_extraction():
    article = read_plain("story", STORY, "2020-03-03", None)
    assert extract_article(article) == extract_article(article)


def test_every_mention_is_the_text_at_its_offsets():
    extraction = extract_article(read_plain("story", STORY, "2020-03-03", None))
    mentions = list(mentions_in(extraction))
    assert len(mentions) > 20
    assert all(STORY[mention.start : mention.end] == mention.text for mention in mentions)


WORDS = st.sampled_from(
    [
        "Turkey",
        "said",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "the",
        "S-400",
        "on",
        "Monday",
        ".",
        ",",
        "\n\n",
        "(",
        "he",
        "will",
        "not",
        "buy",
        "2019",
        "—",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120))
def test_no_text_breaks_the_chain(text):
    article = read_plain("any", text, None, None)
    extraction = extract_article(article)
    assert all(article.text[mention.start : mention.end] == mention.text for mention in mentions_in(extraction))


def test_a_bad_file_is_reported_and_the_others_go_on(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(STORY.replace("Lunde", "Berg"), encoding="utf-8")
    results = list(extract_files(sorted(tmp_path.iterdir())))
    assert [type(result) for result in results] == [Extraction, ArticleError, Extraction]
    assert "b.txt" in str(results[1])


def test_a_rule_that_fails_costs_only_its_article(tmp_path, monkeypatch, caplog):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr("s400data.pipeline.find_events", lambda *_: 1 / 0)
    (result,) = extract_files([tmp_path / "a.txt"])
    assert isinstance(result, ArticleError)
    assert "error in this program" in result.reason
    assert "ZeroDivisionError" in caplog.text


def test_a_missing_pipeline_is_not_blamed_on_an_article(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setenv("S400_PIPELINE", "no_such_pipeline")
    load_pipeline.cache_clear()
    with pytest.raises(LanguageError, match="no_such_pipeline"):
        list(extract_files([tmp_path / "a.txt"]))


def test_several_processes_give_the_same_in_the_same_order(tmp_path):
    for n in range(18):
        (tmp_path / f"{n:02}.txt").write_text(STORY.replace("six", f"{n + 2}"), encoding="utf-8")
    (tmp_path / "07.txt").write_bytes(b"\x00\x01\x02")
    paths = sorted(tmp_path.iterdir())
    alone, shared = list(extract_files(paths)), list(extract_files(paths, workers=2))
    assert [str(r) for r in alone if isinstance(r, ArticleError)] == [
        str(r) for r in shared if isinstance(r, ArticleError)
    ]
    assert [r for r in alone if isinstance(r, Extraction)] == [r for r in shared if isinstance(r, Extraction)]


def test_an_error_travels_between_processes():
    error = pickle.loads(pickle.dumps(ArticleError("file.txt", "is empty")))
    assert (error.file, error.reason) == ("file.txt", "is empty")
