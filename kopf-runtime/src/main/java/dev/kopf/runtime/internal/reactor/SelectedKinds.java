package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.handler.KindHandlers;
import dev.kopf.runtime.handler.KindPlan;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.KindObserver;
import dev.kopf.runtime.internal.client.Outage;
import dev.kopf.runtime.internal.client.ServedKinds;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.ResourceSelector;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kinds that selectors mean: begun when the cluster serves them, ended when it does not any more (W-41). Safe for use by several
 * threads.
 */
final class SelectedKinds implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");

    /** Begins and ends kinds. Its methods return at once. */
    interface Kinds {
        /** @throws IllegalArgumentException if the handlers cannot be told apart on objects */
        void check(KindHandlers handlers);

        void begin(KindHandlers handlers);

        void end(ResourceKind kind);

        /** What the cluster has told of has begun, as far as it is meant; not all may be known yet. */
        void onTold(ServedKinds cluster);
    }

    private final Registry registry;
    private final Kinds kinds;
    private final KindObserver observer;
    private final Map<ResourceKind, List<String>> running = new HashMap<>();
    private final Map<String, Said> said = new HashMap<>();
    private final InstantSource time;

    /** What people were told, and when. */
    private record Said(String text, Instant since) {}

    SelectedKinds(Registry registry, Watcher.Surroundings surroundings, Kinds kinds) {
        this.registry = registry;
        this.kinds = kinds;
        this.time = surroundings.timers();
        this.observer = new KindObserver(groups(registry.wants()), surroundings, this::onKinds);
    }

    /** Only the groups that selectors name are asked for; a dead one of another name is nobody's business. */
    private static @Nullable Set<String> groups(Set<KindPlan.Want> wants) {
        Set<String> groups = new HashSet<>();
        for (KindPlan.Want want : wants) {
            String group = want.selector().group();
            if (group == null) {
                return null;
            }
            groups.add(group);
        }
        return groups;
    }

    void start() {
        observer.start();
    }

    @Override
    public void close() {
        observer.close();
    }

    private synchronized void onKinds(ServedKinds served) {
        List<DiscoveredKind> cluster = served.kinds();
        Map<String, String> remarks = new LinkedHashMap<>();
        cluster.stream().filter(kind -> registry.isTyped(kind.kind())).forEach(kind -> remarkOnTyped(kind, remarks));
        // What a selector means does not depend on which kinds have a class: those of the core go first, and two are
        // ambiguous.
        KindPlan plan = KindPlan.of(
                registry.wants(), cluster.stream().map(this::lenient).toList());
        remarks.putAll(plan.remarks());
        Map<ResourceKind, KindHandlers> wanted = wanted(plan, remarks);
        Set.copyOf(running.keySet()).forEach(kind -> endUnless(wanted.get(kind), kind));
        List<Throwable> failures = new ArrayList<>();
        wanted.forEach((kind, handlers) -> {
            try {
                begin(kind, handlers);
            } catch (RuntimeException | Error e) {
                failures.add(e); // one holds up no other
            }
        });
        say(remarks);
        if (!failures.isEmpty()) { // whoever tells tells again
            throw new IllegalStateException("Not all kinds could begin to be watched.", failures.get(0));
        }
        kinds.onTold(served);
    }

    /**
     * A kind whose CRD is being deleted cannot be patched by what discovery says, and its last objects can all the same. One that has a class
     * is watched whatever discovery says.
     */
    private DiscoveredKind lenient(DiscoveredKind kind) {
        Set<String> verbs = new HashSet<>(kind.verbs());
        if (registry.isTyped(kind.kind())) {
            verbs.addAll(List.of("list", "watch", "patch"));
        } else if (running.containsKey(kind.kind())) {
            verbs.add("patch");
        }
        return new DiscoveredKind(kind.kind(), kind.names(), kind.preferred(), kind.subresources(), verbs);
    }

    private void remarkOnTyped(DiscoveredKind kind, Map<String, String> remarks) {
        KindHandlers typed = registry.kinds().stream()
                .filter(handlers -> handlers.kind().equals(kind.kind()))
                .findFirst()
                .orElse(null);
        for (KindPlan.Want want : registry.wants()) {
            ResourceSelector selector = want.selector();
            if (selector.matches(kind) && (typed == null || !registry.isSelecting(selector, typed.kind()))) {
                remarks.put(
                        selector + " " + kind,
                        "The handlers of the selector " + selector + " are not called for " + kind
                                + ", which the operator has a class for. Register them with the class, or select the kind by"
                                + " its group, version, kind or plural.");
            }
        }
    }

    /** The kinds to be watched with their handlers; each in one version, as objects are the same in all of them (P2). */
    private Map<ResourceKind, KindHandlers> wanted(KindPlan plan, Map<String, String> remarks) {
        List<DiscoveredKind> chosen = new ArrayList<>();
        plan.watched().stream()
                .filter(kind -> !registry.isTyped(kind.kind()))
                .sorted(Comparator.comparing((DiscoveredKind kind) -> !running.containsKey(kind.kind()))
                        .thenComparing(kind -> !kind.preferred())
                        .thenComparing(DiscoveredKind::toString))
                .forEach(kind -> chosen.stream()
                        .filter(other -> other.kind().hasObjectsOf(kind.kind()))
                        .findFirst()
                        .ifPresentOrElse(other -> remarkOnVersion(plan, kind, other, remarks), () -> chosen.add(kind)));
        Map<ResourceKind, KindHandlers> wanted = new LinkedHashMap<>();
        for (DiscoveredKind kind : chosen) {
            try {
                KindHandlers handlers = registry.handlersOf(kind, plan);
                kinds.check(handlers);
                wanted.put(kind.kind(), handlers);
            } catch (IllegalArgumentException e) {
                remarks.put(kind.toString(), "Not watched is " + kind + ": " + e.getMessage());
            }
        }
        return wanted;
    }

    private void remarkOnVersion(
            KindPlan plan, DiscoveredKind kind, DiscoveredKind chosen, Map<String, String> remarks) {
        for (KindPlan.Want want : registry.wants()) {
            List<DiscoveredKind> selected = plan.kindsOf(want.selector());
            if (selected.contains(kind) && !selected.contains(chosen)) {
                remarks.put(
                        want.selector() + " " + kind,
                        "The handlers of the selector " + want.selector() + " are not called for " + kind
                                + ": other handlers are for " + chosen
                                + ", and both would be called for the same objects. Use one version.");
            }
        }
    }

    private void begin(ResourceKind kind, KindHandlers handlers) {
        if (running.putIfAbsent(kind, handlers.descriptions()) != null) {
            return;
        }
        try {
            LOGGER.info(
                    "Watching {} from now on, for: {}",
                    kind,
                    handlers.all().map(handler -> handler.id().value()).collect(Collectors.joining(", ")));
            kinds.begin(handlers);
        } catch (RuntimeException | Error e) {
            running.remove(kind);
            kinds.end(kind); // what has begun of it: two of a kind would handle the same objects (P2)
            throw e;
        }
    }

    /** One whose handlers are others now ends too, and begins anew. */
    private void endUnless(@Nullable KindHandlers wanted, ResourceKind kind) {
        if (wanted == null || !wanted.descriptions().equals(running.get(kind))) {
            if (wanted == null) {
                LOGGER.info("No longer watched is {}: the cluster does not serve it, or it is not selected.", kind);
            } else {
                LOGGER.info("Other handlers than before are for {}.", kind);
            }
            running.remove(kind);
            kinds.end(kind);
        }
    }

    /** What is new, and what is not true any more is said again when it is true again. */
    private void say(Map<String, String> remarks) {
        said.keySet().retainAll(remarks.keySet());
        remarks.forEach((about, text) -> {
            Said before = said.get(about);
            if (before == null || !before.text().equals(text)) {
                said.put(about, new Said(text, time.instant()));
                LOGGER.warn("{}", text);
            }
        });
    }

    /** What the handlers of selectors wait for (P7). */
    List<Outage> outages() {
        List<Outage> outages = new ArrayList<>();
        Outage discovery = observer.outage();
        if (discovery != null) {
            outages.add(discovery);
        }
        addRemarks(outages);
        return outages;
    }

    private synchronized void addRemarks(List<Outage> outages) {
        for (KindPlan.Want want : registry.wants()) {
            Said remark = said.get(want.selector().toString());
            if (remark != null) {
                outages.add(new Outage("the kinds of the selector " + want.selector(), remark.text(), remark.since()));
            }
        }
    }
}
