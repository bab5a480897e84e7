package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
  private static final String SOURCE =
      """
      class Scales {
        /** Twice as much. */
        double twice(double value) {
          // By two.
          return 2 * value;
        }

        double half(double value) {
          return value / 2; // 0.5 "halves"
        }

        // double third(double value) {}
        String name = "double sixth(double value) {}";
      }
      """;

  @Test
  void isFoundWhateverItsLayoutAndItsComments() {
    assertThat(isIn("return 2 *\n    value; // twice")).isTrue();
    assertThat(isIn("class Scales {\n  double twice(double value) {")).isTrue();
  }

  @Test
  void isNotFoundIfAWordIsAnother() {
    assertThat(isIn("return 3 * value;")).isFalse();
    assertThat(isIn("return 2 * values;")).isFalse();
    assertThat(isIn("eturn 2 * value;")).isFalse();
    assertThat(isIn("return 2 * value;\nreturn value / 2;")).isFalse();
  }

  @Test
  void isNotFoundInACommentOrInAText() {
    assertThat(isIn("double third(double value) {}")).isFalse();
    assertThat(isIn("double sixth(double value) {}")).isFalse();
  }

  @Test
  void partsFollowOneAnother() {
    assertThat(isIn("return 2 * value;\n...\nreturn value / 2;")).isTrue();
    assertThat(isIn("return 2 * value;\n  // ...\nreturn value / 2;")).isTrue();
    assertThat(isIn("double twice(double value) { ... }\n...\nreturn value / 2;")).isTrue();
    assertThat(isIn("return value / 2;\n...\nreturn 2 * value;")).isFalse();
  }

  @Test
  void namesTheFirstLineThatIsNotThere() {
    var snippet = snippet("return 2 * value;\n}\n\ndouble quarter() {");

    int count = snippet.linesIn(Snippet.tokens(SOURCE));

    assertThat(count).isEqualTo(3);
    assertThat(snippet.lineAfter(count)).contains("double quarter() {");
  }

  private static boolean isIn(String text) {
    return snippet(text).isIn(Snippet.tokens(SOURCE));
  }

  private static Snippet snippet(String text) {
    return new Snippet(text.lines().toList());
  }
}
