/*
 * Updates of parameters in C, and the memory's own speed: what a generated update is held against.
 *
 *   update adam|momentum|copy <parameters> <milliseconds>
 *
 * prints the nanoseconds of processor time of one pass. Compiled with -O3 -march=native -ffast-math.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void adam(float *restrict p, const float *restrict g, float *restrict m, float *restrict v,
                 long n, float step, float correction) {
  for (long i = 0; i < n; i++) {
    m[i] = 0.9f * m[i] + 0.1f * g[i];
    v[i] = 0.999f * v[i] + 0.001f * g[i] * g[i];
    p[i] -= step * m[i] / (sqrtf(v[i]) * correction + 1e-8f);
  }
}

static void momentum(float *restrict p, const float *restrict g, float *restrict m, long n,
                     float rate) {
  for (long i = 0; i < n; i++) {
    m[i] = 0.9f * m[i] + g[i];
    p[i] -= rate * m[i];
  }
}

static void copy(float *restrict p, const float *restrict g, long n) { memcpy(p, g, n * 4); }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static float *array(long n, float scale) {
  float *a = aligned_alloc(64, (n * 4 + 63) / 64 * 64);
  for (long i = 0; i < n; i++) a[i] = scale * ((i * 2654435761u % 1000) / 1000.0f - 0.5f);
  return a;
}

/* Passes until so many nanoseconds are over; the time of one of them. */
static double measure(const char *loop, long n, double limit, float **a) {
  long batch = 1 + 1000000 / n, passes = 0;
  double begin = now(), spent;
  do {
    for (long k = 0; k < batch; k++) {
      if (*loop == 'a') adam(a[0], a[1], a[2], a[3], n, 1e-3f, 1.01f);
      if (*loop == 'm') momentum(a[0], a[1], a[2], n, 1e-3f);
      if (*loop == 'c') copy(a[0], a[1], n);
      __asm__ volatile("" ::: "memory");
    }
    passes += batch;
    spent = now() - begin;
  } while (spent < limit);
  return spent / passes;
}

int main(int argc, char **argv) {
  if (argc != 4) return 1;
  long n = atol(argv[2]);
  double limit = atof(argv[3]) * 1e6;
  float *a[] = {array(n, 1), array(n, 1e-3f), array(n, 0), array(n, 0)};
  measure(argv[1], n, limit / 4, a);
  printf("%.1f\n", measure(argv[1], n, limit, a));
  return 0;
}
