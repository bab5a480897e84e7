package dev.brisk.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The header of a safetensors file: what is said of the whole, and where each tensor is. */
record Header(SortedMap<String, String> metadata, SortedMap<String, Place> places) {
  static final String METADATA = "__metadata__";

  /**
   * A tensor in the data.
   *
   * @param begin of its bytes, counted from the first after the header
   * @param end of them, exclusive
   */
  record Place(DataType type, List<Long> shape, long begin, long end) {
    /** What is wrong with it; empty if nothing is. */
    String fault() {
      try {
        long elements = shape.stream().reduce(1L, Math::multiplyExact);
        long bytes = Math.multiplyExact(elements, (long) type.bytes());
        if (begin > end || end - begin != bytes) {
          return "is a "
              + type
              + " of shape "
              + shape
              + ", which takes "
              + bytes
              + " bytes, but has those from "
              + begin
              + " to "
              + end;
        }
        boolean fits =
            elements <= Integer.MAX_VALUE && shape.stream().allMatch(n -> n == n.intValue());
        return fits ? "" : "has the shape " + shape + ", too large for an array of Java";
      } catch (ArithmeticException e) {
        return "has the shape " + shape + ", of more elements than a long can count";
      }
    }
  }

  /** The header of tensors that follow each other in the order of their names. */
  static Header of(Map<String, String> metadata, SortedMap<String, Tensor> tensors) {
    SortedMap<String, Place> places = new TreeMap<>();
    long begin = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      long end = begin + tensor.bytes();
      List<Long> shape = tensor.shape().stream().map(Integer::longValue).toList();
      places.put(entry.getKey(), new Place(tensor.type(), shape, begin, end));
      begin = end;
    }
    return new Header(new TreeMap<>(metadata), places);
  }

  /**
   * What is wrong with the places; empty if every tensor has the bytes that its shape needs, and
   * every byte of the data belongs to one tensor.
   */
  String fault(long dataBytes) {
    long expected = 0;
    for (String name : inOrderOfData()) {
      Place place = places.get(name);
      String fault = place.fault();
      if (!fault.isEmpty()) {
        return "is damaged: " + name + " " + fault;
      }
      if (place.begin() != expected) {
        return "is damaged: "
            + name
            + " begins at byte "
            + place.begin()
            + " of the data, what is before it ends at "
            + expected;
      }
      expected = place.end();
    }
    return expected == dataBytes
        ? ""
        : "is damaged or cut short: its tensors take "
            + expected
            + " bytes, after its header there are "
            + dataBytes;
  }

  /** The names of the tensors as their bytes follow each other. */
  List<String> inOrderOfData() {
    List<String> names = new ArrayList<>(places.keySet());
    names.sort(
        Comparator.comparingLong((String name) -> places.get(name).begin())
            .thenComparingLong(name -> places.get(name).end()));
    return Collections.unmodifiableList(names);
  }

  /** The header as JSON, the same for the same content. */
  String text() {
    StringJoiner text = new StringJoiner(",", "{", "}");
    String values =
        metadata.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    text.add(quoted(METADATA) + ":" + values);
    places.forEach(
        (name, place) ->
            text.add(
                quoted(name)
                    + ":{\"dtype\":"
                    + quoted(place.type().name())
                    + ",\"shape\":"
                    + place.shape().toString().replace(" ", "")
                    + ",\"data_offsets\":["
                    + place.begin()
                    + ","
                    + place.end()
                    + "]}"));
    return text.toString();
  }

  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        text.append("\\u").append(Character.forDigit(c >> 12, 16));
        text.append(Character.forDigit(c >> 8 & 15, 16));
        text.append(Character.forDigit(c >> 4 & 15, 16));
        text.append(Character.forDigit(c & 15, 16));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
