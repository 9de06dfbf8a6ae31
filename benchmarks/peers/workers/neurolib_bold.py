"""Five minutes of a whole brain with BOLD and the score of its functional connectivity, as a program of its own: neurolib.

Integrated in chunks, as neurolib advises for long runs; without a seed, because neurolib draws the same noise in every chunk with one.
"""

import json
import sys
from pathlib import Path

import numpy as np
from neurolib.models.aln import ALNModel
from neurolib.utils import functions

case = json.loads(Path(sys.argv[1]).read_text())
weights, lengths = (np.loadtxt(case[name], delimiter=",") for name in ("weights", "lengths"))
subjects = [np.loadtxt(path, delimiter=",") for path in sorted(Path(case["weights"]).parent.glob("fc-*.csv"))]
model = ALNModel(Cmat=weights, Dmat=lengths)
model.params.update(dt=case["dt"], duration=case["duration"], signalV=case["speed"], **case["parameters"])
model.run(chunkwise=True, bold=True)
bold = model.BOLD.BOLD[:, model.BOLD.t_BOLD > case["discard"]]
fc = functions.fc(bold)
scores = [functions.matrix_correlation(fc, subject) for subject in subjects]
print(json.dumps({"score": float(np.mean(scores)), "fc": float(np.mean(fc[np.triu_indices(len(fc), 1)]))}))
