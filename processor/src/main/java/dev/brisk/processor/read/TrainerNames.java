package dev.brisk.processor.read;

import dev.brisk.runtime.GeneratedTrainer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the methods that a trainer has whatever the model is. */
final class TrainerNames {
  /** The methods of every trainer, and those of every object. */
  private static final Set<String> CONTRACT =
      Set.of(
          "step",
          "trainBatch",
          "loss",
          "examples",
          "examplesOf",
          "columns",
          "gradient",
          "applyGradient",
          "hessianTimes",
          "layout",
          "parameters",
          "setParameters",
          "fit",
          "begin",
          "stepCount",
          "learningRate",
          "learningRateAt",
          "baseLearningRate",
          "withAveragedWeights",
          "snapshot",
          "trial",
          "monitor",
          "declaredRun",
          "annotationFor",
          "metrics",
          "observe",
          "endEpoch",
          "save",
          "restore",
          "saveParameters",
          "restoreParameters",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /**
   * What trainers are made of: methods that they have from their superclass or write themselves.
   */
  private static final Set<String> INNER =
      Stream.concat(
              Arrays.stream(GeneratedTrainer.class.getDeclaredMethods())
                  .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                  .map(Method::getName),
              Stream.of(
                  "accumulate",
                  "average",
                  "clip",
                  "measure",
                  "scale",
                  "unread",
                  "update",
                  "updateBySums"))
          .collect(Collectors.toUnmodifiableSet());

  private TrainerNames() {}

  /** Whether a method over examples would hide one of the trainer, or be taken for it. */
  static boolean isOfContract(String name) {
    return CONTRACT.contains(name);
  }

  /** Whether a method with any arguments might have the signature of one of the trainer. */
  static boolean isTaken(String name) {
    return isOfContract(name) || INNER.contains(name);
  }
}
