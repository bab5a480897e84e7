package dev.brisk.runtime;

import java.util.ArrayList;
import java.util.List;

/** Every bit of the state of a trainer, to be compared with that of another. */
final class StateBits implements StateVisitor {
  private final List<Object> bits = new ArrayList<>();

  private StateBits() {}

  static List<Object> of(GeneratedTrainer<?> trainer) {
    StateBits visitor = new StateBits();
    trainer.visit(visitor);
    visitor.bits.addAll(trainer.history());
    return visitor.bits;
  }

  @Override
  public double number(String name, double value) {
    bits.add(name);
    bits.add(Double.doubleToRawLongBits(value));
    return value;
  }

  @Override
  public long number(String name, long value) {
    bits.add(name);
    bits.add(value);
    return value;
  }

  @Override
  public void array(String name, Object values) {
    if (values instanceof double[] doubles) {
      for (double value : doubles) {
        number(name, value);
      }
    } else if (values instanceof float[] floats) {
      for (float value : floats) {
        number(name, value);
      }
    } else {
      for (Object row : (Object[]) values) {
        array(name + "[]", row);
      }
    }
  }
}
