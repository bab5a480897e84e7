package dev.brisk.peers;

import dev.brisk.benchmarks.AdamUpdate;

/** Brisk. Its models are compiled, so each workload has a class of its own. */
final class Brisk implements Contender.InJvm {
  @Override
  public String name() {
    return "Brisk";
  }

  @Override
  public boolean runs(Row row) {
    return true;
  }

  @Override
  public Training training(Workload workload, Data data, int threads) {
    if (workload instanceof Workload.Update update) {
      return updateAlone(update);
    }
    Examples examples = data.training();
    if (workload instanceof Workload.Factorisation factorisation) {
      return BriskFactorisation.training(factorisation, examples);
    }
    Workload.Network network = (Workload.Network) workload;
    if (!network.classifies()) {
      return BriskLinear.training(network, examples);
    } else if (network.layers().equals(Rows.PERCEPTRON)) {
      return BriskPerceptron.training(network, examples, threads);
    } else if (network.layers().equals(Rows.DEEP)) {
      return BriskDeep.training(network, examples, threads);
    } else if (network.takesSquares()) {
      return BriskConvolution.training(network, examples, threads);
    }
    return BriskSoftmax.training(network, examples, threads);
  }

  private static Training updateAlone(Workload.Update update) {
    AdamUpdate all = AdamUpdate.of(update.parameters());
    int updates = update.updates();
    return () -> {
      try {
        for (int i = 0; i < updates; i++) {
          all.update();
        }
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    };
  }
}
