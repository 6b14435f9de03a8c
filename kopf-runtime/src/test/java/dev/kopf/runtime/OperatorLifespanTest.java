package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.ActivityContext;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.handler.PermanentException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operator's own start and end. */
@Timeout(60)
final class OperatorLifespanTest {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private WidgetHandlers widgets() {
        return WidgetHandlers.on().create("made", (widget, ctx) -> calls.add("create"));
    }

    private Operator operator(Settings.ActivityLimits limits, HandlerSource... handlers) {
        return Operator.builder()
                .handlers(handlers)
                .settings(Settings.defaults().withActivityLimits(limits))
                .kubeconfig(cluster.server.kubeconfig())
                .build();
    }

    @Test
    void L_1_nothing_is_asked_of_the_server_before_the_startup_handlers_have_succeeded_and_cleanup_comes_last()
            throws Exception {
        cluster.create("one", Map.of("size", "1Gi"));
        cluster.server.forgetRequests();
        OperatorHandler own = new OperatorHandler() {
            @Override
            public void onStartup(ActivityContext ctx) {
                calls.add("startup after " + cluster.server.requests().size() + " requests");
            }

            @Override
            public void onCleanup(ActivityContext ctx) {
                calls.add("cleanup with " + ctx.client().getNamespace());
            }
        };

        try (Operator operator = cluster.operator(widgets(), own)) {
            cluster.awaitHandled("one", "{\"spec\":{\"size\":\"1Gi\"}}");
        }

        assertThat(calls).containsExactly("startup after 0 requests", "create", "cleanup with default");
    }

    @Test
    void L_1_a_startup_handler_that_fails_for_good_fails_the_operator_and_cleanup_is_done_all_the_same() {
        cluster.server.forgetRequests();
        Operator operator = operator(
                Settings.ActivityLimits.DEFAULTS,
                widgets(),
                OperatorHandler.on()
                        .startup("connect", ctx -> {
                            throw new PermanentException("No database.");
                        })
                        .cleanup("free", ctx -> calls.add("cleanup")));

        assertThatThrownBy(operator::start)
                .isInstanceOf(OperatorException.class)
                .hasMessage("The startup handler 'connect' failed: No database.");

        assertThat(calls).containsExactly("cleanup");
        assertThat(cluster.server.requests()).isEmpty();
    }

    @Test
    void a_startup_handler_that_hangs_fails_the_operator_when_its_time_is_over() {
        Operator operator = operator(
                new Settings.ActivityLimits(Duration.ofMillis(50), Duration.ofSeconds(10)),
                widgets(),
                OperatorHandler.on().startup("hang", ctx -> new CountDownLatch(1).await()));

        assertThatThrownBy(operator::start)
                .hasMessage("The startup handler 'hang' failed: It has not succeeded within 0.05 s.");
    }

    @Test
    void an_operator_that_is_closed_while_it_starts_returns_from_its_start_without_having_begun() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        cluster.server.forgetRequests();
        Operator operator = operator(
                Settings.ActivityLimits.DEFAULTS,
                widgets(),
                OperatorHandler.on().startup("hang", ctx -> {
                    hanging.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                }));
        CompletableFuture<Void> start = CompletableFuture.runAsync(operator::start, task -> new Thread(task).start());
        hanging.await();

        operator.close();

        start.join();
        interrupted.await();
        assertThat(cluster.server.requests()).isEmpty();
    }

    @Test
    void L_11_cleanup_waits_for_a_startup_handler_that_was_interrupted() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch cleaning = new CountDownLatch(1);
        Operator operator = operator(
                Settings.ActivityLimits.DEFAULTS,
                widgets(),
                OperatorHandler.on()
                        .startup("hang", ctx -> {
                            hanging.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                boolean tooSoon = cleaning.await(300, TimeUnit.MILLISECONDS);
                                calls.add(tooSoon ? "startup after cleanup" : "startup has ended");
                            }
                        })
                        .cleanup("free", ctx -> {
                            cleaning.countDown();
                            calls.add("cleanup");
                        }));
        CompletableFuture<Void> start = CompletableFuture.runAsync(operator::start, task -> new Thread(task).start());
        hanging.await();

        operator.close();

        start.join();
        assertThat(calls).containsExactly("startup has ended", "cleanup");
    }

    @Test
    void L_11_an_operator_may_be_closed_by_its_own_startup_handler() throws Exception {
        AtomicReference<Operator> closed = new AtomicReference<>();
        Operator operator = operator(
                Settings.ActivityLimits.DEFAULTS,
                widgets(),
                OperatorHandler.on()
                        .startup("close", ctx -> closed.get().close())
                        .cleanup("free", ctx -> calls.add("cleanup")));
        closed.set(operator);

        operator.start();

        operator.join();
        assertThat(calls).containsExactly("cleanup");
    }

    @Test
    void L_11_an_operator_may_be_closed_by_a_handler_of_an_object_and_cleans_up() throws Exception {
        AtomicReference<Operator> closed = new AtomicReference<>();
        Operator operator = Operator.builder()
                .handlers(
                        WidgetHandlers.on().create("close", (widget, ctx) -> {
                            closed.get().close();
                            return null;
                        }),
                        OperatorHandler.on().cleanup("free", ctx -> calls.add("cleanup")))
                .settings(Settings.defaults().withGracePeriod(Duration.ofMillis(50)))
                .kubeconfig(cluster.server.kubeconfig())
                .build();
        closed.set(operator);
        operator.start();
        cluster.create("one", Map.of("size", "1Gi"));

        operator.join();

        assertThat(calls).containsExactly("cleanup");
    }

    @Test
    void L_11_cleanup_that_fails_or_hangs_does_not_keep_the_operator() throws Exception {
        Operator operator = operator(
                new Settings.ActivityLimits(Duration.ofMinutes(1), Duration.ofMillis(50)),
                widgets(),
                OperatorHandler.on()
                        .cleanup("fails", ctx -> {
                            calls.add("fails");
                            throw new PermanentException("No.");
                        })
                        .cleanup("hangs", ctx -> {
                            calls.add("hangs");
                            new CountDownLatch(1).await();
                        }));
        operator.start();

        operator.close();

        operator.join();
        assertThat(calls).containsExactlyInAnyOrder("fails", "hangs");
    }

    @Test
    void an_operator_that_was_never_started_has_nothing_to_clean_up() {
        operator(
                        Settings.ActivityLimits.DEFAULTS,
                        widgets(),
                        OperatorHandler.on().cleanup("free", ctx -> calls.add("cleanup")))
                .close();

        assertThat(calls).isEmpty();
    }

    /** With an option that is about objects. */
    private static final class Wrong implements OperatorHandler {
        @Override
        @HandlerConfig(optional = true)
        public void onStartup(ActivityContext ctx) {}
    }

    @Test
    void G_3_options_that_are_about_objects_are_an_error_that_names_the_method() {
        assertThatThrownBy(() -> operator(Settings.ActivityLimits.DEFAULTS, widgets(), new Wrong()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Wrong.onStartup")
                .hasMessageContaining("'optional' means nothing here, only for handlers of objects. Remove it.");
        assertThatThrownBy(() ->
                        OperatorHandler.on().startup(HandlerOptions.of("one").withLabel("app", "web"), ctx -> {}))
                .hasMessage(
                        "at the startup handler 'one': filters mean nothing here, as there is no object. Remove them.");
    }

    @Test
    void an_operator_that_has_nothing_to_watch_or_two_handlers_of_one_id_is_an_error_at_the_start() {
        assertThatThrownBy(() -> operator(
                        Settings.ActivityLimits.DEFAULTS, OperatorHandler.on().startup("one", ctx -> {})))
                .hasMessageContaining("nothing to watch");
        assertThatThrownBy(() -> operator(
                        Settings.ActivityLimits.DEFAULTS,
                        widgets(),
                        OperatorHandler.on().startup("one", ctx -> {}).startup("one", ctx -> {})))
                .hasMessageContaining("Two startup handlers have the id 'one'");
    }
}
