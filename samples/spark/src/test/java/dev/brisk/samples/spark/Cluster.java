package dev.brisk.samples.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A master and two workers, whose executors are processes of their own. */
final class Cluster implements AutoCloseable {
  private static final int WORKERS = 2;
  private static final int PATIENCE_SECONDS = 60;

  final JavaSparkContext context;
  private final List<Process> daemons;

  private Cluster(String master, List<Process> daemons) {
    this.daemons = daemons;
    this.context =
        new JavaSparkContext(
            new SparkConf()
                .setMaster(master)
                .setAppName("tests")
                .set("spark.ui.enabled", "false")
                .set("spark.executor.memory", "512m")
                .set("spark.executor.extraJavaOptions", JavaProcess.LIGHT)
                // Not 15 s to find that an executor is gone.
                .set("spark.shuffle.io.retryWait", "100ms")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path")));
  }

  /** Master and workers are threads of this process. */
  static Cluster inThisProcess() {
    prepare();
    return new Cluster("local-cluster[2,1,1024]", List.of());
  }

  /** Master and workers are processes, as on machines of their own. */
  static Cluster standalone() {
    prepare();
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    int port = freePort();
    String url = "spark://" + host + ":" + port;
    List<Process> daemons = new ArrayList<>();
    daemons.add(daemon("master.Master", "--host", host, "--port", "" + port, "--webui-port", "0"));
    awaitListener(host, port);
    for (int i = 0; i < WORKERS; i++) {
      String folder = Path.of(System.getenv("SPARK_HOME"), "work").toString();
      daemons.add(
          daemon(
              "worker.Worker",
              "--host",
              host,
              "--webui-port",
              "0",
              "--cores",
              "1",
              "--memory",
              "1g",
              "--work-dir",
              folder,
              url));
    }
    return new Cluster(url, daemons);
  }

  private static void prepare() {
    LocalSpark.stop(); // There is one context in a process.
    try {
      // A worker looks for Spark here. It finds nothing, and takes the class path of the context.
      Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process daemon(String name, String... arguments) {
    return JavaProcess.start(
        List.of("-XX:TieredStopAtLevel=1"), "org.apache.spark.deploy." + name, arguments);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Who comes too early waits much longer than this. */
  private static void awaitListener(String host, int port) {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port));
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IllegalStateException("nobody listens at " + host + ":" + port);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The processes of executors: all children of workers. */
  List<ProcessHandle> executors() {
    return daemons.isEmpty()
        ? ProcessHandle.current().children().toList()
        : daemons.stream().flatMap(Process::children).toList();
  }

  @Override
  public void close() {
    context.close();
    daemons.forEach(Process::destroyForcibly);
  }
}
