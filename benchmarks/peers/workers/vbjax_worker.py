"""vbjax: Montbrió nodes that see only the mean of all, many parameter sets side by side, in single precision."""

import jax
import jax.numpy as jnp
import numpy as np
import protocol
import vbjax as vb


def prepare(case):
    nodes, sets = case["nodes"], len(case["eta"])
    steps = round(case["duration"] / case["dt"])
    strength, sigma = case["strength"], case["sigma"]

    def field(x, theta):
        return vb.mpr_dfun(x, (strength * x[0].mean(axis=0), 0.0), theta)

    _, loop = vb.make_sde(dt=case["dt"], dfun=field, gfun=sigma)
    theta = vb.mpr_default_theta._replace(eta=jnp.array(case["eta"], dtype=jnp.float32), J=case["J"], Delta=case["Delta"], tau=1.0)
    start = jnp.stack([jnp.full((nodes, sets), case["r"]), jnp.full((nodes, sets), case["V"])]).astype(jnp.float32)
    noise = vb.randn(steps, 2, nodes, 1)

    @jax.jit
    def simulate(noise):
        return loop(start, noise, theta)[:, 0].mean(axis=1)

    def run():
        found = np.asarray(simulate(noise).block_until_ready())
        return lambda: found

    run()
    return run


protocol.serve(prepare)
