package dev.brisk.processor.schedule;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** {@link dev.brisk.Decay#CONSTANT}. */
final class ConstantRate implements Form {
  @Override
  public String decay() {
    return "CONSTANT";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    return new Curve.Flat();
  }
}
