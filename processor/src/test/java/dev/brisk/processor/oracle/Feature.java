package dev.brisk.processor.oracle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** What random programs use beyond numbers, arrays, counted loops and conditionals. */
enum Feature {
  /** Arrays of rows: parameters, arguments and locals. */
  ROWS(true),
  /** Arguments that are records. */
  RECORDS(true),
  /** Switch statements and expressions. */
  SWITCHES(true),
  /** {@code continue} in loops. */
  CONTINUE(true),
  /** {@code break} in loops. */
  BREAK(true),
  /** {@code return} in loops. */
  RETURN_IN_LOOP(true),
  /** Several variables in the head of a loop. */
  SEVERAL_INITIALISERS(true),
  /** Several variables that change from one iteration to the next by the head of the loop. */
  SEVERAL_UPDATES(false),
  /** Operations on bits, of whole numbers and of truth values. */
  BITS(true),
  /** {@code long} arguments and locals. */
  LONGS(true),
  /** {@code boolean} arguments, and locals that change. */
  BOOLEANS(true),
  /** Static final arrays. */
  CONSTANT_ARRAYS(true),
  /** Final fields of the object that are no parameters. */
  FINAL_FIELDS(true),
  /** Local arrays that are written after they were read. */
  OVERWRITES(true),
  /** Local arrays of whole numbers. */
  WHOLE_ARRAYS(true),
  /** Arrays that are copied and filled by calls. */
  COPIES(true),
  /** Functions that are constant between jumps. */
  STEPS(true),
  /** Operations on vectors. */
  VECTOR_OPERATIONS(true),
  /** Parameters that are {@code @Sparse}. */
  SPARSE(true);

  private final boolean isInLanguage;

  Feature(boolean isInLanguage) {
    this.isInLanguage = isInLanguage;
  }

  /** Those that the language has. */
  static Set<Feature> ofLanguage() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    Arrays.stream(values()).filter(feature -> feature.isInLanguage).forEach(features::add);
    return features;
  }

  /** All that javac knows, whether or not the language has them. */
  static Set<Feature> ofJava() {
    Set<Feature> features = EnumSet.allOf(Feature.class);
    features.removeIf(feature -> feature == SPARSE && !feature.isInLanguage);
    return features;
  }

  /** Some of them: most often many, so that they meet. */
  static Set<Feature> some(SplittableRandom random, Set<Feature> of) {
    double share = random.nextInt(3) == 0 ? 1 : random.nextDouble();
    Set<Feature> some = EnumSet.noneOf(Feature.class);
    for (Feature feature : of) {
      if (random.nextDouble() < share) {
        some.add(feature);
      }
    }
    return some;
  }
}
