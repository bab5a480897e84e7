import dev.brisk.*;

class Model {
  @Parameter double weight;
//^ `Model` is not

  @Loss
  double loss(double x) {
    return weight * x;
  }

  @Schedule(Decay.CONSTANT)
  @Schedule(Decay.COSINE)
  static class Scheduled {}
//       ^ @Schedule has no effect

  @Warmup(steps = 10)
//^ @Warmup has no effect
  interface WarmedUp {}
}
