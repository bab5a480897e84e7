package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import java.util.List;

/** What each {@link dev.brisk.Averaging} reads of {@code @WeightAveraging}. */
enum AveragingAttributes implements AttributeTable {
  EMA("decay"),
  SWA;

  private final List<String> reads;

  AveragingAttributes(String... reads) {
    this.reads = List.of(reads);
  }

  /** The table of the average that the model chose. */
  static AveragingAttributes of(Declaration averaging) {
    return valueOf(averaging.choice("value"));
  }

  @Override
  public List<String> reads() {
    return reads;
  }
}
