package dev.kopf.runtime.essence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.DiffItem.Operation;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.Patch;
import dev.kopf.runtime.resource.UnknownValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
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
        assertThat(essence("{\"data\":{\"password\":\"hunter2\"}}").toString())
                .startsWith("Essence[")
                .doesNotContain("hunter2");
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

    @ParameterizedTest
    @CsvSource({"null,true", "false,true", "0,true", "0.0,true", "'\"\"',true", "[],true", "{},true"})
    @CsvSource({"true,false", "1,false", "'\"x\"',false", "[0],false", "{\"a\":0},false"})
    void a_stanza_that_is_nothing_to_Python_is_no_essence_D1(String value, boolean nothing) {
        Body body = new Body(Json.map(Json.parse("{\"spec\":{},\"status\":" + value + "}")));
        Essence essence = Essence.of(body, List.of(FieldPath.of("status")));

        assertThat(essence.asMap().containsKey("status")).isEqualTo(!nothing);
    }

    @Test
    void of_a_name_for_which_there_is_no_room_the_digest_alone_is_left_S12() {
        String prefix = "x".repeat(55); // a slash and the digest's 7 characters make 63
        String id = "a".repeat(64);

        assertThat(AnnotationKeys.of(prefix).kopfKeys(id, new Body(Map.of())))
                .last()
                .isEqualTo(prefix + "/" + AnnotationKeys.suffix(id));
    }

    @Test
    void of_an_essence_that_is_not_known_nothing_is_known_but_its_fields() {
        Essence unknown = Essence.unknown(essence("{\"spec\":1,\"a\":1}"), essence("{\"spec\":2,\"b\":1}"));

        assertThat(unknown.asMap()).containsOnlyKeys("spec", "a", "b");
        assertThat(unknown.asMap().values()).allMatch(UnknownValue::is);
    }

    @Test
    void digests_are_known_again_also_where_an_object_has_no_secrets_R13() {
        Essence now = essence("{\"spec\":{\"a\":1},\"data\":{\"b\":1}}").keptWithout("uid", List.of());
        Essence stored = Essence.of(EssenceForm.read(
                Json.map(Json.parse(EssenceForm.DIGESTS.write(now.kept().asMap(), "uid")))));
        assertThat(stored.revealedBy(now)).isEqualTo(now);

        Essence other = essence("{\"spec\":{\"a\":2},\"data\":{\"b\":1}}").keptWithout("uid", List.of());
        assertThat(stored.revealedBy(other).asMap())
                .containsEntry("data", other.asMap().get("data"));
        assertThat(UnknownValue.is(stored.revealedBy(other).asMap().get("spec")))
                .isTrue();
        Essence plain = essence("{\"spec\":1}");
        assertThat(plain.revealedBy(now)).isSameAs(plain);
    }

    @Test
    void equal_states_have_equal_hashes_and_others_mostly_do_not() {
        assertThat(essence("{\"a\":1}")).hasSameHashCodeAs(essence("{\"a\":1.0}"));
        assertThat(essence("{\"a\":1}").hashCode())
                .isNotEqualTo(essence("{\"a\":2}").hashCode());
        assertThat(EssenceChange.ofText("{\"a\":1}")).hasSameHashCodeAs(EssenceChange.ofText("{\"a\":1.0}"));
        assertThat(EssenceChange.ofText("{}").hashCode()).isNotEqualTo(EssenceChange.UNKNOWN.hashCode());
    }

    @Test
    void a_change_says_which_fields_changed_and_not_what_may_be_secret_R12() {
        assertThat(EssenceChange.ofText("{\"data\":{\"password\":\"hunter2\"}}"))
                .hasToString("EssenceChange[[data]]");
        assertThat(EssenceChange.UNKNOWN).hasToString("EssenceChange[unknown]");
    }

    @Test
    void a_change_is_known_as_long_as_its_text_is_no_longer_than_4096_characters_R1() {
        int around = "{\"spec\":{\"text\":\"\"}}".length();
        for (int more : new int[] {0, 1}) {
            String text = "x".repeat(4_096 - around + more);
            EssenceChange change = EssenceChange.between(
                    essence("{}"), essence("{\"spec\":{\"text\":\"" + text + "\"}}"), FieldPath.parse("spec.text"));

            assertThat(change.isKnown()).isEqualTo(more == 0);
        }
    }

    @Test
    void a_compressed_essence_is_read_as_long_as_it_is_of_no_more_than_16_MiB_R13() throws IOException {
        int around = "{\"text\":\"\"}".length();
        for (int more : new int[] {0, 1}) {
            byte[] json = ("{\"text\":\"" + "x".repeat((16 << 20) - around + more) + "\"}")
                    .getBytes(StandardCharsets.US_ASCII);
            var bytes = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(bytes)) {
                out.write(json);
            }
            String stored = Json.write(
                    Map.of("kopf.zalando.org/compressed", Base64.getEncoder().encodeToString(bytes.toByteArray())));
            EssenceStorage storage = EssenceStorage.annotations();
            Body body = new Body(Patch.EMPTY
                    .withAnnotation("kopf.zalando.org/last-handled-configuration", stored)
                    .applyTo(Map.of()));

            assertThat(storage.fetch(body) != null).isEqualTo(more == 0);
            assertThat(storage.problem(body) == null).isEqualTo(more == 0);
        }
    }

    private static Essence essence(String json) {
        return Essence.of(Json.map(Json.parse(json)));
    }
}
