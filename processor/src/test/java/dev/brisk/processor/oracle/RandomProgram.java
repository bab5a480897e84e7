package dev.brisk.processor.oracle;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.RandomFunction.Result;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * A random model that is valid Java, and nearly always of the language.
 *
 * @param seed that gives the same program again, with the same features
 */
record RandomProgram(long seed, String name, RandomSignature signature, String text) {
  /** The learning rate of those that train by plain descent. */
  static final double RATE = 0.05;

  /** Calls are replaced by the methods themselves, and Java has no methods of any length. */
  private static final int MOST_CALLS = 60;

  private static final Pattern CLASS = Pattern.compile("(?m)^(?:class|record) (\\w+)");

  /** A program with some of the features. */
  static RandomProgram of(long seed, String name, Set<Feature> features) {
    SplittableRandom random = new SplittableRandom(seed);
    String type = random.nextInt(6) == 0 ? "float" : "double";
    Set<Feature> some = Feature.some(random, features);
    if (some.contains(Feature.VECTOR_OPERATIONS) && random.nextInt(5) > 0) {
      // With these, examples are computed one by one.
      some.removeAll(Set.of(Feature.RECORDS, Feature.OVERWRITES));
    }
    RandomSignature signature = new RandomSignature(type, some);
    return new RandomProgram(seed, name, signature, text(random, name, signature));
  }

  /** The same program with another text. */
  RandomProgram with(String changed) {
    return new RandomProgram(seed, name, signature, changed);
  }

  /** The model, and its records if they stand beside it. */
  List<JavaFileObject> sources() {
    return files("programs", text);
  }

  /** The same program with {@code double} in place of {@code float}. */
  List<JavaFileObject> twin() {
    return files(
        "twins",
        text.replace("package programs;", "package twins;")
            .replaceAll("\\bfloat\\b", "double")
            .replaceAll("([0-9])f\\b", "$1"));
  }

  /** Each class is in a file of its own. */
  private static List<JavaFileObject> files(String packageName, String classes) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String file : classes.split("(?m)^(?=record )")) {
      Matcher declared = CLASS.matcher(file);
      if (declared.find()) {
        String header = files.isEmpty() ? "" : "package " + packageName + ";\n\n";
        String qualified = packageName + "." + declared.group(1);
        files.add(JavaFileObjects.forSourceString(qualified, header + file));
      }
    }
    return files;
  }

  boolean isSingle() {
    return signature.type().equals("float");
  }

  /**
   * By how much, relatively, what a trainer computes may differ from the program itself: not at all
   * where the program has written the sums, and by rounding where kernels add in another order.
   */
  double rounding() {
    boolean hasProducts = text.contains("Ops.affine(") || text.contains("Ops.matrixVector(");
    return hasProducts ? isSingle() ? 1e-5 : 1e-12 : 0;
  }

  boolean isPlainDescent() {
    return text.contains("Algorithm.SGD");
  }

  /** The model and its trainer. */
  CompiledModel trained(ClassLoader loader) {
    return CompiledModel.of(loader, "programs." + name, "loss");
  }

  /** The model alone, in the package of programs or of their twins. */
  UserModel plain(ClassLoader loader, String packageName) {
    UserModel model = new UserModel(CompiledModel.object(loader, packageName + "." + name), "loss");
    model.allocate(RandomSignature.SHAPES);
    return model;
  }

  private static String text(SplittableRandom random, String name, RandomSignature signature) {
    String optimizer =
        random.nextInt(3) == 0
            ? "value = Algorithm.ADAM"
            : "value = Algorithm.SGD, learningRate = " + RATE;
    RandomCode code = new RandomCode();
    signature.fields(code);
    boolean hasOuterRecords =
        signature.features().contains(Feature.RECORDS) && random.nextBoolean();
    if (!hasOuterRecords) {
      signature.records().forEach(code::line);
    }
    List<RandomFunction> functions =
        RandomMethods.write(code, signature.type(), signature.features());
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      functions.add(function(random, signature, "f" + i, functions, code));
    }
    loss(random, signature, functions, code);
    String text =
        String.format(
            """
        package programs;

        import dev.brisk.Algorithm;
        import dev.brisk.Loss;
        import dev.brisk.Optimizer;
        import dev.brisk.Parameter;
        import dev.brisk.Shape;
        %simport dev.brisk.Trainable;
        import dev.brisk.ops.Losses;
        import dev.brisk.ops.Ops;
        import java.util.Arrays;

        @Trainable
        @Optimizer(%s)
        @SuppressWarnings({
          "cast",
          "lossy-conversions",
          "brisk:integer-division",
          "brisk:method-interpreted",
          "brisk:parameter-unused",
          "brisk:probability-as-logit",
          "brisk:sparse-without-effect"
        })
        class %s {
        %s}
        """,
            signature.features().contains(Feature.SPARSE) ? "import dev.brisk.Sparse;\n" : "",
            optimizer,
            name,
            code);
    return hasOuterRecords ? withOuterRecords(text, name, signature) : text;
  }

  /** Records beside the model, whose names no other program has. */
  private static String withOuterRecords(String text, String name, RandomSignature signature) {
    String beside = text + "\n" + String.join("\n", signature.records()) + "\n";
    for (RandomRecord record : RandomRecord.values()) {
      beside =
          beside.replaceAll("\\b" + record.typeName() + "\\b", record.typeName() + "Of" + name);
    }
    return beside;
  }

  private static RandomFunction function(
      SplittableRandom random,
      RandomSignature signature,
      String name,
      List<RandomFunction> functions,
      RandomCode code) {
    boolean isStatic = random.nextBoolean();
    RandomScope scope = new RandomScope(random, signature.type(), signature.features(), isStatic);
    RandomFunction function = RandomFunction.of(scope, name);
    scope.mostCalls = MOST_CALLS / 5;
    signature.enterFields(scope);
    function.enter(scope);
    functions.stream().filter(known -> known.isStatic() || !isStatic).forEach(scope.functions::add);
    code.open(function.head(signature.type()));
    boolean givesNumber = function.result() == Result.NUMBER;
    RandomStatements statements =
        new RandomStatements(scope, code, random.nextInt(1, 6), givesNumber);
    statements.body();
    if (givesNumber) {
      code.line("return " + statements.expressions.bounded(3) + ";");
    }
    code.close();
    return function.calling(scope.calls);
  }

  private static void loss(
      SplittableRandom random,
      RandomSignature signature,
      List<RandomFunction> functions,
      RandomCode code) {
    RandomScope scope = new RandomScope(random, signature.type(), signature.features(), false);
    signature.enter(scope);
    signature.enterFields(scope);
    scope.functions.addAll(functions);
    scope.mostCalls = MOST_CALLS;
    code.line("@Loss");
    code.open(signature.type() + " loss(" + signature.declared() + ")");
    RandomStatements statements = new RandomStatements(scope, code, random.nextInt(3, 16), true);
    statements.network();
    statements.body();
    if (scope.chance(0.15)) {
      // Whatever the statements left in it.
      code.line("return " + scope.any(scope.numbers).name() + ";");
    } else {
      everything(scope, statements.expressions, code);
    }
    code.close();
  }

  /** Returns the sum of all that the statements computed. */
  private static void everything(
      RandomScope scope, RandomExpressions expressions, RandomCode code) {
    code.line("return p * q");
    for (Named number : scope.numbers) {
      code.line("+ " + number.name());
    }
    code.line("+ " + expressions.number(4));
    for (Vector vector : scope.vectors) {
      expressions.element(vector).ifPresent(element -> code.line("+ " + element));
    }
    for (Matrix matrix : scope.matrices) {
      expressions
          .row(matrix)
          .flatMap(expressions::element)
          .ifPresent(element -> code.line("+ " + element));
    }
    code.line("+ w[1] * m[2];");
  }

  @Override
  public String toString() {
    return "seed " + seed + " " + signature.features() + "\n" + text;
  }
}
