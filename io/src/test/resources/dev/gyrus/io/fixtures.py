"""Writes the files of this folder: what other programs write, for the readers' tests.

Run with Python 3.11, NumPy 2.4, SciPy 1.17, h5py 3.16: python fixtures.py
"""

import h5py
import numpy as np
from scipy.io import netcdf_file, savemat
from scipy.sparse import csc_matrix

matrix = np.arange(6.0).reshape(2, 3) / 8
cube = np.arange(24).reshape(2, 3, 4)

np.save("c_order.npy", matrix)
np.save("fortran_float32_3d.npy", np.asfortranarray(cube.astype("<f4")))
np.save("big_endian_int16.npy", (cube[0] - 5).astype(">i2"))
np.save("uint64.npy", np.array([0, 1, 2**63, 2**64 - 1], dtype="<u8"))
np.save("bool.npy", np.array([True, False]))
np.save("scalar.npy", np.float64(0.1))
with open("version2.npy", "wb") as f:
    np.lib.format.write_array(f, matrix, version=(2, 0))
with open("version3.npy", "wb") as f:
    np.lib.format.write_array(f, matrix, version=(3, 0))
np.savez_compressed("several.npz", weights=matrix, counts=cube, labels=np.array(["Précuneus_L", "Insula_R"]))

cells = np.array(["Precuneus_L", "Insula_R"], dtype=object)
content = {
    "sc": matrix,
    "counts": cube[0].astype(np.int32),
    "cube": cube,
    "single": matrix.astype(np.float32),
    "sparse": csc_matrix(np.array([[0, 2.5], [0, 0], [-1, 0]])),
    "labels": cells,
    "names": np.array(["Precuneus", "Insula"]),
    "info": {"a": 1},
    "waves": matrix + 1j,
}
savemat("compressed.mat", content, do_compression=True)
savemat("plain.mat", content, do_compression=False)

with h5py.File("several.h5", "w") as f:
    f["weights"] = matrix
    f["group/counts"] = cube.astype(np.int32)
    f.create_dataset("packed", data=matrix, chunks=(1, 3), compression="gzip", shuffle=True)
    f["labels"] = ["Précuneus_L", "Insula_R"]
    f["half"] = np.float64(0.5)

with h5py.File("version73.mat", "w", userblock_size=512) as f:
    f["sc"] = matrix.T  # MATLAB's axes are reversed
with open("version73.mat", "r+b") as f:
    f.write(b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(124) + b"\x00\x02IM")

labels = ["Précuneus_L", "A"]
encoded = [label.encode() for label in labels]
width = max(map(len, encoded))
with netcdf_file("recording.nc", "w", version=2) as f:
    f.createDimension("time", None)
    f.createDimension("node", 2)
    f.createDimension("node_characters", width)
    f.sigma_ou = np.float64(0.25)
    f.title = "a test"
    node = f.createVariable("node", "c", ("node", "node_characters"))
    setattr(node, "_Encoding", "utf-8")
    node.long_name = "region"
    node[:] = np.array([list(label.ljust(width, b"\0")) for label in encoded], dtype=np.uint8).view("S1")
    time = f.createVariable("time", "d", ("time",))
    time.long_name = "time since the start of the simulation"
    time.units = "ms"
    rates = f.createVariable("rates_exc", "d", ("time", "node"))
    rates.units = "Hz"
    time[:] = [1.0, 2.0, 3.0]
    rates[:] = [[0.5, -1.0], [1e300, 0.1], [3.0, 4.0]]
