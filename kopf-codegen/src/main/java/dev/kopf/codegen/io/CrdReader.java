package dev.kopf.codegen.io;

import dev.kopf.codegen.model.CrdDocument;
import dev.kopf.codegen.model.CrdInput;
import dev.kopf.codegen.model.Place;
import dev.kopf.codegen.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Finds and reads CRDs: YAML or JSON, one or many to a file, also as items of a list. Documents beside CRDs are passed over. Not safe
 * for use by several threads.
 */
public final class CrdReader {

    private final List<CrdDocument> documents = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();

    private CrdReader() {}

    /**
     * Reads all CRDs of these files and folders.
     *
     * @return what was found, and what is wrong with the rest
     */
    public static CrdInput read(List<Path> places) {
        CrdReader reader = new CrdReader();
        List<Path> files = new ArrayList<>();
        places.forEach(place -> files.addAll(reader.find(place)));
        files.forEach(reader::readOnce);
        return new CrdInput(reader.documents, reader.problems);
    }

    /**
     * The files of a place, in a fixed order: itself, or those in it where it is a folder.
     *
     * @throws IOException if there is a problem with them, or none
     */
    public static List<Path> filesOf(Path place) throws IOException {
        CrdFiles found = CrdFiles.of(place);
        if (found.files().isEmpty() || !found.problems().isEmpty()) {
            throw new IOException("not all files can be found in " + place);
        }
        return found.files();
    }

    private List<Path> find(Path place) {
        try {
            CrdFiles found = CrdFiles.of(place);
            problems.addAll(found.problems());
            if (found.files().isEmpty() && found.problems().isEmpty()) {
                report(
                        Problem.Id.KopfNoCrd,
                        place,
                        "there is no *.yaml, *.yml or *.json file. Put the CRDs there, or say where they are.");
            }
            return found.files();
        } catch (IOException e) {
            report(Problem.Id.KopfFile, place, "the folder cannot be read: " + e);
            return List.of();
        }
    }

    /** A link to a file beside it is the same file. */
    private void readOnce(Path file) {
        Path real;
        try {
            real = file.toRealPath();
        } catch (IOException e) {
            real = file.toAbsolutePath().normalize();
        }
        if (known.add(real)) {
            failure(file, () -> readFile(file)).ifPresent(problems::add);
        }
    }

    /** What reading a file fails by in a way that nobody foresaw is a problem of the file, and keeps no other one from being read. */
    static Optional<Problem> failure(Path file, Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            // What filled the memory is out of reach by now.
            return Optional.of(new Problem(
                    Problem.Id.KopfTooLarge,
                    file.toString(),
                    "the memory does not suffice to read the file. Give Maven more: MAVEN_OPTS=-Xmx4g"));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(new Problem(
                    Problem.Id.KopfInternal,
                    file.toString(),
                    "the generator fails at this file, which is an error of its own. Report it with the file: " + e));
        }
    }

    private void readFile(Path file) {
        int before = documents.size();
        try {
            if (Files.size(file) > TreeLimits.MAX_BYTES) {
                throw new TreeLimits.TooLargeException("more than " + TreeLimits.MAX_BYTES + " bytes", 0);
            }
            for (Document document : parse(Encodings.decode(Files.readAllBytes(file)))) {
                int known = documents.size();
                collect(file, document.value(), false);
                if (documents.size() > known) {
                    document.duplicates().forEach(duplicate -> warn(file, duplicate));
                }
            }
        } catch (CharacterCodingException e) {
            report(Problem.Id.KopfBrokenYaml, file, "the file is not UTF-8 text. Save it as UTF-8.");
            return;
        } catch (IOException e) {
            report(Problem.Id.KopfFile, file, "the file cannot be read: " + e);
            return;
        } catch (TreeLimits.TooLargeException e) {
            error(
                    Problem.Id.KopfTooLarge,
                    new Place(file.toString(), e.line(), ""),
                    "the file is larger than any CRD may be: " + e.getMessage());
            return;
        } catch (YamlEngineException e) {
            problems.add(broken(file, e));
            return;
        }
        if (documents.size() == before) {
            report(
                    Problem.Id.KopfNotACrd,
                    file,
                    "there is no CustomResourceDefinition in this file. Move it elsewhere.");
        }
    }

    /** As kubectl does: what begins with a brace is JSON, as long as it is; all else is YAML. */
    private static List<Document> parse(String text) {
        if (text.stripLeading().startsWith("{")) {
            try {
                return JsonTree.read(text);
            } catch (IOException e) {
                return YamlTree.read(text);
            }
        }
        return YamlTree.read(text);
    }

    /** @param isCrd whether it is one whatever it says, as servers leave that out of the items of a typed list */
    private void collect(Path file, @Nullable Object document, boolean isCrd) {
        if (!(document instanceof Map<?, ?> map)) {
            return;
        }
        Object kind = map.get("kind");
        if ("CustomResourceDefinition".equals(kind) || (isCrd && kind == null)) {
            documents.add(new CrdDocument(file.toString(), texts(map)));
        } else if (map.get("items") instanceof List<?> items) {
            boolean typed = "CustomResourceDefinitionList".equals(kind);
            items.forEach(item -> collect(file, item, typed));
        }
    }

    private void warn(Path file, Document.Duplicate duplicate) {
        problems.add(new Problem(
                Problem.Id.KopfDuplicateKey,
                Problem.Severity.WARNING,
                new Place(file.toString(), duplicate.line(), duplicate.path()),
                "the key stands twice in its map, and this one counts. Remove one of them."));
    }

    @SuppressWarnings("unchecked") // YamlTree makes every key a text
    private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    private static Problem broken(Path file, YamlEngineException error) {
        Optional<Mark> mark =
                error instanceof MarkedYamlEngineException marked ? marked.getProblemMark() : Optional.empty();
        int line = mark.map(at -> at.getLine() + 1).orElse(0);
        String column = mark.map(at -> " at column " + (at.getColumn() + 1)).orElse("");
        String reason = error instanceof MarkedYamlEngineException marked ? marked.getProblem() : error.getMessage();
        return new Problem(
                Problem.Id.KopfBrokenYaml,
                Problem.Severity.ERROR,
                new Place(file.toString(), line, ""),
                "not valid YAML" + column + ": " + oneLine(reason));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "it cannot be parsed" : text.strip().replaceAll("\\s+", " ");
    }

    private void error(Problem.Id id, Place place, String message) {
        problems.add(new Problem(id, Problem.Severity.ERROR, place, message));
    }

    private void report(Problem.Id id, Path source, String message) {
        problems.add(new Problem(id, source.toString(), message));
    }
}
