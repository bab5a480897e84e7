package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Ratings of players from wins, draws and losses. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ChessRatings {
  record Game(int white, int black, int result) {}

  @Parameter(shape = 6)
  double[] rating;

  @Parameter double advantage;
  @Parameter double logDraw;

  @Loss
  double loss(Game game) {
    double difference = rating[game.white()] + advantage - rating[game.black()];
    double white = Math.exp(difference / 2);
    double black = Math.exp(-difference / 2);
    double draw = Math.exp(logDraw);
    double chance =
        switch (game.result()) {
          case 1 -> white;
          case -1 -> black;
          default -> draw;
        };
    return Math.log(white + black + draw) - Math.log(chance);
  }
}
