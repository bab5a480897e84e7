package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.data.Standardisation;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Serving;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SavingGuideTest extends PageFiles {
  private static final Fit ONE_EPOCH = Fit.epochs(1).batchSize(16);

  private final Garments garments = Garments.draw(64, 1);
  private final FashionNet trained = new FashionNet();
  private final FashionNetTrainer trainer = new FashionNetTrainer(trained, 1);

  @Test
  void aTrainerGoesOnFromItsFile() {
    trainer.fit(garments.examples(), ONE_EPOCH);

    trainer.save(Path.of("fashion.safetensors"));

    var later = new FashionNetTrainer(new FashionNet());
    later.restore(
        Path.of("fashion.safetensors")); // goes on as the first one would have, bit by bit

    trainer.fit(garments.examples(), ONE_EPOCH);
    later.fit(garments.examples(), ONE_EPOCH);
    assertThat(later.stepCount()).isEqualTo(8);
    assertThat(later.logits(garments.examples())).isEqualTo(trainer.logits(garments.examples()));
  }

  @Test
  void whatBelongsToAModelComesBackWithIt() {
    Standardisation scale = Standardisation.fit(garments.pixels());
    var later = new FashionNetTrainer(new FashionNet());

    trainer.attach("pixels", scale.toTexts());
    trainer.save(Path.of("fashion.safetensors"));

    later.restore(Path.of("fashion.safetensors"));
    Standardisation again = Standardisation.fromTexts(later.attached("pixels"));

    assertThat(again).isEqualTo(scale);
  }

  @Test
  void parametersAreForOthersToRead() {
    new FashionNetTrainer(new FashionNet(), 2).saveParameters(Path.of("theirs.safetensors"));
    float[] before = trained.w1.clone();

    trainer.saveParameters(Path.of("fashion.safetensors")); // or fashion.npz, for numpy.load
    trainer.restoreParameters(Path.of("theirs.safetensors")); // also one that PyTorch's users wrote

    assertThat(trained.w1).isNotEqualTo(before);
    trainer.restoreParameters(Path.of("fashion.safetensors"));
    assertThat(trained.w1).isEqualTo(before);
  }

  @Test
  void otherThreadsPredictWithCopies() {
    float[] pixels = garments.pixels()[0];
    int label = garments.labels()[0];

    var serving = Serving.of(trainer); // the thread that trains
    trainer.step(pixels, label);
    serving.publish(); // after any step, or in a fit's onEpoch

    var model = new FashionNet(); // each thread that predicts
    var reader = serving.reader(new FashionNetTrainer(model));
    reader.refresh(); // the newest weights, all of one step
    model.logits(pixels);

    assertThat(model.w1).isEqualTo(trained.w1);
    trainer.step(pixels, label);
    assertThat(reader.refresh()).isFalse();
    assertThat(model.w1).isNotEqualTo(trained.w1);
    serving.publish();
    assertThat(reader.refresh()).isTrue();
    assertThat(model.w1).isEqualTo(trained.w1);
  }

  @Test
  void aPredictorReadsTheFileOfParameters() throws IOException {
    float[] pixels = garments.pixels()[0];
    trainer.saveParameters(Path.of("fashion.safetensors"));

    var predictor =
        FashionNetPredictor.load(
            Path.of("fashion.safetensors")); // or an InputStream, as a resource
    float[] logits = predictor.logits(pixels); // by any number of threads

    assertThat(logits).containsExactly(trained.logits(pixels), within(1e-5f));
  }
}
