"""Runs the winner of this archive again and compares what it measures with what the report says.

Needs Python 3.8 or newer and the packages that the program itself imports: nothing of the lab that made it, and no network.
reproduce.mjs is its twin.

    python3 reproduce.py [--yes] [--seconds N]

Ends with 0 when every number is the same, with 1 when one is not, and with 2 when the program could not be run.
"""

import hashlib
import json
import math
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import unicodedata

folder = os.path.dirname(os.path.abspath(__file__))


class End(Exception):
    """What ends the script before there is a table: its exit status, and the words of its last line."""

    def __init__(self, status, words):
        super().__init__(words)
        self.status = status


def harmless(text):
    """What a model wrote is among it: nothing that steers a terminal gets through."""
    return "".join("·" if char != "\n" and unicodedata.category(char) in ("Cc", "Cf") else char for char in text)


def say(text=""):
    sys.stdout.buffer.write((harmless(text) + "\n").encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def bytes_of(name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def json_of(name):
    try:
        return json.loads(bytes_of(name).decode("utf-8"))
    except (OSError, ValueError) as error:
        raise End(2, f"Not run: {name} cannot be read ({error}). Unpack the archive anew.") from error


def changed_files(hashes):
    """Files that are not as they were when the archive was made."""
    return [
        name
        for name, sha256 in hashes.items()
        if not os.path.exists(os.path.join(folder, name)) or hashlib.sha256(bytes_of(name)).hexdigest() != sha256
    ]


def decides_the_run(name):
    """What decides which code runs, on what, and how it is scored. expected.json is not among it: it is compared with."""
    return name in ("manifest.json", "truth.json") or name.startswith("programs/winner/")


def check_files():
    hashes = json_of("hashes.json")
    changed = changed_files(hashes)
    for name in changed:
        say(f"CHANGED OR MISSING: {name} is not the file that the archive was made with.")
    if not changed:
        say(f"Files: all {len(hashes)} have the hashes that they were recorded with.")
    deciding = [name for name in changed if decides_the_run(name)]
    if deciding:
        raise End(1, f"Not the same: {', '.join(deciding)} was changed since the archive was made, so nothing was run.")
    return changed


# --- Scores, as the lab computes them: plain sums from the first row to the last, so that every digit is the same. ---

_numeric = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)


def label_of(value, kind):
    """A class as one text: equal for equal values, also where a column's type says that 1 and "1.0" are, or true and "True"."""
    if kind == "boolean" and isinstance(value, str):
        return value.strip().lower()
    if isinstance(value, bool):
        return "true" if value else "false"
    if kind == "number" and isinstance(value, str) and _numeric.fullmatch(value):
        value = float(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def total(values):
    # Not sum(): from Python 3.12 on it gives other last digits.
    result = 0.0
    for value in values:
        result += value
    return result


def mean(values):
    return total(values) / len(values)


def squares(truth, predicted):
    return [(a - b) * (a - b) for a, b in zip(truth, predicted)]


def tally(truth, predicted):
    """Of every label that is true or was predicted, in the order of the rows: how often it is true, was predicted, and both."""
    tallies = {}
    for true, said in zip(truth, predicted):
        tallies.setdefault(true, [0, 0, 0])[0] += 1
        tallies.setdefault(said, [0, 0, 0])[1] += 1
        if true == said:
            tallies[true][2] += 1
    return tallies.values()


def _r2(truth, predicted):
    middle = mean(truth)
    around = total((a - middle) * (a - middle) for a in truth)
    return math.nan if around == 0 else 1 - total(squares(truth, predicted)) / around


# Each takes the true values and the predicted ones, a value a row: labels, or numbers.
scores = {
    "accuracy": lambda truth, predicted: mean([1 if a == b else 0 for a, b in zip(truth, predicted)]),
    "balanced-accuracy": lambda truth, predicted: mean([hits / truths for truths, _, hits in tally(truth, predicted) if truths > 0]),
    "f1-macro": lambda truth, predicted: mean([2 * hits / (truths + said) for truths, said, hits in tally(truth, predicted)]),
    "rmse": lambda truth, predicted: math.sqrt(mean(squares(truth, predicted))),
    "mae": lambda truth, predicted: mean([abs(a - b) for a, b in zip(truth, predicted)]),
    "r2": _r2,
}


def json_lines(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [line for line in file if line.strip()]
    try:
        return [json.loads(line) for line in lines]
    except ValueError as error:
        raise End(2, f"Not run to its end: {os.path.basename(path)} of the program cannot be read ({error}).") from error


def score_of(metric, truth, predicted):
    score = scores.get(metric["name"])
    values = truth["values"].get(metric["split"], [])
    if score is None or len(values) != len(predicted):
        return math.nan
    if truth["task"] == "regression":
        return score([float(value) for value in values], [float(value) for value in predicted])
    return score(*([label_of(label, truth["type"]) for label in labels] for labels in (values, predicted)))


def scored_again(expected, predictions):
    """What the lab scored from predictions, scored again from the new ones; what cannot be scored is left out."""
    of_lab = [metric for metric in expected if metric.get("by") == "gal"]
    truth = json_of("truth.json") if of_lab else {}
    rows = []
    for metric in of_lab:
        made = [line for line in predictions if all(line.get(field) == metric.get(field) for field in ("split", "seed", "arm"))]
        value = score_of(metric, truth, made[0]["values"]) if made else math.nan
        if math.isfinite(value):
            rows.append({**metric, "value": value})
    return rows


# --- The run. ---


def environment():
    """What the lab gives a program of an environment, and nothing more."""
    return {
        "PATH": os.environ.get("PATH", "/usr/local/bin:/usr/bin:/bin"),
        "LANG": "C.UTF-8",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MPLBACKEND": "svg",
        # Windows starts no Python without it.
        **({"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}),
    }


def tail(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return "\n".join(file.read().strip().split("\n")[-30:])


def run_winner(program, seconds):
    with tempfile.TemporaryDirectory(prefix="reproduce-") as place:
        work = os.path.join(place, "lab")
        os.mkdir(work)
        for name in program["files"]:
            shutil.copyfile(os.path.join(folder, "programs", "winner", name), os.path.join(work, name))
        output = os.path.join(place, "output.log")
        # As the lab runs it: nothing of the environment, and no module but Python's own, its packages' and those beside it.
        command = [sys.executable, "-E", "-s", "-B", "-u", "-X", "utf8", program["main"]]
        try:
            with open(output, "wb") as file:
                ended = subprocess.run(
                    command, cwd=work, env=environment(), stdin=subprocess.DEVNULL, stdout=file, stderr=file, timeout=seconds, check=False
                )
        except subprocess.TimeoutExpired:
            raise End(2, f"Not run to its end: it was stopped after {seconds:g} s; give it more with --seconds.") from None
        except OSError as error:
            raise End(2, f"Not run: {error}.") from error
        if ended.returncode != 0:
            said = tail(output)
            say(f"The end of what the program said:\n{said}")
            missing = re.search(r"ModuleNotFoundError: No module named '([^']+)'", said)
            if missing:
                raise End(2, f"Not run: this Python has no package {missing[1]}; install it, or name another Python.")
            raise End(2, f"Not run to its end: the program ended with exit code {ended.returncode}.")
        return json_lines(os.path.join(work, "metrics.jsonl")), json_lines(os.path.join(work, "predictions.jsonl"))


# --- The comparison. ---


def digits(value):
    """As many digits as the report prints."""
    return f"{value:.4g}"


def is_same(paper, again):
    return digits(paper) == digits(again) or abs(paper - again) <= 1e-9 * abs(paper)


def by_kind(metrics):
    """By what a number is of; the second of the same kind has place 1."""
    kinds = {}
    for metric in metrics:
        place = 0
        kind = tuple(metric.get(field) for field in ("name", "arm", "split", "seed", "step", "by"))
        while (*kind, place) in kinds:
            place += 1
        kinds[(*kind, place)] = metric
    return kinds


def judged(paper, again):
    """Whether it is the same, whether exactly, and the words for it."""
    if paper is None:
        return False, False, "NO: the report does not have it"
    if again is None:
        return False, False, "NO: it was not measured again"
    if paper == again:
        return True, True, "exactly"
    difference = f"{again - paper:.2g}"
    return (True, False, f"yes, difference {difference}") if is_same(paper, again) else (False, False, f"NO: difference {difference}")


def whole(value):
    return "-" if value is None else str(value)


def compare(expected, measured):
    papers, agains = by_kind(expected), by_kind(measured)
    rows = []
    for key in dict.fromkeys([*papers, *agains]):
        paper, again = papers.get(key), agains.get(key)
        about = paper or again
        values = [None if metric is None else metric["value"] for metric in (paper, again)]
        same, exactly, words = judged(*values)
        unit = f" ({about['unit']})" if "unit" in about else ""
        step = f" at {about['step']:g}" if "step" in about else ""
        kinds = [about["name"] + unit + step, *(whole(about.get(field)) for field in ("arm", "split", "seed"))]
        rows.append((same, exactly, [*kinds, *("-" if value is None else digits(value) for value in values), words]))
    return rows


def print_table(rows):
    lines = [["metric", "arm", "split", "seed", "paper", "again", "same"], *(cells for _, _, cells in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines)]
    for cells in lines:
        say("  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip())


def verdict_of(rows, changed):
    other = sum(1 for same, _, _ in rows if not same)
    if other:
        return 1, f"Not the same: {other} of {len(rows)} numbers are not those of the report."
    if changed:
        return 1, f"Not the same: the numbers are, but {', '.join(changed)} was changed since the archive was made."
    near = sum(1 for _, exactly, _ in rows if not exactly)
    if near:
        return 0, f"The same: all {len(rows)} numbers are those of the report, to the digits printed there; {near} differ further on."
    return 0, f"The same: all {len(rows)} numbers are exactly those of the report."


# --- What is asked for. ---


def options_of(words):
    usage = "Not run: the options are --yes (run code that a model wrote) and --seconds N (the time limit)."
    yes, seconds, left = False, None, list(words)
    while left:
        word = left.pop(0)
        if word == "--yes":
            yes = True
        elif word == "--seconds" and left and re.fullmatch(r"\d+(\.\d+)?", left[0]) and float(left[0]) > 0:
            seconds = float(left.pop(0))
        else:
            raise End(2, usage)
    return yes, seconds


def warn(manifest, yes):
    if manifest["rehearsal"]:
        say("The program is of a rehearsal: it was made from templates of the lab, not by a model.")
        return
    say("WARNING: a language model wrote this program. It runs here with all your rights and without a sandbox: it can read and")
    say("change your files and use the network. Read programs/winner/ first, or use a machine that holds nothing of worth.")
    if not yes:
        raise End(2, "Not run: add --yes to run code that a model wrote.")


def installed(name):
    try:
        from importlib import metadata

        return metadata.version(name)
    except Exception:  # A package may be broken in more ways than one can name; it is only told.
        return "none"


def say_versions(versions):
    runtime = versions["runtime"]
    recorded = runtime["version"] or "not recorded"
    say(f"Python: {platform.python_version()} here, {recorded} when the report was made (gal {versions['gal']}).")
    for name, version in sorted(runtime["packages"].items()):
        say(f"{name}: {installed(name)} here, {version or 'none'} when the report was made.")


def reproduce(words):
    yes, seconds = options_of(words)
    changed = check_files()
    manifest, expected = json_of("manifest.json"), json_of("expected.json")
    program = manifest["program"]
    say(f"Run: {manifest['topic']}")
    say(f"Program: {program['id']} ({program['language']})")
    say_versions(manifest["versions"])
    warn(manifest, yes)
    metrics, predictions = run_winner(program, seconds or program["seconds"])
    rows = compare(expected, [*metrics, *scored_again(expected, predictions)])
    say()
    print_table(rows)
    say()
    return verdict_of(rows, changed)


def main():
    try:
        status, words = reproduce(sys.argv[1:])
    except End as end:
        status, words = end.status, str(end)
    except Exception as error:  # Whatever it is, it must not pass for a difference in the numbers.
        traceback.print_exc()
        status, words = 2, f"Not run: {error}."
    say(words)
    return status


if __name__ == "__main__":
    sys.exit(main())
