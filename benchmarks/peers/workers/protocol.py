"""What the workers share: a case arrives as a JSON file, a line on standard input asks for one run, a line of JSON answers.

A worker prepares everything that its simulator needs only once (building, compiling, a first run), says that it is ready, and then
runs the case whenever a line arrives. A line that is not empty names a file for the recorded trace, one row per sample.
"""

import json
import os
import sys
import time


def serve(prepare):
    """Serves a case. prepare(case) gives run; run() is what is timed, and gives samples × nodes or a function that makes them.

    Where a run goes on from the last one, run.reset() puts everything back to the start, for a trace.
    """
    with open(sys.argv[1], encoding="utf-8") as file:
        case = json.load(file)
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what simulators print must not end up between the answers
    run = prepare(case)
    print(json.dumps({"ready": True}), file=out, flush=True)
    for line in sys.stdin:
        if line.strip() and hasattr(run, "reset"):
            run.reset()
        start, before = time.perf_counter(), processor()
        samples = run()
        seconds = time.perf_counter() - start
        answer = {"seconds": seconds, "cpu": processor() - before}
        if callable(samples):
            samples = samples()
        if samples is not None:
            answer.update(figures(samples))
            if line.strip():
                write(line.strip(), samples)
        print(json.dumps(answer), file=out, flush=True)


def processor():
    """Seconds of the processor, of programs that were started, too."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def figures(samples):
    """Mean and standard deviation over all samples and nodes, and the mean correlation of two nodes."""
    import numpy as np

    found = {"mean": float(np.mean(samples)), "sd": float(np.std(samples))}
    nodes = samples.shape[1]
    if nodes > 1:
        fc = np.corrcoef(samples.T)
        found["fc"] = float(np.mean(fc[np.triu_indices(nodes, 1)]))
    return found


def write(path, samples):
    with open(path, "w", encoding="utf-8") as file:
        for row in samples:
            file.write(",".join(repr(float(value)) for value in row) + "\n")


def matrix(path):
    import numpy as np

    return np.loadtxt(path, delimiter=",", ndmin=2)
