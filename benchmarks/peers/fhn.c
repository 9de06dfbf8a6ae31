/*
 * The whole-brain FitzHugh-Nagumo network of BrainPy's tutorial as a C program: what one writes by hand first.
 *
 *   dx/dt = -alpha x^3 + beta x^2 + gamma x - y + sum_j w_ij (x_j(t - d_ij) - x_i) + x_ou + x_ext
 *   dy/dt = (x - delta - epsilon y)/tau + y_ou          d ou/dt = -ou/5 + sigma xi, on x and y
 *
 * Euler-Maruyama, dt = 0.1 ms; delays length/20 mm/ms, truncated to steps. Gaussians by Box-Muller from xoshiro256+.
 *
 *   cc -O3 -march=native -ffast-math -o fhn fhn.c -lm        (-ffast-math lets the compiler reorder the sums; Gyrus never does)
 *   ./fhn [gather|blocked] [nodes] [steps]                   (80 nodes, 60000 steps)
 *
 * "gather" goes through all pairs at every step; "blocked" sums 32 steps of a pair at a time where the delay allows it.
 * Weights and lengths are random here (as dense as the data of the tutorial, delays of 1 to 124 steps): time depends on
 * neither.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { HISTORY = 256, BLOCK = 32 };

static uint64_t s[4] = {1, 2, 3, 4};

static double uniform(void) {
    uint64_t r = s[0] + s[3], t = s[1] << 17;
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t;
    s[3] = s[3] << 45 | s[3] >> 19;
    return ((r >> 11) + 0.5) * 0x1p-53;
}

static void gaussians(double *out, int n) {
    for (int i = 0; i < n; i += 2) {
        double r = sqrt(-2 * log(uniform())), a = 2 * M_PI * uniform();
        out[i] = r * cos(a);
        out[i + 1] = r * sin(a);
    }
}

static const double dt = 0.1, alpha = 3, beta = 4, gamma_ = -1.5, delta = 0, epsilon = 0.5, tau = 20, x_ext = 0.72, sigma = 0.01;

static int n;
static double *w, *total, *x, *y, *xou, *you, *xi;
static int *d;

/* One step of all nodes from the sums of their inputs. */
static void advance(const double *sum) {
    gaussians(xi, 2 * n);
    double noise = sigma * sqrt(dt);
    for (int i = 0; i < n; i++) {
        double xx = x[i], yy = y[i];
        x[i] = xx + dt * (-alpha * xx * xx * xx + beta * xx * xx + gamma_ * xx - yy + sum[i] - total[i] * xx + xou[i] + x_ext);
        y[i] = yy + dt * ((xx - delta - epsilon * yy) / tau + you[i]);
        xou[i] += dt * (-xou[i] / 5) + noise * xi[i];
        you[i] += dt * (-you[i] / 5) + noise * xi[n + i];
    }
}

static double gather(int steps) {
    double *history = calloc((size_t) HISTORY * n, sizeof *history), *sum = calloc(n, sizeof *sum);
    for (int k = 0; k < steps; k++) {
        memcpy(history + (size_t) (k % HISTORY) * n, x, n * sizeof *x);
        for (int i = 0; i < n; i++) {
            double all = 0;
            for (int j = 0; j < n; j++) {
                all += w[i * n + j] * history[((k - d[i * n + j]) & (HISTORY - 1)) * n + j];
            }
            sum[i] = all;
        }
        advance(sum);
    }
    return x[0];
}

/* History by node; pairs with delays of at least 32 steps are summed for 32 steps at once, the others singly. */
static double blocked(int steps) {
    int length = HISTORY + 64 * BLOCK, head = HISTORY;
    double *history = calloc((size_t) n * length, sizeof *history), *sums = calloc((size_t) n * BLOCK, sizeof *sums);
    double *sum = calloc(n, sizeof *sum);
    int *nearby = calloc((size_t) n * n, sizeof *nearby), *count = calloc(n, sizeof *count);
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (d[i * n + j] < BLOCK) nearby[i * n + count[i]++] = j;
        }
    }
    for (int k = 0; k < steps; k += BLOCK) {
        if (head + BLOCK > length) {
            for (int j = 0; j < n; j++) memmove(history + (size_t) j * length, history + (size_t) j * length + head - HISTORY, HISTORY * sizeof *history);
            head = HISTORY;
        }
        for (int i = 0; i < n; i++) {
            double *into = sums + i * BLOCK;
            for (int q = 0; q < BLOCK; q++) into[q] = 0;
            for (int j = 0; j < n; j++) {
                if (d[i * n + j] >= BLOCK) {
                    const double *from = history + (size_t) j * length + head - d[i * n + j];
                    double weight = w[i * n + j];
                    for (int q = 0; q < BLOCK; q++) into[q] += weight * from[q];
                }
            }
        }
        for (int q = 0; q < BLOCK; q++) {
            for (int j = 0; j < n; j++) history[(size_t) j * length + head + q] = x[j];
            for (int i = 0; i < n; i++) {
                double all = sums[i * BLOCK + q];
                for (int p = 0; p < count[i]; p++) {
                    int j = nearby[i * n + p];
                    all += w[i * n + j] * history[(size_t) j * length + head + q - d[i * n + j]];
                }
                sum[i] = all;
            }
            advance(sum);
        }
        head += BLOCK;
    }
    return x[0];
}

int main(int argc, char **argv) {
    int inBlocks = argc > 1 && strcmp(argv[1], "blocked") == 0;
    n = argc > 2 ? atoi(argv[2]) : 80;
    int steps = argc > 3 ? atoi(argv[3]) : 60000;
    w = calloc((size_t) n * n, sizeof *w);
    d = calloc((size_t) n * n, sizeof *d);
    total = calloc(n, sizeof *total);
    x = calloc(n, sizeof *x);
    y = calloc(n, sizeof *y);
    xou = calloc(n, sizeof *xou);
    you = calloc(n, sizeof *you);
    xi = calloc(2 * n, sizeof *xi);
    for (int i = 0; i < n; i++) {
        x[i] = 0.05 * uniform();
        y[i] = 0.05 * uniform();
        for (int j = 0; j < n; j++) {
            double u = uniform();
            w[i * n + j] = i == j ? 0 : 1.8 * u * u / n;
            d[i * n + j] = 1 + (int) (123 * uniform());
            total[i] += w[i * n + j];
        }
    }
    struct timespec a, b;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &a);
    double last = inBlocks ? blocked(steps) : gather(steps);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &b);
    double ns = (b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec);
    printf("%s, %d nodes, %d steps: %.3f us per step (x[0] = %.6f)\n", inBlocks ? "blocked" : "gather", n, steps, ns / steps / 1e3, last);
    return 0;
}
