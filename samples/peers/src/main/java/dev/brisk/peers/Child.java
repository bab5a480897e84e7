package dev.brisk.peers;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * The process of a contender in a JVM. The first epoch decides what is learnt; epochs go on until
 * the code is warm, and from then on they are measured. The time of several threads is the clock's.
 * That of one is processor time, so that waiting for a processor that others use does not count; or
 * the clock's if that is less, as it is where garbage is collected on a processor that is free.
 */
public final class Child {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Child() {}

  /** Takes what {@link Run} gives. */
  public static void main(String[] arguments) throws IOException {
    Run run = Run.of(arguments);
    Row row = Rows.named(run.row());
    Workload workload = row.workload();
    Contender.InJvm contender = (Contender.InJvm) Contenders.named(run.contender());
    Data data = workload.data(run.images(), run.examples());
    try (Training training = contender.training(workload, data, run.threads())) {
      long begin = System.nanoTime();
      training.epoch();
      System.out.println(Outcome.TRAINED);
      double first = (System.nanoTime() - begin) * 1e-9;
      Quality quality =
          training instanceof Learner learner ? workload.quality(learner, data) : Quality.NONE;
      if (row.measured() == Row.Measured.PROCESS) {
        System.out.println(new Outcome(Double.NaN, Double.NaN, quality).line());
      } else {
        if (first < run.seconds()) {
          repeat(training, run.seconds() - first);
        }
        System.out.println(measured(training, run, workload.size(data), quality).line());
      }
    }
    // Threads of some libraries would go on.
    System.exit(0);
  }

  private static Outcome measured(Training training, Run run, long size, Quality quality) {
    long processorBegin = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    long epochs = repeat(training, run.seconds()) * training.epochsAtOnce();
    double seconds = (System.nanoTime() - begin) * 1e-9;
    double processorSeconds = (SYSTEM.getProcessCpuTime() - processorBegin) * 1e-9;
    double spent = run.threads() == 1 ? Math.min(processorSeconds, seconds) : seconds;
    return new Outcome(
        size / (spent / epochs + training.secondsElsewhere()), processorSeconds / seconds, quality);
  }

  /** Trains for so many seconds, at least once; returns how often. */
  private static long repeat(Training training, double seconds) {
    long begin = System.nanoTime();
    long calls = 0;
    do {
      training.epoch();
      calls++;
    } while ((System.nanoTime() - begin) * 1e-9 < seconds);
    return calls;
  }
}
