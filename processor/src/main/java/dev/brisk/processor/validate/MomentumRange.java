package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;
import dev.brisk.schedule.Cyclic;
import dev.brisk.schedule.OneCycle;

/** The values between which a schedule cycles the momentum; it begins at the high one. */
record MomentumRange(double high, double low) {
  static MomentumRange of(Declaration schedule) {
    return DecayAttributes.is(schedule, "CYCLIC")
        ? new MomentumRange(Cyclic.HIGH_MOMENTUM, Cyclic.LOW_MOMENTUM)
        : new MomentumRange(OneCycle.HIGH_MOMENTUM, OneCycle.LOW_MOMENTUM);
  }

  @Override
  public String toString() {
    return "from " + Figures.number(high) + " down to " + Figures.number(low) + " and back";
  }
}
