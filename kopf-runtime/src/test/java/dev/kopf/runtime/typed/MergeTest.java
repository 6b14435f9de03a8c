package dev.kopf.runtime.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.CoreObjects;
import dev.kopf.runtime.resource.Json;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** fabric8's classes over plain values. */
final class MergeTest {

    private static Container read(String json) {
        return Objects.requireNonNull(CoreObjects.read(Objects.requireNonNull(Json.parse(json)), Container.class));
    }

    private static String written(Object value, String raw) {
        return Json.write(Merge.written(value, Json.parse(raw)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"args\":null,\"command\":[],\"env\":[],\"unknown\":{\"a\":[]}}",
                "{\"args\":{},\"command\":\"\",\"env\":[null,\"x\",{\"name\":\"a\",\"value\":null},[]],\"tty\":\"true\"}",
                "{\"ports\":[{\"containerPort\":1099511627776},{\"containerPort\":80.0},{\"containerPort\":1e9}]}",
                "{\"resources\":{\"limits\":{\"a\":1.50,\"b\":\"1.50Gi\",\"c\":\"\",\"d\":null,\"e\":{},\"f\":true}}}",
                "{\"resources\":\"\",\"livenessProbe\":[],\"readinessProbe\":5,\"lifecycle\":null}",
                "{\"livenessProbe\":{\"httpGet\":{\"port\":1099511627776},\"tcpSocket\":{\"port\":[]}}}",
                "{\"env\":[[\"a\"],{\"name\":\"b\",\"value\":null},[]],\"resources\":[\"a\",{}]}",
                "{\"additionalProperties\":{\"a\":1},\"name\":5}"
            })
    void an_object_that_is_written_as_it_was_read_is_what_it_was(String json) {
        assertThat(written(read(json), json)).isEqualTo(Json.write(Json.parse(json)));
    }

    @Test
    void what_does_not_fit_is_left_out_and_the_rest_is_read() {
        Container container = read(
                "{\"name\":\"a\",\"image\":{},\"tty\":1,\"env\":{},\"ports\":[{\"hostIP\":\"b\",\"hostPort\":\"c\"}],"
                        + "\"resources\":{\"limits\":{\"cpu\":0.5,\"memory\":[]}}}");

        assertThat(container.getName()).isEqualTo("a");
        assertThat(container.getImage()).isNull();
        assertThat(container.getTty()).isNull();
        assertThat(container.getEnv()).isEmpty();
        assertThat(container.getPorts().get(0).getHostIP()).isEqualTo("b");
        assertThat(container.getPorts().get(0).getHostPort()).isNull();
        assertThat(container.getResources().getLimits().get("cpu")).isEqualTo(new Quantity("0.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"apiVersion\":null,\"kind\":[]}", "{\"name\":\"a\",\"uid\":\"b\"}"})
    void what_a_class_has_from_the_start_is_not_read(String json) {
        OwnerReference owner = Objects.requireNonNull(
                CoreObjects.read(Objects.requireNonNull(Json.parse(json)), OwnerReference.class));

        assertThat(owner.getApiVersion()).isNull();
        assertThat(owner.getKind()).isNull();
        assertThat(written(owner, json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sleep\":5}", "{\"sleep\":\"5\",\"exec\":[\"a\"]}", "{\"exec\":\"a\"}"})
    void a_value_alone_is_no_object_with_it(String json) {
        LifecycleHandler handler = Objects.requireNonNull(
                CoreObjects.read(Objects.requireNonNull(Json.parse(json)), LifecycleHandler.class));

        assertThat(handler.getSleep()).isNull();
        assertThat(handler.getExec()).isNull();
        assertThat(written(handler, json)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"name":"a","args":null},{"name":"b","tty":null}] | [{"name":"b","image":"i","tty":null}]
            [{"name":"a"},{"name":"b","tty":null}]             | [{"name":"b","tty":null,"image":"i"}]
            """)
    void an_item_is_found_by_its_name(String raw, String expected) {
        List<Container> items =
                List.of(new ContainerBuilder().withName("b").withImage("i").build());

        assertThat(Json.parse(written(items, raw))).isEqualTo(Json.parse(expected));
    }

    @Test
    void an_item_that_moved_is_what_it_was() {
        String raw = "[{\"name\":\"a\",\"value\":null},{\"name\":\"b\",\"x\":[]}]";
        List<EnvVar> items = new ArrayList<>();
        for (Object item : Json.list(Json.parse(raw))) {
            items.add(0, Objects.requireNonNull(CoreObjects.read(Objects.requireNonNull(item), EnvVar.class)));
        }

        assertThat(written(items, raw)).isEqualTo("[{\"name\":\"b\",\"x\":[]},{\"name\":\"a\",\"value\":null}]");
    }

    @Test
    void what_is_taken_away_is_gone_and_what_is_set_is_there() {
        String raw = "{\"name\":\"a\",\"image\":\"i\",\"args\":[\"x\"],\"command\":null}";
        Container container = read(raw);
        container.setImage(null);
        container.setArgs(List.of());
        container.setCommand(List.of("y"));

        assertThat(written(container, raw)).isEqualTo("{\"name\":\"a\",\"command\":[\"y\"]}");
    }

    @Test
    void items_that_do_not_fit_stay_where_another_one_is_changed() {
        String raw = "[{\"name\":\"a\",\"value\":1},\"x\",7,{\"name\":\"b\"}]";
        List<EnvVar> items = new ArrayList<>();
        for (Object item : Json.list(Json.parse(raw))) {
            items.add(item instanceof Map ? CoreObjects.read(item, EnvVar.class) : null);
        }
        items.get(0).setValue("2");

        assertThat(written(items, raw)).isEqualTo("[{\"name\":\"a\",\"value\":\"2\"},\"x\",7,{\"name\":\"b\"}]");
    }

    @Test
    void metadata_keeps_what_stands_deeper_too() {
        String raw =
                "{\"name\":\"a\",\"labels\":{\"a\":null,\"b\":\"c\"},\"managedFields\":[{\"fieldsV1\":{\"f:x\":{}}}]}";
        ObjectMeta metadata = Metadata.read(Json.parse(raw));
        metadata.getLabels().put("d", "e");

        assertThat(Json.write(Metadata.write(Json.parse(raw), metadata)))
                .isEqualTo("{\"name\":\"a\",\"labels\":{\"a\":null,\"b\":\"c\",\"d\":\"e\"},"
                        + "\"managedFields\":[{\"fieldsV1\":{\"f:x\":{}}}]}");
    }

    @Test
    void a_value_that_replaces_nothing_is_written_as_it_is() {
        assertThat(Merge.written(
                        Map.of("a", new ContainerBuilder().withName("b").build()), null))
                .isEqualTo(Map.of("a", Map.of("name", "b")));
    }
}
