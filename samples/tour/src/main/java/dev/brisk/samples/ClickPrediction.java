package dev.brisk.samples;

import com.sun.management.ThreadMXBean;
import dev.brisk.samples.clicks.ClickFeatures;
import dev.brisk.samples.clicks.ClickLearner;
import dev.brisk.samples.clicks.ClickModelPredictor;
import dev.brisk.samples.clicks.ClickProcess;
import dev.brisk.samples.clicks.ClickService;
import dev.brisk.samples.clicks.Event;
import dev.brisk.samples.clicks.Impression;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Predicts clicks while it learns from them: logistic regression on hashed features, one update an
 * event, and a service around it.
 *
 * <p>There is no training set. Events come one after the other, each is predicted first and learnt
 * then, and the mean loss of these predictions is an honest test, as each was made before its
 * answer was known. It is called progressive validation.
 *
 * <p>Clicks here follow a law that is known ({@link ClickProcess}). So it is known as well how low
 * the loss can be: nobody can predict a coin better than by its probability. What is lost beyond
 * that is the regret, and what is to be seen is how it falls towards nothing.
 *
 * <p>Prices are made from the probabilities, so they have to be right, not only in order: of the
 * events that are said to be clicked in one of four cases, one in four is.
 *
 * <p>Then the same goes on behind HTTP ({@link ClickService}): predictions are asked for, clicks
 * are reported, and one thread learns meanwhile. {@code main} is its client.
 *
 * <pre>{@code
 *  events    loss    best  regret
 *   20000  0.4505  0.4259  0.0246
 *   40000  0.4361  0.4268  0.0093
 *   60000  0.4342  0.4273  0.0070
 *   80000  0.4308  0.4251  0.0057
 *  100000  0.4219  0.4185  0.0033
 * of the last stretch
 *  events  predicted  clicked
 *    6593      0.054    0.053
 *    5215      0.146    0.137
 *    3192      0.247    0.238
 *    2098      0.347    0.352
 *    1410      0.448    0.469
 *     843      0.544    0.555
 *     455      0.645    0.677
 *     161      0.743    0.733
 *      31      0.833    0.774
 *       2      0.911    1.000
 * 0 bytes for a thousand events
 * taken up after 80000 events, the same weights, bit by bit: yes
 * a service said learnt 2000, waiting 0, log loss 0.4660, calibration 1.014
 * what it left knows 2000, and says 0.135551
 * without Brisk, 0.135551
 * }</pre>
 */
public final class ClickPrediction {
  private static final long SEED = 7;
  private static final int EVENTS = 100_000;
  private static final int STRETCHES = 5;

  /** Calibration is told for probabilities of 0 to 0.1, 0.1 to 0.2, ... */
  private static final int BINS = 10;

  private static final int REQUESTS = 2_000;

  private ClickPrediction() {}

  /**
   * Some events in a row.
   *
   * @param last the number of the last one
   * @param loss the mean of what each was predicted with, before it was learnt
   * @param best the same, had the true probabilities been known
   */
  record Stretch(int last, double loss, double best) {
    double regret() {
      return loss - best;
    }
  }

  /**
   * Events that were predicted alike.
   *
   * @param predicted the mean of their predictions
   * @param clicked the share that was clicked
   */
  record Bin(int events, double predicted, double clicked) {}

  /**
   * What came out.
   *
   * @param bytes allocated for a thousand events
   * @param resumedFrom how many events the checkpoint knew after the crash
   * @param isSame whether taking up came to the weights of the run that was not cut, bit by bit
   */
  record Outcome(
      List<Stretch> course, List<Bin> bins, long bytes, long resumedFrom, boolean isSame) {}

  /** Learns a stream, then serves one. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("brisk-clicks");
    print(run(EVENTS, SEED, folder), System.out);
    Served served = serve(REQUESTS, SEED, folder.resolve("service"));
    line(System.out, "a service said %s", served.health());
    line(System.out, "what it left knows %d, and says %.6f", served.learnt(), served.probability());
    line(System.out, "without Brisk, %.6f", served.withoutBrisk());
  }

  static Outcome run(int size, long seed, Path folder) throws IOException {
    var process = new ClickProcess(seed);
    List<Event> events = Stream.generate(process::next).limit(size).toList();

    // Predict, then learn. A step returns the loss before its update, so it is both at once.
    var learner = new ClickLearner(Files.createDirectories(folder.resolve("whole")));
    List<Stretch> course = new ArrayList<>();
    double[] counts = new double[BINS];
    double[] predicted = new double[BINS];
    double[] clicked = new double[BINS];
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      int from = size / STRETCHES * stretch;
      int to = size / STRETCHES * (stretch + 1);
      double loss = 0;
      double best = 0;
      for (Event event : events.subList(from, to)) {
        double own = learner.learn(event);
        double truth = process.probability(event.impression());
        loss += own;
        best -= Math.log(event.clicked() ? truth : 1 - truth);
        if (stretch == STRETCHES - 1) {
          double said = ClickLearner.predicted(event.clicked(), own);
          int bin = Math.min((int) (said * BINS), BINS - 1);
          counts[bin]++;
          predicted[bin] += said;
          clicked[bin] += event.clicked() ? 1 : 0;
        }
      }
      course.add(new Stretch(to, loss / (to - from), best / (to - from)));
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS && counts[i] > 0; i++) {
      bins.add(new Bin((int) counts[i], predicted[i] / counts[i], clicked[i] / counts[i]));
    }

    // The process dies: what was learnt since the last checkpoint is gone. The next one begins
    // there, and learns once more what came after, from the log of the events.
    Path cut = Files.createDirectories(folder.resolve("cut"));
    var dying = new ClickLearner(cut);
    events.subList(0, size - size / STRETCHES / 2).forEach(dying::learn);
    var next = new ClickLearner(cut);
    long resumedFrom = next.learnt();
    events.subList((int) resumedFrom, size).forEach(next::learn);
    next.export(cut.resolve("weights.safetensors"));
    learner.export(folder.resolve("weights.safetensors"));
    boolean isSame =
        Files.mismatch(folder.resolve("weights.safetensors"), cut.resolve("weights.safetensors"))
            == -1;

    return new Outcome(course, bins, allocated(learner, events), resumedFrom, isSame);
  }

  /** Bytes that this thread allocates while events are learnt, once the code has been compiled. */
  private static long allocated(ClickLearner learner, List<Event> events) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<Event> some = events.subList(0, 1_000);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < some.size(); i++) {
        learner.learn(some.get(i));
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /**
   * What a service said.
   *
   * @param status of the answers to all clicks and, at last, to nonsense
   * @param health before it was closed
   * @param learnt events in the checkpoint that it left
   * @param probability that the next service predicted, which took up there
   * @param withoutBrisk the same by the class that needs no Brisk
   */
  record Served(
      List<Integer> status, String health, long learnt, double probability, double withoutBrisk) {}

  static Served serve(int requests, long seed, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var process = new ClickProcess(seed);
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Integer> status = new ArrayList<>();
    String health;
    try (var service = new ClickService(folder)) {
      // Where the machine is told to stop, it ends as gracefully as at the end of this block.
      Runtime.getRuntime().addShutdownHook(new Thread(service::close));
      String at = address(service);
      for (int i = 0; i < requests; i++) {
        Event event = process.next();
        String shown = query(event.impression());
        send(client, "GET", at + "/predict?" + shown);
        status.add(send(client, "POST", at + "/click?" + shown + clicked(event)).statusCode());
      }
      status.add(send(client, "GET", at + "/predict?advertiser=none").statusCode());
      health = send(client, "GET", at + "/health").body();
    }

    // What it left is there for the next start, and for programs without Brisk.
    Impression shown = process.next().impression();
    var learner = new ClickLearner(folder);
    learner.export(folder.resolve("weights.safetensors"));
    var predictor = ClickModelPredictor.load(folder.resolve("weights.safetensors"));
    int[] features = new int[ClickFeatures.COUNT];
    ClickFeatures.of(shown, features);
    try (var next = new ClickService(folder)) {
      var answer = send(client, "GET", address(next) + "/predict?" + query(shown));
      return new Served(
          status,
          health,
          learner.learnt(),
          Double.parseDouble(answer.body()),
          predictor.probability(features));
    }
  }

  private static String address(ClickService service) {
    return "http://localhost:" + service.port();
  }

  private static String query(Impression shown) {
    return String.format(
        Locale.ROOT,
        "advertiser=%d&page=%d&hour=%d&user=%d",
        shown.advertiser(),
        shown.page(),
        shown.hour(),
        shown.user());
  }

  private static String clicked(Event event) {
    return "&clicked=" + (event.clicked() ? 1 : 0);
  }

  private static HttpResponse<String> send(HttpClient client, String method, String address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  static void print(Outcome outcome, PrintStream out) {
    line(out, " events    loss    best  regret");
    for (Stretch stretch : outcome.course()) {
      line(
          out,
          "%7d  %.4f  %.4f  %.4f",
          stretch.last(),
          stretch.loss(),
          stretch.best(),
          stretch.regret());
    }
    line(out, "of the last stretch");
    line(out, " events  predicted  clicked");
    for (Bin bin : outcome.bins()) {
      line(out, "%7d  %9.3f  %7.3f", bin.events(), bin.predicted(), bin.clicked());
    }
    line(out, "%d bytes for a thousand events", outcome.bytes());
    line(
        out,
        "taken up after %d events, the same weights, bit by bit: %s",
        outcome.resumedFrom(),
        outcome.isSame() ? "yes" : "no");
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
