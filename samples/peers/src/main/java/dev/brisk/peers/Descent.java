package dev.brisk.peers;

import java.util.Locale;

/** An update rule; Adam with betas of 0.9 and 0.999 and an epsilon of 1e-8. */
record Descent(Rule rule, double learningRate) {
  /** Which. */
  enum Rule {
    SGD("SGD"),
    ADAM("Adam");

    final String title;

    Rule(String title) {
      this.title = title;
    }

    /** As names of rows and the script of PyTorch write it. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Descent sgd(double learningRate) {
    return new Descent(Rule.SGD, learningRate);
  }

  static Descent adam(double learningRate) {
    return new Descent(Rule.ADAM, learningRate);
  }
}
