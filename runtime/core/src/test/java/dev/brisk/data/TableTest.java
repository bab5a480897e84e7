package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Table HOUSES =
      read("rooms,age,town,price\n3,10,Oslo,1e2\n4,,Bergen,+2.5\n5,30,Oslo,-.5\n");

  private static Table read(String text) {
    return Csv.withHeader().read(new StringReader(text), "houses.csv");
  }

  private static void assertRefused(ThrowingCallable use, String message) {
    assertThatExceptionOfType(DataException.class).isThrownBy(use).withMessage(message);
  }

  @Test
  void takesNumbersInTheOrderOfTheNames() {
    assertThat(HOUSES.numbers("price", "rooms"))
        .isDeepEqualTo(new double[][] {{100, 3}, {2.5, 4}, {-0.5, 5}});
    assertThat(HOUSES.floats("price", "rooms"))
        .isDeepEqualTo(new float[][] {{100, 3}, {2.5f, 4}, {-0.5f, 5}});
    assertThat(HOUSES.integers(0, 9, "rooms")).isDeepEqualTo(new int[][] {{3}, {4}, {5}});
  }

  @Test
  void takesSingleColumns() {
    assertThat(HOUSES.number("price")).containsExactly(100, 2.5, -0.5);
    assertThat(HOUSES.floatNumber("price")).containsExactly(100, 2.5f, -0.5f);
    assertThat(HOUSES.integer("rooms", 3, 5)).containsExactly(3, 4, 5);
    assertThat(HOUSES.text("town")).containsExactly("Oslo", "Bergen", "Oslo");
  }

  @Test
  void takesAllColumnsWhereNoneIsNamed() {
    Table numbers = HOUSES.without("town", "age");

    assertThat(numbers.columns()).containsExactly("rooms", "price");
    assertThat(numbers.numbers()).isDeepEqualTo(numbers.numbers("rooms", "price"));
  }

  @Test
  void roundsToAFloatOnce() {
    // Halfway between two floats and a little more: by way of a double, the little is lost.
    String text = "1.00000005960464477540";

    assertThat((float) Double.parseDouble(text)).isEqualTo(1);
    assertThat(read("a\n" + text).floatNumber("a")).containsExactly(Math.nextUp(1f));
  }

  @Test
  void takesTheExtremesOfIntegers() {
    assertThat(
            read("a\n-2147483648\n+2147483647\n")
                .integer("a", Integer.MIN_VALUE, Integer.MAX_VALUE))
        .containsExactly(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  @Test
  void givesLabelsInTheOrderOfNames() {
    Categories towns = HOUSES.categories("town");

    assertThat(towns.names()).containsExactly("Bergen", "Oslo");
    assertThat(HOUSES.label("town", towns)).containsExactly(1, 0, 1);
    assertThat(HOUSES.label("town", Categories.of("Oslo", "Bergen"))).containsExactly(0, 1, 0);
  }

  @Test
  void refusesACategoryThatOnlyAnotherFileHas() {
    Table others = Csv.withHeader().read(new StringReader("town\nOslo\n\"Voss\"\n"), "new.csv");

    assertRefused(
        () -> others.label("town", HOUSES.categories("town")),
        "new.csv:3, column 'town': 'Voss', expected one of 'Bergen', 'Oslo'");
  }

  @Test
  void encodesCategoriesInPlace() {
    Table encoded = HOUSES.oneHot("town", HOUSES.categories("town")).without("age");

    assertThat(encoded.columns()).containsExactly("rooms", "town=Bergen", "town=Oslo", "price");
    assertThat(encoded.numbers())
        .isDeepEqualTo(new double[][] {{3, 0, 1, 100}, {4, 1, 0, 2.5}, {5, 0, 1, -0.5}});
  }

  @Test
  void encodesSeveralColumns() {
    Table table = read("a,b\nx,u\ny,v\n");
    Table encoded = table.oneHot("b", table.categories("b")).oneHot("a", table.categories("a"));

    assertThat(encoded.columns()).containsExactly("a=x", "a=y", "b=u", "b=v");
    assertThat(encoded.numbers()).isDeepEqualTo(new double[][] {{1, 0, 1, 0}, {0, 1, 0, 1}});
  }

  @Test
  void encodesAsValuesWhereOnesAndZerosMeanMissingValues() {
    Table table = Csv.withHeader().missing("0", "1").read(new StringReader("a\nx\ny\n"), "f");

    assertThat(table.oneHot("a", table.categories("a")).numbers())
        .isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
  }

  @Test
  void refusesToEncodeIntoAColumnThatIsThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("a,a=x\nx,1\n").oneHot("a", Categories.of("x")))
        .withMessage("there would be two columns 'a=x'");
  }

  @Test
  void refusesMissingValuesIfNothingElseIsSaid() {
    assertRefused(
        () -> HOUSES.number("age"),
        "houses.csv:3, column 'age': '', expected a number, not a missing value");
    assertRefused(
        () -> read("t\n?\n").categories("t"),
        "houses.csv:2, column 't': '?', expected a text, not a missing value");
  }

  @Test
  void dropsRowsWithMissingValues() {
    assertThat(HOUSES.withoutMissing().number("rooms")).containsExactly(3, 5);
    assertThat(HOUSES.withoutMissing("rooms", "price").rows()).isEqualTo(3);
    assertThat(HOUSES.withoutMissing("age").line(1)).isEqualTo(4);
    assertRefused(
        () -> read("a,b\n?,1\n2,?\n").withoutMissing(),
        "houses.csv: a missing value in every row, expected at least 1 row without");
  }

  @Test
  void fillsMissingValues() {
    assertThat(HOUSES.fillMissing("age", -1).number("age")).containsExactly(10, -1, 30);
    assertThat(read("a,b,c\n?,?,?\n").fillMissing("b", "xyz").fillMissing("a", "").text("b"))
        .containsExactly("xyz");
    assertThat(read("a,b,c\n?,?,?\n").fillMissing("b", 2).fillMissing("c", 3).numbers("c", "b"))
        .isDeepEqualTo(new double[][] {{3, 2}});
  }

  @Test
  void fillsWithWhatOtherwiseMeansAMissingValue() {
    Table table = Csv.withHeader().missing("0.0").read(new StringReader("a\n0.0\n"), "f");

    assertThat(table.fillMissing("a", 0).number("a")).containsExactly(0);
  }

  @Test
  void fillsWithTheMeansOfOtherRows() {
    Table training = HOUSES.select(0, 1);
    Map<String, Double> means = training.means("age", "rooms");

    assertThat(means).containsExactly(Map.entry("age", 10.0), Map.entry("rooms", 3.5));
    assertThat(HOUSES.fillMissing(means).number("age")).containsExactly(10, 10, 30);
  }

  @Test
  void takesTheMeanThatCommonsMathTakes() {
    Table table = read("a\n0.1\n0.7\n?\n1e9\n-3.25\n");

    assertThat(table.means().get("a"))
        .isCloseTo(StatUtils.mean(new double[] {0.1, 0.7, 1e9, -3.25}), within(1e-7));
  }

  @Test
  void refusesTheMeanOfNothing() {
    assertRefused(
        () -> HOUSES.select(1).means("age"),
        "houses.csv: no value in column 'age', expected at least 1 to take the mean of");
  }

  @Test
  void refusesToFillWithNoNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOUSES.fillMissing("age", Double.NaN))
        .withMessage("the value for column 'age' is NaN, expected a finite number");
  }

  @Test
  void selectsRowsWithTheirLines() {
    Table selected = HOUSES.select(2, 0, 2);

    assertThat(selected.number("rooms")).containsExactly(5, 3, 5);
    assertThat(selected.line(0)).isEqualTo(4);
  }

  @Test
  void refusesRowsThatAreNotThere() {
    assertThatThrownBy(() -> HOUSES.select(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> HOUSES.select(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatIllegalArgumentException().isThrownBy(HOUSES::select);
  }

  @Test
  void refusesToDropAllColumns() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOUSES.without("rooms", "age", "town", "price"))
        .withMessage("no column is left, expected at least 1");
  }

  @Test
  void suggestsANameThatIsNear() {
    String there = "expected one of 'rooms', 'age', 'town', 'price'";

    for (String near : new String[] {"prcie", "Price", "prices", "pric", "prize"}) {
      assertRefused(
          () -> HOUSES.number(near),
          "houses.csv:1: no column '" + near + "', " + there + " (did you mean 'price'?)");
    }
    assertRefused(() -> HOUSES.without("cost"), "houses.csv:1: no column 'cost', " + there);
    assertRefused(
        () -> read("x1,x2\n1,2\n").number("x3"),
        "houses.csv:1: no column 'x3', expected one of 'x1', 'x2'");
  }

  @Test
  void listsAFewOfManyNames() {
    Table wide = Csv.withoutHeader().read(new StringReader("1,".repeat(783) + "1"), "wide.csv");

    assertThat(wide)
        .hasToString(
            "wide.csv: 1 rows, columns '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11',"
                + " '12' and 772 more");
  }

  @Test
  void refusesARangeWithoutNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOUSES.integer("rooms", 5, 3))
        .withMessage("the smallest is 5, expected at most the largest, 3");
  }

  @Test
  void isNotChangedByArraysThatItGave() {
    HOUSES.numbers("rooms")[0][0] = 99;

    assertThat(HOUSES.numbers("rooms")[0]).containsExactly(3);
  }
}
