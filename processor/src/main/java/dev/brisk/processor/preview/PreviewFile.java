package dev.brisk.processor.preview;

import dev.brisk.file.WholeFile;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.read.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file with the picture of a trainer's learning rate. */
public final class PreviewFile {
  private PreviewFile() {}

  /**
   * Writes {@code <folder>/<model>.svg}, in place of one that may be there; makes the folder if it
   * is not there.
   *
   * @param folder relative ones are in the compiler's working directory
   * @throws IOException if it cannot be written, or if no file can be named like that
   */
  public static void write(TrainerPlan plan, String folder) throws IOException {
    try {
      Path parent = Path.of(folder);
      Path file = parent.resolve(name(plan.name()));
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent);
      }
      WholeFile.write(file, Drawing.of(Picture.of(plan)));
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }

  /**
   * The qualified name of the model, {@code demo.Outer.Inner.svg}. Characters that a name of Java
   * may have and nobody sees are replaced.
   */
  static String name(ModelName model) {
    StringBuilder name = new StringBuilder();
    model
        .qualifiedName()
        .codePoints()
        .forEach(c -> name.appendCodePoint(Character.isIdentifierIgnorable(c) ? '_' : c));
    return name + ".svg";
  }
}
