package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of checkpoints, which are named by the updates that were done. */
final class CheckpointFolder {
  private static final Pattern NAME = Pattern.compile("step-(\\d{9,18})\\.safetensors");

  /** What a process that was killed while it wrote has left. */
  private static final Pattern LEFT_OVER =
      Pattern.compile("\\.(step-\\d+|best)\\.safetensors\\..*\\.tmp");

  private final Path folder;

  CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  Path file(long step) {
    return folder.resolve(String.format(Locale.ROOT, "step-%09d.safetensors", step));
  }

  Path best() {
    return folder.resolve("best.safetensors");
  }

  /** The checkpoints, none if there is no such folder. */
  List<Path> newestFirst() {
    return Files.exists(folder)
        ? list(file -> step(file) >= 0).stream()
            .sorted(Comparator.comparingLong(CheckpointFolder::step).reversed())
            .toList()
        : List.of();
  }

  /** The updates that were done; -1 if it is no name of a checkpoint. */
  static long step(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  /** Makes the folder if it is not there, and deletes what was left half-written in it. */
  void prepare() {
    try {
      Files.createDirectories(folder);
      for (Path file : list(name -> LEFT_OVER.matcher(name.getFileName().toString()).matches())) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw CheckpointException.inFolder(folder, "cannot be written into", e);
    }
  }

  /** Deletes all up to that step but the newest ones. */
  void keep(int count, long step) {
    try {
      for (Path file :
          newestFirst().stream().filter(file -> step(file) <= step).skip(count).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw CheckpointException.inFolder(folder, "has older ones that cannot be deleted", e);
    }
  }

  private List<Path> list(Predicate<Path> wanted) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(wanted).toList();
    } catch (IOException e) {
      throw CheckpointException.inFolder(folder, "could not be read", e);
    }
  }
}
