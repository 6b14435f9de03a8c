package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.Lifecycle.Awakened;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What chance decides. */
final class LifecycleTest {

    private static final HandlerId A = new HandlerId("a");
    private static final HandlerId B = new HandlerId("b");
    private static final HandlerId C = new HandlerId("c");
    private static final List<Awakened> AWAKENED = List.of(new Awakened(A, 2), new Awakened(B, 0), new Awakened(C, 1));

    @Test
    void shuffled_takes_all_in_every_order() {
        Set<List<HandlerId>> seen = choices(Lifecycle.shuffled());

        assertThat(seen).hasSize(6).allSatisfy(chosen -> assertThat(chosen).containsExactlyInAnyOrder(A, B, C));
    }

    @Test
    void randomized_takes_any_one() {
        assertThat(choices(Lifecycle.randomized())).containsExactlyInAnyOrder(List.of(A), List.of(B), List.of(C));
    }

    @Test
    void the_same_chance_makes_the_same_choice() {
        assertThat(Lifecycle.shuffled().choose(AWAKENED, new SplittableRandom(7)))
                .isEqualTo(Lifecycle.shuffled().choose(AWAKENED, new SplittableRandom(7)));
    }

    @Test
    void a_name_that_is_none_is_told_with_those_that_are() {
        assertThatThrownBy(() -> Lifecycle.named("asp"))
                .hasMessage("not a lifecycle, which are all_at_once, asap, one_by_one, randomized, shuffled: asp");
    }

    private static Set<List<HandlerId>> choices(Lifecycle lifecycle) {
        Set<List<HandlerId>> seen = new HashSet<>();
        IntStream.range(0, 200).forEach(seed -> seen.add(lifecycle.choose(AWAKENED, new SplittableRandom(seed))));
        return seen;
    }
}
