package dev.brisk.peers;

import dev.brisk.benchmarks.AdamUpdate;

/**
 * Brisk. Its models are fixed when they are compiled, so each workload has its own: what is not in
 * {@link #training} it does not run.
 */
final class Brisk implements Contender.InJvm {
  @Override
  public String name() {
    return "Brisk";
  }

  @Override
  public boolean runs(Row row) {
    Workload workload = row.workload();
    return workload instanceof Workload.Update
        || workload.equals(Rows.SOFTMAX)
        || workload.equals(Rows.FACTORISATION)
        || workload instanceof Workload.Network network && !network.classifies();
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
    return network.classifies()
        ? BriskSoftmax.training(network, examples)
        : BriskLinear.training(network, examples);
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
