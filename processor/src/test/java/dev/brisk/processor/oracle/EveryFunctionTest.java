package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The derivatives of Math's functions against automatic differentiation of another make. */
@Tag("javac")
final class EveryFunctionTest {
  private static final int TRIALS = 20;

  @Test
  void everyFunctionHasTheDerivativeThatCommonsMathGivesIt() {
    assertAgrees("EveryFunction", EveryFunctionTest::everyFunction);
  }

  private static DerivativeStructure everyFunction(DerivativeStructure[] p, Object[] example) {
    DerivativeStructure u = p[0];
    DerivativeStructure v = p[1];
    DerivativeStructure y = u.multiply((Double) example[0]).add(v);
    DerivativeStructure shifted = y.add(3);
    DerivativeStructure larger = y.getValue() >= u.getValue() ? y : u;
    DerivativeStructure smaller = v.getValue() <= y.getValue() ? v : y;
    DerivativeStructure wave = y.multiply(u.cos()).tanh().exp().sin();
    return y.sin()
        .add(y.cos())
        .add(y.multiply(0.5).tan())
        .add(y.tanh())
        .add(y.atan())
        .add(y.exp())
        .add(y.expm1())
        .add(shifted.log())
        .add(shifted.log10())
        .add(y.add(2).log1p())
        .add(shifted.sqrt())
        .add(shifted.cbrt())
        .add(DerivativeStructure.hypot(y, u))
        .add(y.subtract(5).abs())
        .add(y.sin().multiply(0.3).asin())
        .add(v.cos().multiply(0.3).acos())
        .add(y.sinh())
        .add(y.cosh())
        .add(y.multiply(u).add(v))
        .add(shifted.pow(u))
        .add(larger)
        .add(smaller)
        .add(wave.multiply(y.multiply(y).negate().exp()).divide(v.exp().add(1)));
  }

  private static void assertAgrees(
      String name, BiFunction<DerivativeStructure[], Object[], DerivativeStructure> function) {
    TestModel tested = TestModels.named(name);
    SplittableRandom random = new SplittableRandom(5);
    CompiledModel model = TestModels.compiled(tested);
    int count = model.parameters().length;
    for (Object[] example : tested.examples(TRIALS, random)) {
      double[] at = tested.parameters(count, random);
      model.parameters(at);
      DerivativeStructure[] variables = new DerivativeStructure[count];
      for (int i = 0; i < count; i++) {
        variables[i] = new DerivativeStructure(count, 1, i, at[i]);
      }

      DerivativeStructure expected = function.apply(variables, example);
      CompiledModel.LossAndGradient found =
          model.gradient(model.examples(List.<Object[]>of(example)), 0, 1);

      assertThat(found.loss()).isCloseTo(expected.getValue(), relative(expected.getValue()));
      for (int i = 0; i < count; i++) {
        int[] orders = new int[count];
        orders[i] = 1;
        double slope = expected.getPartialDerivative(orders);
        assertThat(found.gradient()[i]).isCloseTo(slope, relative(slope));
      }
    }
  }

  private static Offset<Double> relative(double value) {
    return within(1e-11 * (1 + Math.abs(value)));
  }
}
