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

    /** The folder with its objects: named as the CRD, in a folder of the project. */
    Path objects(Path crs) {
        Path file = crd.toAbsolutePath();
        int names = file.getNameCount();
        String name = file.getName(names - 1).toString().replaceFirst("\\.(yaml|yml|json)$", "");
        return crs.resolve(file.getName(names - 2).toString()).resolve(name);
    }
}
