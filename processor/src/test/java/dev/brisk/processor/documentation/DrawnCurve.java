package dev.brisk.processor.documentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A curve in the page of schedules.
 *
 * @param section the heading that it stands below, such as the decay
 * @param name of the part of the page, and of the picture
 * @param annotations that the page says it is of
 * @param formulas that stand above it in its section, by what they define; the last is the rate
 */
record DrawnCurve(String section, String name, String annotations, Map<String, String> formulas) {
  private static final Pattern FIGURE = Pattern.compile("(\\w+) = ([0-9][0-9.e-]*)");
  private static final String MARK = "<!-- curve of ";

  /** All of a page, in their order. */
  static List<DrawnCurve> of(List<String> page) {
    List<DrawnCurve> curves = new ArrayList<>();
    Map<String, String> formulas = new LinkedHashMap<>();
    String annotations = "";
    String section = "";
    boolean isFormula = false;
    for (String line : page) {
      if (line.startsWith("#")) {
        section = line.replace("#", "").strip();
        formulas.clear();
      } else if (line.startsWith("```")) {
        isFormula = line.equals("```math");
      } else if (isFormula && line.contains(" = ")) {
        int equals = line.indexOf(" = ");
        formulas.remove(line.substring(0, equals));
        formulas.put(line.substring(0, equals), line.substring(equals + " = ".length()));
      } else if (line.startsWith("`@")) {
        annotations = line.replace("`", "");
      } else if (line.startsWith(MARK)) {
        String name = line.substring(MARK.length(), line.indexOf(" -->"));
        curves.add(new DrawnCurve(section, name, annotations, new LinkedHashMap<>(formulas)));
      }
    }
    return curves;
  }

  /** The name of its model, {@code MultiStep} of {@code multi-step}. */
  String model() {
    StringBuilder model = new StringBuilder();
    for (String word : name.split("-")) {
      model.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return model.toString();
  }

  /** The numbers that are written in its annotations, by the names of attributes. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new HashMap<>();
    FIGURE
        .matcher(annotations)
        .results()
        .forEach(figure -> figures.put(figure.group(1), Double.valueOf(figure.group(2))));
    return figures;
  }

  /** The source of its model. */
  String source() {
    return """
    import static dev.brisk.Algorithm.*;
    import static dev.brisk.Decay.*;

    import dev.brisk.*;

    @Trainable
    %s
    @Training(epochs = 10, batchSize = 10, examples = 100)
    class %s {
      @Parameter double weight;

      @Loss
      double loss(double x, double y) {
        double error = Math.sin(weight * x) - y;
        return error * error;
      }
    }
    """
        .formatted(
            annotations.contains("@Optimizer")
                ? annotations
                : "@Optimizer(value = SGD, learningRate = 0.1) " + annotations,
            model());
  }
}
