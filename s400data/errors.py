"""Errors: what can go wrong with what a user hands in, each naming the place and the reason."""

from pathlib import Path


class S400Error(Exception):
    """Base of every error this package raises on purpose; its text is meant for the user."""


class ArticleError(S400Error):
    """A file or text that cannot become an article."""

    def __init__(self, file: Path | str, reason: str) -> None:
        self.file = str(file)
        self.reason = reason
        super().__init__(f"{self.file}: {reason}")

    def __reduce__(self) -> tuple[type["ArticleError"], tuple[str, str]]:
        """Let the error travel between processes with both its parts."""
        return ArticleError, (self.file, self.reason)


class KnowledgeError(S400Error):
    """A knowledge file whose content breaks its format."""

    def __init__(self, file: Path | str, line: int | None, reason: str) -> None:
        self.file = str(file)
        self.line = line
        self.reason = reason
        place = self.file if line is None else f"{self.file}, line {line}"
        super().__init__(f"{place}: {reason}")

    def __reduce__(self) -> tuple[type["KnowledgeError"], tuple[str, int | None, str]]:
        """Let the error travel between processes with all its parts."""
        return KnowledgeError, (self.file, self.line, self.reason)


class TableError(S400Error):
    """A table or a store that does not have the shape the program expects."""


class FigureError(S400Error):
    """A figure that cannot be drawn from what is chosen."""


class LanguageError(S400Error):
    """The language pipeline is missing or cannot be loaded."""
