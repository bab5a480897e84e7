package dev.brisk.peers;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
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
 * Tribuo's linear model. Pixels that are 0 are left out of its examples, which are sparse. A
 * training begins anew each time, and with turning examples into vectors, so an epoch here is one
 * training.
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
    private final LinearSGDTrainer trainer;
    private final MutableDataset<Label> examples;
    private Model<Label> model;

    Linear(Workload.Network network, Examples data) {
      trainer =
          new LinearSGDTrainer(
              new LogMulticlass(),
              // It adds the gradients of a batch up, and multiplies the sum by its size.
              SGD.getSimpleSGD(network.descent().learningRate() / Math.pow(network.batch(), 2)),
              1,
              Integer.MAX_VALUE,
              network.batch(),
              1);
      trainer.setShuffle(false);
      examples =
          new MutableDataset<>(
              new SimpleDataSourceProvenance("images", OffsetDateTime.now(), new LabelFactory()),
              new LabelFactory());
      for (int i = 0; i < data.size(); i++) {
        examples.add(example(data.inputs()[i], Integer.toString((int) data.targets()[i])));
      }
      model = trainer.train(examples);
    }

    private static Example<Label> example(float[] pixels, String label) {
      List<String> names = new ArrayList<>();
      double[] values = new double[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        if (pixels[i] != 0) {
          values[names.size()] = pixels[i];
          names.add(NAMES[i]);
        }
      }
      return new ArrayExample<>(
          new Label(label), names.toArray(String[]::new), Arrays.copyOf(values, names.size()));
    }

    private static final String[] NAMES = names();

    private static String[] names() {
      String[] names = new String[Images.SIDE * Images.SIDE];
      Arrays.setAll(names, i -> String.format(Locale.ROOT, "pixel%03d", i));
      return names;
    }

    @Override
    public void epoch() {
      model = trainer.train(examples);
    }

    /** The logarithms of the probabilities. */
    @Override
    public float[][] outputs(float[][] inputs) {
      float[][] outputs = new float[inputs.length][Images.CLASSES];
      for (int i = 0; i < inputs.length; i++) {
        Map<String, Label> scores = model.predict(example(inputs[i], "0")).getOutputScores();
        for (Label score : scores.values()) {
          outputs[i][Integer.parseInt(score.getLabel())] = Quality.score(score.getScore());
        }
      }
      return outputs;
    }
  }
}
