package dev.brisk.peers;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J on ND4J: a network fitted to batches that are made beforehand, workspaces as they come. */
final class Dl4j implements Contender.InJvm {
  @Override
  public String name() {
    return "DL4J";
  }

  @Override
  public boolean runs(Row row) {
    return !(row.workload() instanceof Workload.Factorisation);
  }

  @Override
  public Training training(Workload workload, Data data, int threads) {
    return workload instanceof Workload.Update update
        ? new UpdateAlone(update)
        : new Fitted((Workload.Network) workload, data.training());
  }

  private static IUpdater updater(Descent descent) {
    return switch (descent.rule()) {
      case SGD -> new Sgd(descent.learningRate());
      case ADAM -> new Adam(descent.learningRate());
    };
  }

  private static final class Fitted implements Learner {
    private final MultiLayerNetwork network;
    private final List<DataSet> batches = new ArrayList<>();

    Fitted(Workload.Network model, Examples examples) {
      network = network(model);
      for (int from = 0; from < examples.size(); from += model.batch()) {
        batches.add(batch(examples, from, model));
      }
    }

    private static MultiLayerNetwork network(Workload.Network model) {
      ListBuilder list =
          new NeuralNetConfiguration.Builder().updater(updater(model.descent())).list();
      List<Layer> layers = model.layers();
      List<Integer> weighted = new ArrayList<>();
      int count = 0;
      for (int i = 0; i < layers.size(); i++) {
        Layer layer = layers.get(i);
        if (layer instanceof Layer.Weighted) {
          weighted.add(count);
        }
        if (!(layer instanceof Layer.Relu)) {
          boolean last = i == layers.size() - 1;
          boolean relu = !last && layers.get(i + 1) instanceof Layer.Relu;
          list.layer(count++, last ? output(model, layer) : hidden(layer, relu));
        }
      }
      list.setInputType(
          model.takesSquares()
              ? InputType.convolutionalFlat(Images.SIDE, Images.SIDE, 1)
              : InputType.feedForward(model.weighted().get(0).fanIn()));
      MultiLayerNetwork network = new MultiLayerNetwork(list.build());
      network.init();
      for (int i = 0; i < weighted.size(); i++) {
        network.setParam(weighted.get(i) + "_W", weights(model.weighted().get(i), i));
        network.getParam(weighted.get(i) + "_b").assign(0);
      }
      return network;
    }

    private static org.deeplearning4j.nn.conf.layers.Layer hidden(Layer layer, boolean relu) {
      Activation activation = relu ? Activation.RELU : Activation.IDENTITY;
      if (layer instanceof Layer.Dense dense) {
        return new DenseLayer.Builder().nOut(dense.outputs()).activation(activation).build();
      }
      if (layer instanceof Layer.Convolution filters) {
        return new ConvolutionLayer.Builder(filters.size(), filters.size())
            .nOut(filters.outputs())
            .activation(activation)
            .build();
      }
      int size = ((Layer.MaxPool) layer).size();
      return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
          .kernelSize(size, size)
          .stride(size, size)
          .build();
    }

    private static OutputLayer output(Workload.Network model, Layer layer) {
      return new OutputLayer.Builder(model.classifies() ? LossFunction.MCXENT : LossFunction.MSE)
          .activation(model.classifies() ? Activation.SOFTMAX : Activation.IDENTITY)
          .nOut(((Layer.Dense) layer).outputs())
          .build();
    }

    /** Here a dense layer has a column for each output. */
    private static INDArray weights(Layer.Weighted layer, int stream) {
      INDArray rows =
          Nd4j.create(layer.weights(stream), new int[] {layer.outputs(), layer.fanIn()});
      return layer instanceof Layer.Convolution filters
          ? rows.reshape(filters.outputs(), filters.channels(), filters.size(), filters.size())
          : rows.transpose();
    }

    private static DataSet batch(Examples examples, int from, Workload.Network model) {
      int size = model.batch();
      float[][] inputs = new float[size][];
      float[][] targets = new float[size][model.classifies() ? Images.CLASSES : 1];
      for (int i = 0; i < size; i++) {
        inputs[i] = examples.inputs()[from + i];
        float target = examples.targets()[from + i];
        if (model.classifies()) {
          targets[i][(int) target] = 1;
        } else {
          targets[i][0] = target;
        }
      }
      return new DataSet(Nd4j.create(inputs), Nd4j.create(targets));
    }

    @Override
    public void epoch() {
      for (DataSet batch : batches) {
        network.fit(batch);
      }
    }

    /** Of classes, the logarithms of the probabilities. */
    @Override
    public float[][] outputs(float[][] inputs) {
      INDArray outputs = network.output(Nd4j.create(inputs));
      boolean probabilities = outputs.columns() > 1;
      float[][] rows = outputs.toFloatMatrix();
      for (float[] row : rows) {
        for (int k = 0; probabilities && k < row.length; k++) {
          row[k] = Quality.score(row[k]);
        }
      }
      return rows;
    }
  }

  /**
   * The updater turns the gradient into the step, in its place; the step is the next gradient,
   * which is all the same to the time it takes.
   */
  private static final class UpdateAlone implements Training {
    private final INDArray parameters;
    private final INDArray gradient;
    private final GradientUpdater<?> adam;
    private final int updates;
    private int iteration;

    UpdateAlone(Workload.Update update) {
      updates = update.updates();
      int[] shape = {1, update.parameters()};
      parameters = Nd4j.create(update.parametersAtFirst(), shape);
      gradient = Nd4j.create(update.gradient(), shape);
      IUpdater rule = updater(Descent.adam(0.001));
      adam = rule.instantiate(Nd4j.create(1, rule.stateSize(update.parameters())), true);
    }

    @Override
    public void epoch() {
      for (int i = 0; i < updates; i++) {
        adam.applyUpdater(gradient, iteration++, 0);
        parameters.subi(gradient);
      }
    }
  }
}
