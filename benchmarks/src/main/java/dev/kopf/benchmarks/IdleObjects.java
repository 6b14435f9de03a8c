package dev.kopf.benchmarks;

import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.SystemTimers;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.internal.reactor.Collaborators;
import dev.kopf.runtime.internal.reactor.Pools;
import dev.kopf.runtime.internal.reactor.Reactor;
import dev.kopf.runtime.internal.reactor.WaitingStates;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.NamespaceChoice;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Prints what an object costs that was handled and is left alone since: the growth of the histogram of the heap, when an operator has handled
 * many objects of 2 kB, by the runtime as it is, over a server that keeps nothing in this process.
 */
public final class IdleObjects {

    private static final int FEW = 1_000;
    private static final int LINES = 12;

    /** Number, instances, bytes, class. */
    private static final Pattern LINE = Pattern.compile("\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+)");

    private IdleObjects() {}

    /**
     * Prints the figures.
     *
     * @param args how many objects
     */
    public static void main(String[] args) throws JMException, InterruptedException {
        int many = Integer.parseInt(args[0]);
        List<Reactor> held = new ArrayList<>();
        try (SystemTimers timers = new SystemTimers()) {
            held.add(handled(FEW, timers)); // what is loaded and cached with the first objects
            Map<String, Long> before = histogram();
            held.add(handled(many, timers));
            print(many, before, histogram());
        } finally {
            Reference.reachabilityFence(held);
        }
        System.exit(0); // the reactors that were measured are never stopped, and neither are their threads
    }

    /** A reactor that has handled all objects of a server. */
    private static Reactor handled(int count, SystemTimers timers) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(count);
        ManyObjects server = new ManyObjects(count, written::countDown);
        Persistence persistence = Persistence.annotations();
        Services services = new Services(
                timers,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false);
        Reactor reactor = new Reactor(
                Registry.of(List.of(new Handlers().create("made", (widget, ctx) -> null))),
                NamespaceChoice.ofNames("default"),
                new Collaborators(
                        new HandlerExecutor(services),
                        new Patcher(server, persistence.finalizer(), persistence.isInStatus()),
                        persistence,
                        timers,
                        () -> 0,
                        Lifecycle.allAtOnce(),
                        Duration.ofSeconds(1),
                        WaitingStates.ofHeap(),
                        () -> false),
                new Watcher.Surroundings(server, timers, Duration.ofDays(1), Duration.ofSeconds(1), () -> 0),
                Pools.of(timers));
        reactor.start();
        written.await();
        Thread.sleep(Duration.ofSeconds(2).toMillis()); // the last cycles end
        return reactor;
    }

    private static void print(int many, Map<String, Long> before, Map<String, Long> after) {
        long total = sum(after) - sum(before);
        System.out.printf("%n%,d idle objects: %,d bytes, %.0f bytes each%n%n", many, total, total / (double) many);
        System.out.printf("%14s  class%n", "bytes each");
        after.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue() - before.getOrDefault(entry.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(LINES)
                .forEach(entry -> System.out.printf("%14.1f  %s%n", entry.getValue() / (double) many, entry.getKey()));
    }

    private static long sum(Map<String, Long> histogram) {
        return histogram.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The bytes of all live objects by their class; collects garbage first. */
    private static Map<String, Long> histogram() throws JMException {
        String text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Map<String, Long> bytes = new TreeMap<>();
        LINE.matcher(text)
                .results()
                .forEach(line -> bytes.merge(line.group(2), Long.parseLong(line.group(1)), Long::sum));
        return bytes;
    }

    /** Handlers of widgets by lambda, as generated code would have them. */
    private static final class Handlers extends HandlerRegistration<GenericKubernetesResource, Object, Handlers> {

        Handlers() {
            super(ManyObjects.KIND, GenericKubernetesResource.class, (before, after) -> "");
        }

        @Override
        protected Handlers self() {
            return this;
        }
    }
}
