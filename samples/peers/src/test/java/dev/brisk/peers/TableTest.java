package dev.brisk.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void showsMediansAndRatiosOfEachRound() {
    String table =
        Table.of(
            Map.of(
                new Table.Key(Rows.named("softmax"), 1),
                List.of(round(900, 300), round(800, 200), round(600, 300))));

    assertThat(table.lines().skip(2))
        .satisfiesExactly(
            brisk -> assertThat(brisk).contains("softmax", "Brisk", " 800 ", " 0.5000 "),
            djl -> assertThat(djl).contains("DJL-PyTorch", " 300 ", " 3.00 ", "(2.00 - 4.00)"));
  }

  @Test
  void leavesOutWhoFailedInSomeRound() {
    Round failed = new Round(Map.of("Brisk", outcome(600)));

    String table =
        Table.of(Map.of(new Table.Key(Rows.named("softmax"), 1), List.of(round(900, 300), failed)));

    assertThat(table).contains("Brisk").doesNotContain("DJL-PyTorch");
  }

  private static Round round(double brisk, double djl) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    outcomes.put("Brisk", outcome(brisk));
    outcomes.put("DJL-PyTorch", outcome(djl));
    return new Round(outcomes);
  }

  private static Outcome outcome(double rate) {
    return new Outcome(rate, 1, new Quality(0.5, 0.8));
  }
}
