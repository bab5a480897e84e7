package dev.brisk.peers;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.PairList;
import java.nio.FloatBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DJL with PyTorch's native library, by DJL's own blocks, losses and optimizers. The data is one
 * array, of which batches are views, and the arrays of a step end with it; nobody listens and
 * nothing but the loss is computed.
 */
final class DjlPyTorch implements Contender.InJvm {
  @Override
  public String name() {
    return "DJL-PyTorch";
  }

  @Override
  public boolean runs(Row row) {
    return true;
  }

  @Override
  public Training training(Workload workload, Data data, int threads) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    if (workload instanceof Workload.Update update) {
      return new UpdateAlone(update);
    }
    if (workload instanceof Workload.Factorisation factorisation) {
      return new Supervised(
          new Factors(factorisation),
          List.of(factorisation.userFactors(), factorisation.itemFactors()),
          factorisation.descent(),
          Loss.l2Loss("squared error", 1),
          new Batches(data.training(), 1, new Shape(2), DataType.FLOAT32));
    }
    Workload.Network network = (Workload.Network) workload;
    Shape input =
        network.takesSquares()
            ? new Shape(1, Images.SIDE, Images.SIDE)
            : new Shape(network.weighted().get(0).fanIn());
    return new Supervised(
        block(network),
        FirstValues.of(network),
        network.descent(),
        network.classifies() ? Loss.softmaxCrossEntropyLoss() : Loss.l2Loss("squared error", 1),
        new Batches(
            data.training(),
            network.batch(),
            input,
            network.classifies() ? DataType.INT64 : DataType.FLOAT32));
  }

  private static Optimizer optimizer(Descent descent) {
    Tracker rate = Tracker.fixed((float) descent.learningRate());
    return switch (descent.rule()) {
      case SGD -> Optimizer.sgd().setLearningRateTracker(rate).build();
      case ADAM -> Adam.builder().optLearningRateTracker(rate).build();
    };
  }

  private static Block block(Workload.Network network) {
    SequentialBlock block = new SequentialBlock();
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.Dense dense) {
        block
            .add(Blocks.batchFlattenBlock())
            .add(Linear.builder().setUnits(dense.outputs()).build());
      } else if (layer instanceof Layer.Convolution filters) {
        block.add(
            Conv2d.builder()
                .setKernelShape(new Shape(filters.size(), filters.size()))
                .setFilters(filters.outputs())
                .build());
      } else if (layer instanceof Layer.MaxPool pool) {
        Shape square = new Shape(pool.size(), pool.size());
        block.add(Pool.maxPool2dBlock(square, square));
      } else {
        block.add(Activation::relu);
      }
    }
    return block;
  }

  /** Examples, and how they are cut into batches. */
  private record Batches(Examples examples, int size, Shape input, DataType target) {}

  private static final class Supervised implements Learner {
    private final Model model = Model.newInstance("peer");
    private final Trainer trainer;
    private final Loss loss;
    private final Batches batches;
    private final NDArray inputs;
    private final NDArray targets;

    Supervised(
        Block block, List<float[]> firstValues, Descent descent, Loss loss, Batches batches) {
      this.loss = loss;
      this.batches = batches;
      model.setBlock(block);
      trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer(descent)));
      trainer.initialize(new Shape(batches.size()).addAll(batches.input()));
      List<Parameter> parameters = block.getParameters().values();
      for (int i = 0; i < firstValues.size(); i++) {
        parameters.get(i).getArray().set(FloatBuffer.wrap(firstValues.get(i)));
      }
      NDManager manager = trainer.getManager();
      inputs = array(manager, batches.examples().inputs());
      // One for each output of the model.
      Shape target =
          batches.target() == DataType.FLOAT32
              ? new Shape(batches.examples().size(), 1)
              : new Shape(batches.examples().size());
      targets =
          manager
              .create(batches.examples().targets())
              .toType(batches.target(), false)
              .reshape(target);
    }

    private NDArray array(NDManager manager, float[][] rows) {
      return manager.create(rows).reshape(new Shape(rows.length).addAll(batches.input()));
    }

    @Override
    public void epoch() {
      int size = batches.size();
      for (int from = 0; from < batches.examples().size(); from += size) {
        NDIndex rows = new NDIndex().addSliceDim(from, from + size);
        try (NDManager step = trainer.getManager().newSubManager()) {
          NDArray input = inputs.get(rows);
          NDArray target = targets.get(rows);
          input.attach(step);
          target.attach(step);
          try (GradientCollector gradients = trainer.newGradientCollector()) {
            NDList outputs = trainer.forward(new NDList(input));
            gradients.backward(loss.evaluate(new NDList(target), outputs));
          }
          trainer.step();
        }
      }
    }

    @Override
    public float[][] outputs(float[][] inputs) {
      try (NDManager step = trainer.getManager().newSubManager()) {
        NDArray outputs = trainer.evaluate(new NDList(array(step, inputs))).singletonOrThrow();
        float[] flat = outputs.toFloatArray();
        int width = flat.length / inputs.length;
        float[][] rows = new float[inputs.length][width];
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(flat, i * width, rows[i], 0, width);
        }
        return rows;
      }
    }

    @Override
    public void close() {
      trainer.close();
      model.close();
    }
  }

  /**
   * The sum of the products of a user's factors and an item's. Gradients are of whole tables: DJL's
   * engine for PyTorch refuses sparse ones.
   */
  private static final class Factors extends AbstractBlock {
    private final Parameter users;
    private final Parameter items;

    Factors(Workload.Factorisation sizes) {
      users = table("users", sizes.users(), sizes.factors());
      items = table("items", sizes.items(), sizes.factors());
    }

    private Parameter table(String name, int rows, int factors) {
      return addParameter(
          Parameter.builder()
              .setName(name)
              .setType(Parameter.Type.WEIGHT)
              .optShape(new Shape(rows, factors))
              .build());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store,
        NDList inputs,
        boolean training,
        @Nullable PairList<String, Object> arguments) {
      NDArray rows = inputs.singletonOrThrow().toType(DataType.INT64, false);
      NDArray user = factors(rows.get(":, 0"), store, users, training);
      NDArray item = factors(rows.get(":, 1"), store, items, training);
      return new NDList(user.mul(item).sum(new int[] {1}, true));
    }

    private static NDArray factors(
        NDArray rows, ParameterStore store, Parameter table, boolean training) {
      NDArray values = store.getValue(table, rows.getDevice(), training);
      return Embedding.embedding(rows, values, SparseFormat.DENSE).singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      return new Shape[] {new Shape(inputs[0].get(0), 1)};
    }
  }

  private static final class UpdateAlone implements Training {
    private final NDManager manager = NDManager.newBaseManager();
    private final Optimizer adam = optimizer(Descent.adam(0.001));
    private final NDArray parameters;
    private final NDArray gradient;
    private final int updates;

    UpdateAlone(Workload.Update update) {
      updates = update.updates();
      parameters = manager.create(update.parametersAtFirst());
      gradient = manager.create(update.gradient());
    }

    @Override
    public void epoch() {
      for (int i = 0; i < updates; i++) {
        adam.update("parameters", parameters, gradient);
      }
    }

    @Override
    public void close() {
      manager.close();
    }
  }
}
