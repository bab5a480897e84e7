package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.data.LibsvmFile;
import dev.brisk.data.SparseRows;
import dev.brisk.runtime.Fit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of sparse rows to a model that goes through no others. */
class SparseFilesTest {
  @TempDir private Path folder;

  @Test
  void trainsOnTheSparseRowsOfAFile() throws IOException {
    var training = rows(write("train", 1, 2_000));
    var test = rows(write("test", 2, 500));
    var trainer = new SparseClassifierTrainer(new SparseClassifier(), 3);

    trainer.fit(examples(training), Fit.epochs(5).batchSize(8));

    assertThat(trainer.accuracy(examples(test))).isGreaterThan(0.9);
  }

  private static SparseRows rows(Path file) {
    return LibsvmFile.read(file, SparseClassifier.WIDTH);
  }

  private static SparseClassifierTrainer.Examples examples(SparseRows rows) {
    return SparseClassifierTrainer.examples(
        rows.indices(), rows.doubleValues(), rows.classesOf(-1, 1));
  }

  /** Documents of 20 words: those of the class 1 are odd more often than not. */
  private Path write(String name, int seed, int count) throws IOException {
    var random = new SplittableRandom(seed);
    var text = new StringBuilder();
    for (int row = 0; row < count; row++) {
      boolean isOdd = random.nextBoolean();
      var words = new TreeSet<Integer>();
      while (words.size() < 20) {
        int pair = random.nextInt(SparseClassifier.WIDTH / 2);
        boolean isLike = random.nextDouble() < 0.8;
        words.add(2 * pair + (isLike == isOdd ? 1 : 2));
      }
      text.append(isOdd ? "+1" : "-1");
      words.forEach(word -> text.append(' ').append(word).append(":0.25"));
      text.append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }
}
