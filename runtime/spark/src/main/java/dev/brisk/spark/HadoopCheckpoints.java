package dev.brisk.spark;

import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.TrainingReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * A folder of checkpoints in a file system of Hadoop's, such as HDFS or an object store, so that a
 * run outlives the machine of its driver. A fit writes them into a {@link #folder} here, of which
 * this keeps a copy there, and takes them up from here, as they were there when this was opened:
 *
 * <pre>{@code
 * try (var kept = HadoopCheckpoints.open("hdfs://namenode/runs/7", context.hadoopConfiguration())) {
 *   Fit options =
 *       Fit.epochs(30)
 *           .checkpoints(Checkpoints.in(kept.folder()).everySteps(500))
 *           .resumeFrom(kept.folder())
 *           .listener(kept);
 *   training.fit(trainer, shards, options);
 * }
 * }</pre>
 *
 * <p>A file appears there as a whole, by renaming, or not at all; what is no longer here is deleted
 * there when the newer ones are whole. It is for one run at a time.
 */
public final class HadoopCheckpoints implements FitListener, AutoCloseable {
  private static final String SUFFIX = ".safetensors";
  private static final String UNFINISHED = ".tmp";

  private final FileSystem system;
  private final org.apache.hadoop.fs.Path remote;
  private final Path local;

  /** What is there, by name: the time at which the file here was written. */
  private final Map<String, Long> copied = new LinkedHashMap<>();

  private HadoopCheckpoints(FileSystem system, org.apache.hadoop.fs.Path remote, Path local) {
    this.system = system;
    this.remote = remote;
    this.local = local;
  }

  /**
   * Opens a folder, which is made if it is not there, and fetches the checkpoints that are in it.
   *
   * @param uri of the folder: {@code hdfs://namenode/runs/7}, {@code file:///runs/7}
   * @throws UncheckedIOException if it cannot be read
   */
  public static HadoopCheckpoints open(String uri, Configuration configuration) {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(uri);
    try {
      FileSystem system = remote.getFileSystem(configuration);
      system.mkdirs(remote);
      HadoopCheckpoints opened =
          new HadoopCheckpoints(system, remote, Files.createTempDirectory("brisk-checkpoints"));
      opened.fetch();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoints in " + uri + " cannot be read", e);
    }
  }

  /** Where a fit is to write checkpoints, and to take them up. */
  public Path folder() {
    return local;
  }

  private void fetch() throws IOException {
    for (FileStatus file : system.listStatus(remote)) {
      String name = file.getPath().getName();
      if (name.endsWith(SUFFIX)) {
        Path here = local.resolve(name);
        try (var in = system.open(file.getPath())) {
          Files.copy(in, here);
        }
        copied.put(name, modified(here));
      } else if (name.endsWith(SUFFIX + UNFINISHED)) {
        system.delete(file.getPath(), false);
      }
    }
  }

  @Override
  public void updated(FitProgress progress) {
    copy();
  }

  @Override
  public void completed(FitProgress progress, TrainingReport.Epoch epoch) {
    copy();
  }

  @Override
  public void ended(FitProgress progress, TrainingReport report) {
    copy();
  }

  /**
   * Copies what is new, then deletes what is gone; {@link #updated} and the like do it.
   *
   * @throws UncheckedIOException if it cannot be written, which ends a fit; what was there before
   *     is as it was
   */
  private void copy() {
    try {
      Map<String, Long> here = here();
      for (Map.Entry<String, Long> file : here.entrySet()) {
        if (!file.getValue().equals(copied.get(file.getKey()))) {
          put(file.getKey());
          copied.put(file.getKey(), file.getValue());
        }
      }
      for (String name : copied.keySet().toArray(String[]::new)) {
        if (!here.containsKey(name)) {
          system.delete(there(name), false);
          copied.remove(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoints in " + remote + " cannot be written", e);
    }
  }

  private Map<String, Long> here() throws IOException {
    Map<String, Long> here = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(local)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(SUFFIX)) {
          here.put(name, modified(file));
        }
      }
    }
    return here;
  }

  private void put(String name) throws IOException {
    org.apache.hadoop.fs.Path unfinished = there(name + UNFINISHED);
    try (var out = system.create(unfinished, true)) {
      Files.copy(local.resolve(name), out);
    }
    if (!system.rename(unfinished, there(name))) {
      // Most file systems do not rename onto a file that is there.
      system.delete(there(name), false);
      if (!system.rename(unfinished, there(name))) {
        throw new IOException(unfinished + " cannot be renamed");
      }
    }
  }

  private org.apache.hadoop.fs.Path there(String name) {
    return new org.apache.hadoop.fs.Path(remote, name);
  }

  private static long modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  /** Deletes the folder here; the one there stays. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(local)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(local + " cannot be deleted", e);
    }
  }
}
