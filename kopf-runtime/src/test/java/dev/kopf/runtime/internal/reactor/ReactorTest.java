package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.HandlerRegistration;
import dev.kopf.runtime.handler.Lifecycle;
import dev.kopf.runtime.handler.Registry;
import dev.kopf.runtime.internal.client.ApiRequest;
import dev.kopf.runtime.internal.client.ApiResponse;
import dev.kopf.runtime.internal.client.FakeApi;
import dev.kopf.runtime.internal.client.FakeTimers;
import dev.kopf.runtime.internal.client.Patcher;
import dev.kopf.runtime.internal.client.Transport;
import dev.kopf.runtime.internal.client.Watcher;
import dev.kopf.runtime.internal.execution.BodyMapper;
import dev.kopf.runtime.internal.execution.HandlerExecutor;
import dev.kopf.runtime.internal.execution.Services;
import dev.kopf.runtime.progress.Persistence;
import dev.kopf.runtime.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several kinds in one operator. */
final class ReactorTest {

    private static final int MORE_THAN_AT_ONCE = Reactor.limits(false).places() + 1;

    private final FakeApi widgets = new FakeApi();
    private final FakeApi gadgets = new FakeApi();
    private final FakeTimers timers = new FakeTimers();
    private final GivenThreads threads = new GivenThreads();
    private final List<String> calls = new ArrayList<>();

    @Test
    void P2_objects_of_one_kind_do_not_wait_for_the_handlers_of_another() throws Exception {
        for (int i = 0; i < MORE_THAN_AT_ONCE; i++) {
            widgets.create("hanging" + i, "{}");
        }
        gadgets.create("g", "{}");
        Reactor reactor = reactor();
        reactor.start();
        assertThat(threads.tasks).as("those that are at it, of both kinds").hasSize(MORE_THAN_AT_ONCE);
        threads.tasks.get(MORE_THAN_AT_ONCE - 1).run();

        assertThat(calls).containsExactly("gadget g");
        assertThat(reactor.stop(Duration.ZERO, () -> {})).isTrue();
        widgets.create("late", "{}");
        gadgets.create("late", "{}");
        widgets.pump();
        gadgets.pump();
        assertThat(threads.tasks).hasSize(MORE_THAN_AT_ONCE);
    }

    private Reactor reactor() {
        Transport both = new BothApis();
        Services services = new Services(
                timers,
                () -> 0,
                () -> {
                    throw new IllegalStateException("no client here");
                },
                new BodyMapper(),
                () -> false);
        Persistence persistence = Persistence.annotations();
        Collaborators with = new Collaborators(
                new HandlerExecutor(services),
                new Patcher(both, persistence.finalizer()),
                persistence,
                timers,
                () -> 0,
                Lifecycle.allAtOnce(),
                Duration.ofSeconds(1),
                new WaitingStates(Long.MAX_VALUE),
                () -> false);
        Registry registry = Registry.of(List.of(
                WidgetHandlers.on().create("made", (widget, ctx) -> calls.add("widget")),
                new GadgetHandlers()
                        .create(
                                "made",
                                (gadget, ctx) -> calls.add(
                                        "gadget " + gadget.getMetadata().getName()))));
        return new Reactor(
                registry,
                List.of("default"),
                with,
                new Watcher.Surroundings(both, timers, Duration.ofDays(1), Duration.ofMillis(100), () -> 0),
                threads);
    }

    /** Handlers of a second kind, which is called like the first and is in another group. */
    private static final class GadgetHandlers
            extends HandlerRegistration<
                    GenericKubernetesResource, FieldChange<GenericKubernetesResource>, GadgetHandlers> {

        static final String GROUP = "gadgets.example.org";

        GadgetHandlers() {
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
            return of(request).send(plain(request));
        }

        @Override
        public Stream stream(ApiRequest request, Listener listener) {
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

    /** Threads that begin when the test says so. */
    private static final class GivenThreads extends AbstractExecutorService {
        final List<Runnable> tasks = new ArrayList<>();
        private boolean shutdown;

        @Override
        public void execute(Runnable command) {
            tasks.add(command);
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
