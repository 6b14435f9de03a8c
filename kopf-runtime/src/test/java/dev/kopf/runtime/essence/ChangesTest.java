package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        assertThat(new SetChange<>(Set.of("a", "b"), Set.of("b", "a")).isChanged())
                .isFalse();
        assertThat(new SetChange<>(null, Set.of()).isChanged()).isTrue();
        SetChange<String> change = new SetChange<>(new LinkedHashSet<>(Arrays.asList("a", null)), Set.of("b"));
        assertThat(change.added()).containsExactly("b");
        assertThat(change.removed()).containsExactlyInAnyOrder("a", null);
    }

    @Test
    void a_list_with_keys_tells_items_by_key() {
        KeyedListChange<String, Item, FieldChange<Item>> change = new KeyedListChange<>(
                Arrays.asList(new Item("a", 1), new Item("b", 2), null),
                List.of(new Item("b", 3), new Item("c", 4)),
                Item::name,
                FieldChange::new);

        assertThat(change.added()).isEqualTo(Map.of("c", new Item("c", 4)));
        assertThat(change.removed()).isEqualTo(Map.of("a", new Item("a", 1)));
        assertThat(change.changed()).isEqualTo(Map.of("b", new FieldChange<>(new Item("b", 2), new Item("b", 3))));
    }

    @Test
    void another_order_of_a_list_with_keys_changes_no_item() {
        Item a = new Item("a", 1);
        Item b = new Item("b", 2);
        KeyedListChange<String, Item, FieldChange<Item>> change =
                new KeyedListChange<>(List.of(a, b), List.of(b, a), Item::name, FieldChange::new);

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
        assertThat(change.changed()).isEmpty();
    }

    @Test
    void R19_numbers_that_are_equal_by_value_are_no_change() {
        BigDecimal one = new BigDecimal("1.0");

        assertThat(new FieldChange<>(1, one).isChanged()).isFalse();
        assertThat(new FieldChange<Object>(List.of(1), List.of(one)).isChanged())
                .isFalse();
        assertThat(new SetChange<Number>(Set.of(1), Set.of(one)).isChanged()).isFalse();
        assertThat(new SetChange<Number>(Set.of(1), Set.of(one)).added()).isEmpty();
        assertThat(new SetChange<Number>(Set.of(1), Set.of(one)).removed()).isEmpty();
        KeyedListChange<Object, Object, FieldChange<Object>> keyed =
                new KeyedListChange<>(List.of(1), List.of(one), item -> item, FieldChange::new);
        assertThat(keyed.isChanged()).isFalse();
        assertThat(keyed.added()).isEmpty();
        assertThat(keyed.changed()).isEmpty();
        assertThat(new FieldChange<>(1, new BigDecimal("1.1")).isChanged()).isTrue();
    }

    @Test
    void R19_a_key_with_null_is_as_good_as_none() {
        Map<String, Number> before = new HashMap<>();
        before.put("x", 1);
        before.put("n", null);
        Map<String, Number> after = Map.of("x", new BigDecimal("1.0"));

        for (MapChange<Number> change : List.of(new MapChange<>(before, after), new MapChange<>(after, before))) {
            assertThat(change.isChanged()).isFalse();
            assertThat(change.added()).isEmpty();
            assertThat(change.removed()).isEmpty();
            assertThat(change.changed()).isEmpty();
        }
        assertThat(new MapChange<Number>(before, Map.of("x", 1, "n", 2)).added())
                .isEqualTo(Map.of("n", 2));
        assertThat(new FieldChange<Object>(before, after).isChanged()).isFalse();
    }

    @Test
    void items_without_a_key_neither_vanish_nor_become_one() {
        Item a = new Item("", 1);
        Item b = new Item("", 2);
        Item c = new Item("", 3);
        KeyedListChange<String, Item, FieldChange<Item>> change = new KeyedListChange<>(
                List.of(a, b, b), List.of(b, c), item -> item.name().isEmpty() ? null : item.name(), FieldChange::new);

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEmpty();
        assertThat(change.changed()).isEmpty();
        assertThat(change.addedWithoutKey()).containsExactly(c);
        assertThat(change.removedWithoutKey()).containsExactly(a, b);
    }

    @Test
    void a_key_counts_where_a_part_of_it_is_there_and_no_other_item_has_it() {
        KeyedListChange<List<String>, Item, FieldChange<Item>> change = new KeyedListChange<>(
                List.of(new Item("a", 1), new Item("", 5)),
                List.of(new Item("a", 2), new Item("b", 3), new Item("b", 4)),
                item -> Arrays.asList(item.name().isEmpty() ? null : item.name(), null),
                FieldChange::new);

        assertThat(change.changed()).containsOnlyKeys(List.of(Arrays.asList("a", null)));
        assertThat(change.added()).isEmpty();
        assertThat(change.addedWithoutKey()).containsExactly(new Item("b", 3), new Item("b", 4));
        assertThat(change.removedWithoutKey()).containsExactly(new Item("", 5));
    }
}
