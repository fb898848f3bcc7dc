"""The program's way to report. It lies beside the program as lab.py; lab.mjs is the same for JavaScript.

    from lab import figure, metric, progress
    metric("accuracy", 0.93, seed=1, arm="baseline", split="test")
    plt.savefig(figure("loss.svg"))
    progress(0.5, "half of the seeds")
"""

import json
import math
import operator
import os
import re

_folder = os.path.dirname(os.path.abspath(__file__))
_largest = 2**53 - 1


def _text(field, text, longest):
    if isinstance(text, str) and 0 < len(text.encode("utf-16-le")) // 2 <= longest:
        return str(text)
    raise TypeError(f"lab.metric: {field} must be a text of 1 to {longest} characters, and is {text!r}")


def _number(field, number):
    """A plain float or int out of whatever acts like one, as NumPy's scalars do."""
    try:
        plain = float(number) if not isinstance(number, (str, bytes, bool)) else math.nan
    except (TypeError, ValueError, OverflowError):
        plain = math.nan
    if math.isfinite(plain):
        return plain
    raise TypeError(f"lab.metric: {field} must be a finite number, and is {number!r}")


def _seed(seed):
    try:
        whole = operator.index(seed)
    except TypeError:
        whole = None
    if whole is None or isinstance(seed, bool) or abs(whole) > _largest:
        raise TypeError(f"lab.metric: seed must be a whole number, and is {seed!r}")
    return whole


def metric(name, value, *, seed=None, arm=None, split=None, unit=None, step=None):
    """Report one measured number. The lab knows of nothing that is not reported so; it reads no prose.

    seed: the repetition's random seed; arm: the variant; split: the part of the data; unit; step: the place on a curve.
    Raises at once when the value is not finite, so that a diverged run is seen where it diverged.
    """
    line = {"name": _text("name", name, 80), "value": _number(f"the value of {name}", value)}
    if seed is not None:
        line["seed"] = _seed(seed)
    for field, text, longest in (("arm", arm, 80), ("split", split, 40), ("unit", unit, 20)):
        if text is not None:
            line[field] = _text(field, text, longest)
    if step is not None:
        line["step"] = _number("step", step)
    # Opened and closed each time: what is reported is kept, also when the program dies on its next line.
    with open(os.path.join(_folder, "metrics.jsonl"), "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


def figure(name):
    """The path to save a figure under, as in figure("loss.svg"). Figures saved there are part of the result."""
    if isinstance(name, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", name):
        return os.path.join(_folder, name)
    raise TypeError(f"lab.figure: {name!r} must be a file name of letters, digits, dots, hyphens and underscores")


def progress(fraction, text=""):
    """Say how far the program is, from 0 to 1, to those who watch."""
    part = float(fraction)
    part = 0.0 if math.isnan(part) else min(1.0, max(0.0, part))
    print(f"[{round(100 * part)}%] {text}", flush=True)
