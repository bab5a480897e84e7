package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import java.util.List;

/** What each {@link dev.brisk.Decay} reads of {@code @Schedule}. */
enum DecayAttributes implements AttributeTable {
  CONSTANT("steps"),
  STEP("steps", "stepSize", "gamma"),
  EXPONENTIAL("steps", "gamma"),
  COSINE("steps", "minLearningRate");

  private final List<String> reads;

  DecayAttributes(String... reads) {
    this.reads = List.of(reads);
  }

  /** The table of the decay that the schedule chose. */
  static DecayAttributes of(Declaration schedule) {
    return valueOf(schedule.choice("value"));
  }

  @Override
  public List<String> reads() {
    return reads;
  }
}
