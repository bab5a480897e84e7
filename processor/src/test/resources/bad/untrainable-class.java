import dev.brisk.*;

class Model {
  @Trainable
  interface NoClass {}
//^ the interface `NoClass` cannot be trained

  @Trainable
  enum NoObjects {}
//^ the enum `NoObjects`

  @Trainable
  record NotChangeable(double weight) {}
//^ the record `NotChangeable`

  @Trainable
  @Optimizer(Algorithm.SGD)
  abstract static class Unfinished {
//                ^ Annotate the class that extends it
    @Parameter double weight;

    @Loss
    double loss(double x) {
      return weight * x;
    }
  }

  @Trainable
  @Optimizer(Algorithm.SGD)
  static class Generic<T> {
//       ^ Remove the type parameters
    @Parameter double weight;

    @Loss
    double loss(double x) {
      return weight * x;
    }
  }

  @Trainable
  @Optimizer(Algorithm.SGD)
  class Inner {
//^ Make it static
    @Parameter double weight;

    @Loss
    double loss(double x) {
      return weight * x;
    }
  }

  @Trainable
  @Optimizer(Algorithm.SGD)
  private static class Hidden {
//               ^ Remove `private` from `Hidden`
    @Parameter double weight;

    @Loss
    double loss(double x) {
      return weight * x;
    }
  }
}
