package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.handler.RetryPolicy;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.resource.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which kinds the cluster serves, and hears of those that come and go by watching the CRDs (W-40, W-41): what a CRD says has come is
 * looked for until the server serves it. Where the CRDs may not be watched, that is said once, and the server is asked from time to time.
 *
 * <p>Never blocks. Safe for use by several threads.
 */
public final class KindObserver implements AutoCloseable {

    /** The kind of CRDs. */
    static final ResourceKind CRDS = ResourceKind.clusterScoped(
            "apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions");

    private static final Logger LOGGER = LoggerFactory.getLogger("kopf.watching");
    private static final String WHAT = "what the cluster serves";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration WITHOUT_WATCH = Duration.ofMinutes(1);

    /** Several changes of CRDs come at once, as when they are installed together. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    /** A server is a second or two behind its CRDs, which nobody needs to know of. */
    private static final int QUIET_ATTEMPTS = 6;

    private final @Nullable Set<String> groups;
    private final Watcher.Surroundings surroundings;
    private final Consumer<List<DiscoveredKind>> listener;
    private final KindScan scan;
    private final Setbacks setbacks;
    private final CrdExpectations expectations = new CrdExpectations();
    private final Set<String> changed = new HashSet<>();
    private final Object telling = new Object();

    private Map<String, List<DiscoveredKind>> known = Map.of();
    private @Nullable Instant started;
    private boolean scanned;
    private boolean scanning;
    private boolean complete;
    private boolean closed;
    private int behind;
    private boolean saidThatUnwatched;
    private @Nullable Watcher watcher;
    private Timers.@Nullable Timer next;

    /**
     * @param groups those that are of interest; null for all
     * @param listener is told of all kinds of these when they are known, and whenever they have changed; returns at once
     */
    public KindObserver(
            @Nullable Set<String> groups, Watcher.Surroundings surroundings, Consumer<List<DiscoveredKind>> listener) {
        this.groups = groups;
        this.surroundings = surroundings;
        this.listener = listener;
        this.scan = new KindScan(surroundings.transport());
        this.setbacks = new Setbacks(
                new RetryPolicy(surroundings.reconnectBackoff(), LONGEST_PAUSE),
                surroundings.chance(),
                LOGGER,
                surroundings.timers());
    }

    /** Begins. */
    public void start() {
        synchronized (this) {
            started = surroundings.timers().instant();
        }
        look();
        askForCrds();
    }

    /** What of the cluster is not known (P7); null where nothing is missing. */
    public synchronized @Nullable Outage outage() {
        String problem = setbacks.problem();
        if (problem != null) {
            return new Outage(WHAT, problem, setbacks.since());
        }
        return scanned || started == null ? null : new Outage(WHAT, "The API server has not answered yet.", started);
    }

    @Override
    public void close() {
        Watcher open;
        synchronized (this) {
            closed = true;
            open = watcher;
            if (next != null) {
                next.cancel();
            }
        }
        if (open != null) {
            open.close(); // not within, as the watcher calls us from within
        }
    }

    /** Not within, as the answer may be there at once, and is told then. */
    private void look() {
        Set<String> wanted;
        synchronized (this) {
            if (closed || scanning) {
                return;
            }
            scanning = true;
            wanted = complete && !changed.isEmpty() ? Set.copyOf(changed) : groups;
            changed.clear();
        }
        CompletableFuture<Void> unused = scan.scan(wanted).thenAccept(this::found);
    }

    private void found(KindScan.Found found) {
        synchronized (this) {
            scanning = false;
            if (closed) {
                return;
            }
            Map<String, List<DiscoveredKind>> before = known;
            known = found.over(known);
            complete = found.problems().isEmpty();
            boolean isNews = !known.equals(before) || (!scanned && complete);
            scanned |= isNews;
            goOn(found.problems());
            if (!isNews) {
                return;
            }
        }
        tell();
    }

    /** Always of what is known at that moment, so that nothing older comes later. */
    private void tell() {
        synchronized (telling) {
            List<DiscoveredKind> kinds;
            synchronized (this) {
                kinds = known.values().stream().flatMap(List::stream).toList();
            }
            try {
                listener.accept(kinds);
            } catch (RuntimeException | Error e) {
                // Whoever called would swallow it, and nobody would know.
                LOGGER.error("What the cluster serves was not heard to its end. This is a bug of Kopf.", e);
            }
        }
    }

    private void goOn(List<String> problems) {
        if (!problems.isEmpty()) {
            schedule(setbacks.failed(String.join(" ", problems)));
            return;
        }
        Set<String> missing = new HashSet<>(expectations.behind(known));
        if (groups != null) {
            missing.retainAll(groups);
        }
        changed.addAll(missing);
        if (!missing.isEmpty()) {
            behind++;
            String problem =
                    "The API server is behind its CRDs in what it says it serves: " + String.join(", ", missing) + ".";
            schedule(behind < QUIET_ATTEMPTS ? setbacks.failedQuietly(problem) : setbacks.failed(problem));
        } else {
            behind = 0;
            setbacks.over();
            if (!changed.isEmpty()) {
                schedule(MOMENT);
            }
        }
    }

    private void schedule(Duration delay) {
        if (next != null) {
            next.cancel();
        }
        next = surroundings.timers().after(delay, this::look);
    }

    /** Asks before it watches, as the rights of an operator often end at its own kinds. */
    private void askForCrds() {
        CompletableFuture<Void> unused = surroundings
                .transport()
                .send(ApiRequest.get(Paths.collection(CRDS, null) + "?limit=1"))
                .handle((response, failure) -> {
                    if (failure != null || response.status() == 401 || response.status() >= 429) {
                        later(surroundings.reconnectBackoff().multipliedBy(10), this::askForCrds);
                    } else if (response.isSuccessful()) {
                        watchCrds();
                    } else {
                        withoutWatch(response);
                    }
                    return null;
                });
    }

    private void withoutWatch(ApiResponse response) {
        boolean first;
        synchronized (this) {
            first = !saidThatUnwatched;
            saidThatUnwatched = true;
        }
        if (first) {
            String why = response.status() == 403
                    ? Permissions.missing("list", CRDS, null, null)
                    : "Cannot list " + CRDS + ": " + Answers.sentence(response);
            LOGGER.warn("{} Without it kinds that come and go are noticed once a minute, not at once.", why);
        }
        later(WITHOUT_WATCH, () -> {
            look();
            askForCrds();
        });
    }

    private synchronized void later(Duration delay, Runnable task) {
        if (!closed) {
            Timers.Timer unused = surroundings.timers().after(delay, task);
        }
    }

    private void watchCrds() {
        Watcher crds = new Watcher(CRDS, null, surroundings, new Watcher.Listener() {
            @Override
            public void onServed(ServedKind kind) {}

            @Override
            public void onEvent(WatchEvent event) {
                changed(event);
            }

            @Override
            public void onHistoryRestored() {}

            @Override
            public void onListed(Set<String> uids) {
                listed(uids);
            }
        });
        synchronized (this) {
            if (closed) {
                return;
            }
            watcher = crds;
        }
        crds.start();
    }

    private synchronized void changed(WatchEvent event) {
        Body crd = event.body();
        boolean isNews = expectations.note(event);
        String group = CrdExpectations.groupOf(crd);
        if (isNews && (groups == null || groups.contains(group))) {
            look(group);
        }
    }

    /** What came and vanished while nobody looked. */
    private synchronized void listed(Set<String> uids) {
        Set<String> groupsOfNews = new HashSet<>(expectations.retain(uids));
        groupsOfNews.addAll(expectations.behind(known));
        for (String group : groupsOfNews) {
            if (groups == null || groups.contains(group)) {
                look(group);
            }
        }
    }

    /** A scan that goes on may have asked too early; so has one that waits for its time. */
    private void look(String group) {
        changed.add(group);
        if (!scanning && complete) {
            behind = 0;
            schedule(MOMENT);
        }
    }
}
