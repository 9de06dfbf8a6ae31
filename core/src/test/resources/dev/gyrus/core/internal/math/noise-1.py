"""Independent oracle of "noise 1": writes noise-1.csv (Python 3 with mpmath, 50 digits).

Threefry-2x64-13 from Salmon et al. 2011 (checked against the known answers of Random123), then Box-Muller.
"""

from mpmath import mp, mpf, log, sqrt, cos, sin, pi, nstr

mp.dps = 50
MASK = 2**64 - 1
ROTATIONS = [16, 42, 12, 31, 16, 32, 24, 21]


def threefry(key, counter, rounds=13):
    keys = [*key, 0x1BD11BDAA9FC1A22 ^ key[0] ^ key[1]]
    a, b = (counter[0] + keys[0]) & MASK, (counter[1] + keys[1]) & MASK
    for r in range(rounds):
        n = ROTATIONS[r % 8]
        a = (a + b) & MASK
        b = ((b << n | b >> 64 - n) & MASK) ^ a
        if r % 4 == 3:
            j = r // 4 + 1
            a = (a + keys[j % 3]) & MASK
            b = (b + keys[(j + 1) % 3] + j) & MASK
    return a, b


def gaussian(seed, stream, step, entity):
    first, second = threefry((seed & MASK, stream & MASK), (step >> 1, entity & MASK))
    u1 = 1 - mpf(first >> 12) / 2**52
    angle = 2 * pi * mpf(second >> 12) / 2**52
    return sqrt(-2 * log(u1)) * (sin(angle) if step & 1 else cos(angle))


assert threefry((0, 0), (0, 0)) == (0xF167B032C3B480BD, 0xE91F9FEE4B7A6FB5)
assert threefry((MASK, MASK), (MASK, MASK)) == (0xCCDEC5C917A874B1, 0x4DF53ABCA26CEB01)
assert threefry((0xA4093822299F31D0, 0x082EFA98EC4E6C89), (0x243F6A8885A308D3, 0x13198A2E03707344)) == (
    0xC3AAC71561042993, 0x3FE7AE8801AFF316)

with open("noise-1.csv", "w") as file:
    file.write("# Noise 1 by noise-1.py: independent of the Java code; 20 significant digits\n")
    file.write("seed,stream,step,entity,gaussian\n")
    for seed, stream, first_entity in [(42, 0, 0), (42, 1, 0), (-1, 7, 1000), (2**62 + 12345, -3, -2)]:
        for step in [0, 1, 2, 3, 599_998, 599_999, 2**40, 2**62 + 1]:
            for entity in range(first_entity, first_entity + 4):
                value = nstr(gaussian(seed, stream, step, entity), 20, strip_zeros=False)
                file.write(f"{seed},{stream},{step},{entity},{value}\n")
