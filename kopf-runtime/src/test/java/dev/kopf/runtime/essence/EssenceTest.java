package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.DiffItem.Operation;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EssenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":2}|{\"b\":2.0,\"a\":1e0}|true",
                "{\"a\":100}|{\"a\":1e2}|true",
                "{\"a\":0}|{\"a\":-0.00}|true",
                "{\"a\":null}|{}|true",
                "{\"a\":[{\"b\":null}]}|{\"a\":[{}]}|false",
                "{\"a\":1}|{\"a\":true}|false",
                "{\"a\":1}|{\"a\":\"1\"}|false",
                "{\"a\":[1,2]}|{\"a\":[2,1]}|false",
                "{\"a\":[1,2]}|{\"a\":[12]}|false",
                "{\"a\":{\"b\":1}}|{\"a\":{},\"b\":1}|false",
                "{\"a\":10}|{\"a\":1}|false",
            })
    void essences_have_the_same_digest_where_no_diff_is_between_them_R1(String one, String other, boolean same) {
        Essence left = essence(one);
        Essence right = essence(other);
        assertThat(left.equals(right)).isEqualTo(same);
        assertThat(left.digest().equals(right.digest())).isEqualTo(same);
        assertThat(Diff.between(left, right).isEmpty()).isEqualTo(same);
    }

    @Test
    void the_digest_of_a_field_changes_with_the_field_alone_R1() {
        FieldPath size = FieldPath.parse("spec.size");
        String digest = essence("{\"spec\":{\"size\":1,\"x\":1}}").digest(size);
        assertThat(essence("{\"spec\":{\"size\":1,\"x\":2}}").digest(size)).isEqualTo(digest);
        assertThat(essence("{\"spec\":{\"size\":2,\"x\":1}}").digest(size)).isNotEqualTo(digest);
        assertThat(essence("{\"spec\":{\"x\":1}}").digest(size))
                .isEqualTo(essence("{}").digest(size))
                .isNotEqualTo(digest);
    }

    @Test
    void the_digest_is_short_and_stays_the_same_over_releases_R1() {
        assertThat(essence("{\"spec\":{\"size\":\"1Gi\",\"n\":1.50}}").digest()).isEqualTo("x2mpzAQGvoQ9HpdV");
    }

    @Test
    void an_essence_does_not_show_what_may_be_secret_R12() {
        assertThat(essence("{\"data\":{\"password\":\"hunter2\"}}").toString()).doesNotContain("hunter2");
    }

    @Test
    void the_order_of_a_diff_is_settled_D25() {
        Diff diff = Diff.between(
                Json.parse("{\"z\":1,\"common\":{\"q\":1,\"a\":1},\"b\":1}"),
                Json.parse("{\"y\":1,\"x\":1,\"common\":{\"q\":2,\"a\":2,\"n\":1}}"));
        assertThat(diff.items())
                .extracting(item -> item.operation() + " " + item.path())
                .containsExactly(
                        "ADD x", "ADD y", "REMOVE b", "REMOVE z", "ADD common.n", "CHANGE common.a", "CHANGE common.q");
    }

    @Test
    void the_first_diff_adds_all_at_the_root_D26() {
        Essence essence = essence("{\"spec\":{\"a\":1}}");
        assertThat(Diff.between((Essence) null, essence).items())
                .containsExactly(new DiffItem(Operation.ADD, FieldPath.ROOT, null, essence.asMap()));
    }

    @Test
    void what_cannot_be_read_is_told_and_is_no_essence_R14() {
        EssenceStorage storage = EssenceStorage.annotations();
        Body broken = new Body(Json.map(Json.parse(
                "{\"metadata\":{\"annotations\":{\"kopf.zalando.org/last-handled-configuration\":\"{\"}}}")));
        assertThat(storage.fetch(broken)).isNull();
        assertThat(storage.problem(broken)).startsWith("kopf.zalando.org/last-handled-configuration is no JSON");
    }

    @Test
    void what_is_stored_is_read_back() {
        Body body = new Body(Json.map(Json.parse("{\"kind\":\"X\",\"spec\":{\"n\":1.50,\"t\":\"é\"}}")));
        for (EssenceStorage storage : List.of(EssenceStorage.annotations("x.io", "k"), EssenceStorage.status())) {
            Essence essence = storage.build(body, List.of());
            Patch patch = storage.store(body, essence, Patch.EMPTY);
            Body patched = new Body(patch.applyTo(body.fields()));
            assertThat(storage.fetch(patched)).isEqualTo(essence);
            assertThat(storage.build(patched, List.of(FieldPath.parse("status"))))
                    .isEqualTo(essence);
        }
    }

    private static Essence essence(String json) {
        return Essence.of(Json.map(Json.parse(json)));
    }
}
