package dev.brisk.peers;

import java.util.ArrayList;
import java.util.List;

/** The first parameters of a network. */
final class FirstValues {
  private FirstValues() {}

  /** The weights and the biases of each layer that has them, one after the other. */
  static List<float[]> of(Workload.Network network) {
    List<float[]> values = new ArrayList<>();
    List<Layer.Weighted> layers = network.weighted();
    for (int i = 0; i < layers.size(); i++) {
      values.add(layers.get(i).weights(i));
      values.add(new float[layers.get(i).outputs()]);
    }
    return values;
  }
}
