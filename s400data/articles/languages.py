"""Languages: whether a text is in English, the one language whose articles are read."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from s400data.articles.sheets import Sheet
from s400data.knowledge.wordings import load_function_words

OTHER_LANGUAGE = "in another language"

# Languages are told from this many characters of running text; more adds nothing.
_SAMPLE = 5000
_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "cs": "Czech", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hu": "Hungarian", "hy": "Armenian",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian",
    "zh": "Chinese",
}  # fmt: skip
# Shorter words of English are words of other languages, too, but for these; "said" tells a report.
_TELLING = 3
_SHORT_AND_TELLING = frozenset({"of", "to", "in", "is", "on", "by", "as", "it", "at", "said"})
# Running English has one word in four of these; 15 % leaves room for names and lists.
_ENGLISH_SHARE = 0.15
_SURE = 0.9
# A single paragraph may be a list of foreign names.
_SURE_OF_PARAGRAPH = 0.99


def other_language(text: str, sure: float = _SURE) -> str | None:
    """Name of the language of `text` where it is not English; plain letters prove nothing below `sure`."""
    sample = text[:_SAMPLE]
    words = sample.lower().split()
    if words and sum(word in _english() for word in words) >= _ENGLISH_SHARE * len(words):
        return None
    language, sureness = _identifier().classify(sample)
    if language == "en" or (sureness < sure and sample.isascii()):
        return None
    return _NAMES.get(language, f"another language ({language})")


def cut_other_languages(sheet: Sheet) -> None:
    """Cut paragraphs in another language: the same report for other readers, a box that was copied along."""
    for place in list(sheet.kept()):
        block = sheet.blocks[place]
        if block.is_prose and other_language(block.text, _SURE_OF_PARAGRAPH):
            sheet.cut(place, OTHER_LANGUAGE)


@cache
def _english() -> frozenset[str]:
    return _SHORT_AND_TELLING | {word for word in load_function_words() if len(word) >= _TELLING}


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
