package dev.brisk.processor.oracle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;

/** What random programs use beyond numbers, arrays, counted loops and conditionals. */
enum Feature {
  /** Arrays of rows: parameters, arguments and locals. */
  ROWS(false),
  /** Arguments that are records. */
  RECORDS(false),
  /** Switch statements and expressions. */
  SWITCHES(false),
  /** {@code continue} in loops. */
  CONTINUE(false),
  /** {@code break} in loops. */
  BREAK(false),
  /** {@code return} in loops. */
  RETURN_IN_LOOP(false),
  /** Several variables in the head of a loop. */
  SEVERAL_INITIALISERS(false),
  /** Operations on bits, of whole numbers and of truth values. */
  BITS(false),
  /** {@code long} arguments and locals. */
  LONGS(false),
  /** {@code boolean} arguments, and locals that change. */
  BOOLEANS(false),
  /** Static final arrays. */
  CONSTANT_ARRAYS(false),
  /** Final fields of the object that are no parameters. */
  FINAL_FIELDS(false),
  /** Local arrays that are written after they were read. */
  OVERWRITES(false),
  /** Local arrays of whole numbers. */
  WHOLE_ARRAYS(false),
  /** Parameters that are {@code @Sparse}. */
  SPARSE(false);

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
