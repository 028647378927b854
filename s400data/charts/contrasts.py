"""Contrasts: how well one colour reads on another, after WCAG 2.1."""

DARKEST, LIGHTEST = "#000000", "#ffffff"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours written as "#rrggbb", from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", from 0 to 1."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible_on(colour: str) -> str:
    """Of a dark and a light ink, the one that reads better on `colour`."""
    return max((DARKEST, LIGHTEST), key=lambda ink: contrast(ink, colour))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
