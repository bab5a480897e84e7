package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.data.Standardisation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to a model and is no parameter travels in its files. */
class AttachmentsTest {
  private static final Standardisation SCALE =
      Standardisation.fit(new double[][] {{0.1, 7}, {1 / 3.0, -2e-9}, {5, 1e12}});

  private final Line line = new Line(7, RunPlan.OPEN);
  private final Line later = new Line(7, RunPlan.OPEN);

  @TempDir private Path folder;

  @Test
  void aScaleComesBackToTheLastBit() {
    Path file = folder.resolve("line.safetensors");
    line.attach("points", SCALE.toTexts());
    line.attach("about", Map.of("unit/x", "metres"));
    line.save(file);

    later.restore(file);

    assertThat(Standardisation.fromTexts(later.attached("points"))).isEqualTo(SCALE);
    assertThat(later.attached("about")).containsExactly(Map.entry("unit/x", "metres"));
  }

  @Test
  void comesWithTheParametersAlone() {
    Path file = folder.resolve("parameters.safetensors");
    line.attach("points", SCALE.toTexts());
    line.saveParameters(file);

    later.restoreParameters(file);

    assertThat(Standardisation.fromTexts(later.attached("points"))).isEqualTo(SCALE);
  }

  @Test
  void comesWithACheckpointThatIsTakenUp() {
    line.attach("points", SCALE.toTexts());
    Fit fit = Fit.epochs(2).checkpoints(Checkpoints.in(folder)).resumeFrom(folder);
    line.fit(Line.points(9), fit);

    later.fit(Line.points(9), fit);

    assertThat(Standardisation.fromTexts(later.attached("points"))).isEqualTo(SCALE);
  }

  @Test
  void whatIsAttachedAgainTakesThePlaceOfTheOld() {
    line.attach("points", Map.of("a", "1"));
    line.attach("points", Map.of("b", "2"));
    assertThat(line.attached("points")).containsExactly(Map.entry("b", "2")).isUnmodifiable();
  }

  @Test
  void staysAsItIsWhereAFileIsRefused() {
    Path file = folder.resolve("shelf.safetensors");
    Shelf shelf = new Shelf(4, 3);
    shelf.attach("points", Map.of("a", "1"));
    shelf.save(file);
    line.attach("points", Map.of("b", "2"));

    assertThatExceptionOfType(CheckpointException.class).isThrownBy(() -> line.restore(file));
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> line.restoreParameters(file));

    assertThat(line.attached("points")).containsExactly(Map.entry("b", "2"));
  }

  @Test
  void refusesNamesThatItCannotKeepOrDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.attach("a/b", Map.of()))
        .withMessage("name is 'a/b', expected at least a letter, and no slash");
    line.attach("points", Map.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.attached("pixels"))
        .withMessage("name is 'pixels', attached are [points]");
  }
}
