package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.data.Categories;
import dev.brisk.data.Csv;
import dev.brisk.data.DataException;
import dev.brisk.data.IdxFile;
import dev.brisk.data.LibsvmFile;
import dev.brisk.data.MappedRows;
import dev.brisk.data.NumericArray;
import dev.brisk.data.NumpyFile;
import dev.brisk.data.SparseRows;
import dev.brisk.data.Split;
import dev.brisk.data.Standardisation;
import dev.brisk.data.Table;
import dev.brisk.runtime.ExampleStream;
import dev.brisk.runtime.Fit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DataGuideTest extends PageFiles {
  @Test
  void aTableBecomesExamples() throws IOException {
    Files.writeString(Path.of("houses.csv"), houses());
    var model = new HousePrice();
    var trainer = new HousePriceTrainer(model, 1);

    Table houses = Csv.withHeader().read(Path.of("houses.csv"));
    Split split = Split.of(houses.rows()).seed(7).fractions(0.8, 0.2);
    Table training = houses.select(split.training());

    Categories towns = houses.categories("town");
    Table ready = houses.fillMissing(training.means("rooms", "age")).oneHot("town", towns);
    double[][] features = ready.without("price").numbers();
    double[] prices = ready.number("price");

    Standardisation scale =
        Standardisation.fit(ready.select(split.training()).without("price").numbers());
    var examples = HousePriceTrainer.examples(scale.apply(features), prices);
    trainer.fit(
        examples.select(split.training()),
        Fit.epochs(20).validation(examples.select(split.validation())));

    assertThat(split.training()).hasSize(80);
    assertThat(towns).isEqualTo(Categories.of("Bergen", "Oslo"));
    assertThat(features[3][1]).isEqualTo(training.means("age").get("age"));
    assertThat(trainer.loss(examples.select(split.validation()))).isLessThan(100);
    assertThatThrownBy(() -> houses.number("agee"))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "houses.csv:1: no column 'agee', expected one of 'rooms', 'age', 'town', 'price' (did"
                + " you mean 'age'?)");
  }

  /** 100 a room less a few for the age, and more in Oslo; the age of the fourth is not known. */
  private static String houses() {
    StringBuilder csv = new StringBuilder("rooms,age,town,price\n");
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      int rooms = 1 + random.nextInt(6);
      int age = random.nextInt(50);
      boolean isInOslo = random.nextBoolean();
      int price = 100 * rooms - age + (isInOslo ? 50 : 0);
      csv.append(rooms).append(',').append(i == 3 ? "" : String.valueOf(age));
      csv.append(isInOslo ? ",Oslo," : ",Bergen,").append(price).append('\n');
    }
    return csv.toString();
  }

  @Test
  void aSeriesIsSplitByTime() throws IOException {
    StringBuilder csv = new StringBuilder("day,value\n");
    for (int day = 1; day <= 20; day++) {
      csv.append(day).append(',').append(day % 7).append('\n');
    }
    Files.writeString(Path.of("days.csv"), csv);
    Table days = Csv.withHeader().read(Path.of("days.csv"));

    Split split = Split.of(days.rows()).inOrder().fractions(0.7, 0.15, 0.15);
    Table past = days.select(split.training());
    Table present = days.select(split.validation());
    Table future = days.select(split.test());

    assertThat(past.number("day")).hasSize(14).startsWith(1, 2).endsWith(13, 14);
    assertThat(present.number("day")).containsExactly(15, 16, 17);
    assertThat(future.number("day")).containsExactly(18, 19, 20);
  }

  @Test
  void otherFilesBecomeArrays() throws IOException {
    var images = Path.of("images-idx3-ubyte");
    var labels = Path.of("labels-idx1-ubyte");
    Files.write(images, idx(new byte[2 * 28 * 28], 2, 28, 28));
    Files.write(labels, idx(new byte[] {9, 0}, 2));
    NumpyFile.write(Path.of("x.npy"), NumericArray.of(new double[][] {{1, 2}, {3, 4}}));
    NumpyFile.writeAll(Path.of("data.npz"), Map.of("y", NumericArray.of(new int[] {5, 6})));
    Files.writeString(Path.of("train.libsvm"), "+1 3:0.5 47236:1\n-1 1:2\n");

    // MNIST and its relatives, gzipped or not; pixels from 0 to 1
    float[][] pixels = IdxFile.read(images).withRowsOf(28, 28).floats(1 / 255.0);
    int[] digits = IdxFile.read(labels).labels(10);

    // NumPy: an array, or named arrays
    double[][] features = NumpyFile.read(Path.of("x.npy")).doubles();
    var arrays = NumpyFile.readAll(Path.of("data.npz"));

    // LIBSVM: sparse rows for a model with @Sparse parameters, or filled up with zeros
    SparseRows rows = LibsvmFile.read(Path.of("train.libsvm"), 47_236);
    var sparse =
        SparseModelTrainer.examples(rows.indices(), rows.doubleValues(), rows.classesOf(-1, 1));

    assertThat(pixels).hasDimensions(2, 784);
    assertThat(digits).containsExactly(9, 0);
    assertThat(features[1]).containsExactly(3, 4);
    assertThat(arrays).containsOnlyKeys("y");
    assertThat(rows.indices()[0]).containsExactly(2, 47_235);
    assertThat(new SparseModelTrainer(new SparseModel()).trainBatch(sparse, 0, 2))
        .isEqualTo(Math.log(2), within(1e-12));
  }

  /** Bytes as the files of MNIST have them: a magic number, extents, and values. */
  private static byte[] idx(byte[] values, int... extents) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {0, 0, 8, (byte) extents.length});
    for (int extent : extents) {
      file.writeBytes(new byte[] {0, 0, 0, (byte) extent});
    }
    file.writeBytes(values);
    return file.toByteArray();
  }

  @Test
  void whatDoesNotFitIntoMemoryIsReadByWindows() throws IOException {
    Garments garments = Garments.draw(200, 1);
    NumpyFile.write(Path.of("x.npy"), NumericArray.of(garments.pixels()));
    NumpyFile.write(Path.of("y.npy"), NumericArray.of(garments.labels()));
    var trainer = new FashionNetTrainer(new FashionNet(), 1);
    double before = trainer.loss(garments.examples());

    try (MappedRows pixels = MappedRows.open(Path.of("x.npy"));
        MappedRows labels = MappedRows.open(Path.of("y.npy"))) {
      var stream =
          ExampleStream.of(
              pixels.rows(),
              64 * 1000,
              (from, to) ->
                  FashionNetTrainer.examples(
                      pixels.floats(from, to), labels.integers(from, to, 0, 9)));
      trainer.fit(stream, Fit.epochs(3).batchSize(64));
    }

    assertThat(trainer.stepCount()).isEqualTo(12);
    assertThat(trainer.loss(garments.examples())).isLessThan(before / 2);
  }
}
