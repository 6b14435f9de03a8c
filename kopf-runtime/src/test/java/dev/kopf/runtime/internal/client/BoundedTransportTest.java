package dev.kopf.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked for in many namespaces is asked for in turns, and nobody waits for one for ever. */
final class BoundedTransportTest {

    private static final int MOST = BoundedTransport.AT_ONCE;

    private final List<String> sent = new ArrayList<>();
    private final Deque<CompletableFuture<ApiResponse>> underway = new ArrayDeque<>();
    private final BoundedTransport bounded = new BoundedTransport(new Answering(request -> {
        sent.add(request.path());
        CompletableFuture<ApiResponse> answer = new CompletableFuture<>();
        underway.add(answer);
        return answer;
    }));

    private List<CompletableFuture<ApiResponse>> send(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> bounded.send(ApiRequest.get("/" + i)))
                .toList();
    }

    @Test
    void so_many_are_under_way_at_once_and_the_rest_follow_in_order() {
        List<CompletableFuture<ApiResponse>> answers = send(200);
        while (!underway.isEmpty()) {
            assertThat(underway).hasSizeLessThanOrEqualTo(MOST);
            underway.remove().complete(Answering.answer(200, "{}"));
        }
        assertThat(answers).allMatch(CompletableFuture::isDone);
        assertThat(sent)
                .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "/" + i).toList());
        assertThat(bounded.answered()).isEqualTo(200);
    }

    @Test
    void P2_one_that_is_not_answered_keeps_its_own_place_only() {
        List<CompletableFuture<ApiResponse>> answers = send(200);
        CompletableFuture<ApiResponse> slow = underway.remove();
        while (!underway.isEmpty()) {
            underway.remove().complete(Answering.answer(200, "{}"));
        }
        assertThat(answers.stream().filter(answer -> !answer.isDone())).containsExactly(answers.get(0));
        slow.completeExceptionally(new IOException("no answer in time"));
        assertThat(answers.get(0)).isCompletedExceptionally();
    }

    @Test
    void one_that_fails_gives_its_place_away_and_counts_as_no_answer() {
        List<CompletableFuture<ApiResponse>> answers = send(200);
        while (!underway.isEmpty()) {
            underway.remove().completeExceptionally(new IOException("refused"));
        }
        assertThat(answers).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(bounded.answered()).isZero();
    }

    @Test
    void any_number_that_fail_or_are_answered_at_once_take_no_more_of_the_stack() {
        BoundedTransport failing = new BoundedTransport(new Answering(request -> {
            throw new IllegalStateException("closed");
        }));
        CompletableFuture<ApiResponse> first = new CompletableFuture<>();
        BoundedTransport answering = new BoundedTransport(new Answering(request ->
                request.path().equals("/") ? first : CompletableFuture.completedFuture(Answering.answer(200, "{}"))));
        List<CompletableFuture<ApiResponse>> waiting = IntStream.range(0, 100_000)
                .mapToObj(i -> answering.send(ApiRequest.get(i < MOST ? "/" : "/" + i)))
                .toList();
        assertThat(answering.isCrowded()).isTrue();
        first.complete(Answering.answer(200, "{}"));
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(answering.isCrowded()).isFalse();
        assertThatThrownBy(failing.send(ApiRequest.get("/"))::join).hasMessageContaining("closed");
    }

    @Test
    void R8_when_the_operator_ends_nothing_waits_for_a_turn_any_more() {
        List<CompletableFuture<ApiResponse>> answers = send(200);
        bounded.unbind();
        assertThat(answers.subList(MOST, 200)).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(send(30)).noneMatch(CompletableFuture::isDone);
        assertThat(underway).hasSize(MOST + 30);
    }
}
