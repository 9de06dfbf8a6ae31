"""The connectome synthetic80, written a second time: prints what the test compares (i, j, weight, length, subject 1).

Run with Python 3.11 and NumPy 2.4: python synthetic80.py > synthetic80.csv
"""

import numpy as np

MASK = (1 << 64) - 1
SEED, HALF, MEDIAL = 11, 40, 12


def mix(z):
    z = (z + 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def uniform(stream, index):
    return (mix(mix(mix(SEED) ^ stream) ^ index) >> 11) * 2.0**-53 + 2.0**-54


def gaussian(stream, index):
    return np.sqrt(-2 * np.log(uniform(stream, 2 * index))) * np.cos(2 * np.pi * uniform(stream, 2 * index + 1))


centre, axes = np.array([7.0, -18, 15]), np.array([60.0, 82, 58])
golden = np.pi * (3 - np.sqrt(5))
points = np.zeros((80, 3))
for region in range(80):
    side, k = divmod(region, HALF)
    lateral = k < HALF - MEDIAL
    x = (k + 0.5) / (HALF - MEDIAL) if lateral else 0.0
    radius = np.sqrt(1 - x * x) if lateral else 0.9 * np.sqrt((k - HALF + MEDIAL + 0.5) / MEDIAL)
    point = centre + axes * [x, radius * np.cos(k * golden), radius * np.sin(k * golden)]
    point[0] *= 1 if side else -1
    jitter = [3 if lateral else 1, 3, 3] * np.array([gaussian(1, 3 * region + axis) for axis in range(3)])
    points[region] = point + jitter

weights, lengths, subject = np.zeros((80, 80)), np.zeros((80, 80)), np.zeros((80, 80))
spread = [0.35 * gaussian(2, region) for region in range(80)]
for i in range(80):
    for j in range(i):
        pair, a, b = i * (i - 1) // 2 + j, points[i], points[j]
        if (i < HALF) == (j < HALF):
            path = np.linalg.norm(a - b)
        else:
            crossing = [0, np.clip((a[1] + b[1]) / 2, -45, 20), 15]
            path = np.linalg.norm(a - crossing) + np.linalg.norm(b - crossing)
        lengths[i, j] = 1.25 * np.exp(0.08 * gaussian(3, pair)) * path
        homotopic = i - j == HALF
        if homotopic or uniform(5, pair) <= np.exp(-((lengths[i, j] / 330) ** 2)):
            weights[i, j] = np.exp(-lengths[i, j] / 35 + spread[i] + spread[j] + 0.9 * gaussian(4, pair))
            weights[i, j] *= 3 if homotopic else 1
        subject[i, j] = weights[i, j] * np.exp(0.3 * gaussian(101, pair))
weights /= weights.max()
subject /= subject.max()

if __name__ == "__main__":
    print("i,j,weight,length,subject")
    for i in range(80):
        for j in range(i):
            if (7 * i + 11 * j) % 13 == 0 or i - j == HALF:
                values = [float(matrix[i, j]) for matrix in (weights, lengths, subject)]
                print(i, j, *values, sep=",")
