package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.End;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A run that is broken off and taken up again.
 *
 * @param model of which it is
 * @param type the compiled class
 * @param fit how long it is
 */
record ResumedRun(ResumedModel model, Class<?> type, Fit fit) {
  /** Of two epochs, which each run has at least. */
  private static final int UPDATES = 4;

  /** Three updates an epoch, the last one short; two where two batches are an update. */
  private static final int BATCH = 32;

  /** So many checkpoints that none is deleted. */
  private static final int ALL = 1_000;

  /**
   * What a run comes to.
   *
   * @param state all bits of it, as the file that they are saved to
   */
  record Result(List<Epoch> epochs, List<Recovery> recoveries, End end, ByteBuffer state) {
    boolean isRecovered() {
      return !recoveries.isEmpty();
    }

    boolean isEarly() {
      return end == End.EARLY;
    }
  }

  /** What it comes to if it is never broken off. */
  Result straight(Path folder) throws IOException {
    return result(trained(0), options(1), folder);
  }

  /**
   * What it comes to if checkpoints are written on the way.
   *
   * @param folder in which one of them is left, of a step that is drawn
   */
  Result brokenOff(int threads, SplittableRandom random, Path folder) throws IOException {
    int every = random.nextInt(1, UPDATES);
    Path written = folder.resolve("written");
    CompiledModel trained = trained(0);
    Checkpoints checkpoints = Checkpoints.in(written).everySteps(every).keepLast(ALL);
    Result result = result(trained, options(threads).checkpoints(checkpoints), folder);

    List<Path> files;
    try (Stream<Path> all = Files.list(written)) {
      files = all.sorted().toList();
    }
    Path left = files.get(random.nextInt(files.size() - 1));
    assertThat(left).exists();
    for (Path file : files) {
      if (!file.equals(left)) {
        Files.delete(file);
      }
    }
    return result;
  }

  /** What it comes to if it is taken up from there, by a trainer of another seed. */
  Result resumed(int threads, Path folder) throws IOException {
    return result(trained(12345), options(threads).resumeFrom(folder.resolve("written")), folder);
  }

  private CompiledModel trained(long seed) {
    return CompiledModel.of(
        CompiledModel.object(type.getClassLoader(), type.getName()), "loss", seed);
  }

  private Fit options(int threads) {
    return fit.batchSize(BATCH).threads(threads);
  }

  private Result result(CompiledModel trained, Fit options, Path folder) throws IOException {
    Object examples = trained.examples(model.examples());
    Examples<?> held = (Examples<?>) trained.examples(model.examples().subList(0, 7));
    TrainingReport report = trained.fit(examples, options.validation(held));
    Path file = Files.createTempFile(folder, "result", ".safetensors");
    trained.trainer().save(file);
    return new Result(
        report.epochs(),
        report.recoveries(),
        report.end(),
        ByteBuffer.wrap(Files.readAllBytes(file)));
  }
}
