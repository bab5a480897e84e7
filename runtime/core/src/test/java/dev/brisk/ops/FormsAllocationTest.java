package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that generated code calls allocate nothing. */
class FormsAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 1000;

  /** As many as compilation may take where other work keeps the processors busy. */
  private static final int ROUNDS = 5_000;

  private static Stream<VectorOperation> operations() {
    return VectorOperation.all();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void inPlaceAndDerivativeFormsAllocateNothing(VectorOperation operation) throws Throwable {
    for (Class<?> scalar : List.of(double.class, float.class)) {
      Forms forms = operation.forms(scalar);
      Object[] arguments = forms.converted(operation.draw(new SplittableRandom(8)));
      Object out = forms.result(arguments);
      Object dOut = forms.array(Array.getLength(out));
      assertThat(allocated(bound(forms.inPlace(), arguments, out))).isZero();
      for (int by : forms.differentiable().toArray()) {
        Object[] more =
            arguments[by].getClass().isArray()
                ? new Object[] {out, dOut, forms.array(Array.getLength(arguments[by]))}
                : new Object[] {out, dOut};
        assertThat(allocated(bound(forms.derivative(by), arguments, more))).isZero();
      }
    }
  }

  /** The call as a handle without arguments, since reflection allocates. */
  private static MethodHandle bound(Method form, Object[] arguments, Object... more)
      throws IllegalAccessException {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return MethodHandles.insertArguments(MethodHandles.lookup().unreflect(form), 0, all.toArray())
        .asType(MethodType.methodType(void.class));
  }

  /**
   * The bytes of some calls: the least of some rounds, since compilation allocates too, and vectors
   * are objects until it is done.
   */
  private static long allocated(MethodHandle call) throws Throwable {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.invokeExact();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
