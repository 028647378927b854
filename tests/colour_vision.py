"""How colours look to readers who lack one kind of cone, and how far apart two colours are.

The matrices are those of Machado, Oliveira and Fernandes (2009) for full dichromacy, on linear RGB; distances are
CIE 1976 in L*a*b* (D65), where about 2 is the least that can be seen and 10 is plain at a glance.
"""

import numpy as np

DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def to_linear(colour):
    parts = np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def to_hex(linear):
    parts = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.clip(linear, 0, 1) ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * part):02x}" for part in np.clip(parts, 0, 1))


def simulate(colour, deficiency):
    """`colour` ("#rrggbb") as a reader with `deficiency` sees it."""
    return to_hex(np.clip(DEFICIENCIES[deficiency] @ to_linear(colour), 0, 1))


def to_lab(colour):
    ratio = TO_XYZ @ to_linear(colour) / WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one, other, deficiency="none"):
    return float(np.linalg.norm(to_lab(simulate(one, deficiency)) - to_lab(simulate(other, deficiency))))
