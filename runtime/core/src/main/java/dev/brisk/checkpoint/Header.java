package dev.brisk.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The header of a safetensors file: what is said of the whole, and where each tensor is. */
record Header(SortedMap<String, String> metadata, SortedMap<String, Place> places) {
  static final String METADATA = "__metadata__";

  /** The longest array that every virtual machine has. */
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

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
        boolean fits = elements <= LONGEST_ARRAY && shape.stream().allMatch(n -> n == n.intValue());
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
    for (Map.Entry<String, Place> entry : inOrderOfData()) {
      String name = entry.getKey();
      Place place = entry.getValue();
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

  /** The tensors as their bytes follow each other. */
  List<Map.Entry<String, Place>> inOrderOfData() {
    List<Map.Entry<String, Place>> entries = new ArrayList<>(places.entrySet());
    entries.sort(
        Map.Entry.comparingByValue(
            Comparator.comparingLong(Place::begin).thenComparingLong(Place::end)));
    return Collections.unmodifiableList(entries);
  }

  /** The header as JSON, the same for the same content. */
  String text() {
    StringBuilder text = new StringBuilder("{");
    quote(METADATA, text);
    text.append(":{");
    String comma = "";
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      text.append(comma);
      quote(entry.getKey(), text);
      text.append(':');
      quote(entry.getValue(), text);
      comma = ",";
    }
    text.append('}');
    places.forEach(
        (name, place) -> {
          text.append(',');
          quote(name, text);
          text.append(":{\"dtype\":\"").append(place.type());
          text.append("\",\"shape\":").append(place.shape().toString().replace(" ", ""));
          text.append(",\"data_offsets\":[").append(place.begin());
          text.append(',').append(place.end()).append("]}");
        });
    return text.append('}').toString();
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
