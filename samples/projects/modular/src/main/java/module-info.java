/** A program on the module path. Brisk's jars are automatic modules. */
@SuppressWarnings("requires-automatic")
module com.example.modular {
  requires dev.brisk;
  requires dev.brisk.report;
  // For the annotation @Generated on the trainers, which is gone when the program runs.
  requires static java.compiler;
}
