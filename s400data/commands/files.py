"""Files: what a command writes appears only when it is complete."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from s400data.errors import TableError


def write_file(path: Path, content: bytes) -> None:
    """Write `content` at `path`, in place of what stands there; raises TableError with the reason where it cannot."""
    try:
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError as error:
        raise TableError(f"{path} cannot be written: {error.strerror}") from error
