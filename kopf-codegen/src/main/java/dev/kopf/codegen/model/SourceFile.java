package dev.kopf.codegen.model;

/**
 * A file to be written.
 *
 * @param path where, below the root folder of the sources, with {@code /} between the names
 * @param text all of it
 */
public record SourceFile(String path, String text) {}
