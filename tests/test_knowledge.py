from dataclasses import dataclass

import pytest

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import read_entries


@dataclass(frozen=True, slots=True)
class Office:
    title: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    office: tuple[Office, ...] = ()


GOOD = """[[person]]
id = "a"
name = "Ada"

[[person]]
id = "b"
name = "Bo"
[[person.office]]
title = "minister"
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "people.toml"


def test_entries_become_records(file):
    file.write_text(GOOD)
    assert read_entries(file, "person", Person) == (Person("a", "Ada"), Person("b", "Bo", (Office("minister"),)))


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        (GOOD.replace('name = "Bo"', "name = 7"), 7, "name"),
        (GOOD.replace('name = "Bo"\n', ""), 5, "name"),
        (GOOD.replace("title", "titel"), 7, "office"),
        (GOOD.replace('title = "minister"', 'title = "minister"\nland = "TUR"'), 10, "land"),
        (GOOD + "[[persona]]\nid = 'c'\n", 10, "persona"),
        (GOOD.replace('"Ada"', '"Ada'), 3, "not valid TOML"),
    ],
    ids=["wrong type", "missing field", "misspelt nested field", "unknown nested field", "unknown part", "broken TOML"],
)
def test_a_broken_file_is_refused_with_line_and_reason(file, broken, line, reason):
    file.write_text(broken)
    with pytest.raises(KnowledgeError, match=reason) as caught:
        read_entries(file, "person", Person)
    assert abs(caught.value.line - line) <= 1
    assert str(file) in str(caught.value)


def test_a_missing_file_is_named(file):
    with pytest.raises(KnowledgeError, match=r"people\.toml: cannot be read"):
        read_entries(file, "person", Person)
