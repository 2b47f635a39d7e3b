"""Grounds and checks for the tests of the alignment engine."""

from __future__ import annotations

import numpy as np

from egiz.engines.alignment import Field, Plan, Standard
from egiz.engines.alignment.record import Array, Array32

GRADE, VERTICAL, SPEED = 0.02, 20_000.0, 70.0


def standard(radius: float) -> Standard:
    return Standard(radius, GRADE, VERTICAL, SPEED)


def field(rows: int, columns: int, cell: float = 250.0) -> Field:
    nought = np.zeros((rows, columns), dtype=np.float32)
    return Field(0.0, 0.0, cell, nought, nought, nought + 1.0, nought > 1.0)


def rough(rows: int, columns: int, seed: int, slope: float = 3.0) -> Array32:
    """Prices of a metre over fractal ground, from 1 upwards; a steeper spectrum is smoother ground."""
    rng = np.random.default_rng(seed)
    wave = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None, :])
    wave[0, 0] = np.inf
    spectrum = (rng.normal(size=wave.shape) + 1j * rng.normal(size=wave.shape)) * wave ** -(slope / 2 + 0.5)
    height = np.fft.irfft2(spectrum, (rows, columns))
    steep = np.hypot(*np.gradient(height))
    found: Array32 = (1.0 + (steep / np.median(steep)) ** 2).astype(np.float32)
    return found


def broken_radius(plan: Plan, radius: float) -> Array:
    """How much sharper than the radius the line turns, by its stations alone [1]: at most 0 if it keeps it.

    A chord of an arc of radius R that turns by an angle is 2 R sin(angle / 2) long.
    """
    chord = np.hypot(np.diff(plan.x), np.diff(plan.y))
    turned = np.abs((np.diff(plan.heading) + np.pi) % (2.0 * np.pi) - np.pi)
    found: Array = 2.0 * radius * np.sin(turned / 2.0) / chord - 1.0
    return found


def joined(plan: Plan) -> Array:
    """Angle between each chord and the mean of the headings at its ends [rad]: 0 where the line is smooth."""
    chord = np.arctan2(np.diff(plan.y), np.diff(plan.x))
    mean = plan.heading[:-1] + ((np.diff(plan.heading) + np.pi) % (2.0 * np.pi) - np.pi) / 2.0
    found: Array = np.abs((chord - mean + np.pi) % (2.0 * np.pi) - np.pi)
    return found
