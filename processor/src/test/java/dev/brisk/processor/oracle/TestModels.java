package dev.brisk.processor.oracle;

import static dev.brisk.processor.oracle.Column.big;
import static dev.brisk.processor.oracle.Column.bigs;
import static dev.brisk.processor.oracle.Column.components;
import static dev.brisk.processor.oracle.Column.real;
import static dev.brisk.processor.oracle.Column.reals;
import static dev.brisk.processor.oracle.Column.rows;
import static dev.brisk.processor.oracle.Column.single;
import static dev.brisk.processor.oracle.Column.singles;
import static dev.brisk.processor.oracle.Column.truth;
import static dev.brisk.processor.oracle.Column.truths;
import static dev.brisk.processor.oracle.Column.whole;
import static dev.brisk.processor.oracle.Column.wholes;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.stream.Stream;

/** The models that generated trainers are held against. */
final class TestModels {
  private TestModels() {}

  private static final List<TestModel> ALL =
      List.of(
          // Regression and classification.
          new TestModel("Linear", reals(5, -1, 1), real(-2, 2)),
          new TestModel("Ridge", reals(4, -1, 1), real(-2, 2)),
          new TestModel("Logistic", reals(3, -1, 1), whole(0, 2)),
          new TestModel("LogisticByLosses", reals(3, -1, 1), whole(0, 2)),
          new TestModel("SoftmaxByLosses", reals(4, -1, 1), whole(0, 3)),
          new TestModel("SoftmaxByHand", reals(4, -1, 1), whole(0, 3)),
          new TestModel("PoissonCounts", reals(3, -1, 1), real(0.5, 2), whole(0, 6)),
          new TestModel("QuantileLine", real(-2, 2), real(-2, 2)),
          new TestModel("HuberLine", real(-2, 2), real(-4, 4)),
          new TestModel("CauchyRegression", reals(4, -1, 1), real(-2, 2)),
          new TestModel("SparseLogistic", wholes(0, 10), reals(-1, 1), real(0, 1)),
          new TestModel("Weekdays", whole(0, 7), real(-2, 2)),
          new TestModel("CoxStratum", reals(-1, 1), reals(-1, 1), wholes(0, 2)),
          new TestModel("PairwiseRanking", whole(0, 4), whole(0, 6), whole(0, 6)),
          new TestModel("BradleyTerry", whole(0, 8), whole(0, 8)),
          // Factors and networks.
          new TestModel("FactorizationMachine", reals(5, -1, 1), real(-2, 2)),
          new TestModel("MatrixFactorization", whole(0, 6), whole(0, 5), real(1, 5)),
          new TestModel("NegativeSampling", whole(0, 9), whole(0, 9), wholes(3, 0, 9)),
          new TestModel("TwoLayerPerceptron", reals(4, -1, 1), real(-2, 2)),
          new TestModel("ReluNetwork", reals(4, -1, 1), whole(0, 3)),
          new TestModel("Activations", real(-2, 2), real(-2, 2)),
          new TestModel("Convolution", reals(9, -1, 1), real(-2, 2)),
          new TestModel("SimpleRnn", reals(-1, 1), real(-1, 1)),
          new TestModel("ScalarRnn", reals(-1, 1), real(-1, 1)),
          new TestModel("Gru", reals(-1, 1), real(-1, 1)),
          new TestModel("Attention", reals(8, -1, 1), real(-1, 1)),
          // Networks by operations on vectors.
          new TestModel("Perceptron", reals(4, -1, 1), whole(0, 3)),
          new TestModel("SinglePerceptron", singles(5, -1, 1), whole(0, 3)),
          new TestModel("Autoencoder", reals(5, -1, 1)),
          new TestModel("MixedNetwork", reals(4, -1, 1), whole(0, 3), real(-1, 1)),
          new TestModel("TiedWeights", reals(4, -1, 1), reals(4, -1, 1)),
          new TestModel("ResidualNetwork", reals(5, -1, 1), real(-1, 1)),
          new TestModel("BilinearScore", reals(3, -1, 1), reals(4, -1, 1), real(-1, 1)),
          new TestModel("ReplacedElements", reals(3, -1, 1), real(-1, 1)),
          new TestModel("RecurrentAffine", rows(reals(2, -1, 1)), real(-1, 1)),
          new TestModel("OpenLengths", reals(3, -1, 1), real(-1, 1)),
          new TestModel("ChosenPath", reals(3, -1, 1), whole(0, 4)),
          new TestModel("ProbabilityOutput", reals(4, -1, 1), reals(3, 0, 1)),
          new TestModel("NormalizedNetwork", reals(4, -1, 1), whole(0, 3)),
          new TestModel("EmbeddedWords", whole(0, 6), whole(0, 6), reals(2, -1, 1), real(-1, 1)),
          new TestModel("ConvolutionalNetwork", reals(36, -1, 1), whole(0, 3)),
          new TestModel("EveryActivation", singles(3, -1, 1), single(-1, 1)),
          // Series and dynamics.
          new TestModel("ExponentialSmoothing", reals(0, 2)),
          new TestModel("HoltWinters", reals(12, 0, 2)),
          new TestModel("Arma", reals(-1, 1)),
          new TestModel("Garch", reals(-1, 1)).within(0.05, 0.45),
          new TestModel("LogisticGrowth", reals(6, 0, 2)).within(0.5, 1.5),
          new TestModel("LotkaVolterra", real(1, 2), real(0.5, 1), real(1, 2), real(0.5, 1))
              .within(0.2, 1),
          new TestModel("MarkovChain", wholes(0, 4)),
          new TestModel("HiddenMarkov", wholes(0, 3)),
          new TestModel("Kalman", reals(-1, 1)),
          // Science and finance.
          new TestModel("GaussianMixture", real(-2, 2)),
          new TestModel("MichaelisMenten", real(0.1, 3), real(0, 1)).within(0.5, 2),
          new TestModel(
                  "BlackScholes",
                  real(0.9, 1.1),
                  real(0.8, 1.2),
                  real(0, 0.05),
                  real(0.5, 2),
                  real(0, 0.3))
              .within(0.1, 0.4),
          new TestModel("NelsonSiegel", reals(5, 0.5, 10), reals(5, 0, 1)).within(0.5, 2),
          // Functions of no data.
          new TestModel("Rosenbrock"),
          new TestModel("Parabola"),
          new TestModel("QuadraticBowl", reals(3, -1, 1)),
          new TestModel("Kinks"),
          new TestModel("KinksOfPrimitives"),
          new TestModel("KinksOfBranches").within(0.1, 0.8),
          // Rows, records, switches and arrays that are overwritten.
          new TestModel("MultinomialLogistic", reals(4, -1, 1), whole(0, 3)),
          new TestModel("DeepPerceptron", reals(3, -1, 1), real(-2, 2)),
          new TestModel("RecurrentNetwork", rows(reals(2, -1, 1)), real(-1, 1)),
          new TestModel("GatedRecurrentUnit", rows(reals(2, -1, 1)), reals(2, -1, 1)),
          new TestModel("LongShortTermMemory", reals(-1, 1)),
          new TestModel("SequenceAttention", rows(reals(3, -1, 1)), real(-1, 1)),
          new TestModel("TransformerHead", wholes(0, 4)),
          new TestModel("ImageClassifier", rows(6, reals(6, -1, 1)), whole(0, 3)),
          new TestModel("WordVectors", whole(0, 7), whole(0, 7), wholes(0, 7)),
          new TestModel("ClickFactors", wholes(0, 8), reals(-1, 1), whole(0, 2)),
          new TestModel("MovieRatings", components(whole(0, 5), whole(0, 6), real(1, 5))),
          new TestModel("PointMixture", components(real(-2, 2), real(-2, 2))),
          new TestModel("ChessRatings", components(whole(0, 6), whole(0, 6), whole(-1, 2))),
          new TestModel("LinkFunctions", reals(3, -1, 1), whole(0, 3), whole(0, 3)),
          new TestModel("CoxRegression", rows(reals(3, -1, 1)), reals(0, 5), wholes(0, 2)),
          new TestModel("Interactions", wholes(0, 3), wholes(0, 2), real(0, 1)),
          new TestModel("ForwardAlgorithm", wholes(0, 4)),
          new TestModel("ChainCrf", rows(reals(2, -1, 1)), wholes(0, 3)),
          new TestModel("BestPath", rows(5, reals(2, -1, 1)), wholes(5, 0, 3)),
          new TestModel("TimeWarping", reals(-1, 1), reals(4, -1, 1)),
          new TestModel("ArmaErrors", reals(-1, 1)),
          new TestModel("SeasonalSmoothing", reals(0, 2)),
          new TestModel("TrackingFilter", reals(-1, 1)),
          new TestModel("SmoothTrend", reals(-1, 1), real(0, 1)),
          new TestModel("SpectralPower", reals(6, -1, 1), reals(3, 0, 1)),
          new TestModel("PredatorPrey", reals(2, 0.5, 2), rows(reals(2, 0.5, 2))).within(0.2, 1),
          new TestModel("HeatEquation", reals(6, 0, 1), whole(0, 5), reals(6, 0, 1)),
          new TestModel("NeuralOde", reals(2, -1, 1), reals(2, -1, 1)),
          new TestModel(
                  "OrbitFit",
                  (random, length) -> new double[][] {{0, 0}, {1.5, 0.2}, {-0.3, 1.4}},
                  rows(3, reals(2, -2, 2)))
              .within(0.5, 1.5),
          new TestModel("Kriging", reals(4, -2, 2), reals(4, -1, 1)),
          new TestModel("LinearSystem", reals(3, -1, 1)),
          new TestModel("SensorTable", real(-1, 1), real(-1, 1), real(0, 1)),
          new TestModel(
                  "OptionSmile",
                  components(real(0.9, 1.1), real(0.8, 1.2), real(0.5, 2), real(0, 0.3)))
              .within(0.2, 0.4),
          new TestModel("BondYield", whole(2, 6), real(0.9, 1.1), real(0, 1)).within(0.03, 0.12),
          // Corners of the language.
          new TestModel("BranchingSums", reals(-1, 1.5), whole(0, 3)),
          new TestModel("Fibonacci", whole(0, 6), real(-1, 1)),
          new TestModel("Swaps", real(-1, 1), whole(0, 5)),
          new TestModel("TriangularSums", reals(4, -1, 1)),
          new TestModel("EmptyLoops", reals(-1, 1), whole(0, 4), whole(0, 4)),
          new TestModel("Strides", reals(8, -1, 1), whole(0, 4), whole(2, 8)),
          new TestModel("Powers", real(0.5, 2), real(0, 3)).within(0.5, 1.5),
          new TestModel("EveryFunction", real(-1, 1)),
          new TestModel("Decisions", real(-1, 1), whole(-3, 6), single(-1, 1)),
          new TestModel("HostileNames", reals(3, -1, 1), real(0.5, 1), real(-1, 1), wholes(0, 3)),
          new TestModel("UserPrimitives", reals(3, -1, 1), real(-1, 1), whole(0, 4)),
          new TestModel("HelperMethods", reals(3, -1, 1), whole(0, 3)),
          new TestModel("EarlyReturns", real(-1, 1), whole(0, 4)),
          new TestModel("Switches", real(-1, 1), whole(-1, 5), whole(-1, 5), single(-1, 1)),
          new TestModel("LoopExits", real(-1, 1), whole(-1, 5), reals(-1, 1)),
          new TestModel(
              "JoinedPaths", real(-1, 1), whole(-1, 5), whole(-1, 5), reals(-1, 1), wholes(-1, 5)),
          new TestModel("KeptRows", real(-1, 1), reals(-1, 1)),
          new TestModel("BoundVersions", real(-1, 1), whole(0, 3), reals(-1, 1)),
          new TestModel(
              "Bits",
              real(-1, 1),
              whole(0, 5),
              whole(0, 5),
              truth(),
              big(-100, 100),
              truths(),
              bigs(-50, 50),
              reals(-1, 1)),
          new TestModel("Steps", real(-1, 1), single(-1, 1)),
          new TestModel(
              "Copies",
              real(-1, 1),
              whole(0, 5),
              reals(-1, 1),
              (random, length) -> truths().draw(random, 4)),
          new TestModel("LoopHeads", real(-1, 1), reals(-1, 1), wholes(-3, 4)),
          new TestModel("LocalArrays", reals(4, -1, 1), reals(-1, 1), whole(0, 4)),
          new TestModel("Overwriting", reals(-1, 1), whole(0, 5)),
          new TestModel(
              "Ratings",
              components(
                  whole(0, 6),
                  components(whole(0, 6), wholes(0, 6)),
                  real(1, 5),
                  reals(2, 0, 1),
                  (random, length) -> "fine")),
          new TestModel("Quadrature", real(-1, 1), whole(0, 2)),
          new TestModel("LoopResult", real(-1, 1), whole(0, 3)),
          new TestModel("Overloads", real(-1, 1), whole(-2, 4), single(-1, 1)),
          // Single precision.
          new TestModel("FloatLinear", singles(5, -1, 1), single(-2, 2)),
          new TestModel("FloatLogistic", singles(3, -1, 1), whole(0, 2)),
          new TestModel("FloatPerceptron", singles(4, -1, 1), whole(0, 2)),
          new TestModel("FloatActivations", single(-2, 2)),
          new TestModel("FloatSmoothing", singles(0, 2)),
          new TestModel("FloatCompound", real(-1, 1), whole(0, 4)));

  static Stream<TestModel> all() {
    return ALL.stream();
  }

  static Stream<TestModel> ofDoublePrecision() {
    return all().filter(model -> !model.isSingle());
  }

  static Stream<TestModel> ofSinglePrecision() {
    return all().filter(TestModel::isSingle);
  }

  static Stream<TestModel> ofPlainDescent() {
    return all().filter(model -> model.plainRate().isPresent());
  }

  static TestModel named(String name) {
    return all().filter(model -> model.name().equals(name)).findFirst().orElseThrow();
  }

  /** The model and its trainer, with random parameters. */
  static CompiledModel compiled(TestModel model) {
    return model.in(Shared.LOADER, "models");
  }

  /** All models. */
  static Compilation compilation() {
    return Shared.COMPILATION;
  }

  /** Compiled once for all tests. */
  private static final class Shared {
    static final Compilation COMPILATION =
        Compilations.compile(TestModels.all().map(TestModel::source).toList());
    static final ClassLoader LOADER = new GeneratedClasses(COMPILATION);
  }
}
