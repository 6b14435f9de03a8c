package dev.kopf.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopf.apiserver.failure.StatusException;
import dev.kopf.apiserver.json.Json;
import dev.kopf.apiserver.json.Trees;
import dev.kopf.apiserver.json.Yaml;
import dev.kopf.apiserver.kind.BuiltInKinds;
import dev.kopf.apiserver.kind.Kinds;
import dev.kopf.apiserver.patch.PatchType;
import dev.kopf.apiserver.registry.Registry;
import dev.kopf.apiserver.registry.Target;
import dev.kopf.apiserver.registry.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads CRDs from files into the registry. */
final class Crds {

    private final Registry registry;
    private final Kinds kinds;

    Crds(Registry registry, Kinds kinds) {
        this.registry = registry;
        this.kinds = kinds;
    }

    void create(Path fileOrDirectory) {
        if (!Files.exists(fileOrDirectory)) {
            throw new IllegalArgumentException("no such file or directory: " + fileOrDirectory);
        }
        int found = 0;
        for (Path file : files(fileOrDirectory)) {
            for (JsonNode crd : read(file)) {
                create(file, crd);
                found++;
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("no CustomResourceDefinition in " + fileOrDirectory);
        }
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.equals(root) || file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + root, e);
        }
    }

    private static List<JsonNode> read(Path file) {
        try {
            var crds = new ArrayList<JsonNode>();
            Yaml.documents(Files.readString(file)).forEach(document -> collect(document, crds));
            return crds;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is " + e.getMessage(), e);
        }
    }

    private static void collect(JsonNode document, List<JsonNode> crds) {
        String kind = Trees.text(document, "kind");
        if (kind.equals("CustomResourceDefinition")) {
            crds.add(document);
        } else if (kind.equals("List")) {
            document.path("items").forEach(item -> collect(item, crds));
        }
    }

    private void create(Path file, JsonNode crd) {
        var kind = kinds.ofCollection(BuiltInKinds.CRDS).orElseThrow();
        String name = Trees.text(crd, "metadata", "name");
        boolean exists = kinds.ofCollection(name).isPresent();
        try {
            if (exists) {
                JsonNode spec = Json.object().set("spec", crd.path("spec"));
                registry.patch(new Target(kind, "", name, false), PatchType.MERGE, spec, WriteOptions.DEFAULT);
            } else {
                registry.create(new Target(kind, "", "", false), crd, WriteOptions.DEFAULT);
            }
        } catch (StatusException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
