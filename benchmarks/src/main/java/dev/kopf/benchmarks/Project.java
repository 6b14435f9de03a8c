package dev.kopf.benchmarks;

import java.nio.file.Path;

/**
 * Where the sources and classes of one CRD are, for each generator.
 *
 * @param crd the CRD
 * @param folder a folder of its own
 */
record Project(Path crd, Path folder) {

    Path sources(Generator generator) {
        return folder.resolve(generator.title()).resolve("sources");
    }

    Path classes(Generator generator) {
        return folder.resolve(generator.title()).resolve("classes");
    }
}
