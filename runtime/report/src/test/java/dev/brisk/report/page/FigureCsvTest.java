package dev.brisk.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Figure;
import dev.brisk.report.chart.Grid;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureCsvTest {
  @TempDir private Path folder;

  @Test
  void aChartIsItsPointsItsMarksAndItsBands() throws IOException {
    Chart chart =
        new Chart(
            "t",
            "d",
            Axis.linear("step"),
            Axis.linear("loss"),
            List.of(Line.solid("a, b", new double[] {0, 1}, new double[] {0.1, Double.NaN})),
            List.of(new Mark(1, 2, "here", "text")),
            List.of(new Band(0, 1, "warm-up")));
    assertThat(csv(chart))
        .isEqualTo(
            """
            kind,name,step,loss
            line,"a, b",0.0,0.1
            line,"a, b",1.0,NaN
            mark,here,1.0,2.0
            band,warm-up,0.0,
            band,warm-up,1.0,
            """);
  }

  @Test
  void aLandscapeIsItsPathsAndItsHeights() throws IOException {
    Landscape landscape =
        new Landscape(
            "t",
            "d",
            Axis.linear("x"),
            Axis.linear("y"),
            new Grid(new double[] {0, 1}, new double[] {5, 6}, new double[][] {{1, 2}, {3, 4}}),
            Axis.linear("loss"),
            List.of(Line.solid("path", new double[] {0.5}, new double[] {5.5})),
            List.of());
    assertThat(csv(landscape))
        .isEqualTo(
            """
            kind,name,x,y,loss
            line,path,0.5,5.5,
            height,,0.0,5.0,1.0
            height,,1.0,5.0,2.0
            height,,0.0,6.0,3.0
            height,,1.0,6.0,4.0
            """);
  }

  @Test
  void namesAreNoFormulas() throws IOException {
    Chart chart =
        new Chart(
            "t",
            "d",
            Axis.linear("=1+1"),
            Axis.linear("@a"),
            List.of(Line.solid("-1+cmd|' /C calc'!A0", new double[] {-1}, new double[] {-2})));
    assertThat(csv(chart)).isEqualTo("kind,name,'=1+1,'@a\nline,'-1+cmd|' /C calc'!A0,-1.0,-2.0\n");
  }

  @Test
  void thinsNoLine() throws IOException {
    Path file = folder.resolve("a.csv");
    double[] xs = Samples.range(0, 100_000, 1);
    Chart chart =
        new Chart("t", "d", Axis.linear("x"), Axis.linear("y"), List.of(Line.solid("a", xs, xs)));
    FigureCsv.write(chart, file);
    try (var lines = Files.lines(file)) {
      assertThat(lines).hasSize(100_001);
    }
  }

  private String csv(Figure figure) throws IOException {
    Path file = folder.resolve("a.csv");
    FigureCsv.write(figure, file);
    return Files.readString(file);
  }
}
