package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.typed.ItemKey;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Type;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ChangesTest {

    private record Item(@Nullable String name, int value) {}

    private static final Type<Item> ITEM = plain -> plain instanceof Map<?, ?> fields
            ? new Item(
                    fields.get("name") instanceof String name ? name : null,
                    fields.get("value") instanceof Integer value ? value : 0)
            : null;

    private static final class Parts extends ItemKey {
        Parts(@Nullable Object... parts) {
            super(parts);
        }
    }

    private static JsonStates states(String before, String after) {
        return new JsonStates(Json.parse(before.replace('\'', '"')), Json.parse(after.replace('\'', '"')));
    }

    private static <T> FieldChange<T> field(String before, String after, Type<T> type) {
        return new FieldChange<>(states(before, after), type);
    }

    private static MapChange<Long> map(String before, String after) {
        return new MapChange<>(states(before, after), Types.LONG);
    }

    private static SetChange<Long> set(String before, String after) {
        return new SetChange<>(states(before, after), Types.LONG);
    }

    private static KeyedListChange<String, Item, FieldChange<Item>> keyed(String before, String after) {
        return new KeyedListChange<>(
                states(before, after), ITEM, Item::name, change -> new FieldChange<>(change, ITEM));
    }

    @Test
    void a_map_tells_added_removed_and_changed_keys() {
        MapChange<Long> change = map("{'a':1,'b':2,'c':3}", "{'b':2,'c':4,'d':5}");

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEqualTo(Map.of("d", 5L));
        assertThat(change.removed()).isEqualTo(Map.of("a", 1L));
        assertThat(change.changed()).isEqualTo(Map.of("c", new FieldChange<>(3L, 4L)));
        assertThat(change).hasToString("{a=1, b=2, c=3} -> {b=2, c=4, d=5}");
        assertThat(change.oldValue()).containsEntry("a", 1L);
    }

    @Test
    void a_map_that_appears_is_all_added() {
        MapChange<Long> change = map("null", "{'a':1}");

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEqualTo(Map.of("a", 1L));
        assertThat(change.removed()).isEmpty();
        assertThat(change.changed()).isEmpty();
        assertThat(change.oldValue()).isNull();
        assertThat(map("null", "null").isChanged()).isFalse();
    }

    @Test
    void a_map_of_objects_tells_what_changed_in_each() {
        ObjectMapChange<Item, FieldChange<Item>> change = new ObjectMapChange<>(
                states("{'a':{'value':1},'b':{},'c':{'value':3}}", "{'a':{'value':2},'c':{'value':3.0},'d':{}}"),
                ITEM,
                states -> new FieldChange<>(states, ITEM));

        assertThat(change.added()).containsOnlyKeys("d");
        assertThat(change.removed()).containsOnlyKeys("b");
        assertThat(change.changed()).containsOnlyKeys("a");
        assertThat(change.changed().get("a")).hasToString("Item[name=null, value=1] -> Item[name=null, value=2]");
        assertThat(change.toString())
                .startsWith("{a=Item[name=null, value=1], b=")
                .doesNotContain("Lambda");
    }

    @Test
    void a_set_has_no_order() {
        assertThat(set("[1,2]", "[2,1,2]").isChanged()).isFalse();
        assertThat(set("null", "[]").isChanged()).isTrue();
        SetChange<Long> change = set("[1,null]", "[2]");
        assertThat(change.added()).containsExactly(2L);
        assertThat(change.removed()).containsExactly(1L, null);
        assertThat(change).hasToString("[1, null] -> [2]");
    }

    @Test
    void a_list_with_keys_tells_items_by_key() {
        KeyedListChange<String, Item, FieldChange<Item>> change = keyed(
                "[{'name':'a','value':1},{'name':'b','value':2},null]",
                "[{'name':'b','value':3},{'name':'c','value':4}]");

        assertThat(change.added()).isEqualTo(Map.of("c", new Item("c", 4)));
        assertThat(change.removed()).isEqualTo(Map.of("a", new Item("a", 1)));
        assertThat(change.changed()).containsOnlyKeys("b");
        assertThat(change.changed().get("b").oldValue()).isEqualTo(new Item("b", 2));
        assertThat(change.changed().get("b").newValue()).isEqualTo(new Item("b", 3));
        assertThat(change.oldValue()).hasSize(3);
        assertThat(change.toString())
                .startsWith("[Item[name=a, value=1], ")
                .endsWith("Item[name=c, value=4]]")
                .doesNotContain("Lambda");
    }

    @Test
    void another_order_of_a_list_with_keys_changes_no_item() {
        KeyedListChange<String, Item, FieldChange<Item>> change =
                keyed("[{'name':'a'},{'name':'b'}]", "[{'name':'b'},{'name':'a'}]");

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEmpty();
        assertThat(change.removed()).isEmpty();
        assertThat(change.changed()).isEmpty();
    }

    @Test
    void R19_numbers_that_are_equal_by_value_are_no_change() {
        assertThat(field("1", "1.0", Types.DECIMAL).isChanged()).isFalse();
        assertThat(field("[1]", "[1.0]", Types.ANY).isChanged()).isFalse();
        assertThat(set("[1]", "[1.0]").isChanged()).isFalse();
        assertThat(set("[1,2]", "[2,1.0]").isChanged()).isFalse();
        assertThat(set("[1]", "[1.0]").added()).isEmpty();
        assertThat(set("[1]", "[1.0]").removed()).isEmpty();
        assertThat(keyed("[{'name':'a','value':1}]", "[{'name':'a','value':1.0}]")
                        .isChanged())
                .isFalse();
        assertThat(field("1", "1.1", Types.DECIMAL).isChanged()).isTrue();
        KeyedListChange<Object, Object, FieldChange<Object>> numbers = new KeyedListChange<>(
                states("[1]", "[1.0]"), Types.ANY, item -> item, change -> new FieldChange<>(change, Types.ANY));
        assertThat(numbers.added()).isEmpty();
        assertThat(numbers.changed()).isEmpty();
    }

    @Test
    void R19_a_key_with_null_is_as_good_as_none() {
        for (MapChange<Long> change :
                List.of(map("{'x':1,'n':null}", "{'x':1.0}"), map("{'x':1.0}", "{'x':1,'n':null}"))) {
            assertThat(change.isChanged()).isFalse();
            assertThat(change.added()).isEmpty();
            assertThat(change.removed()).isEmpty();
            assertThat(change.changed()).isEmpty();
        }
        assertThat(map("{'x':1,'n':null}", "{'x':1,'n':2}").added()).isEqualTo(Map.of("n", 2L));
    }

    @Test
    void D22_a_key_with_null_in_a_list_is_a_change_as_it_is_to_those_who_call_handlers() {
        String before = "[{'a':{'x':null}}]";
        String after = "[{'a':{}}]";

        assertThat(Diff.between(Json.parse(before.replace('\'', '"')), Json.parse(after.replace('\'', '"')))
                        .isEmpty())
                .isFalse();
        assertThat(field(before, after, Types.ANY).isChanged()).isTrue();
        assertThat(field(after, before, Types.ANY).isChanged()).isTrue();
        assertThat(field(before, before, Types.ANY).isChanged()).isFalse();
    }

    @Test
    void items_without_a_key_neither_vanish_nor_become_one() {
        KeyedListChange<String, Item, FieldChange<Item>> change =
                keyed("[{'value':1},{'value':2},{'value':2}]", "[{'value':2},{'value':3}]");

        assertThat(change.isChanged()).isTrue();
        assertThat(change.added()).isEmpty();
        assertThat(change.changed()).isEmpty();
        assertThat(change.addedWithoutKey()).containsExactly(new Item(null, 3));
        assertThat(change.removedWithoutKey()).containsExactly(new Item(null, 1), new Item(null, 2));
    }

    @Test
    void a_key_counts_where_a_part_of_it_is_there_and_no_other_item_has_it() {
        KeyedListChange<ItemKey, Item, FieldChange<Item>> change = new KeyedListChange<>(
                states(
                        "[{'name':'a','value':1},{'value':5}]",
                        "[{'name':'a','value':2},{'name':'b','value':3},{'name':'b','value':4}]"),
                ITEM,
                item -> new Parts(item.name(), null),
                states -> new FieldChange<>(states, ITEM));

        assertThat(change.changed()).containsOnlyKeys(new Parts("a", null));
        assertThat(change.added()).isEmpty();
        assertThat(change.addedWithoutKey()).containsExactly(new Item("b", 3), new Item("b", 4));
        assertThat(change.removedWithoutKey()).containsExactly(new Item(null, 5));
    }

    @Test
    void keys_of_several_fields_are_equal_where_all_parts_are_the_same() {
        ItemKey key = new Parts(80, Password.of("a"), null);

        assertThat(key)
                .isEqualTo(new Parts(new BigDecimal("80.0"), Password.of("a"), null))
                .hasSameHashCodeAs(new Parts(new BigDecimal("80.0"), Password.of("a"), null))
                .isNotEqualTo(new Parts(80, Password.of("b"), null))
                .hasToString("(80, ***, null)");
    }

    @Test
    void a_value_that_does_not_fit_its_type_is_a_change_all_the_same() {
        FieldChange<Integer> change = field("'many'", "'more'", Types.INTEGER);

        assertThat(change.isChanged()).isTrue();
        assertThat(change.oldValue()).isNull();
        assertThat(change.newValue()).isNull();
        assertThat(field("'many'", "'many'", Types.INTEGER).isChanged()).isFalse();
        assertThat(map("5", "6").isChanged()).isTrue();
        assertThat(map("5", "6").changed()).isEmpty();
        assertThat(map("{'a':'x'}", "{'a':'y'}").changed()).containsOnlyKeys("a");
        assertThat(map("{}", "{'a':'x'}").added()).containsOnlyKeys("a");
        assertThat(set("['x']", "['y']").isChanged()).isTrue();
        assertThat(set("'x'", "'y'").isChanged()).isTrue();
        assertThat(set("['x']", "['y',1]").added()).containsExactly(null, 1L);
        assertThat(keyed("[5]", "[6]").isChanged()).isTrue();
        assertThat(keyed("[{'name':'a','value':'x'}]", "[{'name':'a','value':'y'}]")
                        .changed())
                .containsOnlyKeys("a");
    }

    @Test
    void what_a_class_of_fabric8s_does_not_show_is_a_change_all_the_same() {
        Type<EnvVar> type = Types.core(EnvVar.class);

        assertThat(field("{'name':'a','own':1}", "{'name':'a','own':2}", type).isChanged())
                .isTrue();
        assertThat(field("{'name':5,'value':[]}", "{'name':5,'value':[1]}", type)
                        .isChanged())
                .isTrue();
        KeyedListChange<String, EnvVar, FieldChange<EnvVar>> change = new KeyedListChange<>(
                states("[{'name':'a','value':[]}]", "[{'name':'a','value':[1]}]"),
                type,
                EnvVar::getName,
                states -> new FieldChange<>(states, type));
        assertThat(change.changed()).containsOnlyKeys("a");
        assertThat(change.changed().get("a").isChanged()).isTrue();
    }

    @Test
    void changes_are_equal_where_they_are_of_the_same_json() {
        assertThat(field("'a'", "1", Types.ANY)).isEqualTo(new FieldChange<Object>("a", 1L));
        assertThat(new FieldChange<>(List.of(Password.of("a")), null))
                .isEqualTo(field("['a']", "null", Types.list(Types.PASSWORD)))
                .hasSameHashCodeAs(field("['a']", "null", Types.list(Types.PASSWORD)));
        assertThat(field("1", "2", Types.LONG)).isNotEqualTo(field("1", "3", Types.LONG));
        assertThat(map("{}", "{}")).isEqualTo(map("{}", "{}")).isNotEqualTo(field("{}", "{}", Types.ANY));
    }

    @Test
    void secrets_are_not_shown() {
        assertThat(new FieldChange<>(Password.of("old"), Password.of("new"))).hasToString("*** -> ***");
        assertThat(field("'old'", "'new'", Types.PASSWORD)).hasToString("*** -> ***");
        assertThat(new MapChange<>(states("{'a':'old'}", "{'a':'new'}"), Types.PASSWORD))
                .hasToString("{a=***} -> {a=***}");
        assertThat(new SetChange<>(states("['old']", "['new']"), Types.PASSWORD))
                .hasToString("[***] -> [***]");
        assertThat(states("'old'", "'new'").toString()).doesNotContain("old", "new");
        assertThat(field("1", "[2]", Types.secret(Types.LONG))).hasToString("*** -> ***");
        assertThat(field("[1]", "[]", Types.list(Types.secret(Types.LONG)))).hasToString("[***] -> []");
        assertThat(Diff.between(Map.of("a", "old"), Map.of("a", "new"))).hasToString("Diff[items=[CHANGE a]]");
        MetadataDiff metadata =
                new MetadataDiff(states("{'annotations':{'a':'old'}}", "{'annotations':{'a':'new'}}"), true);
        assertThat(metadata + " " + metadata.annotations()
                        + metadata.annotations().changed())
                .doesNotContain("old", "new");
        assertThat(metadata.annotations().isChanged()).isTrue();
    }

    @Test
    void states_of_typed_values_are_their_json_and_say_whether_they_differ() {
        JsonStates states = JsonStates.of(Password.of("a"), Password.of("b"));
        assertThat(states).isEqualTo(states("'a'", "'b'")).hasToString("JsonStates[different]");
        assertThat(states("1", "1.0")).hasToString("JsonStates[same]");
        assertThat(states("1", "2").hashCode())
                .isNotEqualTo(states("2", "1").hashCode())
                .isNotEqualTo(states("1", "3").hashCode());
        assertThat(field("1", "2", Types.LONG).hashCode())
                .isNotEqualTo(field("1", "3", Types.LONG).hashCode());
    }

    @Test
    void what_generated_classes_ask_an_object_for_is_the_change_of_its_field() {
        ItemDiff diff = new ItemDiff(states(
                "{'text':'a','tags':[1],'items':[{'name':'a'}],'rooms':{'x':{'name':'a'}}}",
                "{'text':'b','tags':[2],'items':[{'name':'b'}],'rooms':{'x':{'name':'b'}}}"));

        assertThat(diff.field("text", Types.TEXT).newValue()).isEqualTo("b");
        assertThat(diff.set("tags", Types.LONG).added()).containsExactly(2L);
        assertThat(diff.keyed("items", ITEM, Item::name, change -> change).added())
                .containsOnlyKeys("b");
        assertThat(diff.objects("rooms", ITEM, change -> change).changed()).containsOnlyKeys("x");
        assertThat(new MetadataDiff(states("{'labels':{'a':'1'}}", "{'labels':{'a':'2'}}"), false)
                        .labels()
                        .changed())
                .containsOnlyKeys("a");
    }

    @Test
    void items_with_lists_are_the_same_where_the_numbers_in_them_are() {
        KeyedListChange<String, Item, FieldChange<Item>> change =
                keyed("[{'value':1,'more':[1,{'a':2}]}]", "[{'value':1,'more':[1.0,{'a':2.0}]}]");
        assertThat(change.addedWithoutKey()).isEmpty();
        assertThat(keyed("[{'more':[1,2]}]", "[{'more':[1,3]}]").addedWithoutKey())
                .hasSize(1);
        assertThat(keyed("[{'more':[1]}]", "[{'more':{}}]").removedWithoutKey()).hasSize(1);
    }

    private static final class ItemDiff extends ObjectDiff<Item> {
        ItemDiff(JsonStates states) {
            super(states, ITEM);
        }
    }
}
