package dev.kopf.examples;

import dev.kopf.runtime.Kopf;
import dev.kopf.runtime.Settings;
import dev.kopf.runtime.handler.HandlerSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story about an operator, told on an API server in the process. Each method prints the command that a person would type, does what it
 * does, and prints what it answers; the operator's log appears in between.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     Demo.main(args, GreetingDemo::play, new GreetingOperator()); // the commands "run" and "demo"
 * }
 *
 * private static void play(Demo demo) {
 *     demo.create("""
 *             apiVersion: example.org/v1
 *             kind: Greeting
 *             metadata: {name: first}
 *             """);
 *     demo.awaitHandled(Greeting.class, "first");
 *     demo.show(Greeting.class, "first", "status");
 * }
 * }</pre>
 *
 * <p>Objects are those of the namespace {@code default}, unless they say another; the operator serves all. To be used from one thread.
 */
public final class Demo {

    /** What is played. */
    @FunctionalInterface
    public interface Story {

        /** Plays it; what it throws ends the demo. */
        void play(Demo demo) throws Exception;
    }

    private static final int PATIENCE_SECONDS = 30;

    private final KubernetesClient client;
    private final RunningOperator operator;
    private final PrintWriter out;
    private final Processes processes;

    Demo(KubernetesClient client, RunningOperator operator, PrintWriter out, Processes processes) {
        this.client = client;
        this.operator = operator;
        this.out = out;
        this.processes = processes;
    }

    /**
     * The command line of an operator, as {@link Kopf#main} has it, with the command {@code demo} beside {@code run}. Ends the JVM.
     *
     * @param args the arguments of the program, as they came
     * @param story what {@code demo} plays
     * @param handlers what brings the handlers
     */
    public static void main(String[] args, Story story, HandlerSource... handlers) {
        main(args, story, Settings.defaults(), handlers);
    }

    /** As {@link #main(String[], Story, HandlerSource...)}, of an operator with settings of its own. */
    public static void main(String[] args, Story story, Settings settings, HandlerSource... handlers) {
        Kopf.application(handlers)
                .settings(settings)
                .command(new DemoCommand(story, settings, List.of(handlers), true))
                .main(args);
    }

    /**
     * As {@link #main(String[], Story, HandlerSource...)}, but {@code demo} begins without an operator: the story {@linkplain #start starts}
     * processes of it.
     */
    public static void ofProcesses(String[] args, Story story, HandlerSource... handlers) {
        Kopf.application(handlers)
                .command(new DemoCommand(story, Settings.defaults(), List.of(handlers), false))
                .main(args);
    }

    /** The client that the demo works with. */
    public KubernetesClient client() {
        return client;
    }

    /** Says what comes next. */
    public void step(String text) {
        out.printf("%n# %s%n", text);
    }

    /** Says which command comes next, for what no other method does. */
    public void command(String text) {
        out.printf("%n$ %s%n", text);
    }

    /** Says what a command answers, for what no other method does. */
    public void answer(String text) {
        out.println(text);
    }

    /** Creates the objects of a text in YAML. */
    public void create(String yaml) {
        command("kubectl create -f - <<END\n" + yaml + "END");
        createAll(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /** Creates the objects of a file in YAML, whose path is given as seen from the clone's folder. */
    public void createFrom(String file) throws IOException {
        command("kubectl create -f " + file);
        try (InputStream text = Files.newInputStream(Path.of(file))) {
            createAll(text);
        }
    }

    private void createAll(InputStream yaml) {
        client.load(yaml).create().forEach(object -> out.printf("%s created%n", nameOf(object)));
    }

    /**
     * Starts another process of the operator, and returns at once. It is ended with the demo.
     *
     * @param name what stands before each of its lines, and what its peers call it
     * @param args its arguments, such as {@code run}
     */
    public DemoProcess start(String name, String... args) throws IOException {
        return processes.start(name, args);
    }

    /** Runs another command of the operator to its end, for 30 s at most, and shows its exit code where that is not 0. */
    public void run(String... args) throws IOException, InterruptedException {
        processes.run(Map.of(), args);
    }

    /** As {@link #run(String...)}, with variables in its environment. */
    public void run(Map<String, String> variables, String... args) throws IOException, InterruptedException {
        processes.run(variables, args);
    }

    /** Changes an object by a merge patch in JSON. */
    public void patch(Class<? extends HasMetadata> type, String name, String json) {
        command("kubectl patch " + HasMetadata.getSingular(type) + " " + name + " --type merge -p '" + json + "'");
        out.printf("%s patched%n", nameOf(resource(type, name).patch(PatchContext.of(PatchType.JSON_MERGE), json)));
    }

    /** Deletes an object, and waits until it is gone. */
    public <T extends HasMetadata> void delete(Class<T> type, String name) {
        command("kubectl delete " + HasMetadata.getSingular(type) + " " + name);
        Resource<T> resource = resource(type, name);
        String deleted = nameOf(resource.require());
        resource.delete();
        await(type, name, object -> object == null);
        out.printf("%s deleted%n", deleted);
    }

    /** Stops the operator. */
    public void stop() {
        operator.close();
    }

    /** Stops the operator, and starts it again. */
    public void restart() throws InterruptedException {
        operator.close();
        operator.start();
    }

    /** Shows a file. */
    public void show(Path file) throws IOException {
        command("cat " + file);
        Files.readAllLines(file).forEach(out::println);
    }

    /** Shows a part of an object, such as {@code metadata.labels}. */
    public void show(Class<? extends HasMetadata> type, String name, String path) {
        command("kubectl get " + HasMetadata.getSingular(type) + " " + name + " -o jsonpath='{." + path + "}'");
        out.println(part(resource(type, name).get(), path));
    }

    /** Shows parts of all objects of a kind, sorted by one of them, such as {@code metadata.name}. */
    public void table(Class<? extends HasMetadata> type, String sortedBy, String... columns) {
        command("kubectl get " + HasMetadata.getPlural(type) + " --sort-by ." + sortedBy + " -o custom-columns="
                + Stream.of(columns).map(path -> header(path) + ":." + path).collect(Collectors.joining(",")));
        out.println(row(Stream.of(columns).map(Demo::header)));
        client.resources(type).inNamespace("default").list().getItems().stream()
                .sorted(Comparator.comparing(object -> part(object, sortedBy)))
                .forEach(object -> out.println(row(Stream.of(columns).map(path -> part(object, path)))));
    }

    private static String header(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String row(Stream<String> cells) {
        return cells.map(cell -> String.format("%-22s", cell))
                .collect(Collectors.joining(" "))
                .stripTrailing();
    }

    private String part(HasMetadata object, String path) {
        Object part = client.getKubernetesSerialization().convertValue(object, Map.class);
        for (String key : path.split("\\.", -1)) {
            part = part instanceof Map<?, ?> fields ? fields.get(key) : null;
        }
        return part instanceof Map || part instanceof List
                ? client.getKubernetesSerialization().asJson(part)
                : Objects.toString(part, "");
    }

    /** Shows which objects of a kind there are. */
    public void list(Class<? extends HasMetadata> type) {
        command("kubectl get " + HasMetadata.getPlural(type) + " -o name");
        client.resources(type).inNamespace("default").list().getItems().forEach(object -> out.println(nameOf(object)));
    }

    /** Shows which objects of a kind there are in all namespaces. */
    public void listAll(Class<? extends HasMetadata> type) {
        command("kubectl get " + HasMetadata.getPlural(type) + " --all-namespaces -o name");
        client.resources(type).inAnyNamespace().list().getItems().forEach(object -> out.println(nameOf(object)));
    }

    /**
     * Waits until an object is so, for 30 s at most.
     *
     * @param condition is given the object, or null where it is not there
     */
    public <T extends HasMetadata> void await(Class<T> type, String name, Predicate<@Nullable T> condition) {
        resource(type, name).waitUntilCondition(condition, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until the objects of a kind are so, for 30 s at most. */
    public <T extends HasMetadata> void awaitAll(Class<T> type, Predicate<List<T>> condition) {
        client.resources(type)
                .inNamespace("default")
                .informOnCondition(condition)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Waits until the operator watches all that it is to watch, for 30 s at most. */
    public void awaitReady() {
        awaitThat(() -> operator.operator().health().ready());
    }

    /** Waits until something is true that no object tells, for 30 s at most. */
    public void awaitThat(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Waited " + PATIENCE_SECONDS + " s in vain.");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Waits until the operator is done with an object, and owes it nothing any more, for 30 s at most. */
    public void awaitHandled(Class<? extends HasMetadata> type, String name) {
        // Asked again and again, as no event of the object tells that it is indexed.
        awaitThat(() -> {
            HasMetadata object = resource(type, name).get();
            return object != null && operator.operator().hasHandled(object);
        });
    }

    /** As {@link #awaitHandled(Class, String)}, of an object of any class. */
    public void awaitHandled(HasMetadata object) {
        awaitThat(() -> operator.operator().hasHandled(client.resource(object).get()));
    }

    private <T extends HasMetadata> Resource<T> resource(Class<T> type, String name) {
        return client.resources(type).inNamespace("default").withName(name);
    }

    /** As kubectl names it: {@code kopfexample.kopf.dev/first}. */
    private static String nameOf(HasMetadata object) {
        String apiVersion = object.getApiVersion();
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : "." + apiVersion.substring(0, slash);
        return object.getKind().toLowerCase(Locale.ROOT) + group + "/"
                + object.getMetadata().getName();
    }
}
