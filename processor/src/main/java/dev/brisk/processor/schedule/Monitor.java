package dev.brisk.processor.schedule;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.MethodSource;
import dev.brisk.processor.read.ModelSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a plateau watches.
 *
 * @param name of the metric; empty for the loss
 * @param metric of that name, if there is one
 */
public record Monitor(String name, Optional<MethodSource> metric) {
  private static final Set<String> HIGHER =
      Set.of("accuracy", "auc", "precision", "recall", "f1", "r2", "hit", "hits", "ndcg");

  private static final Set<String> LOWER =
      Set.of("error", "errors", "loss", "mae", "mse", "rmse", "perplexity", "deviation");

  /** What the {@code @Schedule} monitors. */
  public static Monitor of(Declaration schedule, ModelSource model) {
    String name = schedule.text("monitor");
    return new Monitor(
        name, model.metrics().stream().filter(metric -> metric.name().equals(name)).findFirst());
  }

  public boolean isLoss() {
    return name.isEmpty();
  }

  /** Whether higher values are better: as the metric states, or else by its name. */
  public Optional<Boolean> higherIsBetter() {
    if (isLoss()) {
      return Optional.of(false);
    }
    String stated = metric.map(method -> method.declaration().choice("better")).orElse("UNSTATED");
    return switch (stated) {
      case "HIGHER" -> Optional.of(true);
      case "LOWER" -> Optional.of(false);
      default -> byName(name);
    };
  }

  /** By the words of a name such as {@code meanSquaredError}; empty if none or both are known. */
  static Optional<Boolean> byName(String name) {
    List<String> words =
        Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|_"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    boolean isHigher = words.stream().anyMatch(HIGHER::contains);
    boolean isLower = words.stream().anyMatch(LOWER::contains);
    return isHigher == isLower ? Optional.empty() : Optional.of(isHigher);
  }
}
