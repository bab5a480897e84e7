package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import java.util.List;

/** What each {@link dev.brisk.Init} reads of {@code @Parameter}. */
enum InitAttributes implements AttributeTable {
  ZEROS,
  CONSTANT("value"),
  UNIFORM("low", "high"),
  NORMAL("mean", "standardDeviation"),
  XAVIER,
  HE;

  private final List<String> reads;

  InitAttributes(String... reads) {
    this.reads = List.of(reads);
  }

  /** The table of the init that the parameter chose. */
  static InitAttributes of(Declaration parameter) {
    return valueOf(parameter.choice("init"));
  }

  @Override
  public List<String> reads() {
    return reads;
  }
}
