package dev.brisk.peers;

import java.util.List;

/** All who train. The first that runs a row is what the others of the row are compared with. */
final class Contenders {
  private Contenders() {}

  static List<Contender> all() {
    return List.of(
        new Brisk(),
        new DjlPyTorch(),
        new PyTorch(),
        new Dl4j(),
        new Tribuo(),
        new Smile(),
        new OpenBlasLimit());
  }

  static Contender named(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
