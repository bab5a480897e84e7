package dev.brisk.processor.read;

import java.util.List;

/**
 * The names of a model class and of what is generated from it.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost class to the model itself
 */
public record ModelName(String packageName, List<String> simpleNames) {
  /** The simple name of the model, {@code Inner} for a nested {@code Outer.Inner}. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** As the source names it, {@code demo.Outer.Inner}. */
  public String qualifiedName() {
    return beside(String.join(".", simpleNames));
  }

  /** The simple name of the generated class, {@code Outer_InnerTrainer}. */
  public String trainerName() {
    return String.join("_", simpleNames) + "Trainer";
  }

  /** The simple name of the generated class that predicts alone, {@code Outer_InnerPredictor}. */
  public String predictorName() {
    return String.join("_", simpleNames) + "Predictor";
  }

  /** The qualified name of a class in the package of the model. */
  public String beside(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
