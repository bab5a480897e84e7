package dev.brisk.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is trained; everyone trains it on the same data from the same first values. */
sealed interface Workload {
  /** What is counted when an epoch is measured: examples, or parameters. */
  long size(Data data);

  /**
   * The data, of at most so many examples.
   *
   * @param images where images are read from
   */
  Data data(Path images, int examples) throws IOException;

  /** How good a model has become. */
  Quality quality(Learner learner, Data data);

  /** The examples of an epoch where so many are to be had. */
  int examples(int available);

  /** Updates of parameters by Adam, from a gradient that is there; an epoch is some of them. */
  record Update(int parameters) implements Workload {
    @Override
    public long size(Data data) {
      return (long) parameters * updates();
    }

    /** So many that the clock does not count. */
    int updates() {
      return Math.max(1, 1_000_000 / parameters);
    }

    @Override
    public Data data(Path images, int examples) {
      Examples none = new Examples(new float[0][], new float[0]);
      return new Data(none, none);
    }

    @Override
    public Quality quality(Learner learner, Data data) {
      return Quality.NONE;
    }

    @Override
    public int examples(int available) {
      return 0;
    }

    float[] parametersAtFirst() {
      return Uniform.array(1, parameters, 1);
    }

    float[] gradient() {
      return Uniform.array(2, parameters, 1e-3f);
    }
  }

  /**
   * A network, on images whose class is to be found (the loss is the cross-entropy of the softmax
   * of its outputs) or, if it has a single output, on rows with a number (the squared error).
   *
   * @param examples of an epoch, at most
   */
  record Network(List<Layer> layers, Descent descent, int batch, int examples) implements Workload {
    boolean classifies() {
      return outputs() > 1;
    }

    private int outputs() {
      return weighted().get(weighted().size() - 1).outputs();
    }

    /** The layers with parameters; the place of one is the stream of its first weights. */
    List<Layer.Weighted> weighted() {
      List<Layer.Weighted> weighted = new ArrayList<>();
      for (Layer layer : layers) {
        if (layer instanceof Layer.Weighted each) {
          weighted.add(each);
        }
      }
      return weighted;
    }

    /** Whether it begins with a convolution. */
    boolean takesSquares() {
      return layers.get(0) instanceof Layer.Convolution;
    }

    int parameters() {
      return weighted().stream().mapToInt(Layer.Weighted::parameters).sum();
    }

    @Override
    public long size(Data data) {
      return data.training().size();
    }

    @Override
    public Data data(Path images, int examples) throws IOException {
      Data all =
          classifies()
              ? Images.in(images)
              : Synthetic.regression(weighted().get(0).fanIn(), this.examples);
      int available = Math.min(all.training().size(), examples);
      return new Data(all.training().first(examples(available)), all.test());
    }

    @Override
    public int examples(int available) {
      int wanted = Math.min(available, examples);
      return wanted - wanted % batch;
    }

    @Override
    public Quality quality(Learner learner, Data data) {
      Examples test = data.test();
      float[][] outputs = learner.outputs(test.inputs());
      return classifies()
          ? Quality.ofScores(outputs, test.classes())
          : Quality.ofPredictions(outputs, test.targets());
    }
  }

  /**
   * Ratings by products of factors, one rating a step, squared error. Rows of the data are user and
   * item.
   */
  record Factorisation(int users, int items, int factors, Descent descent, int examples)
      implements Workload {
    @Override
    public long size(Data data) {
      return data.training().size();
    }

    @Override
    public Data data(Path images, int examples) {
      return Synthetic.ratings(users, items, examples(examples));
    }

    @Override
    public int examples(int available) {
      return Math.min(available, examples);
    }

    @Override
    public Quality quality(Learner learner, Data data) {
      Examples test = data.test();
      return Quality.ofPredictions(learner.outputs(test.inputs()), test.targets());
    }

    /** The first factors, a row for each user. */
    float[] userFactors() {
      return Uniform.array(1, users * factors, 0.3f);
    }

    /** The first factors, a row for each item. */
    float[] itemFactors() {
      return Uniform.array(2, items * factors, 0.3f);
    }
  }
}
