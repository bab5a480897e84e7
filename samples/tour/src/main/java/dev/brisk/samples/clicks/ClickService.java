package dev.brisk.samples.clicks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.brisk.runtime.Serving;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves predictions, and learns from what became of them:
 *
 * <pre>
 * GET  /predict?advertiser=3&amp;page=7&amp;hour=12&amp;user=4             the probability of a click
 * POST /click?advertiser=3&amp;page=7&amp;hour=12&amp;user=4&amp;clicked=1     202, it will be learnt
 * GET  /health                                             200, or 503 once nothing is learnt
 * </pre>
 *
 * <p>One thread learns; it alone touches the trainer, and has its events from a queue. Threads that
 * answer have a model each, into which they bring the newest weights before they predict. No one
 * waits for anyone: where learning does not keep up, the queue is full, and the sender is told so.
 */
public final class ClickService implements AutoCloseable {
  private static final int WAITING = 1_000;
  private static final int ANSWERING = 2;
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int WRONG_METHOD = 405;
  private static final int UNAVAILABLE = 503;

  static {
    // Else the body of an answer may wait 40 ms, until the client has acknowledged its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ClickLearner learner;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(WAITING);
  private final ExecutorService answering = Executors.newFixedThreadPool(ANSWERING);
  private final Thread learning = new Thread(this::learn, "learning");
  private final HttpServer server;
  private final ThreadLocal<Oracle> oracle = ThreadLocal.withInitial(Oracle::new);
  private volatile boolean isLast;

  /** Begins to serve, on a free port of this machine alone. */
  public ClickService(Path folder) throws IOException {
    learner = new ClickLearner(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(answering);
    server.createContext("/predict", exchange -> answer(exchange, "GET", this::predict));
    server.createContext("/click", exchange -> answer(exchange, "POST", this::click));
    server.createContext("/health", exchange -> answer(exchange, "GET", this::health));
    learning.start();
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** What one thread predicts with. */
  private final class Oracle {
    private final ClickModel model = new ClickModel();
    private final Serving<ClickModelTrainer>.Reader reader =
        learner.serving().reader(new ClickModelTrainer(model));
    private final int[] features = new int[ClickFeatures.COUNT];

    double probability(Impression shown) {
      reader.refresh();
      ClickFeatures.of(shown, features);
      return model.probability(features);
    }
  }

  private Answer predict(Map<String, Integer> query) {
    double probability = oracle.get().probability(impression(query));
    return new Answer(OK, String.format(Locale.ROOT, "%.6f", probability));
  }

  private Answer click(Map<String, Integer> query) {
    Event event = new Event(impression(query), number(query, "clicked") == 1);
    boolean isTaken = learning.isAlive() && events.offer(event);
    return isTaken ? new Answer(ACCEPTED, "") : new Answer(UNAVAILABLE, "later");
  }

  private Answer health(Map<String, Integer> query) {
    String figures =
        String.format(
            Locale.ROOT,
            "learnt %d, waiting %d, log loss %.4f, calibration %.3f",
            learner.learnt(),
            events.size(),
            learner.logLoss(),
            learner.calibration());
    return new Answer(learning.isAlive() ? OK : UNAVAILABLE, figures);
  }

  private void learn() {
    try {
      while (!isLast || !events.isEmpty()) {
        Event event = events.poll(10, TimeUnit.MILLISECONDS);
        if (event != null) {
          learner.learn(event);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    learner.save();
  }

  /**
   * Takes no more requests and answers those that it has; learns what it was told, all of it, and
   * writes a checkpoint. In this order, so that no click is lost that was accepted.
   */
  @Override
  public synchronized void close() {
    if (isLast) {
      return;
    }
    answering.shutdown();
    try {
      answering.awaitTermination(1, TimeUnit.SECONDS);
      isLast = true;
      learning.join();
    } catch (InterruptedException e) {
      learning.interrupt();
      Thread.currentThread().interrupt();
    } finally {
      server.stop(0);
    }
  }

  private record Answer(int status, String text) {}

  private static void answer(
      HttpExchange exchange, String method, Function<Map<String, Integer>, Answer> answering)
      throws IOException {
    try (exchange) {
      Answer answer;
      if (!exchange.getRequestMethod().equals(method)) {
        answer = new Answer(WRONG_METHOD, method + " it");
      } else {
        try {
          answer = answering.apply(query(exchange.getRequestURI().getQuery()));
        } catch (IllegalArgumentException e) {
          answer = new Answer(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
      }
      byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private static Impression impression(Map<String, Integer> query) {
    return new Impression(
        number(query, "advertiser"),
        number(query, "page"),
        number(query, "hour"),
        number(query, "user"));
  }

  private static int number(Map<String, Integer> query, String name) {
    Integer number = query.get(name);
    if (number == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return number;
  }

  private static Map<String, Integer> query(@Nullable String text) {
    Map<String, Integer> query = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      String[] nameAndNumber = pair.split("=", 2);
      if (nameAndNumber.length < 2) {
        throw new IllegalArgumentException(pair + " has no value");
      }
      query.put(nameAndNumber[0], Integer.parseInt(nameAndNumber[1]));
    }
    return query;
  }
}
