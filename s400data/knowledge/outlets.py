"""Outlets: newspapers, agencies, broadcasters and sites, with the names and marks they sign their articles with."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from s400data.errors import KnowledgeError
from s400data.knowledge.reading import line_of_entry, read_entries
from s400data.settings import affair_folder


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher.

    `datelines` are its marks in a dateline ("/TASS/", "(Reuters)"), without the brackets. `furniture` are phrases that
    only this site prints around its articles. `self_reports` says that it closes its own lead with "X reports.",
    `common_word` that its name of one word ("Report", "Time") proves nothing on a line of its own.
    """

    name: str
    country: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False
    datelines: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    self_reports: bool = False
    common_word: bool = False
    note: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Read the outlets, refusing two that share a name, an alias or a domain."""
    path = affair_folder() / "outlets.toml"
    if not path.exists():
        return ()
    outlets = read_entries(path, "outlet", Outlet)
    owners: dict[str, str] = {}
    for n, outlet in enumerate(outlets):
        for key in {fold(name) for name in outlet.names} | {domain.lower() for domain in outlet.domains}:
            if owners.setdefault(key, outlet.name) != outlet.name:
                line = line_of_entry(path, "outlet", (n,))
                raise KnowledgeError(path, line, f"'{key}' already belongs to the outlet '{owners[key]}'")
    return outlets


# Longer words are a paragraph.
_LONGEST_NAME = 200


@cache
def _outlets_by_name() -> dict[str, Outlet]:
    return {
        fold(name): outlet
        for outlet in load_outlets()
        for name in outlet.names
        if not outlet.common_word or len(fold(name).split()) > 1
    }


@cache
def _outlets_by_dateline() -> dict[str, Outlet]:
    return {fold(mark): outlet for outlet in load_outlets() for mark in (*outlet.datelines, *outlet.names)}


def outlet_named(words: str) -> Outlet | None:
    """Return the outlet whose name or alias is exactly `words` (case, accents and a leading "the" aside)."""
    return _outlets_by_name().get(fold(words)) if len(words) <= _LONGEST_NAME else None


def outlet_of_dateline(mark: str) -> Outlet | None:
    """Return the outlet that signs datelines with `mark`."""
    return _outlets_by_dateline().get(fold(mark))


def outlet_of_domain(host: str) -> Outlet | None:
    """Return the outlet that publishes under `host` or a domain above it."""
    parts = host.lower().strip(".").split(".")
    tails = {".".join(parts[n:]) for n in range(len(parts) - 1)}
    # "english.sputnik.example" may be listed itself while its parent belongs to another outlet: longest wins.
    found = [(domain, outlet) for outlet in load_outlets() for domain in outlet.domains if domain.lower() in tails]
    return max(found, key=lambda pair: len(pair[0]))[1] if found else None


def host_of(address: str) -> str | None:
    """The host that a web address names, None where it names none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        # Square brackets where no address in figures stands.
        return None


def fold(words: str) -> str:
    """Reduce a name to lower-case letters and digits without accents, for comparing."""
    plain = words.casefold()
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", words.replace("ı", "i")).casefold()
        plain = "".join(c for c in parted if not unicodedata.combining(c))
    kept = re.sub(r"[^\w.]+", " ", plain)
    return re.sub(r"^the ", "", " ".join(kept.split()).strip("."))
