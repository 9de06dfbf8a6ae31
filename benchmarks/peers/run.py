#!/usr/bin/env python3
"""Runs the same work with Gyrus and with other simulators, in turn, and prints the ratio of their times.

    python3 benchmarks/peers/run.py --install --envs ENVS            environments with the peers, once
    python3 benchmarks/peers/run.py --envs ENVS [--hcp FOLDER] [CASE …]
    python3 benchmarks/peers/run.py --report                         tables and a chart from the results

Needs nothing but Python's standard library, a JDK, and the benchmarks built:  mvn -pl benchmarks -am -DskipTests package
"""

import argparse
import json
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import environments
import report
from cases import CASES

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "target"
THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
ENVIRONMENT = {**os.environ, **dict.fromkeys(THREADS, "1")}


def main():
    arguments = parser().parse_args()
    if arguments.install:
        environments.install(arguments.envs, arguments.case or environments.available())
        return
    if arguments.report:
        report.write(arguments.results, HERE.parent / "README.md", HERE.parent / "peers.svg")
        return
    arguments.scratch.mkdir(parents=True, exist_ok=True)
    for case in CASES:
        if case.name in arguments.case or not arguments.case:
            print(line(measure(case, arguments)), flush=True)


def parser():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("case", nargs="*", help=" ".join(case.name for case in CASES))
    options.add_argument("--install", action="store_true", help="make environments: all, or those named")
    options.add_argument("--report", action="store_true", help="write the table and the chart")
    options.add_argument("--envs", type=Path, default=Path("peers-envs"), help="folder of the peers' environments")
    options.add_argument("--hcp", type=Path, default=os.environ.get("GYRUS_HCP"), help="folder of subjects; else synthetic80")
    options.add_argument("--tvb", type=Path, default=os.environ.get("GYRUS_TVB"), help="connectivity_76.zip; else random")
    options.add_argument("--processor", type=int, default=0, help="the first that may be used")
    options.add_argument("--repeats", type=int, default=5)
    options.add_argument("--results", type=Path, default=HERE / "results")
    options.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir()) / "gyrus-peers")
    return options


def measure(case, arguments):
    files = network(case, arguments)
    result = {"case": case.name, "peer": case.peer, "goal": case.goal, "date": time.strftime("%Y-%m-%d"), "machine": machine()}
    if case.check:
        result["trace_difference"] = compare_traces(case, files, arguments)
    if case.runs == "cold":
        peer, gyrus = programs(case, files, arguments)
        gyrus()  # builds what is not built
        pairs = [(peer(), gyrus()) for _ in range(arguments.repeats)]
    else:
        with Gyrus(case, files, arguments) as gyrus, Peer(case, files, arguments) as peer:
            warm_up(gyrus)
            pairs = [(turn(peer), turn(gyrus)) for _ in range(arguments.repeats)]
    result["peer_runs"], result["gyrus_runs"] = [list(runs) for runs in zip(*pairs)]
    arguments.results.mkdir(parents=True, exist_ok=True)
    (arguments.results / f"{case.name}.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return result


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((row.split(":")[1].strip() for row in file if row.startswith("model name")), platform.machine())
    version = subprocess.run([java()[0], "-version"], capture_output=True, text=True, check=True).stderr
    jdk = version.split('"')[1]
    return f"{model}, {os.cpu_count()} processors, {platform.system()} {platform.release().split('-')[0]}, JDK {jdk}"


def warm_up(gyrus):
    """Runs until the virtual machine has compiled what a run needs; the peers' compilers have before they are ready."""
    start = time.monotonic()
    runs = 0
    while runs < 2 or time.monotonic() - start < 12:
        gyrus.run()
        runs += 1


def turn(worker):
    """The last of the runs that fit into a second, or the only one: a process that has waited for its turn is slow at first."""
    start = time.monotonic()
    run = worker.run()
    while time.monotonic() - start < 1:
        run = worker.run()
    return run


def compare_traces(case, files, arguments):
    """The largest difference of two runs without noise, relative to the largest value."""
    check = dict(case.check)
    parameters = {**case.shared.get("parameters", {}), **check.pop("parameters", {})}
    rows = check.pop("rows", None)
    quiet = replace(
        case,
        gyrus={**case.gyrus, **check.pop("gyrus", {})},
        other={**case.other, **check.pop("other", {})},
        shared={**case.shared, **check, "parameters": parameters},
    )
    traces = []
    for side in (Gyrus, Peer):
        path = arguments.scratch / f"{case.name}-{side.__name__}.csv"
        with side(quiet, files, arguments) as worker:
            worker.run(str(path))
        with path.open(encoding="utf-8") as file:
            traces.append([[float(cell) for cell in row.split(",")] for row in file])
    ours, theirs = traces
    if rows:
        ours, theirs = ours[-rows:], theirs[-rows:]
    largest = max(abs(cell) for row in theirs for cell in row)
    return max(abs(a - b) for row, other in zip(ours, theirs) for a, b in zip(row, other, strict=True)) / largest


def programs(case, files, arguments):
    """Two functions that run a program from its start to its end."""
    settings = arguments.scratch / f"{case.name}-peer.json"
    settings.write_text(json.dumps({**files, **case.other}), encoding="utf-8")
    experiment = json.loads(json.dumps(case.gyrus))
    if "connectome" in experiment["network"]:
        source = {"path": str(Path(arguments.hcp).resolve())} if arguments.hcp else {"dataset": "synthetic80"}
        experiment["network"]["connectome"] = source
    file = arguments.scratch / f"{case.name}-gyrus.yaml"
    file.write_text(json.dumps(experiment), encoding="utf-8")  # JSON is YAML

    def peer():
        python = arguments.envs / case.peer / "bin" / "python"
        run, printed = timed([python, HERE / "workers" / case.worker, settings], processors(case, arguments))
        return run | json.loads(printed.splitlines()[-1])

    def gyrus():
        run, printed = timed([HERE.parent.parent / "gyrus", "run", file], processors(case, arguments))
        figures = {key: re.search(pattern, printed) for key, pattern in (("mean", r"mean ([-\d.e]+)"), ("score", r"correlation ([-\d.e]+)"))}
        return run | {key: float(found[1]) for key, found in figures.items() if found}

    return peer, gyrus


def timed(command, processors):
    """Runs a command; the seconds it took, by the clock and of the processor with its children, and what it printed."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(pinned(command, processors), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    seconds, after = time.perf_counter() - start, os.times()
    if done.returncode:
        sys.exit(done.stderr)
    processor = after.children_user - before.children_user + after.children_system - before.children_system
    return {"seconds": seconds, "cpu": processor}, done.stdout


def pinned(command, processors):
    words = [str(word) for word in command]
    return ["taskset", "-c", ",".join(map(str, processors)), *words] if shutil.which("taskset") else words


def processors(case, arguments):
    return range(arguments.processor, arguments.processor + case.processors)


class Worker:
    """A process that runs a case whenever it is asked to."""

    def __init__(self, command, processors, log):
        self.process = subprocess.Popen(
            pinned(command, processors), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env=ENVIRONMENT
        )
        self.log = log
        self.answer()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def run(self, trace=""):
        self.process.stdin.write(trace + "\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self):
        answer = self.process.stdout.readline()
        while answer and not answer.startswith("{"):  # what a simulator prints while it is imported
            answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"a worker ended early: see {self.log.name}")
        return json.loads(answer)


class Gyrus(Worker):
    def __init__(self, case, files, arguments):
        work = case.shared
        words = {key: work[key] for key in ("model", "dt", "duration", "speed", "seed", "record", "every", "integrator", "frozen", "continue", "bold") if key in work}
        words |= {f"parameter.{key}": value for key, value in work.get("parameters", {}).items()}
        words |= {f"initial.{key}": value for key, value in work.get("initial", {}).items()}
        words |= files | case.gyrus
        super().__init__(
            [*java(), "dev.gyrus.benchmarks.PeerWorker", *(f"{key}={value}" for key, value in words.items())],
            processors(case, arguments),
            (arguments.scratch / f"{case.name}-gyrus.log").open("w"),
        )


class Peer(Worker):
    def __init__(self, case, files, arguments):
        work = {**case.shared, **files, **case.other}
        if case.peer == "c":
            command = compiled(work, arguments)
        else:
            settings = arguments.scratch / f"{case.name}-peer.json"
            settings.write_text(json.dumps(work), encoding="utf-8")
            command = [arguments.envs / case.peer / "bin" / "python", HERE / "workers" / case.worker, settings]
        super().__init__(
            command,
            processors(case, arguments),
            (arguments.scratch / f"{case.name}-peer.log").open("w"),
        )


def compiled(work, arguments):
    """The program in C with its arguments, compiled for this machine."""
    program = arguments.scratch / "fhn"
    subprocess.run(["cc", "-O3", "-march=native", "-o", program, HERE / "fhn.c", "-lm"], check=True)
    with open(work["weights"], encoding="utf-8") as file:
        nodes = sum(1 for _ in file)
    parameters = (work["parameters"][key] for key in ("x_ext", "K_gl", "sigma_ou"))
    numbers = (work[key] for key in ("speed", "dt", "duration", "every"))
    return [program, nodes, work["weights"], work["lengths"], *numbers, *parameters, work["initial"]["x"], work["initial"]["y"]]


def java():
    """The virtual machine as the launcher starts it."""
    home = os.environ.get("JAVA_HOME")
    return [
        Path(home) / "bin" / "java" if home else "java", "-XX:+UseSerialGC", "-Xmx8g", "--add-modules", "jdk.incubator.vector",
        "-cp", os.pathsep.join([str(TARGET / "libraries" / "*"), str(next(TARGET.glob("gyrus-benchmarks-*.jar")))]),
    ]  # fmt: skip


def network(case, arguments):
    """Files with the connectome of a case, made the first time."""
    name = case.shared.get("network")
    if name is None:
        return {}
    if name == "tvb76" and not arguments.tvb:
        name = "random76"
    folder = arguments.scratch / (name if name != "hcp80" or arguments.hcp else "synthetic80")
    if not (folder / "lengths.csv").exists():
        if name.startswith(("random", "uniform")):
            write_random(folder, int(name.removeprefix("random").removeprefix("uniform")), name.startswith("uniform"))
        else:
            path = arguments.tvb if name == "tvb76" else arguments.hcp
            source = f"folder={path}" if path else "dataset=synthetic80"
            words = [*java(), "dev.gyrus.benchmarks.PeerWorker", source, f"export={folder}"]
            subprocess.run([str(word) for word in words], check=True)
    matrices = ("weights", "lengths") if case.shared.get("delays", True) else ("weights",)
    return {matrix: str(folder / f"{matrix}.csv") for matrix in matrices}


def write_random(folder, nodes, uniform):
    """Dense weights of which a row sums to about 1.8, as in the human connectome of 80 regions, or all 1/(N − 1); lengths of 10–250 mm."""
    draw = random.Random(nodes)
    folder.mkdir(parents=True)
    weights = (1 / (nodes - 1), 1 / (nodes - 1)) if uniform else (0, 3.6 / nodes)
    for name, low, high in (("weights", *weights), ("lengths", 10, 250)):
        with (folder / f"{name}.csv").open("w", encoding="utf-8") as file:
            for row in range(nodes):
                file.write(",".join("0.0" if row == column else repr(draw.uniform(low, high)) for column in range(nodes)) + "\n")


def line(result):
    found, processor = report.ratios(result), report.ratios(result, "cpu")
    peer = statistics.median(run["seconds"] for run in result["peer_runs"])
    gyrus = statistics.median(run["seconds"] for run in result["gyrus_runs"])
    spread = f"{min(found):.1f}–{statistics.median(found):.1f}–{max(found):.1f}"
    return f"{result['case']:12} {spread:20} goal {result['goal']:g}   {result['peer']} {peer:.3g} s, Gyrus {gyrus:.3g} s   by processor time {statistics.median(processor):.1f}" + (
        f"   traces differ by {result['trace_difference']:.1e}" if "trace_difference" in result else ""
    )


if __name__ == "__main__":
    main()
