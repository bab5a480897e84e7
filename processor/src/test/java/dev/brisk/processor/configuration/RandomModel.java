package dev.brisk.processor.configuration;

import dev.brisk.Algorithm;
import dev.brisk.BatchScaling;
import dev.brisk.Curvature;
import dev.brisk.Decay;
import dev.brisk.GradientClipping;
import dev.brisk.Init;
import dev.brisk.OnDivergence;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Sparse;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.WeightAveraging;
import dev.brisk.processor.optimizer.Setting;
import dev.brisk.processor.optimizer.UpdateRules;
import dev.brisk.processor.schedule.Form;
import dev.brisk.processor.schedule.Forms;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws a configuration, attribute by attribute, from what the annotations offer. */
final class RandomModel {
  /** Without these, schedules that read them are mostly refused. */
  private static final Set<String> WANTED =
      Set.of("stepSize", "milestones", "period", "maxLearningRate", "gamma");

  private final SplittableRandom random;
  private final RandomFigures figures;

  /** Whether attributes that mean nothing are written too. */
  private final boolean isAnything;

  /** How often a figure is one that may be wrong. */
  private final double edges;

  private boolean hasEdge;
  private boolean isLazy = true;
  private boolean isTrained;

  private RandomModel(long seed) {
    random = new SplittableRandom(seed);
    figures = new RandomFigures(random);
    isAnything = chance(0.1);
    edges = isAnything || chance(0.3) ? 0.3 : chance(0.4) ? 0.05 : 0;
  }

  /** The configuration of that seed. */
  static RandomConfiguration of(long seed, String name) {
    return new RandomModel(seed).draw(name);
  }

  private RandomConfiguration draw(String name) {
    List<RandomAnnotation> annotations = new ArrayList<>();
    RandomAnnotation trainable = new RandomAnnotation(Trainable.class);
    annotations.add(chance(0.2) ? filled(trainable, List.of("task")) : trainable);
    annotations.add(optimizer());
    if (chance(0.6)) {
      annotations.addAll(schedules());
    }
    if (chance(0.3)) {
      annotations.add(any(Warmup.class));
    }
    if (chance(0.4)) {
      annotations.add(any(Training.class));
    }
    if (chance(0.2)) {
      annotations.add(clipping());
    }
    boolean isAveraged = chance(0.2);
    if (isAveraged) {
      annotations.add(averaging());
    }
    if (chance(0.15)) {
      annotations.add(any(BatchScaling.class));
    }
    if (chance(0.1)) {
      annotations.add(any(Curvature.class));
    }
    if (chance(0.1)) {
      annotations.add(any(OnDivergence.class));
    }
    boolean takesSparse = isAnything || isLazy && !isAveraged;
    Map<String, List<RandomAnnotation>> fields = new LinkedHashMap<>();
    fields.put("offset", parameter("", false));
    fields.put("weights", parameter("3", takesSparse && chance(0.1)));
    fields.put("flat", parameter("{4, 2}", takesSparse && chance(0.3)));
    fields.put("table", parameter("{4, 2}", takesSparse && chance(0.3)));
    return new RandomConfiguration(
        name,
        chance(0.5) ? "double" : "float",
        !hasEdge,
        isTrained,
        annotations,
        fields,
        chance(0.5));
  }

  private RandomAnnotation optimizer() {
    Algorithm algorithm = Algorithm.values()[random.nextInt(Algorithm.values().length)];
    isLazy = UpdateRules.of(algorithm.name()).isLazy();
    RandomAnnotation optimizer =
        new RandomAnnotation(Optimizer.class).with("value", "Algorithm." + algorithm);
    List<String> reads =
        UpdateRules.of(algorithm.name()).settings().stream().map(Setting::attribute).toList();
    filled(optimizer, reads);
    boolean isRefused =
        optimizer.value("nesterov").equals("true") && !optimizer.written().contains("momentum");
    return isRefused && !isAnything ? optimizer.without("nesterov") : optimizer;
  }

  private List<RandomAnnotation> schedules() {
    int count = chance(0.6) ? 1 : random.nextInt(2, 4);
    boolean isByEpochs = chance(0.2);
    List<RandomAnnotation> schedules = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      RandomAnnotation schedule = schedule(count > 1);
      if (n < count - 1 && !schedule.written().contains("steps")) {
        schedule.with("steps", figures.plausible("steps", long.class));
      }
      if (!isAnything) {
        schedule.without("interval");
      }
      if (!isAnything && isByEpochs && !schedule.value("value").equals("Decay.PLATEAU")) {
        schedule.with("interval", "Interval.EPOCH");
      }
      schedules.add(schedule);
    }
    return schedules;
  }

  private RandomAnnotation schedule(boolean isOneOfSeveral) {
    List<Form> forms =
        Forms.all().stream()
            .filter(form -> isAnything || !isOneOfSeveral || !form.decay().equals("PLATEAU"))
            .toList();
    Form form = forms.get(random.nextInt(forms.size()));
    RandomAnnotation schedule =
        new RandomAnnotation(Schedule.class).with("value", "Decay." + Decay.valueOf(form.decay()));
    filled(schedule, form.reads());
    boolean isOfCycles = form.decay().equals("CYCLIC") && schedule.written().contains("gamma");
    return isOfCycles && !isAnything ? schedule.with("mode", "CycleMode.EXP_RANGE") : schedule;
  }

  private RandomAnnotation clipping() {
    String bound = chance(0.7) ? "norm" : "value";
    RandomAnnotation clipping = new RandomAnnotation(GradientClipping.class);
    return isAnything
        ? any(GradientClipping.class)
        : clipping.with(bound, figure(bound, double.class));
  }

  private RandomAnnotation averaging() {
    RandomAnnotation averaging = any(WeightAveraging.class);
    return averaging.value("value").endsWith("SWA") && !isAnything
        ? averaging.without("decay")
        : averaging;
  }

  private List<RandomAnnotation> parameter(String shape, boolean isSparse) {
    RandomAnnotation parameter = new RandomAnnotation(Parameter.class);
    if (!shape.isEmpty()) {
      parameter.with("shape", shape);
    }
    if (chance(0.4)) {
      Init init = Init.values()[random.nextInt(Init.values().length)];
      boolean needsShape = shape.isEmpty() && (init == Init.HE || init == Init.XAVIER);
      if (!needsShape || isAnything) {
        parameter.with("init", "Init." + init);
        filled(parameter, readBy(init));
      }
    }
    if (chance(0.3)) {
      filled(parameter, List.of("learningRateFactor", "weightDecay", "frozen"));
    }
    isTrained |=
        !parameter.value("frozen").equals("true")
            && !parameter.value("learningRateFactor").equals("0");
    return isSparse ? List.of(new RandomAnnotation(Sparse.class), parameter) : List.of(parameter);
  }

  private static List<String> readBy(Init init) {
    return switch (init) {
      case CONSTANT -> List.of("value");
      case UNIFORM -> List.of("low", "high");
      case NORMAL -> List.of("mean", "standardDeviation");
      case ZEROS, XAVIER, HE -> List.of();
    };
  }

  private RandomAnnotation any(Class<? extends Annotation> type) {
    RandomAnnotation annotation = new RandomAnnotation(type);
    return filled(annotation, annotation.attributes().stream().map(Method::getName).toList());
  }

  /** With some of the attributes that are read, and all that are required. */
  private RandomAnnotation filled(RandomAnnotation annotation, List<String> reads) {
    for (Method attribute : annotation.attributes()) {
      String name = attribute.getName();
      boolean isRead = reads.contains(name);
      boolean isRequired = attribute.getDefaultValue() == null;
      double share = WANTED.contains(name) ? 0.9 : 0.4;
      if (!annotation.written().contains(name)
          && (isRequired || isRead && chance(share) || isAnything && chance(0.05))) {
        annotation.with(name, figure(name, attribute.getReturnType()));
      }
    }
    return annotation;
  }

  private String figure(String attribute, Class<?> type) {
    if (chance(edges)) {
      hasEdge = true;
      return figures.edge(type);
    }
    return figures.plausible(attribute, type);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
