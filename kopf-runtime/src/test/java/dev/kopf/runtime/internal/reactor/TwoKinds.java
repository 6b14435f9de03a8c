package dev.kopf.runtime.internal.reactor;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.GenericHandlers;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.IndexView;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.AccessCheck;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.EventSink;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Memos;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.internal.execution.Shared;
import dev.kopf.runtime.internal.indexing.OperatorIndexes;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.NamespaceChoice;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operator of widgets and gadgets, each on a scripted API server, in one thread and on a clock that a test turns. */
final class TwoKinds {

    final FakeApi widgets = new FakeApi();
    final FakeApi gadgets = new FakeApi();
    final FakeTimers timers = new FakeTimers();

    /** What handlers have noted of their calls. */
    final List<String> calls = new ArrayList<>();

    /** The permissions that were asked for. */
    final List<AccessCheck.Need> needs = new ArrayList<>();

    /** What waits for a thread, where threads begin when the test says so. */
    final List<Runnable> tasks = new ArrayList<>();

    /** What the server tells of what it serves, by path, where it tells something else than of the two kinds; null for trouble. */
    final Map<String, @Nullable String> discovery = new HashMap<>();

    private final List<GenericHandlers> onOthers = new ArrayList<>();
    private final WidgetHandlers onWidgets = WidgetHandlers.on();
    private final GadgetHandlers onGadgets = new GadgetHandlers();
    private final Threads threads = new Threads();
    private boolean holding;
    private WaitingStates waiting = new WaitingStates(Long.MAX_VALUE);
    private OperatorIndexes indexes = OperatorIndexes.NONE;
    private @Nullable Reactor reactor;

    /** Where handlers of widgets are registered. */
    WidgetHandlers onWidgets() {
        return onWidgets;
    }

    /** Where handlers of gadgets are registered. */
    GadgetHandlers onGadgets() {
        return onGadgets;
    }

    /** Adds handlers of kinds that a selector means. */
    TwoKinds also(GenericHandlers handlers) {
        onOthers.add(handlers);
        return this;
    }

    /** Threads begin when the test runs its {@link #tasks}, and not at once. */
    TwoKinds holdingTasks() {
        holding = true;
        return this;
    }

    /** With so much room for states that wait. */
    TwoKinds waiting(WaitingStates room) {
        waiting = room;
        return this;
    }

    /** Starts the operator, and lets it do all that there is to do now. */
    TwoKinds start() {
        reactor = reactor();
        reactor.start();
        settle();
        return this;
    }

    /** An operator that has not started. */
    Reactor reactor() {
        Transport both = new BothApis();
        Registry registry = Registry.of(Stream.concat(Stream.of(onWidgets, onGadgets), onOthers.stream())
                .filter(each -> !each.handlers().isEmpty())
                .map(HandlerSource.class::cast)
                .toList());
        indexes = new OperatorIndexes(registry.indexes());
        Services services = new Services(
                timers,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false,
                EventSink.NONE,
                new Shared(new Memos(), indexes));
        Persistence persistence = Persistence.annotations();
        Collaborators with = new Collaborators(
                new HandlerExecutor(services),
                new Patcher(both, persistence.finalizer()),
                persistence,
                timers,
                () -> 0,
                Lifecycle.allAtOnce(),
                Duration.ofSeconds(1),
                waiting,
                () -> false);
        return new Reactor(
                registry,
                NamespaceChoice.ofNames("default"),
                with,
                new Watcher.Surroundings(both, timers, Duration.ofDays(1), Duration.ofMillis(100), () -> 0, needs::add),
                new Pools(threads, threads));
    }

    /** The operator that was started. */
    Reactor operator() {
        return Objects.requireNonNull(reactor);
    }

    <K, V extends @Nullable Object> IndexView<K, V> index(IndexName<K, V> name) {
        return indexes.index(name);
    }

    /** Notes a call of a handler that has no result. */
    @Nullable
    Object note(String call) {
        calls.add(call);
        return null;
    }

    void settle() {
        widgets.pump();
        gadgets.pump();
    }

    void advance(Duration time) {
        timers.advance(time);
        settle();
    }

    /** Runs what waits for a thread, and what comes of it. */
    void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
            settle();
        }
    }

    /** Handlers of a second kind, which is called like the first and is in another group. */
    static final class GadgetHandlers
            extends HandlerRegistration<
                    GenericKubernetesResource, FieldChange<GenericKubernetesResource>, GadgetHandlers> {

        private static final String GROUP = "gadgets.example.org";

        private GadgetHandlers() {
            super(
                    ResourceKind.namespaced(GROUP, "v1", "Widget", "widgets"),
                    GenericKubernetesResource.class,
                    FieldChange::new);
        }

        @Override
        protected GadgetHandlers self() {
            return this;
        }
    }

    /** One server for both kinds. */
    private final class BothApis implements Transport {

        @Override
        public String server() {
            return "http://fake";
        }

        @Override
        public CompletableFuture<ApiResponse> send(ApiRequest request) {
            String path = request.path().replaceFirst("\\?.*", "");
            if (discovery.containsKey(path)) {
                String told = discovery.get(path);
                byte[] body = (told == null ? "{}" : told).getBytes(StandardCharsets.UTF_8);
                return CompletableFuture.completedFuture(new ApiResponse(told == null ? 503 : 200, body, null));
            }
            return of(request).send(plain(request));
        }

        @Override
        public Transport.Stream stream(ApiRequest request, Listener listener) {
            return of(request).stream(plain(request), listener);
        }

        @Override
        public void close() {}

        private FakeApi of(ApiRequest request) {
            return request.path().contains(GadgetHandlers.GROUP) ? gadgets : widgets;
        }

        private static ApiRequest plain(ApiRequest request) {
            String path = request.path().replace(GadgetHandlers.GROUP, WidgetHandlers.KIND.group());
            return new ApiRequest(request.method(), path, request.contentType(), request.body());
        }
    }

    private final class Threads extends AbstractExecutorService {
        private boolean shutdown;

        @Override
        public void execute(Runnable command) {
            if (holding) {
                tasks.add(command);
            } else {
                command.run();
            }
        }

        @Override
        public void shutdown() {
            shutdown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return shutdown;
        }

        @Override
        public boolean isTerminated() {
            return shutdown;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return shutdown;
        }
    }
}
