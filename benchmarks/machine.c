/*
 * What one core of this machine can do at most: multiply-adds of doubles per second, and bytes loaded per second from arrays
 * that fit into one cache or another, with loads on and off the borders of cache lines. For processors with AVX-512.
 *
 *   gcc -O2 -march=native -o machine machine.c && ./machine
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

#define FMA(k) "vfmadd231pd %%zmm30, %%zmm31, %%zmm" #k "\n"

/* Twelve independent chains: enough for two units of four cycles latency. */
static double flops(long n) {
    double start = seconds();
    for (long k = 0; k < n; k++) {
        __asm__ volatile(FMA(0) FMA(1) FMA(2) FMA(3) FMA(4) FMA(5) FMA(6) FMA(7) FMA(8) FMA(9) FMA(10) FMA(11)
                         ::: "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11");
    }
    return n * 12.0 * 16 / (seconds() - start);
}

static double bytes(char *array, long size, int shift, long passes) {
    double start = seconds();
    for (long pass = 0; pass < passes; pass++) {
        for (long i = 0; i + 256 < size; i += 256) {
            __asm__ volatile("vmovupd (%0), %%zmm0\n vmovupd 64(%0), %%zmm1\n vmovupd 128(%0), %%zmm2\n vmovupd 192(%0), %%zmm3"
                             ::"r"(array + i + shift) : "xmm0", "xmm1", "xmm2", "xmm3");
        }
    }
    return (double)passes * size / (seconds() - start);
}

int main(void) {
    long most = 256l << 20;
    char *array = aligned_alloc(2 << 20, most);
    memset(array, 1, most);
    double best = 0;
    for (int k = 0; k < 5; k++) {
        double rate = flops(10000000);
        best = rate > best ? rate : best;
    }
    printf("multiply-adds: %.0f Gflop/s\n", best / 1e9);
    for (long size = 16 << 10; size <= most; size *= 4) {
        double aligned = 0, shifted = 0;
        for (int k = 0; k < 3; k++) {
            double rate = bytes(array, size, 0, (1l << 30) / size);
            aligned = rate > aligned ? rate : aligned;
            rate = bytes(array, size, 8, (1l << 30) / size);
            shifted = rate > shifted ? rate : shifted;
        }
        printf("loads from %6ld KB: %.0f GB/s, off cache lines %.0f GB/s\n", size >> 10, aligned / 1e9, shifted / 1e9);
    }
    return 0;
}
