package dev.brisk.processor.read;

import dev.brisk.processor.program.Program;
import java.util.List;

/**
 * What the methods of a model compute.
 *
 * @param metrics in source order
 */
public record ModelPrograms(Program loss, List<Program> metrics) {}
