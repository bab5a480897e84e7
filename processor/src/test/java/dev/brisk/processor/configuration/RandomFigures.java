package dev.brisk.processor.configuration;

import java.util.List;
import java.util.SplittableRandom;

/** Draws the values of attributes, as they are written in Java. */
final class RandomFigures {
  private static final List<String> EDGES_OF_DOUBLE =
      List.of(
          "0",
          "-0.0",
          "1",
          "-1",
          "0.5f",
          "1.0 / 3",
          "0.9999999999999999",
          "1.0000000000000002",
          "1e-3f",
          "1e-30",
          "1e-46",
          "1e-300",
          "Double.MIN_VALUE",
          "-Double.MIN_VALUE",
          "1e5",
          "1e10",
          "1e39",
          "1e300",
          "Double.MAX_VALUE",
          "-Double.MAX_VALUE",
          "Double.NaN",
          "Double.POSITIVE_INFINITY",
          "Double.NEGATIVE_INFINITY",
          "Long.MAX_VALUE",
          "0x1p-3");

  private static final List<String> EDGES_OF_INT =
      List.of("0", "1", "-1", "2", "'a'", "1 << 30", "Integer.MAX_VALUE", "Integer.MIN_VALUE");

  private static final List<String> EDGES_OF_LONG =
      List.of("0", "1", "-1", "3_000_000_000L", "1L << 62", "Long.MAX_VALUE", "Long.MIN_VALUE");

  private static final List<String> EDGES_OF_MILESTONES =
      List.of("{}", "0", "{2, 2}", "{3, 1}", "{-1, 5}", "{1, Long.MAX_VALUE}", "{Long.MIN_VALUE}");

  private static final List<String> MONITORS = List.of("", "accuracy", "gap", "error");

  private final SplittableRandom random;

  RandomFigures(SplittableRandom random) {
    this.random = random;
  }

  /** Something that may be wrong, or at the end of a range. */
  String edge(Class<?> type) {
    if (type == double.class) {
      return one(EDGES_OF_DOUBLE);
    }
    if (type == int.class) {
      return one(EDGES_OF_INT);
    }
    if (type == long.class) {
      return one(EDGES_OF_LONG);
    }
    if (type == long[].class) {
      return one(EDGES_OF_MILESTONES);
    }
    return type == String.class ? one(List.of("\"acuracy\"", "\" \"")) : plausible("", type);
  }

  /** Something that a person might write for the attribute. */
  String plausible(String attribute, Class<?> type) {
    if (type == boolean.class) {
      return String.valueOf(random.nextBoolean());
    }
    if (type.isEnum()) {
      Object constant = type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
      return type.getSimpleName() + "." + constant;
    }
    if (type == String.class) {
      return '"' + one(MONITORS) + '"';
    }
    if (type == long[].class) {
      long first = random.nextLong(1, 20);
      return "{" + first + ", " + (first + random.nextLong(1, 20)) + "}";
    }
    return type == double.class ? real(attribute) : whole(attribute);
  }

  private String real(String attribute) {
    return switch (attribute) {
      case "momentum", "dampening", "beta1", "rho", "alpha" -> one("0", "0.5", "0.9", "0.95f");
      case "beta2" -> one("0.9", "0.99", "0.999");
      case "learningRate" -> between(1e-4, 0.3);
      case "weightDecay" -> one("0", between(1e-5, 0.1));
      case "epsilon" -> between(1e-10, 1e-6);
      case "learningRateDecay", "initialAccumulator", "momentumDecay" ->
          one("0", between(1e-4, 0.1));
      case "trustCoefficient" -> between(1e-3, 1e-1);
      case "stepMin", "minLearningRate" -> between(1e-9, 1e-5);
      case "stepMax" -> between(1, 50);
      case "etaPlus" -> between(1.1, 2);
      case "etaMinus", "gamma", "factor", "startFactor" -> between(0.3, 0.95);
      case "endFactor" -> one("0", "1", between(0.01, 1));
      case "maxLearningRate" -> between(0.31, 1);
      case "pctStart" -> between(0.05, 0.5);
      case "divFactor", "finalDivFactor", "power" -> between(1, 30);
      case "explosion" -> between(1.1, 100);
      case "threshold" -> one("0", between(1e-5, 0.1));
      case "decay" -> one("0.5", "0.99", "0.9999");
      case "low" -> "-" + between(1e-3, 0.5);
      case "learningRateFactor" -> one("0", "1", between(0.1, 10));
      default -> between(1e-2, 10);
    };
  }

  private String whole(String attribute) {
    return switch (attribute) {
      case "steps" -> upTo(60);
      case "epochs" -> upTo(40);
      case "examples" -> upTo(1000);
      case "accumulate", "periodMultiplier" -> upTo(3);
      case "patience", "cooldown", "start" -> one("0", upTo(5));
      default -> upTo(16);
    };
  }

  private String upTo(int bound) {
    return String.valueOf(random.nextInt(1, bound + 1));
  }

  /** Of each magnitude as often, in three digits. */
  private String between(double low, double high) {
    double value = low * Math.pow(high / low, random.nextDouble());
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 2);
    return String.valueOf((double) (float) (Math.round(value / unit) * unit));
  }

  private String one(String... values) {
    return one(List.of(values));
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
