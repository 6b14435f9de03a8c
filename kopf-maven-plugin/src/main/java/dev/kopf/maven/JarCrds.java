package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.CrdInput;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** CRDs out of jars, unpacked to where messages can point at them. */
final class JarCrds {

    /** Where jars have their CRDs. */
    private static final List<String> CRD_FILES = List.of("yaml", "yml", "json").stream()
            .flatMap(type ->
                    List.of("META-INF/kubernetes/crds/**/*.", "META-INF/fabric8/**/*.", "crds/**/*.", "*.").stream()
                            .map(place -> place + type))
            .toList();

    private final Path folder;
    private final List<String> includes;
    private final List<String> excludes;
    private final Limits limits;

    /**
     * @param folder where the CRDs go, each jar's to a folder of its own
     * @param includes patterns; empty for the usual places
     * @param excludes patterns
     */
    JarCrds(Path folder, List<String> includes, List<String> excludes) {
        this(folder, includes, excludes, Limits.DEFAULT);
    }

    JarCrds(Path folder, List<String> includes, List<String> excludes, Limits limits) {
        this.folder = folder;
        this.includes = includes.isEmpty() ? CRD_FILES : includes;
        this.excludes = excludes;
        this.limits = limits;
    }

    /**
     * How much is unpacked, in bytes: a small jar can hold more than any memory.
     *
     * @param file of one file
     * @param total of all files of a jar that match
     */
    record Limits(int file, int total) {

        static final Limits DEFAULT = new Limits(CrdInput.MAX_FILE_SIZE, 4 * CrdInput.MAX_FILE_SIZE);
    }

    /**
     * The files of a jar with CRDs in them; others that match are passed over, as jars have many things at those places.
     *
     * @throws CodegenException if there are none, or the jar cannot be read
     */
    List<Path> of(Path jar) {
        OwnFolder unpacked = new OwnFolder(folder.resolve(folderOf(jar)));
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            String source = jar + " " + attributes.size() + " " + attributes.lastModifiedTime() + " " + includes + " "
                    + excludes;
            if (!unpacked.isAsLeft(source)) {
                unpacked.bring(contents(jar), source);
            }
            return unpacked.files();
        } catch (IOException e) {
            throw problem(Problem.Id.KopfFile, jar, "the jar cannot be read: " + e);
        }
    }

    private Map<String, byte[]> contents(Path jar) throws IOException {
        PathPatterns patterns = new PathPatterns(includes, excludes);
        Map<String, byte[]> contents = new TreeMap<>();
        int left = limits.total();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.isDirectory() && patterns.match(entry.getName())) {
                    byte[] content = content(file, entry);
                    if (content.length > left) {
                        throw new IOException("the files that match have more than " + limits.total()
                                + " bytes. Say with includes which of them are meant");
                    }
                    left -= content.length;
                    if (new String(content, StandardCharsets.UTF_8).contains("CustomResourceDefinition")) {
                        contents.put(entry.getName(), content);
                    }
                }
            }
        }
        if (contents.isEmpty()) {
            throw problem(Problem.Id.KopfNoCrd, jar, "no file in the jar has a CRD. Say where they are with includes.");
        }
        return contents;
    }

    /** Jars of one name in several places are several jars. */
    private static String folderOf(Path jar) {
        byte[] place = jar.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return jar.getFileName() + "-" + UUID.nameUUIDFromBytes(place);
    }

    private byte[] content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            byte[] content = stream.readNBytes(limits.file() + 1);
            if (content.length > limits.file()) {
                throw new IOException("more than " + limits.file() + " bytes: " + entry.getName());
            }
            return content;
        }
    }

    private static CodegenException problem(Problem.Id id, Path jar, String message) {
        return new CodegenException(List.of(new Problem(id, jar.toString(), message)));
    }
}
