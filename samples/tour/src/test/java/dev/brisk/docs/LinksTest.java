package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void everyLinkWithinTheRepositoryLeadsSomewhere() {
    List<String> dead = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String link : page.links()) {
        if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, link)) {
          dead.add(page.path() + ": " + link);
        }
      }
    }

    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(Page page, String link) {
    String[] parts = link.split("#", 2);
    Path source = Page.ROOT.resolve(page.path());
    Path target = parts[0].isEmpty() ? source : source.resolveSibling(parts[0]);
    return Files.exists(target)
        && (parts.length == 1 || Page.read(target).anchors().contains(parts[1]));
  }
}
