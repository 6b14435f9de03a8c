package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.apiserver.ApiServer;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.IndexName;
import dev.kopf.runtime.handler.Indexes;
import dev.kopf.runtime.handler.OperatorHandler;
import dev.kopf.runtime.handler.OperatorMemo;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Indexes and memos of a running operator, on threads and a clock of their own (I-1, I-6, I-8, M-1). */
@Timeout(120)
class OperatorIndexesTest {

    private static final IndexName<String, String> BY_SIZE = IndexName.of("bySize");

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static WidgetHandlers indexing() {
        return WidgetHandlers.on().index(BY_SIZE, (widget, ctx) -> {
            String size = widget.get("spec", "size");
            return Map.of(size, widget.getMetadata().getName());
        });
    }

    private void say(String who, Indexes indexes) {
        said.add(who + " " + indexes.index(BY_SIZE).get("1Gi").stream().sorted().toList());
    }

    private List<String> saidOf(String who) {
        return said.stream().filter(line -> line.startsWith(who)).toList();
    }

    private void awaitSaid(String... what) {
        cluster.await(List.of(what).toString(), () -> List.copyOf(said).containsAll(List.of(what)));
    }

    @Test
    void I_1_handlers_of_all_types_read_indexes_and_handlers_of_the_start_find_them_empty() throws Exception {
        for (int i = 0; i < 3; i++) {
            cluster.create("w" + i, Map.of("size", "1Gi"));
        }
        WidgetHandlers handlers = indexing()
                .event("seen", (widget, ctx) -> say("event", ctx))
                .create("made", (widget, ctx) -> {
                    say("create", ctx);
                    ctx.subHandlers(List.of("part"), part -> part, (part, sub) -> say("part", sub));
                    return null;
                })
                .timer(HandlerOptions.of("tick").withInterval(Duration.ofHours(1)), (widget, ctx) -> {
                    say("timer", ctx);
                    return null;
                })
                .daemon("watch", (widget, ctx) -> {
                    say("daemon", ctx);
                    return null;
                });
        try (Operator operator = cluster.operator(
                handlers,
                OperatorHandler.on()
                        .startup("start", ctx -> say("startup", ctx))
                        .cleanup("end", ctx -> say("cleanup", ctx)))) {
            String all = " [w0, w1, w2]";
            awaitSaid("startup []", "event" + all, "create" + all, "part" + all, "timer" + all, "daemon" + all);
            cluster.await("all to be created", () -> saidOf("create").size() == 3);
            assertThat(operator.index(BY_SIZE).isComplete()).isTrue();
            cluster.widget("w1").delete();
            cluster.await(
                    "the end of one", () -> operator.index(BY_SIZE).get("1Gi").size() == 2);
        }
        assertThat(said).contains("cleanup [w0, w2]");
        assertThat(saidOf("create")).containsOnly("create [w0, w1, w2]");
    }

    @Test
    void I_6_an_object_is_indexed_while_its_handler_is_at_work_on_an_older_state() throws Exception {
        CountDownLatch indexed = new CountDownLatch(1);
        WidgetHandlers handlers = indexing().create("made", (widget, ctx) -> {
            said.add("begun");
            indexed.await();
            return null;
        });
        try (Operator operator = cluster.operator(handlers)) {
            cluster.create("w", Map.of("size", "1Gi"));
            awaitSaid("begun");
            cluster.patch("w", "{\"spec\": {\"size\": \"2Gi\"}}");
            cluster.await("the new size", () -> operator.index(BY_SIZE).contains("2Gi"));
            assertThat(operator.index(BY_SIZE).keys()).containsExactly("2Gi");
            indexed.countDown();
        }
    }

    @Test
    void I_8_a_kind_that_is_installed_later_is_indexed_then() throws Exception {
        try (ApiServer server = ApiServer.start();
                Operator operator = Operator.builder()
                        .handlers(indexing())
                        .kubeconfig(server.kubeconfig())
                        .build()) {
            operator.start();
            assertThat(operator.index(BY_SIZE).isComplete()).isFalse();
            server.createCrds(Path.of(
                    WidgetCluster.class.getResource("/crds/widgets.yaml").toURI()));
            cluster.await("the index", () -> operator.index(BY_SIZE).isComplete());
        }
    }

    @Test
    void M_1_all_handlers_and_the_application_around_them_share_what_the_operator_has() throws Exception {
        OperatorMemo<AtomicInteger> count = OperatorMemo.of(() -> new AtomicInteger(100));
        WidgetHandlers handlers = WidgetHandlers.on()
                .create("made", (widget, ctx) -> ctx.memo(count).incrementAndGet());
        try (Operator operator = cluster.operator(
                builder -> builder.memo(count, new AtomicInteger(10)),
                handlers,
                OperatorHandler.on().startup("start", ctx -> ctx.memo(count).incrementAndGet()))) {
            cluster.create("w", Map.of("size", "1Gi"));
            Resource<GenericKubernetesResource> widget = cluster.widget("w");
            cluster.await(
                    "the create handler",
                    () -> Integer.valueOf(12).equals(widget.get().get("status", "made")));
            assertThat(operator.memo(count).get()).isEqualTo(12);
        }
    }
}
