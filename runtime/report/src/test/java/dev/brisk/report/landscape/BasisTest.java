package dev.brisk.report.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.report.landscape.ParameterPath.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BasisTest {
  private final Random random = new Random(4);
  private final double[] origin = vector();
  private final Direction x = new Direction("x", 3, vector());
  private final Direction y = new Direction("y", -1, vector());
  private final Basis basis = new Basis(origin, x, y);

  private double[] vector() {
    return random.doubles(6, -1, 1).toArray();
  }

  @Test
  void originIsAtTheStartOfBothAxes() {
    assertThat(basis.at(3, -1)).isEqualTo(origin);
    assertThat(basis.place(origin)).containsExactly(3, -1);
  }

  @Test
  void placeOfWhatIsOnThePlaneIsWhereItWasPut() {
    assertThat(Math.abs(basis.cosine())).isGreaterThan(0.1);
    assertThat(basis.place(basis.at(0.5, 7))).containsExactly(new double[] {0.5, 7}, within(1e-10));
  }

  @Test
  void placeOfAnyPointIsTheNearest() {
    double[] point = vector();
    double[] place = basis.place(point);
    double[] rest = Vectors.minus(point, basis.at(place[0], place[1]));

    assertThat(Vectors.length(rest)).isGreaterThan(0.1);
    assertThat(Vectors.dot(rest, x.vector())).isCloseTo(0, within(1e-12));
    assertThat(Vectors.dot(rest, y.vector())).isCloseTo(0, within(1e-12));
  }

  @Test
  void shareIsThatOfSquaredDistances() {
    Basis flat =
        new Basis(
            new double[3],
            new Direction("x", 0, new double[] {2, 0, 0}),
            new Direction("y", 0, new double[] {0, 1, 0}));

    assertThat(flat.share(List.of(new Point(0, new double[] {3, 0, 4})))).isEqualTo(9.0 / 25);
    assertThat(flat.share(List.of(new Point(0, new double[] {3, 4, 0})))).isEqualTo(1);
    assertThat(flat.share(List.of())).isEqualTo(1);
  }

  @Test
  void refusesDirectionsOnALine() {
    Direction opposite = new Direction("z", 0, Vectors.plus(new double[6], -2, x.vector()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Basis(origin, x, opposite))
        .withMessage(
            "the angle of the directions x and z is 0, expected two directions that span a plane");
  }
}
