package dev.kopf.runtime.internal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.handler.StopReason;
import dev.kopf.runtime.internal.client.FakeTimers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The flag that daemons and timers look at and wait for (B-11, B-12). */
@Timeout(60)
final class StopSignalTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final FakeTimers timers = new FakeTimers();
    private final StopSignal signal = new StopSignal(timers);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Future<Boolean> waiting() {
        Future<Boolean> waiting = threads.submit(() -> signal.await(LONG));
        await().until(() -> timers.waiting() == 1);
        return waiting;
    }

    @Test
    void B_11_who_waits_goes_on_when_it_is_set_and_nothing_of_that_stays() throws Exception {
        Future<Boolean> waiting = waiting();
        signal.set(StopReason.RESOURCE_DELETED);

        assertThat(waiting.get()).isTrue();
        assertThat(timers.waiting()).isZero();
        assertThat(signal.isSet()).isTrue();
    }

    @Test
    void B_11_who_waits_goes_on_when_the_time_is_over() throws Exception {
        Future<Boolean> waiting = waiting();
        timers.advance(LONG);

        assertThat(waiting.get()).isFalse();
        assertThat(signal.isSet()).isFalse();
    }

    @Test
    void B_11_nobody_waits_once_it_is_set_or_for_no_time() throws Exception {
        assertThat(signal.await(Duration.ZERO)).isFalse();
        assertThat(signal.await(Duration.ofSeconds(-1))).isFalse();
        signal.set(StopReason.FILTERS_MISMATCH);
        assertThat(signal.await(LONG)).isTrue();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void B_13_who_waits_is_woken_by_an_interruption() throws Exception {
        Future<Boolean> waiting = waiting();
        threads.shutdownNow();

        assertThatThrownBy(waiting::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void B_12_reasons_come_together_in_the_order_of_their_constants() {
        assertThat(signal.reasons()).isEmpty();
        signal.set(StopReason.FILTERS_MISMATCH, StopReason.DAEMON_SIGNALLED);
        signal.set(StopReason.RESOURCE_DELETED);

        assertThat(signal.reasons())
                .containsExactly(StopReason.FILTERS_MISMATCH, StopReason.RESOURCE_DELETED, StopReason.DAEMON_SIGNALLED);
    }
}
