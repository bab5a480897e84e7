package dev.brisk.processor.preview;

import dev.brisk.processor.diagnostic.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a {@link Picture}, from the top down. */
final class Drawing {
  private static final double WIDTH = 800;
  private static final double LEFT = 76;
  private static final double RIGHT = 668;
  private static final double MARGIN = 8;
  private static final double LINE = 18;
  private static final double ROW = 15;
  private static final double RATE_HEIGHT = 240;
  private static final double MOMENTUM_HEIGHT = 80;

  /** What is left above the highest rate, for what is told of it. */
  private static final double HEADROOM = 1.15;

  /** Letters in a line of text, about. */
  private static final int LETTERS = 122;

  private static final int TITLE_LETTERS = 80;

  private final Picture picture;
  private final Svg svg = new Svg();

  private Drawing(Picture picture) {
    this.picture = picture;
  }

  /** The text of an SVG file. */
  static String of(Picture picture) {
    return new Drawing(picture).draw();
  }

  private String draw() {
    List<String> title = wrapped(picture.title(), TITLE_LETTERS);
    List<String> summary = wrapped("Learning rate: " + picture.summary() + ".", LETTERS);
    List<String> notes =
        picture.notes().stream().flatMap(note -> wrapped(note, LETTERS).stream()).toList();
    double head = 36 + LINE * (title.size() + summary.size() + notes.size());
    Axis axis = picture.axis();
    BandLabels labels = BandLabels.of(picture.bands(), panel(axis, 0), WIDTH - MARGIN);
    Panel rates = panel(axis, head + ROW * labels.rows() - 8);
    Panel last = picture.momentum().map(momentum -> below(rates, momentum)).orElse(rates);

    double height = last.bottom() + 50;
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + Svg.number(WIDTH) + " " + Svg.number(height),
        "width",
        WIDTH,
        "height",
        height,
        "role",
        "img",
        "aria-labelledby",
        "title desc");
    svg.text("title", "Learning rate of " + picture.title(), "id", "title");
    svg.text("desc", picture.description(), "id", "desc");
    svg.text("style", Style.SHEET);
    svg.empty("rect", "class", "paper", "width", WIDTH, "height", height);
    double y = lines("title", title, 28);
    y = lines("summary", summary, y);
    lines("note", notes, y);
    bands(labels, rates, last, head);
    rates.values(svg, "learning rate", 6);
    picture.momentum().ifPresent(momentum -> momentum(momentum, last));
    last.steps(svg);
    rates(rates);
    marks(rates);
    return svg.close().file();
  }

  private Panel panel(Axis axis, double top) {
    double highest = picture.highest().value();
    return new Panel(
        LEFT, top, RIGHT - LEFT, RATE_HEIGHT, axis, 0, highest > 0 ? highest * HEADROOM : 1);
  }

  /** Values of a momentum are close to each other, so its scale does not begin at 0. */
  private static Panel below(Panel rates, Picture.Momentum momentum) {
    double low = momentum.points().stream().mapToDouble(Point::value).min().orElseThrow();
    double high = momentum.points().stream().mapToDouble(Point::value).max().orElseThrow();
    double space = high > low ? (high - low) / 8 : 0.05;
    return new Panel(
        rates.left(),
        rates.bottom() + 24,
        rates.width(),
        MOMENTUM_HEIGHT,
        rates.axis(),
        low - space,
        high + space);
  }

  private double lines(String style, List<String> lines, double top) {
    double y = top;
    for (String line : lines) {
      svg.text("text", line, "class", style, "x", 16.0, "y", y);
      y += LINE;
    }
    return y;
  }

  /** The shades of both panels, and the names above them. */
  private void bands(BandLabels labels, Panel rates, Panel last, double head) {
    for (int i = 0; i < picture.bands().size(); i++) {
      Band band = picture.bands().get(i);
      double x = rates.x(band.from());
      svg.empty(
          "rect",
          "class",
          i % 2 == 0 ? "even" : "odd",
          "x",
          x,
          "y",
          rates.top(),
          "width",
          rates.x(band.to()) - x,
          "height",
          last.bottom() - rates.top());
    }
    for (BandLabels.Label label : labels.labels()) {
      double y = head + ROW * label.row();
      double x = label.x();
      svg.empty("line", "class", "border", "x1", x, "y1", y - 10, "x2", x, "y2", last.bottom());
      svg.text(
          "text",
          label.band().name(),
          "class",
          label.isBefore() ? "band end" : "band",
          "x",
          x + (label.isBefore() ? -4 : 4),
          "y",
          y);
    }
  }

  private void momentum(Picture.Momentum momentum, Panel panel) {
    panel.values(svg, momentum.name(), 3);
    panel.line(svg, "momentum", momentum.points());
  }

  /** The rate; dashed, where it depends on what is observed. */
  private void rates(Panel panel) {
    List<Point> known = new ArrayList<>(picture.rates());
    known.removeIf(point -> point.step() > picture.openFrom());
    List<Point> open = new ArrayList<>(picture.rates());
    open.removeIf(point -> point.step() < picture.openFrom());
    panel.line(svg, "rate", known);
    if (!open.isEmpty()) {
      panel.line(svg, "rate open", open);
    }
  }

  /** The highest rate is told above it, the last at its right. */
  private void marks(Panel panel) {
    Point highest = picture.highest();
    boolean isOne = picture.last().equals(Optional.of(highest));
    double x = panel.x(highest.step());
    double y = panel.y(highest.value());
    svg.empty("circle", "class", "mark", "cx", x, "cy", y, "r", 4.0);
    svg.text(
        "text",
        (isOne ? "highest and last: " : "highest: ")
            + Figures.rounded(highest.value())
            + " at "
            + String.join(", ", picture.axis().place(highest.step())),
        "class",
        highest.step() < picture.axis().steps() / 2 ? "told" : "told end",
        "x",
        x,
        "y",
        y - 10);
    if (!isOne) {
      picture.last().ifPresent(last -> last(panel.x(last.step()), panel.y(last.value()), last));
    }
  }

  private void last(double x, double y, Point last) {
    svg.empty("rect", "class", "mark", "x", x - 3.5, "y", y - 3.5, "width", 7.0, "height", 7.0);
    List<String> lines = new ArrayList<>(List.of("last: " + Figures.rounded(last.value())));
    lines.addAll(picture.axis().place(last.step()));
    double baseline = y + 4 - ROW * (lines.size() - 1);
    for (String line : lines) {
      svg.text("text", line, "class", "told", "x", x + 9, "y", baseline);
      baseline += ROW;
    }
  }

  /** The words in lines; a word that is too long for one is cut. */
  private static List<String> wrapped(String text, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      String cut = word.length() > letters ? word.substring(0, letters - 1) + "…" : word;
      if (!line.isEmpty() && line.length() + 1 + cut.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(cut);
    }
    lines.add(line.toString());
    return lines;
  }
}
