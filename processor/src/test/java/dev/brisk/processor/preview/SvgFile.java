package dev.brisk.processor.preview;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG file as a person reads it: values of a line by the figures at the axes. */
public final class SvgFile {
  private final Document document;

  public SvgFile(String text) {
    this.document = parse(text);
  }

  static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + text, e);
    }
  }

  /** The elements of a name, with all of these classes if there are any. */
  public List<Element> elements(String name, String... classes) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .filter(element -> classes(element).containsAll(List.of(classes)))
        .toList();
  }

  private static List<String> classes(Element element) {
    return Arrays.asList(element.getAttribute("class").split(" "));
  }

  /** The texts of a class, from the top down. */
  public List<String> texts(String... classes) {
    return elements("text", classes).stream().map(Element::getTextContent).toList();
  }

  /** The points of the lines of that class, in the figures of the axes: {step or epoch, value}. */
  public List<double[]> line(String style) {
    List<Element> valueTicks =
        elements("text", "tick", "y").stream()
            .filter(tick -> style.equals("momentum") == number(tick, "y") > bottomOfRates())
            .toList();
    Scale steps = new Scale(elements("text", "tick", "x"), "x", 0);
    Scale values = new Scale(valueTicks, "y", -4);
    List<double[]> points = new ArrayList<>();
    for (Element line : elements("polyline", style)) {
      for (String point : line.getAttribute("points").split(" ")) {
        String[] xy = point.split(",");
        points.add(
            new double[] {
              steps.value(Double.parseDouble(xy[0])), values.value(Double.parseDouble(xy[1]))
            });
      }
    }
    return points;
  }

  /** The place of their 0; the figures of the momentum are below it. */
  private double bottomOfRates() {
    return elements("text", "tick", "y").stream()
        .filter(tick -> tick.getTextContent().equals("0"))
        .mapToDouble(tick -> number(tick, "y"))
        .findFirst()
        .orElseThrow();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** The straight scale through the first and the last figure of an axis. */
  private static final class Scale {
    private final double place;
    private final double value;
    private final double perPlace;

    /**
     * @param shift from a text to its tick
     */
    Scale(List<Element> ticks, String attribute, double shift) {
      Element first = ticks.get(0);
      Element last = ticks.get(ticks.size() - 1);
      place = number(first, attribute) + shift;
      value = figure(first);
      perPlace = (figure(last) - value) / (number(last, attribute) + shift - place);
    }

    private static double figure(Element tick) {
      return Double.parseDouble(tick.getTextContent().replace(",", ""));
    }

    double value(double at) {
      return value + (at - place) * perPlace;
    }
  }
}
