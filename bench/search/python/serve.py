"""Runs programs in forked children of a process that has scikit-learn loaded already: {"id", "folder", "seconds"} a line, in and out."""

import json
import os
import runpy
import signal
import sys
import time
import warnings

# What programs import, loaded once: a fork has it for nothing.
import numpy  # noqa: F401
import pandas  # noqa: F401
import sklearn.discriminant_analysis  # noqa: F401
import sklearn.feature_selection  # noqa: F401
import sklearn.kernel_ridge  # noqa: F401
import sklearn.linear_model  # noqa: F401
import sklearn.naive_bayes  # noqa: F401
import sklearn.neighbors  # noqa: F401
import sklearn.pipeline  # noqa: F401
import sklearn.preprocessing  # noqa: F401
import sklearn.svm  # noqa: F401
import sklearn.tree  # noqa: F401


def child(folder, seconds):
    os.chdir(folder)
    sys.path.insert(0, folder)
    output = os.open("output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    # Processor time, and not the clock's: a busy machine makes no program slow.
    signal.setitimer(signal.ITIMER_PROF, seconds)
    warnings.simplefilter("ignore")
    status = 0
    try:
        runpy.run_path(os.path.join(folder, "main.py"), run_name="__main__")
    except SystemExit as end:
        status = 0 if end.code is None else 1
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", flush=True)
        status = 1
    sys.stdout.flush()
    os._exit(status)


def run(folder, seconds):
    started = time.monotonic()
    process = os.fork()
    if process == 0:
        child(folder, seconds)
    _, status = os.waitpid(process, 0)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    return {
        "exitCode": None if number else os.WEXITSTATUS(status),
        "signal": signal.Signals(number).name if number else None,
        "seconds": time.monotonic() - started,
    }


for line in sys.stdin:
    order = json.loads(line)
    print(json.dumps({"id": order["id"], **run(order["folder"], order["seconds"])}), flush=True)
