package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChangesTest {

    private record Item(String name, int value) {}

    @Test
    void a_map_tells_added_removed_and_changed_keys() {
        MapChange<Integer> change = new MapChange<>(Map.of("a", 1, "b", 2, "c", 3), Map.of("b", 2, "c", 4, "d", 5));

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEqualTo(Map.of("d", 5));
        assertThat(change.removed()).isEqualTo(Map.of("a", 1));
        assertThat(change.changed()).isEqualTo(Map.of("c", new FieldChange<>(3, 4)));
    }

    @Test
    void a_map_that_appears_is_all_added() {
        MapChange<Integer> change = new MapChange<>(null, Map.of("a", 1));

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEqualTo(Map.of("a", 1));
        assertThat(change.removed()).isEmpty();
        assertThat(change.changed()).isEmpty();
        assertThat(new MapChange<>(null, null).isChanged()).isFalse();
    }

    @Test
    void a_set_has_no_order() {
        assertThat(new SetChange<>(List.of("a", "b"), List.of("b", "a")).isChanged())
                .isFalse();
        assertThat(new SetChange<>(null, List.of()).isChanged()).isTrue();
        SetChange<String> change = new SetChange<>(Arrays.asList("a", null), List.of("b"));
        assertThat(change.added()).containsExactly("b");
        assertThat(change.removed()).containsExactlyInAnyOrder("a", null);
    }

    @Test
    void a_list_with_keys_tells_items_by_key() {
        KeyedListChange<String, Item> change = new KeyedListChange<>(
                Arrays.asList(new Item("a", 1), new Item("b", 2), null),
                List.of(new Item("b", 3), new Item("c", 4)),
                Item::name);

        assertThat(change.added()).isEqualTo(Map.of("c", new Item("c", 4)));
        assertThat(change.removed()).isEqualTo(Map.of("a", new Item("a", 1)));
        assertThat(change.changed()).isEqualTo(Map.of("b", new FieldChange<>(new Item("b", 2), new Item("b", 3))));
    }

    @Test
    void another_order_of_a_list_with_keys_changes_no_item() {
        Item a = new Item("a", 1);
        Item b = new Item("b", 2);
        KeyedListChange<String, Item> change = new KeyedListChange<>(List.of(a, b), List.of(b, a), Item::name);

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
        assertThat(change.changed()).isEmpty();
    }
}
