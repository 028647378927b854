"""Decoding: bytes of a file turned into clean text, with a note on every repair a reader should know of."""

import codecs
import html
import re

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

from s400data.documents.letters import mend_letters
from s400data.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PRINTED = {
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1250": "windows-1250",
}
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Soft hyphens, zero-width and direction marks, byte order marks, lone surrogates: nothing a reader sees.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BLOCK_TAG = re.compile(
    r"</?(?:p|br|div|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|header|footer)\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|img|sup|sub|small)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>")
# "[caption id=...]" as blogs' editors write it.
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|video|audio|playlist|pullquote|youtube|vc_\w+|et_pb_\w+)\b[^\]\n]*\]"
)
_FEWEST_TAGS = 3


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Remove what no reader sees, mend mis-decoded letters and left-over mark-up; quotation marks stay as they are."""
    notes: list[str] = []
    # Mis-decoded letters hide in control characters, so they are repaired before these go.
    lines = _BREAKS.sub("\n", text).split("\n") if is_bad(text) else None
    if lines is not None:
        mended = "\n".join(ftfy.fix_encoding(line) for line in lines)
        if mended != "\n".join(lines):
            notes.append("letters that had been decoded wrongly were repaired")
        text = mended
    if len(_BLOCK_TAG.findall(text)) + len(_INLINE_TAG.findall(text)) >= _FEWEST_TAGS:
        text = _TAG.sub("", _BLOCK_TAG.sub("\n", _without_comments(text)))
        notes.append("HTML mark-up was removed")
    text = _SHORTCODE.sub("\n", text)
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = _SPACES.sub(" ", _CONTROLS.sub("", _INVISIBLE.sub("", _BREAKS.sub("\n", text))))
    text, remarks = mend_letters(text)
    return text, (*notes, *remarks)


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in rest)


def decode(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode the bytes of the file called `name`; return the text and notes. Undecodable bytes raise `ArticleError`."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), () if mark == codecs.BOM_UTF8 else (f"decoded as {encoding}",)
            except UnicodeDecodeError:
                break
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _mostly_utf8(raw) or _guessed(name, raw)


def _mostly_utf8(raw: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few broken bytes, as truncation and careless joining leave it."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for letter in text if ord(letter) > 127) - broken
    return (text, (f"{broken} bytes that are not UTF-8 were replaced",)) if whole > 2 * broken else None


def find_encoding(name: str, sample: bytes) -> str:
    """The encoding of a long file that begins with `sample`."""
    mark = next((encoding for mark, encoding in _MARKS if sample.startswith(mark)), None)
    if mark:
        return mark
    try:
        # The sample may end inside a letter.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
        return "utf-8"
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(sample) else _guess(name, sample)


def drop_invisible(text: str) -> str:
    """`text` without control characters and lone surrogates, which no mark-up may hold."""
    return _CONTROLS.sub("", _SURROGATES.sub("", text))


def _guess(name: str, raw: bytes) -> str:
    encoding = _western(raw)
    if encoding is None:
        best = from_bytes(raw[:200_000]).best()
        if best is None:
            raise ArticleError(name, "its letters are in no known encoding; UTF-8 text is expected")
        encoding = best.encoding
    return encoding


def _guessed(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    encoding = _guess(name, raw)
    text = raw.decode(encoding, errors="replace")
    return text, (f"not UTF-8: decoded as {_PRINTED.get(encoding, encoding.replace('_', '-'))}",)


def _western(raw: bytes) -> str | None:
    """The encoding of English text with a few foreign letters, too few for statistics; None if there are many."""
    high = [byte for byte in raw if byte > 127]
    if len(high) > 0.05 * len(raw):
        return None
    # 0xF0, 0xFD, 0xFE and their capitals are ğ, ı, ş in the Turkish page and rare Icelandic letters in the Western one.
    turkish = any(byte in b"\xf0\xfd\xfe\xd0\xdd\xde" for byte in high)
    mac = sum(byte in b"\xd2\xd3\xd4\xd5" for byte in high)
    if mac and mac > len(high) / 2:
        return "mac_roman"
    return "cp1254" if turkish else "cp1252"
