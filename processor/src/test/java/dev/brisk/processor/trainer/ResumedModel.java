package dev.brisk.processor.trainer;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A model whose training is broken off and taken up again.
 *
 * @param body of the class
 * @param annotations of the class
 * @param precision of its numbers
 */
record ResumedModel(Body body, String annotations, String precision) {
  /** Whole batches of them, and a short one. */
  private static final int EXAMPLES = 75;

  /** All that a model may keep from one update to the next. */
  enum Body {
    /** Computed by batches that are worth two threads, and dropped from. */
    NETWORK(
        """
        @Parameter(shape = {96, 96}, init = Init.HE) T[] w1;
        @Parameter(shape = 96) T[] b1;
        @Parameter(shape = {2, 96}, init = Init.XAVIER) T[] w2;
        @Parameter(shape = 2) T[] b2;

        private T[] logits(@Shape(96) T[] hidden) {
          return Ops.affine(w2, b2, hidden);
        }

        @Loss
        T loss(@Shape(96) T[] xs, int label) {
          T[] hidden = Ops.dropout(Ops.relu(Ops.affine(w1, b1, xs)), 0.25);
          return Losses.softmaxCrossEntropy(logits(hidden), label);
        }

        @Metric
        double accuracy(@Shape(96) T[] xs, int label) {
          return Ops.argmax(logits(Ops.relu(Ops.affine(w1, b1, xs)))) == label ? 1 : 0;
        }
        """) {
      @Override
      Object[] example(SplittableRandom random) {
        int label = random.nextInt(2);
        return new Object[] {random.doubles(96, -1, 1).map(x -> x + label / 8.0).toArray(), label};
      }
    },

    /** Computed example by example: numbers, rows, and tables of which few rows are touched. */
    MIXED(
        """
        @Parameter(shape = 3) T[] weights;
        @Parameter(shape = {2, 3}, init = Init.XAVIER) T[][] rows;
        @Sparse @Parameter(shape = {9, 2}, init = Init.XAVIER) T[] flat;
        @Sparse @Parameter(shape = {9, 2}, init = Init.XAVIER) T[][] table;
        @Parameter T offset = 1;
        @Parameter(frozen = true) T held = 2;

        private T predicted(@Shape(3) T[] xs, int row) {
          T predicted = offset * held + flat[2 * row] * table[row][1];
          for (int i = 0; i < 3; i++) {
            predicted += (weights[i] + rows[0][i] * rows[1][i]) * xs[i];
          }
          return predicted;
        }

        @Loss
        T loss(@Shape(3) T[] xs, int row, T target) {
          return Losses.squared(predicted(xs, row), target);
        }

        @Metric
        double accuracy(@Shape(3) T[] xs, int row, T target) {
          return Math.abs(predicted(xs, row) - target) < 0.5 ? 1 : 0;
        }
        """) {
      @Override
      Object[] example(SplittableRandom random) {
        double[] xs = random.doubles(3, -1, 1).toArray();
        int row = random.nextInt(9);
        return new Object[] {xs, row, 2 * xs[0] - xs[2] + 0.1 * row};
      }
    };

    private final String text;

    Body(String text) {
      this.text = text;
    }

    abstract Object[] example(SplittableRandom random);
  }

  /** The source of the class of that name. */
  JavaFileObject source(String name) {
    String fields = isLazy() ? body.text : body.text.replace("@Sparse ", "");
    String text = "@Trainable\n" + annotations + "\nclass " + name + " {\n" + fields + "}\n";
    return Source.of(name, Source.inPrecision(text, precision));
  }

  /** Averages and some algorithms change whole arrays. */
  private boolean isLazy() {
    return Stream.of("RPROP", "LAMB", "LARS", "@WeightAveraging").noneMatch(annotations::contains);
  }

  List<Object[]> examples() {
    SplittableRandom random = new SplittableRandom(17);
    List<Object[]> examples =
        IntStream.range(0, EXAMPLES).mapToObj(i -> body.example(random)).toList();
    return new ZooModel("", examples).examples(precision);
  }

  @Override
  public String toString() {
    return body + " in " + precision + ", " + annotations.replaceAll("\\s+", " ");
  }
}
