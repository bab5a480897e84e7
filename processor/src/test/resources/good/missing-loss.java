import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.ADAM)
class Model {
  @Parameter float weight;

  @Loss
  float loss(float x, float y) {
    float error = weight * x - y;
    return error * error;
  }
}
