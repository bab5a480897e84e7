package dev.brisk.processor.validate;

import dev.brisk.processor.optimizer.Setting;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.optimizer.UpdateRules;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** What an algorithm reads of {@code @Optimizer}, which its update rule says. */
record AlgorithmAttributes(UpdateRule rule) implements AttributeTable {
  static List<AlgorithmAttributes> all() {
    return UpdateRules.all().stream().map(AlgorithmAttributes::new).toList();
  }

  /** The table of the algorithm that the model chose. */
  static AlgorithmAttributes of(ModelSource model) {
    return new AlgorithmAttributes(UpdateRules.of(model.optimizer().choice("value")));
  }

  /**
   * The rate that schedules start from: the one that is written, or else the default; scaled, where
   * the size of an update is declared.
   */
  static double learningRate(ModelSource model) {
    return of(model).value(model.optimizer(), "learningRate") * RateScale.of(model).factor();
  }

  @Override
  public String name() {
    return rule.algorithm();
  }

  @Override
  public List<String> reads() {
    return rule.settings().stream().map(Setting::attribute).toList();
  }

  /** The value of an attribute that it reads: the one that is written, or else the default. */
  double value(Declaration optimizer, String attribute) {
    return optimizer.isWritten(attribute) ? optimizer.number(attribute) : standard(attribute);
  }

  /** The default of an attribute that it reads. */
  double standard(String attribute) {
    return rule.settings().stream()
        .filter(setting -> setting.attribute().equals(attribute))
        .mapToDouble(Setting::standard)
        .findFirst()
        .orElseThrow();
  }
}
