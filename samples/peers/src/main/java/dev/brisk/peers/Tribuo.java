package dev.brisk.peers;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's linear model, on examples that have every pixel: to add up gradients of sparse ones
 * takes it much longer. A training begins anew each time, by turning examples into vectors; so that
 * this counts for little, a training after the first has several epochs.
 */
final class Tribuo implements Contender.InJvm {
  /** Loggers are not kept by who made them. */
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  @Override
  public String name() {
    return "Tribuo";
  }

  @Override
  public boolean runs(Row row) {
    return row.workload() instanceof Workload.Network network
        && network.classifies()
        && network.layers().size() == 1
        && network.descent().rule() == Descent.Rule.SGD;
  }

  @Override
  public String remark(Workload workload) {
    return "double, weights from 0";
  }

  @Override
  public Training training(Workload workload, Data data, int threads) {
    LOGGER.setLevel(Level.OFF);
    return new Linear((Workload.Network) workload, data.training());
  }

  private static final class Linear implements Learner {
    private static final int EPOCHS_AT_ONCE = 10;

    private final Workload.Network network;
    private final MutableDataset<Label> examples;
    private @Nullable Model<Label> model;

    Linear(Workload.Network network, Examples data) {
      this.network = network;
      examples =
          new MutableDataset<>(
              new SimpleDataSourceProvenance("images", OffsetDateTime.now(), new LabelFactory()),
              new LabelFactory());
      for (int i = 0; i < data.size(); i++) {
        examples.add(example(data.inputs()[i], Integer.toString((int) data.targets()[i])));
      }
    }

    private LinearSGDTrainer trainer(int epochs) {
      double rate = network.descent().learningRate();
      int batch = network.batch();
      // It adds the gradients of a batch up, and multiplies the sum by its size.
      LinearSGDTrainer trainer =
          new LinearSGDTrainer(
              new LogMulticlass(),
              SGD.getSimpleSGD(rate / batch / batch),
              epochs,
              Integer.MAX_VALUE,
              batch,
              1);
      trainer.setShuffle(false);
      return trainer;
    }

    private static Example<Label> example(float[] pixels, String label) {
      double[] values = new double[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        values[i] = pixels[i];
      }
      return new ArrayExample<>(new Label(label), NAMES, values);
    }

    private static final String[] NAMES = names();

    private static String[] names() {
      String[] names = new String[Images.SIDE * Images.SIDE];
      Arrays.setAll(names, i -> String.format(Locale.ROOT, "pixel%03d", i));
      return names;
    }

    @Override
    public void epoch() {
      model = trainer(model == null ? 1 : EPOCHS_AT_ONCE).train(examples);
    }

    @Override
    public int epochsAtOnce() {
      return EPOCHS_AT_ONCE;
    }

    /** The logarithms of the probabilities. */
    @Override
    public float[][] outputs(float[][] inputs) {
      Model<Label> trained = Objects.requireNonNull(model, "trained before it is asked");
      float[][] outputs = new float[inputs.length][Images.CLASSES];
      for (int i = 0; i < inputs.length; i++) {
        Map<String, Label> scores = trained.predict(example(inputs[i], "0")).getOutputScores();
        for (Label score : scores.values()) {
          outputs[i][Integer.parseInt(score.getLabel())] = Quality.score(score.getScore());
        }
      }
      return outputs;
    }
  }
}
