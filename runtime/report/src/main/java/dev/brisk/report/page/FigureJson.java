package dev.brisk.report.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Band;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Downsampling;
import dev.brisk.report.chart.Figure;
import dev.brisk.report.chart.Grid;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Mark;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A figure as the scripts of a page read it. */
final class FigureJson {
  /** A figure is no wider than a thousand pixels: see the width in page.css. */
  static final int PARTS = 1_000;

  private static final Gson GSON = new Gson();

  private FigureJson() {}

  /**
   * One line of JSON without any of {@code < > & = '}, which may stand within an element of HTML as
   * it is. Numbers that are not finite are null; lines are thinned to their extremes.
   */
  static String of(Figure figure) {
    JsonObject json = new JsonObject();
    json.addProperty("title", figure.title());
    json.add("x", axis(figure.x()));
    json.add("y", axis(figure.y()));
    json.add("lines", array(figure.lines(), FigureJson::line));
    json.add("marks", array(figure.marks(), FigureJson::mark));
    json.add("bands", new JsonArray());
    if (figure instanceof Chart chart) {
      json.add("bands", array(chart.bands(), FigureJson::band));
    } else if (figure instanceof Landscape landscape) {
      json.add("height", axis(landscape.height()));
      json.add("grid", grid(landscape.grid()));
    }
    return GSON.toJson(json);
  }

  private static JsonObject axis(Axis axis) {
    JsonObject json = new JsonObject();
    json.addProperty("name", axis.name());
    json.addProperty("log", axis.scale() == Axis.Scale.LOG);
    json.addProperty("years", axis.scale() == Axis.Scale.YEARS);
    return json;
  }

  private static JsonObject line(Line all) {
    Line line = Downsampling.extremes(all, PARTS);
    JsonObject json = new JsonObject();
    json.addProperty("name", line.name());
    json.addProperty("stroke", line.stroke().name().toLowerCase(Locale.ROOT));
    json.addProperty("points", all.size());
    json.add("x", numbers(line.xs()));
    json.add("y", numbers(line.ys()));
    return json;
  }

  private static JsonObject mark(Mark mark) {
    JsonObject json = new JsonObject();
    json.add("x", number(mark.x()));
    json.add("y", number(mark.y()));
    json.addProperty("name", mark.name());
    json.addProperty("text", mark.text());
    return json;
  }

  private static JsonObject band(Band band) {
    JsonObject json = new JsonObject();
    json.add("from", number(band.from()));
    json.add("to", number(band.to()));
    json.addProperty("name", band.name());
    return json;
  }

  private static JsonObject grid(Grid grid) {
    JsonObject json = new JsonObject();
    json.add("x", numbers(grid.xs()));
    json.add("y", numbers(grid.ys()));
    json.add("values", array(List.of(grid.values()), FigureJson::numbers));
    return json;
  }

  private static <T> JsonArray array(List<T> values, Function<T, JsonElement> each) {
    JsonArray json = new JsonArray(values.size());
    values.forEach(value -> json.add(each.apply(value)));
    return json;
  }

  private static JsonArray numbers(double[] values) {
    JsonArray json = new JsonArray(values.length);
    for (double value : values) {
      json.add(number(value));
    }
    return json;
  }

  private static JsonElement number(double value) {
    if (!Double.isFinite(value)) {
      return JsonNull.INSTANCE;
    }
    long whole = (long) value;
    return whole == value ? new JsonPrimitive(whole) : new JsonPrimitive(value);
  }
}
