package dev.brisk.diagnose;

import dev.brisk.runtime.UnitVisitor;
import dev.brisk.runtime.Watched;
import java.util.ArrayList;
import java.util.List;

/** Counts for how long each unit of a layer has been zero for every example. */
final class Units {
  /** Batches and examples in a row for which a dead unit is zero. */
  private static final int BATCHES = 20;

  private static final int EXAMPLES = 200;

  private final List<Layer> layers = new ArrayList<>();
  private final Looks looks = new Looks();

  /** Looks at the batch, whose units the trainer holds. Allocates when it sees a layer first. */
  void look(Watched trainer) {
    looks.next = 0;
    trainer.visitUnits(looks);
  }

  List<Layer> layers() {
    return layers;
  }

  /** The units of a layer, by the weights that lead to it. */
  static final class Layer {
    final String weights;
    private final int[] batches;
    private final int[] examples;
    private final boolean[] isActive;

    Layer(String weights, int size) {
      this.weights = weights;
      this.batches = new int[size];
      this.examples = new int[size];
      this.isActive = new boolean[size];
    }

    int size() {
      return batches.length;
    }

    /** The number of units that have been zero for many examples in a row. */
    int dead() {
      int dead = 0;
      for (int unit = 0; unit < batches.length; unit++) {
        if (batches[unit] >= BATCHES && examples[unit] >= EXAMPLES) {
          dead++;
        }
      }
      return dead;
    }

    private void complete(int size) {
      for (int unit = 0; unit < batches.length; unit++) {
        batches[unit] = isActive[unit] ? 0 : batches[unit] + 1;
        examples[unit] = isActive[unit] ? 0 : examples[unit] + size;
        isActive[unit] = false;
      }
    }
  }

  private final class Looks implements UnitVisitor {
    private int next;

    @Override
    public void relu(String weights, double[][] units, int size) {
      Layer layer = layer(weights, units[0].length);
      for (int example = 0; example < size; example++) {
        double[] row = units[example];
        for (int unit = 0; unit < row.length; unit++) {
          layer.isActive[unit] |= row[unit] != 0;
        }
      }
      layer.complete(size);
    }

    @Override
    public void relu(String weights, float[][] units, int size) {
      Layer layer = layer(weights, units[0].length);
      for (int example = 0; example < size; example++) {
        float[] row = units[example];
        for (int unit = 0; unit < row.length; unit++) {
          layer.isActive[unit] |= row[unit] != 0;
        }
      }
      layer.complete(size);
    }

    private Layer layer(String weights, int size) {
      if (next == layers.size()) {
        layers.add(new Layer(weights, size));
      }
      return layers.get(next++);
    }
  }
}
