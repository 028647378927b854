"""Settings: what the environment decides, each with its default."""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def database_url() -> str:
    """SQLAlchemy URL of the store: `S400_DATABASE_URL`, or a SQLite file in the user's data folder."""
    return os.environ.get("S400_DATABASE_URL") or f"sqlite:///{data_folder() / 'desk.db'}"


def data_folder() -> Path:
    """Folder for what the program keeps for this user; not created here."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "s400data"


def english_folder() -> Path:
    """Folder of knowledge about the language, which serves any affair."""
    return PACKAGE / "knowledge" / "english"


def affair_folder() -> Path:
    """Folder of knowledge about the affair: `S400_KNOWLEDGE`, or the S-400 purchase."""
    chosen = os.environ.get("S400_KNOWLEDGE")
    return Path(chosen) if chosen else PACKAGE / "knowledge" / "s400"


def voter_folder(affair: Path | None = None) -> Path | None:
    """Folder of the weights that vote on stances in an affair, None where the affair has none."""
    folder = (affair or affair_folder()) / "voter"
    return folder if (folder / "voter.onnx").is_file() else None


def pipeline_name() -> str | None:
    """Name of an installed spaCy pipeline to use instead of the shipped one (`S400_PIPELINE`)."""
    return os.environ.get("S400_PIPELINE") or None
