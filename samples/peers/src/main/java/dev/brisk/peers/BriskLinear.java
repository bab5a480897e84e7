package dev.brisk.peers;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.function.IntConsumer;

/**
 * Linear regression for Brisk, one example a step. The number of features and the rule are part of
 * the compiled model, so each pair has a class.
 */
final class BriskLinear {
  private BriskLinear() {}

  static Training training(Workload.Network network, Examples examples) {
    int features = network.weighted().get(0).fanIn();
    float[] weights = FirstValues.of(network).get(0);
    return switch (network.descent().rule().key() + features) {
      case "sgd2" -> {
        Sgd2 model = new Sgd2();
        model.weights = weights;
        BriskLinear_Sgd2Trainer trainer = new BriskLinear_Sgd2Trainer(model);
        yield training(examples, trainer::step, model::predicted);
      }
      case "sgd10" -> {
        Sgd10 model = new Sgd10();
        model.weights = weights;
        BriskLinear_Sgd10Trainer trainer = new BriskLinear_Sgd10Trainer(model);
        yield training(examples, trainer::step, model::predicted);
      }
      case "sgd100" -> {
        Sgd100 model = new Sgd100();
        model.weights = weights;
        BriskLinear_Sgd100Trainer trainer = new BriskLinear_Sgd100Trainer(model);
        yield training(examples, trainer::step, model::predicted);
      }
      case "adam2" -> {
        Adam2 model = new Adam2();
        model.weights = weights;
        BriskLinear_Adam2Trainer trainer = new BriskLinear_Adam2Trainer(model);
        yield training(examples, trainer::step, model::predicted);
      }
      case "adam10" -> {
        Adam10 model = new Adam10();
        model.weights = weights;
        BriskLinear_Adam10Trainer trainer = new BriskLinear_Adam10Trainer(model);
        yield training(examples, trainer::step, model::predicted);
      }
      case "adam100" -> {
        Adam100 model = new Adam100();
        model.weights = weights;
        BriskLinear_Adam100Trainer trainer = new BriskLinear_Adam100Trainer(model);
        yield training(examples, trainer::step, model::predicted);
      }
      default -> throw new IllegalArgumentException(network.toString());
    };
  }

  /** A step of a generated trainer. */
  private interface Step {
    double on(float[] features, float target);
  }

  /** The method of a model. */
  private interface Predicted {
    float by(float[] features);
  }

  private static Training training(Examples examples, Step step, Predicted predicted) {
    float[][] inputs = examples.inputs();
    float[] targets = examples.targets();
    IntConsumer one = i -> step.on(inputs[i], targets[i]);
    return BriskTraining.online(examples, one, predicted::by);
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = Rows.ONLINE_SGD_RATE)
  static class Sgd2 {
    @Parameter(shape = 2)
    float[] weights;

    @Parameter float bias;

    float predicted(float[] features) {
      float predicted = bias;
      for (int i = 0; i < 2; i++) {
        predicted += weights[i] * features[i];
      }
      return predicted;
    }

    @Loss
    float loss(@Shape(2) float[] features, float target) {
      float error = predicted(features) - target;
      return error * error;
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = Rows.ONLINE_SGD_RATE)
  static class Sgd10 {
    @Parameter(shape = 10)
    float[] weights;

    @Parameter float bias;

    float predicted(float[] features) {
      float predicted = bias;
      for (int i = 0; i < 10; i++) {
        predicted += weights[i] * features[i];
      }
      return predicted;
    }

    @Loss
    float loss(@Shape(10) float[] features, float target) {
      float error = predicted(features) - target;
      return error * error;
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = Rows.ONLINE_SGD_RATE)
  static class Sgd100 {
    @Parameter(shape = 100)
    float[] weights;

    @Parameter float bias;

    float predicted(float[] features) {
      float predicted = bias;
      for (int i = 0; i < 100; i++) {
        predicted += weights[i] * features[i];
      }
      return predicted;
    }

    @Loss
    float loss(@Shape(100) float[] features, float target) {
      float error = predicted(features) - target;
      return error * error;
    }
  }

  @Trainable
  @Optimizer(value = ADAM, learningRate = Rows.ONLINE_ADAM_RATE)
  static class Adam2 {
    @Parameter(shape = 2)
    float[] weights;

    @Parameter float bias;

    float predicted(float[] features) {
      float predicted = bias;
      for (int i = 0; i < 2; i++) {
        predicted += weights[i] * features[i];
      }
      return predicted;
    }

    @Loss
    float loss(@Shape(2) float[] features, float target) {
      float error = predicted(features) - target;
      return error * error;
    }
  }

  @Trainable
  @Optimizer(value = ADAM, learningRate = Rows.ONLINE_ADAM_RATE)
  static class Adam10 {
    @Parameter(shape = 10)
    float[] weights;

    @Parameter float bias;

    float predicted(float[] features) {
      float predicted = bias;
      for (int i = 0; i < 10; i++) {
        predicted += weights[i] * features[i];
      }
      return predicted;
    }

    @Loss
    float loss(@Shape(10) float[] features, float target) {
      float error = predicted(features) - target;
      return error * error;
    }
  }

  @Trainable
  @Optimizer(value = ADAM, learningRate = Rows.ONLINE_ADAM_RATE)
  static class Adam100 {
    @Parameter(shape = 100)
    float[] weights;

    @Parameter float bias;

    float predicted(float[] features) {
      float predicted = bias;
      for (int i = 0; i < 100; i++) {
        predicted += weights[i] * features[i];
      }
      return predicted;
    }

    @Loss
    float loss(@Shape(100) float[] features, float target) {
      float error = predicted(features) - target;
      return error * error;
    }
  }
}
