/*
 * The whole-brain FitzHugh–Nagumo loop as one would write it in C: delays into a ring of past samples, Ornstein–Uhlenbeck noise,
 * Euler steps.
 *
 *   cc -O3 -march=native -o fhn fhn.c -lm
 *   ./fhn NODES WEIGHTS LENGTHS SPEED DT DURATION EVERY X_EXT K_GL SIGMA X0 Y0
 *
 * WEIGHTS and LENGTHS are CSV files. Runs once for each line on standard input and answers with a line of JSON; a line that is not
 * empty names a file for x, one row per EVERY ms.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double ALPHA = 3, BETA = 4, GAMMA = -1.5, DELTA = 0, EPSILON = 0.5, TAU = 20, TAU_OU = 5;

/* xoshiro256+ (D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47, 2021, doi:10.1145/3460772) and Marsaglia's polar method. */
static uint64_t word[4];
static double spare;
static int has_spare;

static void seed(uint64_t x) {
    for (int k = 0; k < 4; k++) {
        uint64_t z = x += 0x9e3779b97f4a7c15ULL;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
        word[k] = z ^ z >> 31;
    }
    has_spare = 0;
}

static double uniform(void) {
    uint64_t result = word[0] + word[3], t = word[1] << 17;
    word[2] ^= word[0];
    word[3] ^= word[1];
    word[1] ^= word[2];
    word[0] ^= word[3];
    word[2] ^= t;
    word[3] = word[3] << 45 | word[3] >> 19;
    return (double)(result >> 11) * 0x1p-53;
}

static double normal(void) {
    if (has_spare) {
        has_spare = 0;
        return spare;
    }
    double a, b, square;
    do {
        a = 2 * uniform() - 1;
        b = 2 * uniform() - 1;
        square = a * a + b * b;
    } while (square >= 1 || square == 0);
    double factor = sqrt(-2 * log(square) / square);
    spare = b * factor;
    has_spare = 1;
    return a * factor;
}

static double *matrix(const char *path, int nodes) {
    FILE *file = fopen(path, "r");
    double *cells = malloc(sizeof(double) * nodes * nodes);
    for (int k = 0; file && k < nodes * nodes; k++) {
        if (fscanf(file, k % nodes ? ",%lf" : "%lf", &cells[k]) != 1) {
            exit(2);
        }
    }
    if (!file) {
        exit(2);
    }
    fclose(file);
    return cells;
}

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec + 1e-9 * now.tv_nsec;
}

int main(int count, char **word_of) {
    if (count != 13) {
        return 2;
    }
    int n = atoi(word_of[1]);
    double *w = matrix(word_of[2], n), *length = matrix(word_of[3], n);
    double speed = atof(word_of[4]), dt = atof(word_of[5]), duration = atof(word_of[6]), every = atof(word_of[7]);
    double x_ext = atof(word_of[8]), k_gl = atof(word_of[9]), sigma = atof(word_of[10]), x0 = atof(word_of[11]), y0 = atof(word_of[12]);
    long steps = lrint(duration / dt), kept = lrint(every / dt), rows = steps / kept;

    int *delay = malloc(sizeof(int) * n * n), longest = 0;
    double *total = calloc(n, sizeof(double));
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            int d = i == j ? 0 : (int)rint(length[i * n + j] / speed / dt);
            delay[i * n + j] = d;
            longest = d > longest ? d : longest;
            w[i * n + j] = i == j ? 0 : w[i * n + j];
            total[i] += w[i * n + j];
        }
    }
    int ring = 1;
    while (ring <= longest) {
        ring *= 2;
    }
    /* past[j * ring + (t mod ring)]: for one source, samples that are close in time are close in memory */
    double *past = malloc(sizeof(double) * n * ring), *x = malloc(sizeof(double) * n), *y = malloc(sizeof(double) * n);
    double *x_ou = malloc(sizeof(double) * n), *y_ou = malloc(sizeof(double) * n), *trace = malloc(sizeof(double) * n * rows);
    char line[4096];

    printf("{\"ready\": true}\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        double start = seconds(CLOCK_MONOTONIC), busy = seconds(CLOCK_PROCESS_CPUTIME_ID), noise = sigma * sqrt(dt);
        seed(1);
        for (int i = 0; i < n; i++) {
            x[i] = x0;
            y[i] = y0;
            x_ou[i] = y_ou[i] = 0;
        }
        for (int k = 0; k < n * ring; k++) {
            past[k] = x0;
        }
        for (long t = 0; t < steps; t++) {
            for (int i = 0; i < n; i++) {
                past[i * ring + (t & (ring - 1))] = x[i];
            }
            for (int i = 0; i < n; i++) {
                const double *weights = w + i * n;
                const int *delays = delay + i * n;
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += weights[j] * past[j * ring + ((t - delays[j]) & (ring - 1))];
                }
                double a = x[i], b = y[i];
                double slope = -ALPHA * a * a * a + BETA * a * a + GAMMA * a - b + k_gl * (sum - total[i] * a) + x_ou[i] + x_ext;
                x[i] = a + dt * slope;
                y[i] = b + dt * ((a - DELTA - EPSILON * b) / TAU + y_ou[i]);
                x_ou[i] += -x_ou[i] * dt / TAU_OU + noise * normal();
                y_ou[i] += -y_ou[i] * dt / TAU_OU + noise * normal();
            }
            if ((t + 1) % kept == 0) {
                memcpy(trace + (t + 1) / kept * n - n, x, sizeof(double) * n);
            }
        }
        start = seconds(CLOCK_MONOTONIC) - start;
        busy = seconds(CLOCK_PROCESS_CPUTIME_ID) - busy;
        double sum = 0, squares = 0;
        for (long k = 0; k < rows * n; k++) {
            sum += trace[k];
            squares += trace[k] * trace[k];
        }
        double mean = sum / (rows * n), deviation = sqrt(squares / (rows * n) - mean * mean);
        line[strcspn(line, "\n")] = 0;
        FILE *file = *line ? fopen(line, "w") : NULL;
        for (long k = 0; file && k < rows * n; k++) {
            fprintf(file, "%.17g%c", trace[k], (k + 1) % n ? ',' : '\n');
        }
        if (file) {
            fclose(file);
        }
        printf("{\"seconds\": %.6f, \"cpu\": %.6f, \"mean\": %.9g, \"sd\": %.9g}\n", start, busy, mean, deviation);
        fflush(stdout);
    }
    return 0;
}
