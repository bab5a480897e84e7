package dev.brisk.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import smile.base.mlp.LayerBuilder;
import smile.base.mlp.OutputFunction;
import smile.classification.Classifier;
import smile.classification.LogisticRegression;
import smile.classification.MLP;
import smile.math.TimeFunction;
import smile.util.IntSet;

/**
 * Smile's logistic regression, which is trained one example at a time, and its perceptron, which
 * has no Adam but the rule nearest to it.
 */
final class Smile implements Contender.InJvm {
  @Override
  public String name() {
    return "Smile";
  }

  @Override
  public boolean runs(Row row) {
    return row.workload() instanceof Workload.Network network
        && network.classifies()
        && !network.takesSquares();
  }

  @Override
  public String remark(Workload workload) {
    return isLinear(workload) ? "double, batch 1" : "double, RMSProp";
  }

  private static boolean isLinear(Workload workload) {
    return workload instanceof Workload.Network network && network.layers().size() == 1;
  }

  @Override
  public Training training(Workload workload, Data data, int threads) {
    Workload.Network network = (Workload.Network) workload;
    double[][] inputs = doubles(data.training().inputs());
    int[] classes = data.training().classes();
    return isLinear(network)
        ? new Linear(logistic(network), inputs, classes)
        : new Perceptron(perceptron(network), inputs, classes, network.batch());
  }

  private static LogisticRegression logistic(Workload.Network network) {
    int inputs = network.weighted().get(0).fanIn();
    LogisticRegression model =
        new LogisticRegression.Multinomial(
            new double[Images.CLASSES - 1][inputs + 1], 0, 0, IntSet.of(Images.CLASSES));
    // That of a batch is divided among its examples.
    model.setLearningRate(network.descent().learningRate() / network.batch());
    return model;
  }

  private static MLP perceptron(Workload.Network network) {
    List<LayerBuilder> layers = new ArrayList<>();
    List<Layer.Weighted> weighted = network.weighted();
    layers.add(smile.base.mlp.Layer.input(weighted.get(0).fanIn()));
    for (Layer.Weighted layer : weighted.subList(0, weighted.size() - 1)) {
      layers.add(smile.base.mlp.Layer.rectifier(layer.outputs()));
    }
    layers.add(smile.base.mlp.Layer.mle(Images.CLASSES, OutputFunction.SOFTMAX));
    MLP model = new MLP(layers.toArray(LayerBuilder[]::new));
    model.setLearningRate(TimeFunction.constant(network.descent().learningRate()));
    model.setRMSProp(0.9, 1e-8);
    return model;
  }

  private static double[][] doubles(float[][] rows) {
    double[][] doubles = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      doubles[row] = new double[rows[row].length];
      for (int i = 0; i < rows[row].length; i++) {
        doubles[row][i] = rows[row][i];
      }
    }
    return doubles;
  }

  /** The logarithms of the probabilities. */
  private static float[][] outputs(Classifier<double[]> model, float[][] inputs) {
    double[][] rows = doubles(inputs);
    float[][] outputs = new float[inputs.length][Images.CLASSES];
    double[] probabilities = new double[Images.CLASSES];
    for (int i = 0; i < rows.length; i++) {
      model.predict(rows[i], probabilities);
      for (int k = 0; k < probabilities.length; k++) {
        outputs[i][k] = Quality.score(probabilities[k]);
      }
    }
    return outputs;
  }

  private record Linear(LogisticRegression model, double[][] inputs, int[] classes)
      implements Learner {
    @Override
    public void epoch() {
      for (int i = 0; i < classes.length; i++) {
        model.update(inputs[i], classes[i]);
      }
    }

    @Override
    public float[][] outputs(float[][] inputs) {
      return Smile.outputs(model, inputs);
    }
  }

  private record Perceptron(MLP model, double[][] inputs, int[] classes, int batch)
      implements Learner {
    @Override
    public void epoch() {
      for (int from = 0; from < classes.length; from += batch) {
        model.update(
            Arrays.copyOfRange(inputs, from, from + batch),
            Arrays.copyOfRange(classes, from, from + batch));
      }
    }

    @Override
    public float[][] outputs(float[][] inputs) {
      return Smile.outputs(model, inputs);
    }
  }
}
