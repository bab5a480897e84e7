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

/** A perceptron of two hidden layers for Brisk. */
@Trainable
@Optimizer(value = ADAM, learningRate = Rows.NETWORK_RATE)
class BriskDeep {
  private static final int CLASSES = Images.CLASSES;
  private static final int PIXELS = Images.SIDE * Images.SIDE;
  private static final int FIRST = 512;
  private static final int SECOND = 256;

  @Parameter(shape = {FIRST, PIXELS})
  float[] w1;

  @Parameter(shape = FIRST)
  float[] b1;

  @Parameter(shape = {SECOND, FIRST})
  float[] w2;

  @Parameter(shape = SECOND)
  float[] b2;

  @Parameter(shape = {CLASSES, SECOND})
  float[] w3;

  @Parameter(shape = CLASSES)
  float[] b3;

  @Predict
  float[] logits(@Shape(PIXELS) float[] pixels) {
    float[] first = relu(affine(w1, b1, pixels));
    float[] second = relu(affine(w2, b2, first));
    return affine(w3, b3, second);
  }

  @Loss
  float loss(@Shape(PIXELS) float[] pixels, int label) {
    return softmaxCrossEntropy(logits(pixels), label);
  }

  static Training training(Workload.Network network, Examples examples, int threads) {
    List<float[]> firstValues = FirstValues.of(network);
    BriskDeep model = new BriskDeep();
    model.w1 = firstValues.get(0);
    model.b1 = firstValues.get(1);
    model.w2 = firstValues.get(2);
    model.b2 = firstValues.get(3);
    model.w3 = firstValues.get(4);
    model.b3 = firstValues.get(5);
    BriskDeepTrainer trainer = new BriskDeepTrainer(model);
    return BriskTraining.of(
        trainer,
        BriskDeepTrainer.examples(examples.inputs(), examples.classes()),
        network.batch(),
        threads,
        inputs -> trainer.logits(BriskDeepTrainer.examples(inputs, new int[inputs.length])));
  }
}
