package dev.kopf.maven;

import dev.kopf.codegen.model.CodegenException;
import dev.kopf.codegen.model.Problem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.codehaus.plexus.util.MatchPatterns;

/** CRDs out of jars, unpacked to where messages can point at them. */
final class JarCrds {

    /** Where jars have their CRDs. */
    private static final List<String> CRD_FILES = List.of("yaml", "yml", "json").stream()
            .flatMap(type ->
                    List.of("META-INF/kubernetes/crds/**/*.", "META-INF/fabric8/**/*.", "crds/**/*.", "*.").stream()
                            .map(place -> place + type))
            .toList();

    /** In bytes, as the generator reads no larger file. */
    private static final int MAX_SIZE = 16 * 1024 * 1024;

    private final Path folder;
    private final MatchPatterns includes;
    private final MatchPatterns excludes;

    /**
     * @param folder where the CRDs go, each jar's to a folder of its own
     * @param includes patterns; empty for the usual places
     * @param excludes patterns
     */
    JarCrds(Path folder, List<String> includes, List<String> excludes) {
        this.folder = folder;
        this.includes = patterns(includes.isEmpty() ? CRD_FILES : includes);
        this.excludes = patterns(excludes);
    }

    private static MatchPatterns patterns(List<String> patterns) {
        return MatchPatterns.from(patterns.stream()
                .map(pattern -> pattern.replace('/', File.separatorChar))
                .toList());
    }

    /**
     * The files of a jar with CRDs in them; others that match are passed over, as jars have many things at those places.
     *
     * @throws CodegenException if there are none, or the jar cannot be read
     */
    List<Path> of(Path jar) {
        Map<String, byte[]> contents = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.isDirectory() && isMeant(entry.getName())) {
                    byte[] content = content(file, entry);
                    if (new String(content, StandardCharsets.UTF_8).contains("CustomResourceDefinition")) {
                        contents.put(entry.getName(), content);
                    }
                }
            }
            if (contents.isEmpty()) {
                throw problem(
                        Problem.Id.KopfNoCrd, jar, "no file in the jar has a CRD. Say where they are with includes.");
            }
            return new OwnFolder(folder.resolve(folderOf(jar))).bring(contents);
        } catch (IOException e) {
            throw problem(Problem.Id.KopfFile, jar, "the jar cannot be read: " + e);
        }
    }

    /** Jars of one name in several places are several jars. */
    private static String folderOf(Path jar) {
        byte[] place = jar.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return jar.getFileName() + "-" + UUID.nameUUIDFromBytes(place);
    }

    private boolean isMeant(String name) {
        String path = name.replace('/', File.separatorChar);
        return includes.matches(path, true) && !excludes.matches(path, true);
    }

    private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream stream = jar.getInputStream(entry)) {
            byte[] content = stream.readNBytes(MAX_SIZE + 1);
            if (content.length > MAX_SIZE) {
                throw new IOException("more than " + MAX_SIZE + " bytes: " + entry.getName());
            }
            return content;
        }
    }

    private static CodegenException problem(Problem.Id id, Path jar, String message) {
        return new CodegenException(List.of(new Problem(id, jar.toString(), message)));
    }
}
