package dev.kopf.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A generator of classes from CRDs. */
interface Generator {

    /** What the table calls it. */
    String title();

    /**
     * Generates the classes of all versions of one CRD, and writes them.
     *
     * @throws RuntimeException if it cannot
     */
    void generate(Path crd, Path folder) throws IOException;
}
