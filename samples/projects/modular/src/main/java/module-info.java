/** A program on the module path. Brisk's jars are automatic modules. */
@SuppressWarnings("requires-automatic")
module com.example.modular {
  requires dev.brisk;
  requires dev.brisk.report;
}
