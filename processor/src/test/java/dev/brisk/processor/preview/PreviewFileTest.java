package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.read.ModelName;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewFileTest {
  @Test
  void hasTheQualifiedNameOfTheModel() {
    assertThat(name("", "Model")).isEqualTo("Model.svg");
    assertThat(name("demo.deep", "Outer", "In$ner")).isEqualTo("demo.deep.Outer.In$ner.svg");
  }

  /** Java lets such characters into names, and some compilers leave them there. */
  @Test
  void hasANameThatCanBeSeen() {
    assertThat(name("demo", "Mo\0d\u200Eel")).isEqualTo("demo.Mo_d_el.svg");
  }

  private static String name(String packageName, String... simpleNames) {
    return PreviewFile.name(new ModelName(packageName, List.of(simpleNames)));
  }
}
