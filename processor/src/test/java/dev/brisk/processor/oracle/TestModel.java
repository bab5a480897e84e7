package dev.brisk.processor.oracle;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * A model of {@code resources/models}, with the examples and parameters to try it on.
 *
 * @param low of the parameters, inclusive
 * @param high of the parameters, exclusive
 * @param columns the arguments of its loss
 */
record TestModel(String name, double low, double high, List<Column> columns) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "models");
  private static final Pattern LOSS = Pattern.compile("@Loss\\s+\\w+ (\\w+)\\(");
  private static final Pattern SINGLE = Pattern.compile("@Parameter(\\([^)]*\\))?\\s+float\\b");
  private static final Pattern PLAIN_DESCENT =
      Pattern.compile("@Optimizer\\(value = Algorithm.SGD, learningRate = ([0-9.]+)\\)");

  /** A model whose parameters are in {@code [-0.8, 0.8)}. */
  TestModel(String name, Column... columns) {
    this(name, -0.8, 0.8, List.of(columns));
  }

  /** The same model with other parameters. */
  TestModel within(double low, double high) {
    return new TestModel(name, low, high, columns);
  }

  String text() {
    try {
      return Files.readString(FOLDER.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JavaFileObject source() {
    return JavaFileObjects.forSourceString("models." + name, text());
  }

  boolean isSingle() {
    return SINGLE.matcher(text()).find();
  }

  /**
   * By how much, relatively, what a trainer computes may differ from the model's own method: not at
   * all where the user has written the loops, and by rounding where kernels sum in another order.
   */
  double rounding() {
    boolean hasProducts = text().contains("Ops.affine(") || text().contains("Ops.matrixVector(");
    return hasProducts ? isSingle() ? 1e-5 : 1e-12 : 0;
  }

  /** The learning rate, if the optimizer is plain gradient descent. */
  Optional<Double> plainRate() {
    Matcher matcher = PLAIN_DESCENT.matcher(text());
    return matcher.find() ? Optional.of(Double.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** The model and its trainer, out of the classes of a package. */
  CompiledModel in(ClassLoader loader, String packageName) {
    Matcher loss = LOSS.matcher(text());
    if (!loss.find()) {
      throw new AssertionError("no @Loss in " + name);
    }
    return CompiledModel.of(loader, packageName + "." + name, loss.group(1));
  }

  /** Random parameters. */
  double[] parameters(int count, SplittableRandom random) {
    return random.doubles(count, low, high).toArray();
  }

  /** Random examples. */
  List<Object[]> examples(int count, SplittableRandom random) {
    List<Object[]> examples = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int length = random.nextInt(2, 7);
      examples.add(columns.stream().map(column -> column.draw(random, length)).toArray());
    }
    return examples;
  }

  @Override
  public String toString() {
    return name;
  }
}
