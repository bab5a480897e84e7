package dev.brisk.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The update of one array, a private method of a generated trainer. */
final class GeneratedUpdate {
  private GeneratedUpdate() {}

  static MethodHandle of(Class<?> trainer) {
    Method update =
        Arrays.stream(trainer.getDeclaredMethods())
            .filter(method -> method.getName().equals("update"))
            .filter(method -> method.getParameterTypes()[0] == float[].class)
            .findFirst()
            .orElseThrow();
    try {
      return MethodHandles.privateLookupIn(trainer, MethodHandles.lookup()).unreflect(update);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Numbers around 0, as gradients and parameters are. */
  static float[] values(int size, float scale) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = scale * ((i * 7919L % 1000) / 1000f - 0.5f);
    }
    return values;
  }
}
