package dev.kopf.codegen.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CRD as it was read.
 *
 * @param source the file that it was read from, as messages name it
 * @param root the whole document as plain values: maps, lists, texts, numbers, booleans
 */
public record CrdDocument(String source, Map<String, @Nullable Object> root) {}
