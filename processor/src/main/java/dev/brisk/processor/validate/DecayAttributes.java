package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.schedule.Form;
import dev.brisk.processor.schedule.Forms;
import java.util.List;

/** What a schedule reads of {@code @Schedule}, which its form says. */
record DecayAttributes(Form form) implements AttributeTable {
  static List<DecayAttributes> all() {
    return Forms.all().stream().map(DecayAttributes::new).toList();
  }

  /** The table of the decay that the schedule chose. */
  static DecayAttributes of(Declaration schedule) {
    return new DecayAttributes(Forms.of(schedule));
  }

  @Override
  public String name() {
    return form.decay();
  }

  @Override
  public List<String> reads() {
    return form.reads();
  }

  /** Whether gamma means something: a cycle reads it in one mode alone. */
  static boolean readsGamma(Declaration schedule) {
    return of(schedule).reads().contains("gamma")
        && !(is(schedule, "CYCLIC") && !schedule.choice("mode").equals("EXP_RANGE"));
  }

  /** Whether the schedule is of the decay of that name. */
  static boolean is(Declaration schedule, String decay) {
    return schedule.choice("value").equals(decay);
  }
}
