package dev.brisk.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.brisk.processor.diagnostic.Place;

/**
 * A piece of source.
 *
 * @param unit the file it stands in
 */
public record TreePlace(CompilationUnitTree unit, Tree tree) implements Place {}
