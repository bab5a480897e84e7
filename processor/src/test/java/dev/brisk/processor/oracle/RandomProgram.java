package dev.brisk.processor.oracle;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.RandomScope.Scalar;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.tools.JavaFileObject;

/**
 * A random model that is valid Java, and nearly always of the language.
 *
 * @param seed that gives the same program again
 */
record RandomProgram(long seed, String name, boolean isSingle, String text) {
  /** The learning rate of those that train by plain descent. */
  static final double RATE = 0.05;

  static RandomProgram of(long seed, String name) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean isSingle = random.nextInt(6) == 0;
    String type = isSingle ? "float" : "double";
    return new RandomProgram(seed, name, isSingle, text(random, name, type));
  }

  JavaFileObject source() {
    return JavaFileObjects.forSourceString("programs." + name, text);
  }

  /** The same program with {@code double} in place of {@code float}. */
  JavaFileObject twin() {
    String wide =
        text.replace("package programs;", "package twins;")
            .replaceAll("\\bfloat\\b", "double")
            .replaceAll("([0-9])f\\b", "$1");
    return JavaFileObjects.forSourceString("twins." + name, wide);
  }

  boolean isPlainDescent() {
    return text.contains("Algorithm.SGD");
  }

  CompiledModel in(ClassLoader loader, String packageName) {
    return CompiledModel.of(loader, packageName + "." + name, "loss");
  }

  /** A random example. */
  Object[] example(SplittableRandom random) {
    int length = random.nextInt(1, 5);
    Column number = isSingle ? Column.single(-1, 1) : Column.real(-1, 1);
    Column fixed = isSingle ? Column.singles(4, -1, 1) : Column.reals(4, -1, 1);
    Column varying = isSingle ? Column.singles(-1, 1) : Column.reals(-1, 1);
    List<Object> example = new ArrayList<>();
    for (Column column :
        List.of(number, number, Column.whole(0, 4), Column.whole(-3, 4), fixed, varying)) {
      example.add(column.draw(random, length));
    }
    return example.toArray();
  }

  private static String text(SplittableRandom random, String name, String type) {
    String optimizer =
        random.nextInt(3) == 0
            ? "value = Algorithm.ADAM"
            : "value = Algorithm.SGD, learningRate = " + RATE;
    StringBuilder code =
        new StringBuilder(
            String.format(
                """
                package programs;

                import dev.brisk.Algorithm;
                import dev.brisk.Loss;
                import dev.brisk.Optimizer;
                import dev.brisk.Parameter;
                import dev.brisk.Shape;
                import dev.brisk.Trainable;
                import dev.brisk.ops.Losses;

                @Trainable
                @Optimizer(%3$s)
                @SuppressWarnings({
                  "cast",
                  "lossy-conversions",
                  "brisk:integer-division",
                  "brisk:parameter-unused"
                })
                class %1$s {
                  @Parameter %2$s p;
                  @Parameter %2$s q;
                  @Parameter(shape = 3) %2$s[] w;
                  @Parameter(shape = {2, 2}) %2$s[] m;

                  static %2$s[] mapped(%2$s[] xs, %2$s by) {
                    %2$s[] result = new %2$s[xs.length];
                    for (int i = 0; i < xs.length; i++) {
                      result[i] = xs[i] * by + xs[xs.length - 1 - i];
                    }
                    return result;
                  }

                  void addTo(%2$s[] xs, %2$s by) {
                    for (int i = xs.length - 1; i >= 0; i--) {
                      xs[i] += p * by + i;
                    }
                  }

                """,
                name, type, optimizer));
    List<String> functions = new ArrayList<>();
    int helpers = random.nextInt(3);
    for (int i = 0; i < helpers; i++) {
      functions.add(function(random, type, i, functions, code));
    }
    loss(random, type, functions, code);
    return code.append("}\n").toString();
  }

  private static String function(
      SplittableRandom random,
      String type,
      int number,
      List<String> functions,
      StringBuilder code) {
    String name = "f" + number;
    boolean isStatic = random.nextBoolean();
    code.append(isStatic ? "  static " : "  ")
        .append(String.format("%1$s %2$s(%1$s a, %1$s b) {%n", type, name).replace("\r", ""));
    RandomScope scope = new RandomScope(random, type, isStatic);
    scope.scalars.add(new Scalar("a", scope.chance(0.3)));
    scope.scalars.add(new Scalar("b", scope.chance(0.3)));
    scope.functions.addAll(isStatic ? List.of() : functions);
    // Something for loops over elements, and as long as the loss's own.
    code.append(String.format("    %1$s[] vs = {a, b * b};\n", type));
    scope.vectors.add(new Vector("vs", 2, "", false));
    if (!isStatic) {
      parameters(scope);
    }
    new RandomStatements(scope, code, random.nextInt(1, 5)).body();
    code.append("    return ").append(new RandomExpressions(scope).bounded(3)).append(";\n  }\n\n");
    return name;
  }

  private static void loss(
      SplittableRandom random, String type, List<String> functions, StringBuilder code) {
    String arguments =
        "%1$s x, %1$s y, int k, int n, @Shape(4) %1$s[] xs, %1$s[] vs".replace("%1$s", type);
    code.append("  @Loss\n  ").append(type).append(" loss(").append(arguments).append(") {\n");
    RandomScope scope = new RandomScope(random, type, false);
    scope.functions.addAll(functions);
    scope.scalars.add(new Scalar("x", scope.chance(0.3)));
    scope.scalars.add(new Scalar("y", false));
    scope.wholes.add(new Whole("k", 0, 3, "", false));
    scope.wholes.add(new Whole("n", 0, -1, "", scope.chance(0.3)));
    scope.vectors.add(new Vector("xs", 4, "", false));
    scope.vectors.add(new Vector("vs", 0, "vs", false));
    parameters(scope);
    new RandomStatements(scope, code, random.nextInt(3, 16)).body();
    if (scope.chance(0.15)) {
      // Whatever the statements left in it.
      code.append("    return ").append(scope.any(scope.scalars).name()).append(";\n  }\n");
      return;
    }
    StringBuilder result = new StringBuilder("p * q + w[1] * m[2]");
    for (Scalar scalar : scope.scalars) {
      result.append(" + ").append(scalar.name());
    }
    RandomExpressions expressions = new RandomExpressions(scope);
    code.append("    return ").append(result).append(" + ").append(expressions.number(4));
    for (Vector vector : scope.vectors) {
      code.append(" + ").append(vector.name()).append('[');
      code.append(expressions.index(vector)).append(']');
    }
    code.append(";\n  }\n");
  }

  private static void parameters(RandomScope scope) {
    scope.scalars.add(new Scalar("p", false));
    scope.scalars.add(new Scalar("q", false));
    scope.vectors.add(new Vector("w", 3, "", false));
    scope.vectors.add(new Vector("m", 4, "", false));
  }

  @Override
  public String toString() {
    return "seed " + seed + "\n" + text;
  }
}
