package dev.kopf.runtime.internal.client;

import static dev.kopf.runtime.internal.client.Lines.MOST_EXCHANGES;
import static dev.kopf.runtime.internal.client.Lines.MOST_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kopf.runtime.internal.client.Lines.Line;
import dev.kopf.runtime.internal.client.Lines.Use;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LinesTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private boolean failing;
    private Lines lines = lines(FOR_EVER);

    private Lines lines(Duration linger) {
        return new Lines(
                () -> {
                    if (failing) {
                        throw new UncheckedIOException(new IOException("ca.crt (No such file or directory)"));
                    }
                    return HttpClients.factory().newBuilder(Config.empty()).build();
                },
                linger);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    private List<Line> take(Use use, int count) {
        return Stream.generate(() -> lines.take(use)).limit(count).distinct().toList();
    }

    @Test
    void R2_streams_leave_room_for_requests_on_a_line() {
        List<Line> first = take(Use.STREAM, MOST_STREAMS);
        assertThat(first).hasSize(1);
        assertThat(take(Use.STREAM, MOST_STREAMS)).hasSize(1).isNotEqualTo(first);
        assertThat(take(Use.REQUEST, MOST_EXCHANGES - MOST_STREAMS)).isEqualTo(first);
    }

    @Test
    void R2_requests_for_which_there_is_no_room_go_over_another_line() {
        Line first = take(Use.REQUEST, MOST_EXCHANGES).get(0);
        Line second = lines.take(Use.REQUEST);
        assertThat(second).isNotSameAs(first);
        lines.giveBack(first, Use.REQUEST);

        assertThat(lines.take(Use.STREAM)).isSameAs(first);
        assertThat(lines.take(Use.STREAM)).isSameAs(second);
    }

    @Test
    void a_line_that_was_opened_for_want_of_room_is_closed_when_nothing_goes_over_it_for_a_while() {
        lines = lines(Duration.ofMillis(1));
        Line first = take(Use.STREAM, MOST_STREAMS).get(0);
        Line second = take(Use.STREAM, 2).get(0);
        lines.giveBack(second, Use.STREAM);
        assertThat(lines.take(Use.STREAM)).isSameAs(second);
        lines.giveBack(second, Use.STREAM);
        lines.giveBack(second, Use.STREAM);

        await().until(() -> second.client().isClosed());
        assertThat(first.client().isClosed()).isFalse();
        assertThat(lines.take(Use.STREAM)).isNotSameAs(second);
    }

    @Test
    void the_line_that_requests_go_over_stays_when_nothing_does() {
        lines = lines(Duration.ZERO);
        Line first = lines.take(Use.REQUEST);
        lines.giveBack(first, Use.REQUEST);

        assertThat(lines.take(Use.REQUEST)).isSameAs(first);
        assertThat(first.client().isClosed()).isFalse();
    }

    @Test
    void a_line_that_was_left_is_closed_with_the_last_that_goes_over_it() {
        Line first = take(Use.REQUEST, 2).get(0);
        lines.leave(first);
        assertThat(lines.take(Use.REQUEST)).isNotSameAs(first);
        lines.giveBack(first, Use.REQUEST);
        assertThat(first.client().isClosed()).isFalse();
        lines.giveBack(first, Use.REQUEST);

        assertThat(first.client().isClosed()).isTrue();
    }

    @Test
    void a_line_that_nothing_goes_over_is_closed_when_it_is_left() {
        Line first = lines.take(Use.REQUEST);
        lines.giveBack(first, Use.REQUEST);
        lines.leave(first);

        assertThat(first.client().isClosed()).isTrue();
    }

    @Test
    void R2_a_line_is_left_unless_a_request_was_answered_over_it_since() {
        Line line = lines.take(Use.REQUEST);
        long before = System.nanoTime();
        line.answered();
        lines.leaveUnlessAnswered(line, before - 1);
        assertThat(lines.take(Use.REQUEST)).isSameAs(line);
        lines.leaveUnlessAnswered(line, System.nanoTime() + 1);

        assertThat(lines.take(Use.REQUEST)).isNotSameAs(line);
    }

    @Test
    void all_lines_are_closed_at_the_end_and_none_is_opened() {
        Line left = lines.take(Use.REQUEST);
        lines.leave(left);
        Line used = lines.take(Use.REQUEST);
        lines.close();

        assertThat(left.client().isClosed()).isTrue();
        assertThat(used.client().isClosed()).isTrue();
        assertThatThrownBy(() -> lines.take(Use.REQUEST)).hasMessage("The connection is closed.");
    }

    @Test
    void a_client_that_cannot_be_made_takes_no_room() {
        failing = true;
        for (int i = 0; i < MOST_EXCHANGES; i++) {
            assertThatThrownBy(() -> lines.take(Use.REQUEST)).isInstanceOf(UncheckedIOException.class);
        }
        failing = false;

        assertThat(take(Use.REQUEST, MOST_EXCHANGES)).hasSize(1);
    }
}
