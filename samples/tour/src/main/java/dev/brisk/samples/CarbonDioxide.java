package dev.brisk.samples;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.ops.Ops.sigmoid;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Trainable;
import dev.brisk.data.Csv;
import dev.brisk.data.Table;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.HtmlPage;
import dev.brisk.report.page.Page;
import dev.brisk.runtime.Fit;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Forecasts the carbon dioxide in the air of Mauna Loa, two years ahead, and finds out how good
 * such forecasts are. The series rises, ever faster, and goes up and down with the leaves of the
 * northern forests.
 *
 * <p>The model is Holt's and Winters': a level, a slope, and what each month of the year has more
 * or less than the level. Each month that comes moves all of them towards what was seen, by shares
 * between 0 and 1. These shares are the three parameters, and most programs search for them without
 * derivatives. Here the loss runs through the whole series, with an array for the months that is
 * overwritten again and again, and Brisk goes the same way back.
 *
 * <p>A forecast is to be judged by what was not known when it was made. {@code Split} draws
 * examples at random, which is right where they have no order; of a series it would learn from
 * Tuesday what Monday was. {@code Split.of(size).inOrder()} cuts it once, into past and future.
 * Here it is cut again and again, by hand: at each of 46 origins, a year apart, the model is
 * trained anew on all months before it, and its forecast of the next 24 months is held against what
 * came. Everything else that is used at an origin, the first slope and months, the scale of errors,
 * is computed from the months before it, too.
 *
 * <p>The error is the mean absolute one, divided by that of taking each month of the past from a
 * year before (MASE; Hyndman and Koehler, "Another look at measures of forecast accuracy", 2006).
 * That is also the first rival, the seasonal naive forecast, which fails by what the series rises.
 * The other rival adds the rise of the last year, and is not so easy to beat.
 *
 * <p>With a folder, {@code -Dsample.arguments=folder}, the last forecast and all errors are on a
 * page in it, {@code carbon-dioxide.html}.
 */
public final class CarbonDioxide {
  /** Mean MASE over all origins; the program fails if it is more. */
  static final double PROMISED_ERROR = 0.45;

  private static final int YEAR = 12;
  private static final int FIRST_YEAR = 1959;
  private static final int FIRST_ORIGIN = 1979;
  private static final int STEPS = 100;

  private CarbonDioxide() {}

  /** Additive, with the month of the year by the place in the series. */
  @Trainable
  // Whatever its gradient is, a step of Adam is about as long as the rate. A logit of a share wants
  // to go by a few units, and a cosine over 100 steps of 0.1 goes at most 5.
  @Optimizer(value = ADAM, learningRate = 0.1)
  @Schedule(COSINE)
  static final class HoltWinters {
    static final int MONTHS_AHEAD = 24;

    // Shares as logits, so that they stay between 0 and 1. A slope moves slowly.
    @Parameter double levelLogit = 0;
    @Parameter double slopeLogit = -3;
    @Parameter double seasonLogit = 0;

    /** Of forecasts by one month; the first year is what they begin with. */
    @Loss
    double loss(double[] series) {
      double[] expected = expected(series, 0);
      double sum = 0;
      for (int t = YEAR; t < series.length; t++) {
        double error = expected[t] - series[t];
        sum += error * error;
      }
      return sum / (series.length - YEAR);
    }

    @Predict
    double[] forecast(double[] series) {
      double[] forecast = new double[MONTHS_AHEAD];
      System.arraycopy(expected(series, MONTHS_AHEAD), series.length, forecast, 0, MONTHS_AHEAD);
      return forecast;
    }

    /** What is expected of each month by those before it, or by all that there are. */
    private double[] expected(double[] series, int ahead) {
      double levelShare = sigmoid(levelLogit);
      double slopeShare = sigmoid(slopeLogit);
      double seasonShare = sigmoid(seasonLogit);

      // The slope to begin with is from the first year to the second.
      double first = 0;
      double second = 0;
      for (int i = 0; i < YEAR; i++) {
        first += series[i] / YEAR;
        second += series[YEAR + i] / YEAR;
      }
      double slope = (second - first) / YEAR;
      double level = first + slope * (YEAR - 1) / 2;
      double[] season = new double[YEAR];
      for (int i = 0; i < YEAR; i++) {
        season[i] = series[i] - first - slope * (i - (YEAR - 1) / 2.0);
      }

      double[] expected = new double[series.length + ahead];
      for (int t = YEAR; t < expected.length; t++) {
        int month = t % YEAR;
        level += slope;
        expected[t] = level + season[month];
        if (t < series.length) {
          double error = series[t] - expected[t];
          level += levelShare * error;
          slope += slopeShare * levelShare * error;
          season[month] += seasonShare * (1 - levelShare) * error;
        }
      }
      return expected;
    }
  }

  /**
   * A forecast of the 24 months from January of a year on.
   *
   * @param shares of level, slope and season
   * @param error MASE of the forecast
   * @param naive that of the same months of the last year
   * @param drift that of these and the rise within the last year
   */
  record Origin(
      int year, double[] shares, double[] forecast, double error, double naive, double drift) {}

  /** All origins. */
  record Backtest(List<Origin> origins) {
    double mean(ToDoubleFunction<Origin> error) {
      return origins.stream().mapToDouble(error).average().orElseThrow();
    }

    /** How often the forecast is better than that with the drift. */
    long wins() {
      return origins.stream().filter(each -> each.error() < each.drift()).count();
    }

    boolean isAsPromised() {
      return mean(Origin::error) < PROMISED_ERROR
          && mean(Origin::error) < 0.8 * mean(Origin::drift)
          && origins.stream().allMatch(each -> each.error() < each.naive());
    }
  }

  /** Exits with 0 if forecasts are as good as promised, else with 1. */
  public static void main(String[] arguments) throws IOException {
    double[] ppm = monthly();
    Backtest backtest = run(ppm);
    print(backtest, System.out);
    for (String folder : arguments) {
      Path file = Files.createDirectories(Path.of(folder)).resolve("carbon-dioxide.html");
      HtmlPage.write(page(backtest, ppm), file);
      System.out.println("written: " + file);
    }
    System.exit(backtest.isAsPromised() ? 0 : 1);
  }

  static Backtest run(double[] ppm) {
    List<Origin> origins = new ArrayList<>();
    for (int year = FIRST_ORIGIN; months(year + 2) <= ppm.length; year++) {
      double[] past = Arrays.copyOf(ppm, months(year));
      double[] future = Arrays.copyOfRange(ppm, months(year), months(year + 2));
      origins.add(origin(year, past, future));
    }
    return new Backtest(origins);
  }

  /** Months in the series before January of a year. */
  private static int months(int year) {
    return (year - FIRST_YEAR) * YEAR;
  }

  /**
   * @param future looked at by errors alone
   */
  private static Origin origin(int year, double[] past, double[] future) {
    var model = new HoltWinters();
    var trainer = new CarbonDioxide_HoltWintersTrainer(model);
    var examples = CarbonDioxide_HoltWintersTrainer.examples(new double[][] {past});
    trainer.fit(examples, Fit.steps(STEPS).batchSize(1));
    double[] forecast = trainer.forecast(past);

    double[] lastYear = Arrays.copyOfRange(past, past.length - YEAR, past.length);
    double[] yearBefore = Arrays.copyOfRange(past, past.length - 2 * YEAR, past.length - YEAR);
    double rise = mean(lastYear) - mean(yearBefore);
    double[] naive = new double[future.length];
    double[] drift = new double[future.length];
    for (int i = 0; i < future.length; i++) {
      naive[i] = lastYear[i % YEAR];
      drift[i] = naive[i] + rise * (1 + i / YEAR);
    }

    double scale =
        error(Arrays.copyOf(past, past.length - YEAR), Arrays.copyOfRange(past, YEAR, past.length));
    double[] shares = {
      sigmoid(model.levelLogit), sigmoid(model.slopeLogit), sigmoid(model.seasonLogit)
    };
    return new Origin(
        year,
        shares,
        forecast,
        error(forecast, future) / scale,
        error(naive, future) / scale,
        error(drift, future) / scale);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double error(double[] forecast, double[] came) {
    return IntStream.range(0, came.length)
        .mapToDouble(i -> Math.abs(forecast[i] - came[i]))
        .average()
        .orElseThrow();
  }

  static double[] monthly() {
    InputStream text = CarbonDioxide.class.getResourceAsStream("carbon/mauna-loa.csv");
    Table months = Csv.withHeader().read(Objects.requireNonNull(text), "mauna-loa.csv");
    return months.number("ppm");
  }

  private static Page page(Backtest backtest, double[] ppm) {
    Origin last = backtest.origins().get(backtest.origins().size() - 1);
    int from = months(last.year());
    double[] time =
        IntStream.range(0, ppm.length).mapToDouble(i -> FIRST_YEAR + (i + 0.5) / YEAR).toArray();
    double[] shown = Arrays.copyOfRange(time, from - 4 * YEAR, time.length);
    double[] came = Arrays.copyOfRange(ppm, from - 4 * YEAR, ppm.length);
    double[] ahead = Arrays.copyOfRange(time, from, from + last.forecast().length);
    Chart forecast =
        new Chart(
            "Forecast from " + last.year(),
            "Four years that were seen, and two of forecast beside what came.",
            Axis.years("year"),
            Axis.linear("parts per million"),
            List.of(
                Line.solid("measured", shown, came),
                new Line("forecast", ahead, last.forecast(), Line.Stroke.DASHED)));
    Chart errors =
        new Chart(
            "Errors",
            "Of three forecasts at each origin. The naive one is above the others nearly always.",
            Axis.years("origin"),
            Axis.linear("mean absolute scaled error"),
            List.of(
                errors("forecast", Line.Stroke.SOLID, backtest, Origin::error),
                errors("seasonal naive", Line.Stroke.DOTTED, backtest, Origin::naive),
                errors("with drift", Line.Stroke.DASHED, backtest, Origin::drift)));
    return new Page(
        "Carbon dioxide",
        List.of(
            new Page.Section(
                "Forecasts", List.of(new Block.Picture(forecast), new Block.Picture(errors)))));
  }

  private static Line errors(
      String name, Line.Stroke stroke, Backtest backtest, ToDoubleFunction<Origin> error) {
    List<Origin> origins = backtest.origins();
    return new Line(
        name,
        origins.stream().mapToDouble(Origin::year).toArray(),
        origins.stream().mapToDouble(error).toArray(),
        stroke);
  }

  private static void print(Backtest backtest, PrintStream out) {
    line(out, "        shares of                 error of");
    line(out, "origin  level   slope  season     forecast  naive  drift");
    for (int i = 0; i < backtest.origins().size(); i += 5) {
      Origin each = backtest.origins().get(i);
      line(
          out,
          "%d    %.3f  %.4f   %.3f        %.3f  %.3f  %.3f",
          each.year(),
          each.shares()[0],
          each.shares()[1],
          each.shares()[2],
          each.error(),
          each.naive(),
          each.drift());
    }
    line(
        out,
        "mean of all                          %.3f  %.3f  %.3f",
        backtest.mean(Origin::error),
        backtest.mean(Origin::naive),
        backtest.mean(Origin::drift));
    line(
        out,
        "better than the drift at %d of %d origins",
        backtest.wins(),
        backtest.origins().size());
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }

  /*
  What it prints, of every fifth origin:

          shares of                 error of
  origin  level   slope  season     forecast  naive  drift
  1979    0.575  0.0035   0.506        0.885  2.312  0.259
  1984    0.604  0.0086   0.560        0.187  2.157  0.379
  1989    0.542  0.0134   0.440        0.424  1.729  1.167
  1994    0.568  0.0089   0.421        0.660  2.258  1.432
  1999    0.580  0.0112   0.410        0.504  1.746  1.666
  2004    0.575  0.0116   0.401        0.268  2.090  0.692
  2009    0.571  0.0114   0.375        0.285  2.127  0.360
  2014    0.563  0.0123   0.360        0.208  2.119  0.576
  2019    0.549  0.0130   0.348        0.343  2.678  0.814
  2024    0.540  0.0131   0.331        0.542  2.979  0.655
  mean of all                          0.424  2.156  0.602
  better than the drift at 30 of 46 origins

  It has a fifth of the error of the naive forecast, and 30 % less than that with the drift, but not
  always: the rise of a single year is sometimes the right one by luck, as at the first origin, and a slope that
  moves by a hundredth of its error needs decades to learn that the rise has become faster. From one
  origin to the next the errors differ by factors of up to five. Had there been twelve origins in place
  of 46, the mean would have been 0.38 or 0.55, as one begins with one year or with another: a
  backtest of few origins says little.
  */
}
