"""The tone every stack publishes, 440 Hz left and 880 Hz right, and how it is recognised."""

import array
import math

RATE = 48000
LEFT, RIGHT = 440, 880


def frame(start, count):
    """count stereo samples, interleaved, from the start-th on."""
    samples = array.array("h")
    for n in range(start, start + count):
        samples.append(int(8000 * math.sin(2 * math.pi * LEFT * n / RATE)))
        samples.append(int(8000 * math.sin(2 * math.pi * RIGHT * n / RATE)))
    return samples.tobytes()


def heard(pcm):
    """The share of each tone in the last second of each channel, 0 to 1; None when less than that was heard."""
    samples = array.array("h")
    samples.frombytes(pcm[-RATE * 4 :])
    if len(samples) < RATE * 2:
        return None
    return {
        "left": {LEFT: share(samples[0::2], LEFT), RIGHT: share(samples[0::2], RIGHT)},
        "right": {LEFT: share(samples[1::2], LEFT), RIGHT: share(samples[1::2], RIGHT)},
    }


def apart(shares):
    """Left and right arrived, each on its own side."""
    return (
        shares is not None
        and shares["left"][LEFT] > 0.8
        and shares["left"][RIGHT] < 0.1
        and shares["right"][RIGHT] > 0.8
        and shares["right"][LEFT] < 0.1
    )


def share(samples, hertz):
    """Goertzel: the part of the power that is in the bin of this frequency."""
    coefficient = 2 * math.cos(2 * math.pi * hertz / RATE)
    before = last = total = 0.0
    for sample in samples:
        before, last = last, sample + coefficient * last - before
        total += sample * sample
    power = before * before + last * last - coefficient * before * last
    return round(2 * power / (len(samples) * total), 3) if total else 0.0
