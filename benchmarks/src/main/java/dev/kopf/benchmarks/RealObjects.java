package dev.kopf.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects as JSON, and the class that each is read into. */
final class RealObjects {

    /** fabric8's class for any object. */
    static final String GENERIC = "GenericKubernetesResource";

    /** What fabric8's client reads and writes JSON with. */
    static final KubernetesSerialization CLIENT = new KubernetesSerialization();

    /**
     * One object.
     *
     * @param json its text
     * @param types the classes, by the title of their generator
     */
    record Sample(String json, Map<String, Class<?>> types) {}

    private RealObjects() {}

    /** The objects of these CRDs that all classes can read. */
    static List<Sample> of(List<Project> projects, Path crs, List<Generator> generators, List<String> lines)
            throws IOException {
        List<Sample> samples = new ArrayList<>();
        int unread = 0;
        for (Project project : projects) {
            Path folder = project.objects(crs);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            Map<String, ClassLoader> loaders = new HashMap<>();
            for (Generator generator : generators) {
                loaders.put(generator.title(), loader(project.classes(generator)));
            }
            for (Path object : Folders.files(folder, ".json")) {
                String json = Files.readString(object);
                try {
                    samples.add(sample(json, loaders));
                } catch (IOException | ReflectiveOperationException | RuntimeException e) {
                    unread++;
                }
            }
        }
        lines.add(unread
                + " objects that java-generator's classes cannot read, or have no class for, are left out for all.");
        return samples;
    }

    private static ClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, RealObjects.class.getClassLoader());
    }

    private static Sample sample(String json, Map<String, ClassLoader> loaders)
            throws IOException, ReflectiveOperationException {
        JsonNode node = CLIENT.unmarshal(json, JsonNode.class);
        String apiVersion = node.path("apiVersion").asText();
        String group = apiVersion.substring(0, Math.max(apiVersion.indexOf('/'), 0));
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String name = JavaGenerator.packageOf(group) + "." + version + "."
                + node.path("kind").asText();
        Map<String, Class<?>> types = new HashMap<>();
        types.put(GENERIC, GenericKubernetesResource.class);
        for (Map.Entry<String, ClassLoader> loader : loaders.entrySet()) {
            Class<?> type = loader.getValue().loadClass(name);
            CLIENT.unmarshal(json, type);
            types.put(loader.getKey(), type);
        }
        return new Sample(json, types);
    }
}
