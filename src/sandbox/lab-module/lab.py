"""The program's way to learn what it was given and to report. It lies beside the program as lab.py; lab.mjs is the same for JavaScript.

    import lab
    for seed in lab.seeds:                                                # repeat everything for each
        lab.metric("accuracy", 0.93, seed=seed, arm="baseline", split="valid")
        lab.predict("valid", model.predict(rows), seed=seed, arm="proposed")  # where gal holds the answers back
        lab.progress(0.5, "half of the seeds")
        if lab.deadline() < 10: break                                      # seconds that are left
    lab.table("results", [{"arm": "baseline", "accuracy": 0.93}])          # makes results.csv
    plt.savefig(lab.figure("loss.svg"))
    joblib.dump(model, lab.artifact("model.joblib"))

Whatever is wrong with what is handed in raises at once, so that the run stops where it went wrong.
"""

import csv
import json
import math
import operator
import os
import re
import time

_folder = os.path.dirname(os.path.abspath(__file__))
_largest = 2**53 - 1
_own = "lab.py lab.mjs main.py main.mjs dataset.py dataset.mjs metrics.jsonl predictions.jsonl seeds.json limits.json result.json"
_own = {*_own.split(), "train.csv", "valid.csv", "test.csv"}
_handed_in = set()


def _read(name, otherwise):
    path = os.path.join(_folder, name)
    if not os.path.exists(path):
        return otherwise
    with open(path, encoding="utf-8") as file:
        return json.load(file)


#: The random seeds to repeat everything for: those that the lab chose, or 0 to 4.
seeds = [operator.index(seed) for seed in _read("seeds.json", range(5))]

_seconds = _read("limits.json", {}).get("seconds", math.inf)
_began = os.stat(os.path.join(_folder, "limits.json")).st_mtime if math.isfinite(_seconds) else 0


def _text(field, text, longest, who="metric"):
    if isinstance(text, str) and 0 < len(text.encode("utf-16-le")) // 2 <= longest:
        return str(text)
    raise TypeError(f"lab.{who}: {field} must be a text of 1 to {longest} characters, and is {text!r}")


def _number(field, number):
    """A plain float or int out of whatever acts like one, as NumPy's scalars do."""
    try:
        plain = float(number) if not isinstance(number, (str, bytes, bool)) else math.nan
    except (TypeError, ValueError, OverflowError):
        plain = math.nan
    if math.isfinite(plain):
        return plain
    raise TypeError(f"lab.metric: {field} must be a finite number, and is {number!r}")


def _seed(seed, who="metric"):
    try:
        whole = operator.index(seed)
    except TypeError:
        whole = None
    if whole is None or isinstance(seed, bool) or abs(whole) > _largest:
        raise TypeError(f"lab.{who}: seed must be a whole number, and is {seed!r}")
    return whole


def _add(name, line):
    # Opened and closed each time: what is reported is kept, also when the program dies on its next line.
    with open(os.path.join(_folder, name), "a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


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
    _add("metrics.jsonl", line)


def _plain(value):
    """A text, a number or a truth of Python's own, out of NumPy's; None for what is none of these, or not finite."""
    value = value.item() if getattr(value, "shape", None) == () else value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return value if abs(value) <= _largest else str(value)
    return float(value) if isinstance(value, float) and math.isfinite(value) else None


def _rows(split):
    """How many rows a CSV file has below its header. A line end within quotes ends no row."""
    path = os.path.join(_folder, f"{split}.csv")
    if split not in ("valid", "test") or not os.path.exists(path):
        raise ValueError(f"lab.predict: {split!r} is no split to hand predictions in for; there are 'valid' and 'test', where their files are")
    count, within = 0, False
    with open(path, encoding="utf-8") as file:
        for line in file:
            within ^= line.count('"') % 2 == 1
            count += not within and line.strip() != ""
    return count - 1


def predict(split, values, *, seed=None, arm=None):
    """Hand in one prediction for each row of valid.csv or test.csv, in their order; the lab scores them itself.

    values: numbers, or class labels as train.csv has them; a list, an array of NumPy, a column of pandas.
    seed, arm: as for metric. Each split, seed and arm is handed in once.
    """
    rows = _rows(split)
    given = values.tolist() if hasattr(values, "tolist") else values
    if not isinstance(given, (list, tuple)) or len(given) != rows:
        what = f"{len(given)} of them" if isinstance(given, (list, tuple)) else type(values).__name__
        raise ValueError(f"lab.predict: values must be a list of {rows} values, one for each row of {split}.csv, and is {what}")
    plain = [str(value) if isinstance(value, bool) else value for value in map(_plain, given)]
    for at, value in enumerate(plain):
        if value is None or (isinstance(value, str) and len(value) > 200):
            raise TypeError(f"lab.predict: values[{at}] must be a finite number or a text of up to 200 characters, and is {given[at]!r}")
    line = {"split": split}
    if seed is not None:
        line["seed"] = _seed(seed, "predict")
    if arm is not None:
        line["arm"] = _text("arm", arm, 80, "predict")
    if (key := tuple(line.items())) in _handed_in:
        raise ValueError(f"lab.predict: predictions for {json.dumps(line)} were handed in before; give seed= and arm= to tell them apart")
    _handed_in.add(key)
    _add("predictions.jsonl", {**line, "values": plain})


def _path(who, name):
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", name):
        raise TypeError(f"lab.{who}: {name!r} must be a file name of letters, digits, dots, hyphens and underscores")
    if name in _own:
        raise ValueError(f"lab.{who}: {name} is a file of the lab; take another name")
    return os.path.join(_folder, name)


def figure(name):
    """The path to save a figure under, as in figure("loss.svg"). Figures saved there are part of the result."""
    return _path("figure", name)


def artifact(name):
    """The path to save any other file under, as in artifact("model.joblib"). It is part of the result."""
    return _path("artifact", name)


def _cell(field, value):
    plain = "" if value is None else _plain(value)
    if plain is None:
        raise TypeError(f"lab.table: {field} must be a text, a finite number, a truth or None, and is {value!r}")
    if not isinstance(plain, str):
        return json.dumps(plain)
    # A spreadsheet would calculate what begins so. A number as text is only a number.
    risky = re.match(r"[\t\r]|\s*[=+\-@]", plain) and not re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", plain)
    return "'" + plain if risky else plain


def table(name, rows):
    """Write rows, a list of dicts or a data frame, as the CSV file of this name. None leaves a cell empty."""
    listed = rows.to_dict("records") if hasattr(rows, "to_dict") else rows
    path = _path("table", name if isinstance(name, str) and name.endswith(".csv") else f"{name}.csv")
    if not isinstance(listed, (list, tuple)) or not listed or not all(isinstance(row, dict) and row for row in listed):
        raise TypeError("lab.table: rows must be a list of dicts, one at least, each with the columns as keys")
    columns = list(dict.fromkeys(column for row in listed for column in row))
    cells = [[_cell(f"rows[{at}][{column!r}]", row.get(column)) for column in columns] for at, row in enumerate(listed)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([[_cell("a column", str(column)) for column in columns], *cells])
    return path


def deadline():
    """Seconds until the program is ended, 0 at the least; infinite where there is no limit. Stop well before it is 0."""
    return max(0.0, _began + _seconds - time.time())


def progress(fraction, text=""):
    """Say how far the program is, from 0 to 1, to those who watch: a line such as "[50%] half of the seeds"."""
    part = float(fraction)
    part = 0.0 if math.isnan(part) else min(1.0, max(0.0, part))
    print(f"[{round(100 * part)}%] {' '.join(str(text).splitlines())}", flush=True)
