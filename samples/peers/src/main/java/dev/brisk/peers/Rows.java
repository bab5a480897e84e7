package dev.brisk.peers;

import dev.brisk.peers.Layer.Convolution;
import dev.brisk.peers.Layer.Dense;
import dev.brisk.peers.Layer.MaxPool;
import dev.brisk.peers.Layer.Relu;
import dev.brisk.peers.Row.Measured;
import dev.brisk.peers.Workload.Factorisation;
import dev.brisk.peers.Workload.Network;
import dev.brisk.peers.Workload.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that is trained. */
final class Rows {
  private static final int PIXELS = Images.SIDE * Images.SIDE;
  private static final int ALL = 60_000;

  /** What is slow work for some has a part of the images for an epoch. */
  private static final int SOME = 20_000;

  private static final int FEW = 4_000;

  // Named for the annotations of Brisk's models.
  static final double SOFTMAX_RATE = 0.1;
  static final double NETWORK_RATE = 0.001;
  static final double ONLINE_SGD_RATE = 0.01;
  static final double ONLINE_ADAM_RATE = 0.001;
  static final double FACTORISATION_RATE = 0.02;
  static final int USERS = 943;
  static final int ITEMS = 1682;
  static final int FACTORS = 32;

  static final Network SOFTMAX =
      new Network(List.of(new Dense(PIXELS, Images.CLASSES)), Descent.sgd(SOFTMAX_RATE), 64, ALL);

  static final List<Layer> PERCEPTRON =
      List.of(new Dense(PIXELS, 128), new Relu(), new Dense(128, Images.CLASSES));

  static final List<Layer> DEEP =
      List.of(
          new Dense(PIXELS, 512),
          new Relu(),
          new Dense(512, 256),
          new Relu(),
          new Dense(256, Images.CLASSES));

  private static final List<Layer> CONVOLUTIONAL =
      List.of(
          new Convolution(1, 8, 3),
          new Relu(),
          new MaxPool(2),
          new Convolution(8, 16, 3),
          new Relu(),
          new MaxPool(2),
          new Dense(5 * 5 * 16, Images.CLASSES));

  /** Of the size of MovieLens 100K. */
  static final Factorisation FACTORISATION =
      new Factorisation(USERS, ITEMS, FACTORS, Descent.sgd(FACTORISATION_RATE), 4_096);

  private Rows() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (int parameters : new int[] {1_000, 100_000, 10_000_000}) {
      rows.add(
          new Row(
              "update-" + parameters,
              String.format(Locale.ROOT, "Adam alone, %,d parameters", parameters),
              new Update(parameters),
              Measured.PARAMETERS));
    }
    rows.add(examples("softmax", "softmax 784-10, SGD, batch 64", SOFTMAX));
    for (int batch : new int[] {1, 64, 256}) {
      rows.add(
          examples(
              "perceptron-" + batch,
              "784-128-10, Adam, batch " + batch,
              new Network(PERCEPTRON, Descent.adam(NETWORK_RATE), batch, batch == 1 ? FEW : ALL)));
    }
    for (int features : new int[] {2, 10, 100}) {
      rows.add(online(features, Descent.sgd(ONLINE_SGD_RATE)));
      rows.add(online(features, Descent.adam(ONLINE_ADAM_RATE)));
    }
    rows.add(
        examples(
            "deep",
            "784-512-256-10, Adam, batch 64",
            new Network(DEEP, Descent.adam(NETWORK_RATE), 64, SOME)));
    rows.add(
        examples(
            "convolution",
            "convolutions 8, 16 of 3x3, Adam, batch 64",
            new Network(CONVOLUTIONAL, Descent.adam(NETWORK_RATE), 64, SOME)));
    rows.add(examples("factorisation", "factorisation, 32, SGD, batch 1", FACTORISATION));
    rows.add(new Row("process", "whole process, softmax, 1 epoch", SOFTMAX, Measured.PROCESS));
    return rows;
  }

  static Row named(String name) {
    return all().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private static Row examples(String name, String title, Workload workload) {
    return new Row(name, title, workload, Measured.EXAMPLES);
  }

  private static Row online(int features, Descent descent) {
    return examples(
        "online-" + descent.rule().key() + "-" + features,
        "linear, " + features + ", " + descent.rule().title + ", batch 1",
        new Network(List.of(new Dense(features, 1)), descent, 1, 4_096));
  }
}
