package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.brisk.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, or that nobody may write to: the older checkpoint is there still. */
class UnwritableTest {
  private static final Line.Points POINTS = Line.points(12);

  /** Of an array and its momentum, so that one file fits onto the disk, and another does not. */
  private static final int LENGTH = 40_000;

  private static final int KILOBYTES = 1_000;

  @TempDir private Path folder;
  private final Shelf shelf = new Shelf(LENGTH, 3);

  @BeforeEach
  void train() {
    shelf.trainBatch(POINTS, 0, 1);
  }

  /** Saving fails for that reason, and changes neither the trainer nor anything in the folder. */
  private void assertCannotSave(Path file, String reason) throws IOException {
    List<String> files = files(file.getParent());
    byte[] older = Files.readAllBytes(file);
    shelf.trainBatch(POINTS, 0, 1);
    List<Object> state = StateBits.of(shelf);

    assertFails(() -> shelf.save(file), "the checkpoint " + file + " could not be written", reason);

    assertThat(StateBits.of(shelf)).isEqualTo(state);
    assertThat(files(file.getParent())).isEqualTo(files);
    assertThat(Files.readAllBytes(file)).isEqualTo(older);
  }

  private static void assertFails(ThrowingCallable saving, String start, String reason) {
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(saving)
        .withMessageStartingWith(start)
        .withMessageContaining(reason)
        .withCauseInstanceOf(IOException.class);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFullDiskLeavesTheOlderCheckpoint() throws IOException {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), KILOBYTES)) {
      Path file = disk.folder().resolve("state.safetensors");
      shelf.save(file);
      assertCannotSave(file, "No space left on device");

      Shelf restored = new Shelf(LENGTH, 3);
      restored.restore(file);
      assertThat(restored.stepCount()).isEqualTo(1);

      Files.move(file, folder.resolve("elsewhere"));
      shelf.save(file);
      restored.restore(file);
      assertThat(StateBits.of(restored)).isEqualTo(StateBits.of(shelf));
    }
  }

  @Test
  void aDiskThatNobodyMayWriteToLeavesTheOlderCheckpoint() throws IOException {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), KILOBYTES)) {
      Path file = disk.folder().resolve("state.safetensors");
      shelf.save(file);
      disk.readOnly();

      assertCannotSave(file, "Read-only file system");
      shelf.restore(file);
      assertThat(shelf.stepCount()).isEqualTo(1);
    }
  }

  @Test
  void aFolderThatOneMayNotWriteToLeavesTheOlderCheckpoint() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Path file = folder.resolve("state.safetensors");
    shelf.save(file);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(folder)).as("all may be written by this user").isFalse();
      assertCannotSave(file, "AccessDeniedException");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Fit everyUpdateInto(Path folder) {
    return fit(Checkpoints.in(folder).everySteps(1).keepLast(1));
  }

  private static Fit fit(Checkpoints checkpoints) {
    return Fit.epochs(2).batchSize(5).checkpoints(checkpoints);
  }

  @Test
  void aFitEndsWhereTheDiskIsFullAndItsCheckpointsCanBeGoneOnWith() throws IOException {
    Shelf whole = new Shelf(LENGTH, 3);
    whole.fit(POINTS, Fit.epochs(2).batchSize(5));
    Path elsewhere = folder.resolve("elsewhere");
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), KILOBYTES)) {
      Path runs = disk.folder().resolve("runs");
      Shelf fresh = new Shelf(LENGTH, 3);
      assertFails(
          () -> fresh.fit(POINTS, everyUpdateInto(runs)),
          "the checkpoint " + runs.resolve("step-000000002.safetensors") + " could not be written",
          "No space left on device");

      assertThat(files(runs)).containsExactly("step-000000001.safetensors");
      Files.createDirectory(elsewhere);
      Files.copy(
          runs.resolve("step-000000001.safetensors"),
          elsewhere.resolve("step-000000001.safetensors"));
    }
    Shelf resumed = new Shelf(LENGTH, 3);
    resumed.fit(POINTS, everyUpdateInto(elsewhere).resumeFrom(elsewhere));

    assertThat(StateBits.of(resumed)).isEqualTo(StateBits.of(whole));
  }

  @Test
  void aFitGoesOnWhereTheDiskIsFullAndThatIsAskedFor() throws IOException {
    Shelf whole = new Shelf(LENGTH, 3);
    whole.fit(POINTS, Fit.epochs(2).batchSize(5));
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), KILOBYTES)) {
      Path runs = disk.folder().resolve("runs");
      Shelf fresh = new Shelf(LENGTH, 3);
      fresh.fit(POINTS, fit(Checkpoints.in(runs).everySteps(1).keepLast(1).continueOnFailure()));

      assertThat(StateBits.of(fresh)).isEqualTo(StateBits.of(whole));
      assertThat(files(runs)).containsExactly("step-000000001.safetensors");
      Shelf restored = new Shelf(LENGTH, 3);
      restored.restore(runs.resolve("step-000000001.safetensors"));
      assertThat(restored.stepCount()).isEqualTo(1);
    }
  }

  @Test
  void aFitDoesNotBeginWhereItMayNotWrite() throws IOException {
    try (SmallDisk disk = SmallDisk.of(folder.resolve("disk"), KILOBYTES)) {
      Path runs = Files.createDirectory(disk.folder().resolve("runs"));
      disk.readOnly();
      Shelf fresh = new Shelf(LENGTH, 3);

      assertFails(
          () -> fresh.fit(POINTS, everyUpdateInto(runs.resolve("new"))),
          "the folder of checkpoints " + runs.resolve("new") + " cannot be written into",
          "Read-only file system");
      assertThat(fresh.stepCount()).isZero();
    }
  }
}
