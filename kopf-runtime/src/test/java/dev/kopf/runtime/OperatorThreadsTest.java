package dev.kopf.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers that do not end hold up their own objects only (P2). */
@Timeout(120)
class OperatorThreadsTest {

    private static final int OTHERS = 100;

    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private WidgetCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new WidgetCluster();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void handleOthers() throws Exception {
        for (int i = 0; i < OTHERS; i++) {
            cluster.create("other" + i, Map.of("size", "1Gi"));
        }
        cluster.await("the others", () -> handled.size() == OTHERS);
    }

    @Test
    void P2_one_handler_hangs_and_a_hundred_other_objects_go_on() throws Exception {
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            if (widget.getMetadata().getName().equals("hanging")) {
                hung.countDown();
                release.await();
            } else {
                handled.add(widget.getMetadata().getName());
            }
            return null;
        }))) {
            cluster.create("hanging", Map.of("size", "1Gi"));
            hung.await();
            handleOthers();
            for (int i = 0; i < OTHERS; i++) {
                cluster.awaitHandled("other" + i, "{\"spec\":{\"size\":\"1Gi\"}}");
            }
            assertThat(cluster.writes("hanging")).isEmpty();

            release.countDown();
            cluster.awaitHandled("hanging", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
    }

    @Test
    void P2_one_handler_computes_without_end_and_a_hundred_other_objects_go_on() throws Exception {
        CountDownLatch computing = new CountDownLatch(1);
        AtomicBoolean enough = new AtomicBoolean();
        try (Operator operator = cluster.operator(WidgetHandlers.on().create("made", (widget, ctx) -> {
            if (widget.getMetadata().getName().equals("computing")) {
                computing.countDown();
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            } else {
                handled.add(widget.getMetadata().getName());
            }
            return null;
        }))) {
            cluster.create("computing", Map.of("size", "1Gi"));
            computing.await();
            handleOthers();
            enough.set(true);
            cluster.awaitHandled("computing", "{\"spec\":{\"size\":\"1Gi\"}}");
        }
    }
}
