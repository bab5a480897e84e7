package dev.brisk.peers;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.List;

/** Softmax regression for Brisk, written with loops. */
@Trainable
@Optimizer(value = SGD, learningRate = Rows.SOFTMAX_RATE)
class BriskSoftmax {
  private static final int CLASSES = Images.CLASSES;
  private static final int PIXELS = Images.SIDE * Images.SIDE;

  @Parameter(shape = {CLASSES, PIXELS})
  float[] weights;

  @Parameter(shape = CLASSES)
  float[] bias;

  float[] logits(float[] pixels) {
    float[] logits = new float[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      float evidence = bias[k];
      for (int i = 0; i < PIXELS; i++) {
        evidence += weights[k * PIXELS + i] * pixels[i];
      }
      logits[k] = evidence;
    }
    return logits;
  }

  @Loss
  float loss(@Shape(PIXELS) float[] pixels, int label) {
    return softmaxCrossEntropy(logits(pixels), label);
  }

  static Training training(Workload.Network network, Examples examples) {
    List<float[]> firstValues = FirstValues.of(network);
    BriskSoftmax model = new BriskSoftmax();
    model.weights = firstValues.get(0);
    model.bias = firstValues.get(1);
    BriskSoftmaxTrainer trainer = new BriskSoftmaxTrainer(model);
    BriskSoftmaxTrainer.Examples rows =
        BriskSoftmaxTrainer.examples(examples.inputs(), examples.classes());
    int batch = network.batch();
    return new BriskTraining(
        examples, batch, from -> trainer.trainBatch(rows, from, from + batch), model::logits);
  }
}
