package dev.brisk.samples.fashion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is on an image of Fashion-MNIST; the ordinal is the label in its files. */
public enum Garment {
  T_SHIRT,
  TROUSER,
  PULLOVER,
  DRESS,
  COAT,
  SANDAL,
  SHIRT,
  SNEAKER,
  BAG,
  ANKLE_BOOT;

  /** By label. */
  public static List<String> names() {
    return Stream.of(values()).map(Garment::toString).toList();
  }

  /** In words: {@code ankle boot}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', this == T_SHIRT ? '-' : ' ');
  }
}
