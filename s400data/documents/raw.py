"""Raw articles: what lies in files, one article each, before and after its format has been read."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

Kind = Literal["text", "page", "pdf", "word", "mail", "record"]
Field = Literal["title", "outlet", "author", "date", "updated", "url", "text"]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class RawArticle:
    """Bytes of one article, still unread. `name` is its file, with the place in it: "news.zip/a.html".

    A record is JSON that holds fields by name, as a table or a feed gives them.
    """

    name: str
    kind: Kind
    raw: bytes

    @property
    def size(self) -> int:
        """Bytes to read."""
        return len(self.raw)

    @property
    def checksum(self) -> str:
        """Digest of the content; the same content has the same one wherever it lies."""
        return sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """The words of one article, furniture and all, and what its file says of it apart from them.

    `told` holds (field, value) pairs; `notes` are remarks on what reading the format had to decide.
    """

    name: str
    text: str
    told: tuple[tuple[Field, str], ...]
    notes: tuple[str, ...]
    checksum: str
