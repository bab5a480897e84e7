package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated gradients against forward automatic differentiation, which knows them to the last bits:
 * models of smooth functions, written a second time with Commons Math.
 */
@Tag("javac")
final class DerivativeStructureTest {
  /** A loss of one example by its parameters. */
  interface Formula {
    DerivativeStructure of(DerivativeStructure[] parameters, Object[] example);
  }

  static Stream<Arguments> formulas() {
    return Stream.of(
        formula("Parabola", (p, example) -> square(p[0].subtract(3))),
        formula("Rosenbrock", (p, example) -> rosenbrock(p[0], p[1])),
        formula("MichaelisMenten", DerivativeStructureTest::michaelisMenten),
        formula("NelsonSiegel", DerivativeStructureTest::nelsonSiegel),
        formula("Logistic", DerivativeStructureTest::logistic),
        formula("CauchyRegression", DerivativeStructureTest::cauchy),
        formula("Arma", DerivativeStructureTest::arma),
        formula("Garch", DerivativeStructureTest::garch),
        formula("LogisticGrowth", DerivativeStructureTest::logisticGrowth),
        formula("ScalarRnn", DerivativeStructureTest::scalarRnn),
        formula("Powers", DerivativeStructureTest::powers));
  }

  private static Arguments formula(String model, Formula formula) {
    return Arguments.of(TestModels.named(model), formula);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void gradientAgreesWithForwardDifferentiation(TestModel tested, Formula formula) {
    SplittableRandom random = new SplittableRandom(71);
    CompiledModel model = TestModels.compiled(tested);
    int count = model.parameters().length;
    for (Object[] example : tested.examples(10, random)) {
      double[] at = tested.parameters(count, random);
      model.parameters(at);
      DerivativeStructure[] parameters = new DerivativeStructure[count];
      for (int i = 0; i < count; i++) {
        parameters[i] = new DerivativeStructure(count, 1, i, at[i]);
      }

      DerivativeStructure expected = formula.of(parameters, example);
      double[] gradient = model.gradient(model.examples(example), 0, 1).gradient();

      for (int i = 0; i < count; i++) {
        int[] orders = new int[count];
        orders[i] = 1;
        double derivative = expected.getPartialDerivative(orders);
        double size = 1 + Math.abs(derivative);
        assertThat(gradient[i]).as("derivative %s", i).isCloseTo(derivative, within(1e-11 * size));
      }
    }
  }

  private static DerivativeStructure square(DerivativeStructure x) {
    return x.multiply(x);
  }

  private static DerivativeStructure constant(DerivativeStructure like, double value) {
    return new DerivativeStructure(like.getFreeParameters(), like.getOrder(), value);
  }

  private static DerivativeStructure rosenbrock(DerivativeStructure x, DerivativeStructure y) {
    return square(x.negate().add(1)).add(square(y.subtract(square(x))).multiply(100));
  }

  private static DerivativeStructure michaelisMenten(DerivativeStructure[] p, Object[] example) {
    double substrate = (Double) example[0];
    DerivativeStructure fitted = p[0].multiply(substrate).divide(p[1].add(substrate));
    return square(fitted.subtract((Double) example[1]));
  }

  private static DerivativeStructure nelsonSiegel(DerivativeStructure[] p, Object[] example) {
    double[] maturities = (double[]) example[0];
    double[] yields = (double[]) example[1];
    DerivativeStructure sum = constant(p[0], 0);
    for (int i = 0; i < maturities.length; i++) {
      DerivativeStructure scaled = p[3].reciprocal().multiply(maturities[i]);
      DerivativeStructure decay = scaled.negate().exp();
      DerivativeStructure loading = decay.negate().add(1).divide(scaled);
      DerivativeStructure fitted =
          p[0].add(p[1].multiply(loading)).add(p[2].multiply(loading.subtract(decay)));
      sum = sum.add(square(fitted.subtract(yields[i])));
    }
    return sum.divide(maturities.length);
  }

  private static DerivativeStructure logistic(DerivativeStructure[] p, Object[] example) {
    double[] features = (double[]) example[0];
    DerivativeStructure logit = p[3];
    for (int i = 0; i < 3; i++) {
      logit = logit.add(p[i].multiply(features[i]));
    }
    DerivativeStructure towards = (Integer) example[1] == 1 ? logit : logit.negate();
    return towards.negate().exp().log1p();
  }

  private static DerivativeStructure cauchy(DerivativeStructure[] p, Object[] example) {
    double[] x = (double[]) example[0];
    DerivativeStructure residual = constant(p[0], (Double) example[1]);
    for (int i = 0; i < 4; i++) {
      residual = residual.subtract(p[i].multiply(x[i]));
    }
    return square(residual.divide(p[4].exp())).log1p().add(p[4]);
  }

  private static DerivativeStructure arma(DerivativeStructure[] p, Object[] example) {
    double[] series = (double[]) example[0];
    DerivativeStructure previous = constant(p[0], 0);
    DerivativeStructure innovation = constant(p[0], 0);
    DerivativeStructure sum = constant(p[0], 0);
    for (double value : series) {
      DerivativeStructure centred = p[0].negate().add(value);
      innovation = centred.subtract(p[1].multiply(previous)).subtract(p[2].multiply(innovation));
      previous = centred;
      sum = sum.add(square(innovation));
    }
    return sum.divide(series.length);
  }

  private static DerivativeStructure garch(DerivativeStructure[] p, Object[] example) {
    DerivativeStructure variance = p[0].divide(p[1].add(p[2]).negate().add(1));
    DerivativeStructure sum = constant(p[0], 0);
    for (double r : (double[]) example[0]) {
      sum = sum.add(variance.log().add(variance.reciprocal().multiply(r * r)).multiply(0.5));
      variance = p[0].add(p[1].multiply(r * r)).add(p[2].multiply(variance));
    }
    return sum;
  }

  private static DerivativeStructure logisticGrowth(DerivativeStructure[] p, Object[] example) {
    DerivativeStructure population = p[2];
    DerivativeStructure sum = constant(p[0], 0);
    for (double observed : (double[]) example[0]) {
      for (int tick = 0; tick < 10; tick++) {
        DerivativeStructure room = population.divide(p[1]).negate().add(1);
        population = population.add(p[0].multiply(population).multiply(room).multiply(0.1));
      }
      sum = sum.add(square(population.subtract(observed)));
    }
    return sum;
  }

  private static DerivativeStructure scalarRnn(DerivativeStructure[] p, Object[] example) {
    DerivativeStructure h = p[2];
    DerivativeStructure sum = h;
    for (double input : (double[]) example[0]) {
      h = p[0].multiply(h).add(p[1].multiply(input)).tanh();
      sum = sum.add(h);
    }
    return square(sum.subtract((Double) example[1]));
  }

  private static DerivativeStructure powers(DerivativeStructure[] p, Object[] example) {
    DerivativeStructure scale = p[0];
    DerivativeStructure exponent = p[1];
    DerivativeStructure shape = p[2];
    DerivativeStructure sum =
        scale.multiply(exponent.multiply(Math.log((Double) example[0])).exp());
    sum = sum.add(shape.pow(3)).subtract(shape.pow(-1.5)).add(square(shape)).add(shape);
    sum = sum.add(scale.pow(shape)).add(1).add(exponent.multiply(Math.log(2)).exp());
    return square(sum.add(shape.sqrt()).subtract((Double) example[1]));
  }
}
