package dev.brisk.processor.trainer;

import dev.brisk.diagnose.Symptom;
import dev.brisk.runtime.Fit;
import java.util.Optional;

/**
 * A training of the zoo.
 *
 * @param what it is
 * @param annotations of the class, the optimizer first
 * @param symptom that is to be found; empty of a healthy one, in which nothing is
 */
record Training(
    String what,
    ZooModel model,
    String precision,
    String annotations,
    Fit options,
    Optional<Symptom> symptom) {

  static Training broken(
      String what, ZooModel model, String annotations, Fit options, Symptom symptom) {
    return new Training(what, model, "double", annotations, options, Optional.of(symptom));
  }

  static Training healthy(String what, ZooModel model, String annotations, Fit options) {
    return new Training(what, model, "double", annotations, options, Optional.empty());
  }

  Training inFloat() {
    return new Training(what, model, "float", annotations, options, symptom);
  }

  @Override
  public String toString() {
    return what;
  }

  /** The class of that name. */
  String source(String name) {
    return Source.inPrecision(
        "@Trainable\n" + annotations + "\nclass " + name + " {\n" + model.body() + "}\n",
        precision);
  }
}
