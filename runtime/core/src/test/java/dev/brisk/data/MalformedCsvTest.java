package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong, a byte for each character here, and what is said of each. */
class MalformedCsvTest {
  private static final Csv NAMED = Csv.withHeader();
  private static final Csv UNNAMED = Csv.withoutHeader();
  private static final String TEXT_AFTER_QUOTE =
      "something after a closing quote, expected a delimiter or the end of the line";
  private static final String NO_END =
      "a quotation without an end, expected a second quote before the end of the file";
  private static final String NO_TEXT = "bytes that are no characters, expected a text in UTF-8";
  private static final String NUL = "a NUL character, expected a text";
  private static final String EMPTY = "an empty file, expected a header and at least 1 row";
  private static final String NO_ROWS = "a header and nothing below it, expected at least 1 row";
  private static final String NAMES = ", expected a name of its own for each column";
  private static final String NUMBER = ", expected a number";
  private static final String DIGIT = ", expected a whole number from 0 to 9";
  private static final String NOT_MISSING = ", not a missing value";

  private static Table read(Csv csv, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return csv.read(new ByteArrayInputStream(bytes), "f.csv");
  }

  static Stream<Arguments> filesThatCannotBeRead() {
    return Stream.of(
        // Nothing there.
        arguments(NAMED, "", "f.csv:1: " + EMPTY),
        arguments(UNNAMED, "", "f.csv:1: an empty file, expected at least 1 row"),
        arguments(NAMED, "\n\r\n \n", "f.csv:1: " + EMPTY),
        arguments(NAMED, "\u00ef\u00bb\u00bf", "f.csv:1: " + EMPTY),
        arguments(NAMED, "a,b", "f.csv:1: " + NO_ROWS),
        arguments(NAMED, "a,b\n", "f.csv:1: " + NO_ROWS),
        arguments(NAMED, "\n\na,b\n\n\n", "f.csv:3: " + NO_ROWS),
        // Names.
        arguments(NAMED, ",b\n1,2\n", "f.csv:1: column 1 has no name" + NAMES),
        arguments(NAMED, "a,b,\n1,2,3\n", "f.csv:1: column 3 has no name" + NAMES),
        arguments(NAMED, "a,\"\"\n1,2\n", "f.csv:1: column 2 has no name" + NAMES),
        arguments(NAMED, "a,b,a\n1,2,3\n", "f.csv:1: columns 1 and 3 are both named 'a'" + NAMES),
        arguments(
            NAMED, "\na, \"a\"\n1,2\n", "f.csv:2: columns 1 and 2 are both named 'a'" + NAMES),
        // Width.
        arguments(NAMED, "a,b\n1\n", "f.csv:2: 1 cell, expected 2 as in line 1"),
        arguments(NAMED, "a,b\n1,2,3\n", "f.csv:2: 3 cells, expected 2 as in line 1"),
        arguments(NAMED, "a,b\n1,2\n3,4,\n", "f.csv:3: 3 cells, expected 2 as in line 1"),
        arguments(NAMED, "a\n1\n1,\n", "f.csv:3: 2 cells, expected 1 as in line 1"),
        arguments(NAMED, "\n\na,b\n\n1\n", "f.csv:5: 1 cell, expected 2 as in line 3"),
        arguments(NAMED, "a,b\n\"1\n\n\",2\n3\n", "f.csv:5: 1 cell, expected 2 as in line 1"),
        arguments(NAMED, "\"a\nb\",c\n1\n", "f.csv:3: 1 cell, expected 2 as in line 1"),
        arguments(NAMED, "a,b\r1,2\r3\r", "f.csv:3: 1 cell, expected 2 as in line 1"),
        arguments(NAMED, "a,b\r\n1,2\r\n3\r\n", "f.csv:3: 1 cell, expected 2 as in line 1"),
        arguments(UNNAMED, "1,2\n3,4\n5\n", "f.csv:3: 1 cell, expected 2 as in line 1"),
        arguments(
            Csv.withoutHeader("a", "b"),
            "1,2,3\n",
            "f.csv:1: 3 cells, expected 2, one for each name"),
        arguments(
            Csv.withoutHeader("a", "b"),
            "1,2\n3\n",
            "f.csv:2: 1 cell, expected 2, one for each name"),
        arguments(NAMED.delimiter(';'), "a;b\n1,2\n", "f.csv:2: 1 cell, expected 2 as in line 1"),
        arguments(NAMED, "a,b\n1;2\n", "f.csv:2: 1 cell, expected 2 as in line 1"),
        arguments(NAMED, "a,b\n# no,comment,here\n", "f.csv:2: 3 cells, expected 2 as in line 1"),
        arguments(NAMED, "a,b\n\"1,2\"\n", "f.csv:2: 1 cell, expected 2 as in line 1"),
        // Quotes.
        arguments(NAMED, "a,b\n1,\"2\n", "f.csv:2: " + NO_END),
        arguments(NAMED, "\"a,b\n1,2\n", "f.csv:1: " + NO_END),
        arguments(NAMED, "a,b\n1,2\n\"\n\n\n", "f.csv:3: " + NO_END),
        arguments(NAMED, "a,b\n1,\"", "f.csv:2: " + NO_END),
        arguments(NAMED, "a,b\n1,\"2\"\"\n", "f.csv:2: " + NO_END),
        arguments(NAMED, "a,b\n1,\"2\"x\n", "f.csv:2: " + TEXT_AFTER_QUOTE),
        arguments(NAMED, "a,b\n\"x\"y\"z\",2\n", "f.csv:2: " + TEXT_AFTER_QUOTE),
        arguments(NAMED, "\"a\"b\n1\n", "f.csv:1: " + TEXT_AFTER_QUOTE),
        arguments(NAMED, "a,b\n1,2\n1,\"\n\n\"x\n", "f.csv:3: " + TEXT_AFTER_QUOTE),
        arguments(NAMED, "a,b\n1,\"2\" \"3\"\n", "f.csv:2: " + TEXT_AFTER_QUOTE),
        // Bytes.
        arguments(NAMED, "a,b\n1,\u00e9\n", "f.csv:2: " + NO_TEXT),
        arguments(NAMED, "\u00ff\u00fea\0,\0b\0", "f.csv:1: " + NO_TEXT),
        arguments(NAMED, "a,b\n1,2\n\u00c3", "f.csv:3: " + NO_TEXT),
        arguments(NAMED, "a,b\n1,\u00c3\n3,4\n", "f.csv:2: " + NO_TEXT),
        arguments(NAMED, "a\n\u00c0\u0080\n", "f.csv:2: " + NO_TEXT),
        arguments(NAMED, "a\n\u00ed\u00a0\u0080\n", "f.csv:2: " + NO_TEXT),
        arguments(NAMED, "a\n\u00f8\u0088\u0080\u0080\u0080\n", "f.csv:2: " + NO_TEXT),
        arguments(NAMED, "a\r\n1\r\n\"\r\n\u0080\"\r\n", "f.csv:4: " + NO_TEXT),
        arguments(NAMED, "a,b\n1,\0\n", "f.csv:2: " + NUL),
        arguments(NAMED, "\0", "f.csv:1: " + NUL),
        arguments(NAMED, "a\n1\n2\n\0\0\0", "f.csv:4: " + NUL),
        arguments(NAMED, "a\0\n\0001\0\n\0", "f.csv:1: " + NUL));
  }

  private static Arguments wrong(String text, Function<Table, Object> use, String message) {
    return arguments(text, use, message);
  }

  private static Arguments noNumber(String cell) {
    return noNumber(cell, NUMBER);
  }

  private static Arguments noNumber(String cell, String expected) {
    return wrong(
        "id,a\n7,1\n8," + cell + "\n",
        table -> table.numbers(),
        "f.csv:3, column 'a': '" + cell + "'" + expected);
  }

  private static Arguments noFloat(String cell, String expected) {
    return wrong(
        "a\n1\n" + cell + "\n",
        table -> table.floatNumber("a"),
        "f.csv:3, column 'a': '" + cell + "'" + expected);
  }

  private static Arguments noDigit(String cell) {
    return noDigit(cell, DIGIT);
  }

  private static Arguments noDigit(String cell, String expected) {
    return wrong(
        "id,a\n7,1\n8," + cell + "\n",
        table -> table.integer("a", 0, 9),
        "f.csv:3, column 'a': '" + cell + "'" + expected);
  }

  static Stream<Arguments> cellsThatCannotBeTaken() {
    String range = ", expected a number from -1.8e308 to 1.8e308";
    String floatRange = ", expected a number from -3.4e38 to 3.4e38, as a float can be";
    String town = ", expected one of 'Oslo', 'Voss'";
    Categories towns = Categories.of("Oslo", "Voss");
    return Stream.of(
        noNumber("x"),
        noNumber("1.5.2"),
        noNumber("1-2"),
        noNumber("--1"),
        noNumber("."),
        noNumber("1e"),
        noNumber("e5"),
        noNumber("1 000"),
        noNumber("1_000"),
        noNumber("12d"),
        noNumber("12f"),
        noNumber("0x1p3"),
        noNumber("$12"),
        noNumber("12%"),
        noNumber("nan"),
        noNumber("-NaN"),
        noNumber("inf"),
        noNumber("Infinity"),
        noNumber("-Infinity"),
        noNumber("2026-01-31"),
        wrong(
            "a\n\u00d9\u00a1\n", // a digit of another script
            table -> table.number("a"),
            "f.csv:2, column 'a': '\u0661'" + NUMBER),
        wrong(
            "a\n\u00d9\u00a1\n",
            table -> table.integer("a", 0, 9),
            "f.csv:2, column 'a': '\u0661'" + DIGIT),
        noNumber("1e999", range),
        noNumber("-1e309", range),
        noNumber("", NUMBER + NOT_MISSING),
        noNumber("NA", NUMBER + NOT_MISSING),
        noNumber("NaN", NUMBER + NOT_MISSING),
        noNumber("?", NUMBER + NOT_MISSING),
        noFloat("1e39", floatRange),
        noFloat("-3.5e38", floatRange),
        noFloat("1e999", floatRange),
        noFloat("x", NUMBER),
        noFloat("NaN", NUMBER + NOT_MISSING),
        noDigit("10"),
        noDigit("-1"),
        noDigit("3.0"),
        noDigit("1e0"),
        noDigit("x"),
        noDigit("-"),
        noDigit("99999999999999999999"),
        noDigit("4294967297"),
        noDigit("NA", DIGIT + NOT_MISSING),
        wrong(
            "a;b\n1;2\n",
            table -> table.number("a"),
            "f.csv:1: no column 'a', expected one of 'a;b'"),
        wrong(
            "a,b\n\n1,\"x\n\ny\"\n",
            table -> table.number("b"),
            "f.csv:3, column 'b': 'x\\n\\ny'" + NUMBER),
        wrong(
            "a\n" + "9".repeat(80) + "x\n",
            table -> table.number("a"),
            "f.csv:2, column 'a': '" + "9".repeat(60) + "...'" + NUMBER),
        wrong("a,b\n1,\"2,5\"\n", table -> table.floats(), "f.csv:2, column 'b': '2,5'" + NUMBER),
        wrong(
            "a,b\n5,9\n6,17\n",
            table -> table.integers(0, 16),
            "f.csv:3, column 'b': '17', expected a whole number from 0 to 16"),
        wrong(
            "town\nOslo\noslo\n",
            table -> table.label("town", towns),
            "f.csv:3, column 'town': 'oslo'" + town),
        wrong(
            "town\nOslo\n?\n",
            table -> table.label("town", towns),
            "f.csv:3, column 'town': '?'" + town + NOT_MISSING),
        wrong(
            "town\nVoss\n\"\nOslo\"\n",
            table -> table.oneHot("town", towns),
            "f.csv:3, column 'town': '\\nOslo'" + town),
        wrong(
            "t\nb\n\n",
            table -> table.categories("t"),
            "f.csv:3, column 't': '', expected a text" + NOT_MISSING),
        wrong("a\n1\nx\n", table -> table.means("a"), "f.csv:3, column 'a': 'x'" + NUMBER),
        wrong(
            "a\nx\n1\n",
            table -> table.select(1, 0).number("a"),
            "f.csv:2, column 'a': 'x'" + NUMBER),
        wrong(
            "a,b\n?,x\n1,y\n2,z\n",
            table -> table.withoutMissing().number("b"),
            "f.csv:3, column 'b': 'y'" + NUMBER),
        wrong(
            "a,b\n?,x\n",
            table -> table.fillMissing("a", 12345).number("b"),
            "f.csv:2, column 'b': 'x'" + NUMBER),
        wrong(
            "weight\n1\n",
            table -> table.number("wieght"),
            "f.csv:1: no column 'wieght', expected one of 'weight' (did you mean 'weight'?)"));
  }

  @ParameterizedTest
  @MethodSource("filesThatCannotBeRead")
  void refusesToRead(Csv csv, String text, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read(csv, text))
        .withMessage(message)
        .matches(e -> e.line() > 0 && e.file().equals("f.csv"));
  }

  @ParameterizedTest
  @MethodSource("cellsThatCannotBeTaken")
  void refusesToTake(String text, Function<Table, Object> use, String message) {
    Table table = read(NAMED, text);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> use.apply(table))
        .withMessage(message)
        .matches(e -> e.line() > 0 && e.file().equals("f.csv"));
  }
}
