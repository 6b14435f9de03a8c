package dev.kopf.runtime.internal.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.WidgetHandlers;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an index gives, also while it changes (I-1, I-3, I-6). */
final class IndexStoreTest {

    private static final ResourceKind KIND = WidgetHandlers.KIND;
    private static final int ROUNDS = 20_000;

    private final IndexStore<String, Integer> store = new IndexStore<>();

    @Test
    void I_3_objects_of_two_kinds_that_go_by_one_name_are_two() {
        ResourceKind other = ResourceKind.namespaced("example.org", "v1", "Gadget", "gadgets");
        store.replace(KIND, "default/same", Map.of("a", 1));
        store.replace(other, "default/same", Map.of("a", 2));
        store.discard(KIND, "default/same");

        assertThat(store.asMap()).isEqualTo(Map.of("a", List.of(2)));
        assertThat(store.objects()).isEqualTo(1);
    }

    @Test
    void I_1_what_it_gives_is_for_reading() {
        store.replace(KIND, "w", Map.of("a", 1));

        assertThatThrownBy(() -> store.get("a").add(2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.keys().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void I_6_what_does_not_change_is_not_made_again() {
        store.replace(KIND, "w", Map.of("a", 1));
        store.replace(KIND, "x", Map.of("b", 1));
        List<Integer> before = store.get("a");
        store.replace(KIND, "x", Map.of("b", 2));

        assertThat(store.get("a")).isSameAs(before);
        assertThat(store.asMap()).isSameAs(store.asMap());
        assertThat(store.asMap().get("a")).isSameAs(before);
    }

    /** A map that may have null for a key. */
    private static <K> Map<K, Integer> of(K key, int value) {
        Map<K, Integer> values = new HashMap<>();
        values.put(key, value);
        return values;
    }

    @Test
    void I_3_null_is_a_key_like_others_and_goes_with_its_object() {
        store.replace(KIND, "w", of(null, 1));
        assertThat(store.get(null)).containsExactly(1);
        store.replace(KIND, "w", Map.of("a", 1));
        assertThat(store.keys()).containsExactly("a");
        store.replace(KIND, "w", of(null, 2));
        store.discard(KIND, "w");

        assertThat(store.asMap()).isEmpty();
    }

    @Test
    void I_3_a_key_that_its_author_has_changed_afterwards_goes_with_its_object() {
        IndexStore<List<String>, Integer> lists = new IndexStore<>();
        List<String> key = new ArrayList<>(List.of("a"));
        lists.replace(KIND, "w", Map.of(key, 1));
        lists.replace(KIND, "x", Map.of(List.of("a"), 2));
        key.set(0, "b");
        lists.discard(KIND, "w");
        lists.discard(KIND, "x");

        assertThat(lists.asMap()).isEmpty();
        assertThat(lists.size()).isZero();
    }

    @Test
    void I_3_a_key_that_cannot_be_compared_any_more_goes_with_its_object() {
        IndexStore<Moody, Integer> moody = new IndexStore<>();
        Moody key = new Moody();
        moody.replace(KIND, "w", Map.of(key, 1));
        key.broken = true;
        moody.discard(KIND, "w");

        assertThat(moody.keys()).isEmpty();
        assertThat(moody.objects()).isZero();
    }

    @Test
    void I_3_what_cannot_be_put_in_leaves_all_as_it_was() {
        IndexStore<Moody, Integer> moody = new IndexStore<>();
        Moody before = new Moody();
        moody.replace(KIND, "w", Map.of(before, 1));
        Moody key = new Moody();
        Map<Moody, Integer> values = new LinkedHashMap<>();
        values.put(new Moody(), 2);
        values.put(key, 2);
        key.broken = true;

        assertThatThrownBy(() -> moody.replace(KIND, "w", values)).hasMessage("a bug");
        assertThat(moody.asMap()).isEqualTo(Map.of(before, List.of(1)));
    }

    /** A key that an author has erred in. */
    private static final class Moody {
        private boolean broken;

        @Override
        public boolean equals(Object other) {
            return other == this;
        }

        @Override
        public int hashCode() {
            if (broken) {
                throw new IllegalStateException("a bug");
            }
            return System.identityHashCode(this);
        }
    }

    @Test
    @Timeout(60)
    void I_1_who_reads_while_an_object_goes_from_key_to_key_sees_it_under_one_of_them() throws Exception {
        store.replace(KIND, "w", Map.of("a", 0, "A", 0));
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        Future<?> writer = threads.submit(() -> {
            begun.await();
            for (int i = 1; i <= ROUNDS; i++) {
                store.replace(KIND, "w", i % 2 == 0 ? Map.of("a", i, "A", i) : Map.of("b", i, "B", i));
            }
            done.set(true);
            return null;
        });
        Future<?> first = threads.submit(() -> read(done, begun));
        Future<?> second = threads.submit(() -> read(done, begun));
        writer.get();
        first.get();
        second.get();
        threads.shutdown();
        assertThat(store.asMap()).isEqualTo(Map.of("a", List.of(ROUNDS), "A", List.of(ROUNDS)));
    }

    private void read(AtomicBoolean done, CountDownLatch begun) {
        begun.countDown();
        int newest = 0;
        while (!done.get()) {
            Map<String, List<Integer>> all = store.asMap();
            assertThat(all).hasSize(2);
            List<Integer> values = all.containsKey("a") ? all.get("a") : all.get("b");
            assertThat(all.containsKey("a") ? all.get("A") : all.get("B")).isEqualTo(values);
            assertThat(values).hasSize(1);
            assertThat(values.get(0)).isGreaterThanOrEqualTo(newest);
            newest = values.get(0);
        }
    }
}
