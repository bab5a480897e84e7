package dev.brisk.processor.preview;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a preview shows.
 *
 * @param title the model and its optimizer
 * @param summary of the schedules, {@code warm-up 90 steps, then cosine over 1,260}
 * @param notes sentences of what the picture does not know
 * @param rates at some of the steps, in ascending order
 * @param momentum at the same steps, where a schedule cycles it
 * @param bands one for each schedule, in order
 * @param highest the first step of the highest rate
 * @param last of the run, if it is declared how long that is
 * @param openFrom the step from which on the rate depends on what training observes, or {@link
 *     Long#MAX_VALUE}
 */
record Picture(
    String title,
    String summary,
    List<String> notes,
    Axis axis,
    List<Point> rates,
    Optional<Momentum> momentum,
    List<Band> bands,
    Point highest,
    Optional<Point> last,
    long openFrom) {

  /** Higher rates are not drawn: scales and their marks would overflow. */
  private static final double LARGEST = 1e300;

  Picture {
    notes = List.copyOf(notes);
    rates = List.copyOf(rates);
    bands = List.copyOf(bands);
  }

  /**
   * A second line.
   *
   * @param name of the attribute that is cycled
   */
  record Momentum(String name, List<Point> points) {
    Momentum {
      points = List.copyOf(points);
    }
  }

  static Picture of(TrainerPlan plan) {
    return of(
        plan.name().qualifiedName() + ", " + plan.update().summary().split(",")[0],
        plan.rate().summary(),
        plan.rate().curve(),
        plan.update().cycled());
  }

  /**
   * The picture of a rate.
   *
   * @param cycled the setting that schedules cycle, if they do
   */
  static Picture of(
      String title, String summary, RateCurve declared, Optional<Update.Constant> cycled) {
    DrawnRun run = DrawnRun.of(declared);
    RateCurve curve = run.curve();
    List<Point> all =
        SampledSteps.of(curve).stream().map(step -> new Point(step, curve.rate(step))).toList();
    List<Point> rates = all.stream().filter(point -> point.value() <= LARGEST).toList();
    List<String> notes = new ArrayList<>(run.taken().stream().toList());
    if (curve.isWatched()) {
      notes.add(
          "Dashed: the rate before any cut. When it is cut depends on what training observes.");
    }
    if (rates.size() < all.size()) {
      notes.add("Rates above " + Figures.number(LARGEST) + " are not drawn.");
    }
    return new Picture(
        title,
        summary,
        notes,
        new Axis(
            run.steps(),
            curve.unit().singular(),
            curve.unit() == Unit.STEP ? 1 : curve.stepsPerEpoch()),
        rates,
        cycled.map(
            own ->
                new Momentum(
                    own.attribute(),
                    rates.stream()
                        .map(Point::step)
                        .map(step -> new Point(step, curve.momentum(step, own.value())))
                        .toList())),
        bands(curve),
        rates.stream()
            .max(
                Comparator.comparingDouble(Point::value)
                    .thenComparing(Point::step, Comparator.reverseOrder()))
            .orElseThrow(),
        declared.steps().isPresent() ? Optional.of(rates.get(rates.size() - 1)) : Optional.empty(),
        curve.isWatched() ? curve.start(curve.last()) : Long.MAX_VALUE);
  }

  /** The warm-up, each schedule, and the rest of the run, in which the last rate is held. */
  private static List<Band> bands(RateCurve curve) {
    long steps = curve.steps().orElseThrow();
    Stream<Band> schedules =
        curve.phases().stream()
            .map(
                phase ->
                    new Band(
                        phase.decay().toLowerCase(Locale.ROOT).replace('_', ' '),
                        curve.start(phase),
                        Math.min(steps, curve.end(phase).orElseThrow())));
    return Stream.of(
            Stream.of(new Band("warm-up", 0, Math.min(steps, curve.warmupSteps()))),
            schedules,
            Stream.of(new Band("held", curve.end(curve.last()).orElseThrow(), steps)))
        .flatMap(bands -> bands)
        .filter(band -> band.from() < band.to())
        .toList();
  }

  /** All that the picture says, for those who do not see it. */
  String description() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Learning rate by " + axis.unit() + ": " + summary + ".");
    sentences.add("Highest: " + described(highest) + ".");
    last.ifPresent(point -> sentences.add("Last: " + described(point) + "."));
    sentences.addAll(notes);
    return String.join(" ", sentences);
  }

  private String described(Point point) {
    return Figures.rounded(point.value()) + " at " + String.join(", ", axis.place(point.step()));
  }
}
