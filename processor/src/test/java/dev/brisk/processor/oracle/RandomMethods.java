package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomFunction.Kind;
import dev.brisk.processor.oracle.RandomFunction.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The methods that random programs have for certain, as far as they have the features. */
final class RandomMethods {
  /** A method, with a body of which {@code %s} is the type of numbers. */
  private record Written(Set<Feature> needs, RandomFunction function, String body) {}

  private static final List<Written> ALL =
      List.of(
          written(
              Set.of(),
              new RandomFunction(true, Result.VECTOR, "mapped", List.of(Kind.VECTOR, Kind.NUMBER)),
              """
              %s[] result = new %s[a.length];
              for (int i = 0; i < a.length; i++) {
                result[i] = a[i] * b * 0.5f + a[a.length - 1 - i];
              }
              return result;
              """),
          written(
              Set.of(),
              new RandomFunction(
                  false, Result.NOTHING, "addTo", List.of(Kind.WRITTEN, Kind.NUMBER)),
              """
              for (int i = a.length - 1; i >= 0; i--) {
                a[i] += p * b + i;
              }
              """),
          written(
              Set.of(),
              new RandomFunction(true, Result.NUMBER, "sumOf", List.of(Kind.VECTOR)),
              """
              %s sum = 0;
              for (%s x : a) {
                sum += x * 0.5f;
              }
              return sum;
              """),
          written(
              Set.of(Feature.OVERWRITES),
              new RandomFunction(true, Result.NOTHING, "normalise", List.of(Kind.WRITTEN)),
              """
              %s sum = 0;
              for (int i = 0; i < a.length; i++) {
                a[i] = (%s) Math.exp(Math.tanh(a[i]));
                sum += a[i];
              }
              for (int i = 0; i < a.length; i++) {
                a[i] /= sum;
              }
              """),
          written(
              Set.of(),
              new RandomFunction(true, Result.FIRST, "either", List.of(Kind.WRITTEN, Kind.NUMBER)),
              """
              %s[] same = a;
              return same;
              """),
          written(
              Set.of(Feature.ROWS),
              new RandomFunction(true, Result.VECTOR, "product", List.of(Kind.ROWS, Kind.VECTOR)),
              """
              %s[] result = new %s[a.length];
              for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a[i].length; j++) {
                  result[i] += a[i][j] * b[j %% b.length] * 0.5f;
                }
              }
              return result;
              """),
          written(
              Set.of(Feature.ROWS),
              new RandomFunction(
                  false, Result.NOTHING, "shift", List.of(Kind.WRITTEN_ROWS, Kind.NUMBER)),
              """
              for (%s[] row : a) {
                row[0] += b * q;
              }
              """),
          written(
              Set.of(Feature.ROWS, Feature.OVERWRITES),
              new RandomFunction(
                  true, Result.NOTHING, "transform", List.of(Kind.WRITTEN_ROWS, Kind.WRITTEN)),
              """
              for (int i = 0; i < a.length; i++) {
                %s[] row = a[i];
                for (int j = 0; j < row.length; j++) {
                  row[j] = 0.5f * (row[j] + b[i %% b.length]);
                  b[i %% b.length] *= (%s) Math.cos(a[0][j]);
                }
              }
              """),
          written(
              Set.of(Feature.RECORDS),
              new RandomFunction(true, Result.NUMBER, "between", List.of(Kind.POINT, Kind.POINT)),
              """
              return (a.a() - b.b()) * a.at();
              """),
          written(
              Set.of(Feature.RECORDS),
              new RandomFunction(false, Result.NUMBER, "lookup", List.of(Kind.SERIES, Kind.WHOLE)),
              """
              %s[] values = a.values();
              return a.isLast() ? w[Math.floorMod(b, 3)] * values[0] : values[values.length - 1];
              """),
          written(
              Set.of(Feature.SWITCHES),
              new RandomFunction(true, Result.NUMBER, "link", List.of(Kind.WHOLE, Kind.NUMBER)),
              """
              return switch (a) {
                case 0 -> b;
                case 1, 2 -> (%s) Math.tanh(b);
                default -> {
                  %s square = b * b;
                  yield square / (1 + square);
                }
              };
              """),
          written(
              Set.of(Feature.SWITCHES),
              new RandomFunction(false, Result.NUMBER, "early", List.of(Kind.WHOLE, Kind.NUMBER)),
              """
              switch (a %% 3) {
                case 0:
                  return p;
                case 1:
                  b += p * q;
                  break;
                default:
                  return (%s) Math.sin(b * q);
              }
              return (%s) Math.cos(b);
              """),
          written(
              Set.of(Feature.VECTOR_OPERATIONS),
              new RandomFunction(true, Result.VECTOR, "squash", List.of(Kind.VECTOR, Kind.NUMBER)),
              """
              %s[] scaled = Ops.scale(a, b);
              return Ops.tanh(Ops.add(scaled, a));
              """),
          written(
              Set.of(Feature.VECTOR_OPERATIONS),
              new RandomFunction(false, Result.NUMBER, "network", List.of(Kind.NUMBER, Kind.WHOLE)),
              """
              %s[] input = {a, p, a * q};
              %s[] hidden = Ops.tanh(Ops.affine(square, w, input));
              if (b > 1) {
                return Ops.dot(hidden, input);
              }
              return Ops.mean(Ops.softplus(Ops.matrixVector(square, hidden)));
              """),
          written(
              Set.of(Feature.RETURN_IN_LOOP),
              new RandomFunction(true, Result.WHOLE, "first", List.of(Kind.VECTOR, Kind.NUMBER)),
              """
              for (int i = 0; i < a.length; i++) {
                if (a[i] > b) {
                  return i;
                }
              }
              return -1;
              """),
          written(
              Set.of(Feature.CONTINUE),
              new RandomFunction(false, Result.NUMBER, "positives", List.of(Kind.VECTOR)),
              """
              %s sum = 0;
              for (int i = 0; i < a.length; i++) {
                if (a[i] <= 0) {
                  continue;
                }
                sum += a[i] * p * 0.5f;
              }
              return sum;
              """),
          written(
              Set.of(Feature.LONGS, Feature.BITS),
              new RandomFunction(true, Result.WHOLE, "bucket", List.of(Kind.LONG, Kind.WHOLE)),
              """
              long hash = (a ^ (a >>> 33)) * 0xff51afd7ed558ccdL + b;
              return (int) (hash >>> 61);
              """),
          written(
              Set.of(Feature.WHOLE_ARRAYS),
              new RandomFunction(true, Result.WHOLE, "count", List.of(Kind.KEYS, Kind.WHOLE)),
              """
              int count = 0;
              for (int key : a) {
                if (key == b) {
                  count++;
                }
              }
              return count;
              """));

  private RandomMethods() {}

  private static Written written(Set<Feature> needs, RandomFunction function, String body) {
    return new Written(needs, function, body);
  }

  /** Writes those for which the features suffice. */
  static List<RandomFunction> write(RandomCode code, String type, Set<Feature> features) {
    List<RandomFunction> functions = new ArrayList<>();
    for (Written written : ALL) {
      if (features.containsAll(written.needs())) {
        code.open(written.function().head(type));
        written.body().replace("%s", type).replace("%%", "%").lines().forEach(code::line);
        code.close();
        functions.add(written.function());
      }
    }
    return functions;
  }
}
