package dev.brisk.processor.optimizer;

import java.util.List;

/** All update rules. */
public final class UpdateRules {
  private static final List<UpdateRule> ALL =
      List.of(
          new Sgd(),
          new Adam(),
          new AdamW(),
          new NAdam(),
          new RAdam(),
          new Adamax(),
          new Adagrad(),
          new Adadelta(),
          new RmsProp(),
          new Rprop(),
          new Lion(),
          new Lamb(),
          new Lars());

  private UpdateRules() {}

  /** All of them, in the order of {@link dev.brisk.Algorithm}. */
  public static List<UpdateRule> all() {
    return ALL;
  }

  /** The rule that a constant of {@link dev.brisk.Algorithm} names. */
  public static UpdateRule of(String algorithm) {
    return ALL.stream()
        .filter(rule -> rule.algorithm().equals(algorithm))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no update rule for " + algorithm));
  }
}
