package dev.brisk.processor.schedule;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** One form of schedule. */
public interface Form {
  /** The constant of {@link dev.brisk.Decay} that names it. */
  String decay();

  /** The attributes of {@code @Schedule} that it reads. */
  List<String> reads();

  /** What it does with the figures of this schedule, which are known to be valid. */
  Curve curve(Declaration schedule, ModelSource model);
}
