package dev.brisk.peers;

import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Matrix factorisation for Brisk; a step touches two rows. */
@Trainable
@Optimizer(value = SGD, learningRate = Rows.FACTORISATION_RATE)
class BriskFactorisation {
  private static final int FACTORS = Rows.FACTORS;

  @Parameter(shape = {Rows.USERS, FACTORS})
  float[] userFactors;

  @Parameter(shape = {Rows.ITEMS, FACTORS})
  float[] itemFactors;

  float rating(int user, int item) {
    float rating = 0;
    for (int k = 0; k < FACTORS; k++) {
      rating += userFactors[user * FACTORS + k] * itemFactors[item * FACTORS + k];
    }
    return rating;
  }

  @Loss
  float loss(int user, int item, float rating) {
    float error = rating(user, item) - rating;
    return error * error;
  }

  static Training training(Workload.Factorisation factorisation, Examples examples) {
    BriskFactorisation model = new BriskFactorisation();
    model.userFactors = factorisation.userFactors();
    model.itemFactors = factorisation.itemFactors();
    BriskFactorisationTrainer trainer = new BriskFactorisationTrainer(model);
    float[][] inputs = examples.inputs();
    float[] ratings = examples.targets();
    return BriskTraining.online(
        examples,
        i -> trainer.step((int) inputs[i][0], (int) inputs[i][1], ratings[i]),
        input -> model.rating((int) input[0], (int) input[1]));
  }
}
