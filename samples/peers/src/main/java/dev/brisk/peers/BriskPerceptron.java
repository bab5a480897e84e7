package dev.brisk.peers;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.List;

/** A perceptron of one hidden layer for Brisk. */
@Trainable
@Optimizer(value = ADAM, learningRate = Rows.NETWORK_RATE)
class BriskPerceptron {
  private static final int CLASSES = Images.CLASSES;
  private static final int PIXELS = Images.SIDE * Images.SIDE;
  private static final int HIDDEN = 128;

  @Parameter(shape = {HIDDEN, PIXELS})
  float[] w1;

  @Parameter(shape = HIDDEN)
  float[] b1;

  @Parameter(shape = {CLASSES, HIDDEN})
  float[] w2;

  @Parameter(shape = CLASSES)
  float[] b2;

  @Predict
  float[] logits(@Shape(PIXELS) float[] pixels) {
    return affine(w2, b2, relu(affine(w1, b1, pixels)));
  }

  @Loss
  float loss(@Shape(PIXELS) float[] pixels, int label) {
    return softmaxCrossEntropy(logits(pixels), label);
  }

  static Training training(Workload.Network network, Examples examples, int threads) {
    List<float[]> firstValues = FirstValues.of(network);
    BriskPerceptron model = new BriskPerceptron();
    model.w1 = firstValues.get(0);
    model.b1 = firstValues.get(1);
    model.w2 = firstValues.get(2);
    model.b2 = firstValues.get(3);
    BriskPerceptronTrainer trainer = new BriskPerceptronTrainer(model);
    return BriskTraining.of(
        trainer,
        BriskPerceptronTrainer.examples(examples.inputs(), examples.classes()),
        network.batch(),
        threads,
        inputs -> trainer.logits(BriskPerceptronTrainer.examples(inputs, new int[inputs.length])));
  }
}
