package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.MethodSource;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Monitor;
import java.util.List;
import java.util.Locale;

/** A plateau watches something that there is, and knows which way it is better. */
final class MonitorRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (DecayAttributes.of(schedule).judges(schedule, "monitor")) {
        check(model, schedule, diagnostics);
      }
    }
  }

  private static void check(ModelSource model, Declaration schedule, Diagnostics diagnostics) {
    Monitor monitor = Monitor.of(schedule, model);
    if (!monitor.isLoss() && monitor.metric().isEmpty()) {
      List<String> metrics = model.metrics().stream().map(MethodSource::name).toList();
      diagnostics.add(
          Problem.MONITOR_UNKNOWN,
          schedule.place("monitor"),
          monitor.name(),
          metrics.isEmpty() ? "the model has none" : "there is " + Figures.all(metrics),
          instead(monitor.name(), model, metrics));
    } else if (monitor.higherIsBetter().isEmpty()) {
      diagnostics.add(Problem.DIRECTION_UNSTATED, schedule.place("monitor"), monitor.name());
    }
  }

  private static String instead(String name, ModelSource model, List<String> metrics) {
    boolean meansLoss =
        name.equals(model.loss().name()) || name.toLowerCase(Locale.ROOT).contains("loss");
    boolean isMisspelt = metrics.stream().anyMatch(metric -> Spelling.isClose(name, metric));
    if (metrics.isEmpty() || (meansLoss && !isMisspelt)) {
      return "Remove monitor to watch the loss";
    }
    return "Write monitor = \"" + Spelling.closest(name, metrics) + "\"";
  }
}
