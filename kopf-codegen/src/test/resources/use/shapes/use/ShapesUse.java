package use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.example.v1.Shape;
import dev.kopf.example.v1.ShapeDiff;
import dev.kopf.example.v1.ShapeDispatch;
import dev.kopf.example.v1.ShapeHandler;
import dev.kopf.example.v1.ShapeSpec;
import dev.kopf.example.v1.ShapeSpecDiff;
import dev.kopf.example.v1.shape.Account;
import dev.kopf.example.v1.shape.Listener;
import dev.kopf.example.v1.shape.OnSpecTextChange;
import dev.kopf.example.v1.shape.Policy;
import dev.kopf.example.v1.shape.Port;
import dev.kopf.example.v1.shape.SecretRef;
import dev.kopf.example.v1.shape.TemplateSecretRef;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Quantity;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class ShapesUse {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static ShapeSpec spec(String json) throws Exception {
        ShapeSpec spec = MAPPER.readValue(json, ShapeSpec.class);
        assertThat(MAPPER.writeValueAsString(spec)).isEqualTo(json);
        return spec;
    }

    public static void numbers_keep_their_digits() throws Exception {
        ShapeSpec spec = spec("{\"replicas\":3,\"bytes\":9007199254740993,\"ratio\":1.0}");

        assertThat(spec.getReplicas()).isEqualTo(3);
        assertThat(spec.getBytes()).isEqualTo(9007199254740993L);
        assertThat(spec.getRatio()).isEqualTo(new BigDecimal("1.0"));
        assertThat(spec("{\"bytes\":123456789012345678901234567890}").asMap().get("bytes"))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
    }

    public static void what_does_not_fit_is_kept_and_reads_as_absent() throws Exception {
        ShapeSpec spec = spec("{\"replicas\":\"three\",\"bytes\":1.5,\"texts\":{\"a\":1},\"listeners\":[5,null],"
                + "\"secretRef\":\"x\",\"enabled\":\"yes\",\"text\":5}");

        assertThat(spec.getReplicas()).isNull();
        assertThat(spec.getBytes()).isNull();
        assertThat(spec.getTexts()).isNull();
        assertThat(spec.getListeners()).containsExactly(null, null);
        assertThat(spec.getSecretRef()).isNull();
        assertThat(spec.getEnabled()).isNull();
        assertThat(spec.getText()).isEqualTo("5");
    }

    public static void whole_numbers_read_however_they_are_written() throws Exception {
        assertThat(spec("{\"replicas\":3.0}").getReplicas()).isEqualTo(3);
        assertThat(spec("{\"replicas\":3000000000}").getReplicas()).isNull();
        assertThat(MAPPER.readValue("{\"bytes\":1e3}", ShapeSpec.class).getBytes()).isEqualTo(1000L);
        assertThat(MAPPER.readValue("{\"bytes\":1e999999999}", ShapeSpec.class).getBytes()).isNull();
    }

    public static void nulls_and_unknown_fields_are_kept_in_order() throws Exception {
        ShapeSpec spec = spec("{\"zzz\":{\"b\":null,\"a\":[null,1.50]},\"text\":null,\"aaa\":1}");

        assertThat(spec.getText()).isNull();
        assertThat(spec.asMap()).containsKeys("zzz", "text", "aaa");
    }

    public static void a_number_or_a_text_is_either() throws Exception {
        assertThat(spec("{\"port\":80}").getPort()).isEqualTo(IntOrString.of(80));
        assertThat(spec("{\"port\":\"50%\"}").getPort()).isEqualTo(IntOrString.of("50%"));
        assertThat(spec("{\"port\":\"50%\"}").getPort().number()).isNull();
    }

    public static void an_enum_is_open() throws Exception {
        Policy known = spec("{\"policy\":\"IfNotPresent\"}").getPolicy();
        Policy unknown = spec("{\"policy\":\"Sometimes\"}").getPolicy();

        assertThat(known).isSameAs(Policy.IF_NOT_PRESENT);
        assertThat(known.known()).isEqualTo(Policy.Known.IF_NOT_PRESENT);
        assertThat(unknown.known()).isEqualTo(Policy.Known.UNRECOGNIZED);
        assertThat(unknown.value()).isEqualTo("Sometimes");
        assertThat(Policy.of("")).isSameAs(Policy.EMPTY);
    }

    public static void equal_structures_are_one_class_and_others_have_the_parents_name() throws Exception {
        ShapeSpec spec = spec("{\"secretRef\":{\"name\":\"a\"},\"tlsSecretRef\":{\"name\":\"a\"},\"template\":{\"secretRef\":{\"name\":\"a\"}}}");
        SecretRef reference = spec.getSecretRef();
        SecretRef other = spec.getTlsSecretRef();
        TemplateSecretRef third = spec.getTemplate().getSecretRef();

        assertThat(reference).isEqualTo(other).isNotEqualTo(third);
    }

    public static void names_that_collide_are_told_apart() throws Exception {
        ShapeSpec spec = spec("{\"class\":\"c\",\"get-class\":\"d\",\"a_b\":\"e\",\"aB\":\"f\"}");

        assertThat(spec.getClassField()).isEqualTo("c");
        assertThat(spec.getGetClass()).isEqualTo("d");
        assertThat(spec.getAB()).isEqualTo("f");
        assertThat(spec.getABField()).isEqualTo("e");
    }

    public static void a_moment_keeps_its_text() throws Exception {
        ShapeSpec spec = spec("{\"moment\":\"2024-01-01T01:00:00.500+01:00\"}");

        assertThat(spec.getMoment().text()).isEqualTo("2024-01-01T01:00:00.500+01:00");
        assertThat(spec.getMoment().instant()).isEqualTo(Instant.parse("2024-01-01T00:00:00.5Z"));
        assertThat(spec("{\"moment\":\"soon\"}").getMoment().instant()).isNull();
        assertThat(spec("{\"moment\":5}").getMoment()).isNull();
        assertThat(ShapeSpec.builder().moment(DateTime.of(Instant.EPOCH)).build()).isEqualTo(spec("{\"moment\":\"1970-01-01T00:00:00Z\"}"));
    }

    public static void a_quantity_keeps_its_text_and_knows_its_amount() throws Exception {
        ShapeSpec spec = spec("{\"cpu\":2,\"memory\":\"1.5Gi\"}");

        assertThat(spec.getCpu().amount()).isEqualByComparingTo("2");
        assertThat(spec.getMemory().amount()).isEqualByComparingTo("1610612736");
        assertThat(spec.toBuilder().cpu(Quantity.of("500m")).build().getCpu().toModel().getAmount()).isEqualTo("500");
    }

    public static void a_secret_is_not_shown() throws Exception {
        String json = "{\"text\":\"t\",\"password\":\"s1\",\"accounts\":[{\"user\":\"u\",\"tokens\":{\"a\":\"s2\"}}]}";
        ShapeSpec spec = spec(json);
        Shape before = new Shape();
        before.setSpec(spec);
        before.getMetadata().getAnnotations().put("kopf.zalando.org/last-handled-configuration", "{\"spec\":" + json + "}");
        Shape after = before.toBuilder().spec(spec.toBuilder().password(Password.of("s3")).build()).build();
        ShapeDiff diff = ShapeDiff.between(before, after);

        assertThat(spec.getPassword().text()).isEqualTo("s1");
        assertThat(spec).hasToString("ShapeSpec{text=t, password=***, accounts=[Account{user=u, tokens={a=***}}]}");
        assertThat(spec("{\"password\":[\"s1\"],\"accounts\":\"s2\"}")).hasToString("ShapeSpec{password=***, accounts=***}");
        assertThat(before.toString()).contains("ShapeSpec{text=t, password=***").doesNotContain("s1", "s2");
        assertThat(diff.spec().password().isChanged()).isTrue();
        assertThat(diff.spec().password()).hasToString("*** -> ***");
        assertThat(diff.spec().toString() + diff).doesNotContain("s1", "s2", "s3");
        assertThat(MAPPER.writeValueAsString(before)).contains("s1", "s2");
    }

    public static void a_set_has_what_its_list_has_and_keeps_the_list() throws Exception {
        ShapeSpec spec = spec("{\"members\":[\"b\",\"a\",\"b\"]}");

        assertThat(spec.getMembers()).containsExactly("b", "a").isEqualTo(Set.of("a", "b")).contains("a").doesNotContain("c");
        assertThat(ShapeSpec.builder().members(spec.getMembers()).build()).isEqualTo(spec);
        assertThat(ShapeSpec.builder().members(List.of("b")).build()).isEqualTo(ShapeSpec.builder().members(Set.of("b")).build());
        assertThat(spec("{\"members\":\"b\"}").getMembers()).isNull();
    }

    public static void a_getter_is_nullable_exactly_where_the_schema_does_not_require_its_field() throws Exception {
        assertThat(isNullable(Account.class, "getUser")).isFalse();
        assertThat(isNullable(Account.class, "getTokens")).isFalse();
        assertThat(isNullable(Account.class, "getNullableUser")).isTrue();
        assertThat(isNullable(Account.class, "getExpires")).isTrue();
        assertThat(isNullable(Shape.class, "getData")).isFalse();
        assertThat(isNullable(Shape.class, "getVersionField")).isTrue();
        assertThat(itemOf(ShapeSpec.class.getMethod("getTexts")).isAnnotationPresent(Nullable.class)).isFalse();
        assertThat(itemOf(ShapeSpec.class.getMethod("getNullableTexts")).isAnnotationPresent(Nullable.class)).isTrue();
    }

    public static void what_is_required_and_absent_reads_as_null() {
        assertThat(Account.builder().build().getUser()).isNull();
        assertThat(new Shape().getData()).isNull();
    }

    private static boolean isNullable(Class<?> type, String getter) throws Exception {
        return type.getMethod(getter).getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType itemOf(Method getter) {
        return ((AnnotatedParameterizedType) getter.getAnnotatedReturnType()).getAnnotatedActualTypeArguments()[0];
    }

    public static void objects_are_equal_as_json_is() throws Exception {
        assertThat(spec("{\"ratio\":1.0,\"text\":null}")).isEqualTo(spec("{\"ratio\":1}")).hasSameHashCodeAs(spec("{\"ratio\":1}"));
        assertThat(spec("{\"texts\":[\"a\",\"b\"]}")).isNotEqualTo(spec("{\"texts\":[\"b\",\"a\"]}"));
        assertThat(spec("{\"enabled\":true}")).isNotEqualTo(spec("{\"enabled\":1}"));
    }

    public static void a_builder_sets_typed_and_unknown_fields() throws Exception {
        ShapeSpec spec = ShapeSpec.builder()
                .policy(Policy.ALWAYS)
                .port(IntOrString.of(80))
                .nullableTexts(Arrays.asList("a", null))
                .listeners(List.of(Listener.builder().name("http").port(80L).build()))
                .limits(Map.of("cpu", 4L))
                .field("unknown", null)
                .text("gone")
                .text(null)
                .build();

        assertThat(MAPPER.writeValueAsString(spec)).isEqualTo("{\"policy\":\"Always\",\"port\":80,\"nullableTexts\":[\"a\",null],"
                + "\"listeners\":[{\"name\":\"http\",\"port\":80}],\"limits\":{\"cpu\":4},\"unknown\":null}");
        assertThat(spec.toBuilder().build()).isEqualTo(spec);
    }

    public static void a_diff_knows_maps_sets_and_keys() throws Exception {
        Shape old = new Shape();
        old.setSpec(spec("{\"limits\":{\"a\":1,\"b\":2},\"members\":[\"x\",\"y\"],\"listeners\":[{\"name\":\"p\",\"port\":1},{\"name\":\"q\"}],"
                + "\"ports\":[{\"port\":1,\"protocol\":\"TCP\"}],\"secretRef\":{\"key\":\"k\"}}"));
        Shape now = new Shape();
        now.setSpec(spec("{\"limits\":{\"b\":3,\"c\":4},\"members\":[\"y\",\"x\",\"z\"],\"listeners\":[{\"name\":\"q\"},{\"name\":\"p\",\"port\":2}],"
                + "\"ports\":[{\"port\":1,\"protocol\":\"UDP\"}],\"secretRef\":{\"key\":\"l\"}}"));

        ShapeDiff diff = ShapeDiff.between(old, now);

        assertThat(diff.spec().limits().added()).isEqualTo(Map.of("c", 4L));
        assertThat(diff.spec().limits().removed()).isEqualTo(Map.of("a", 1L));
        assertThat(diff.spec().limits().changed()).isEqualTo(Map.of("b", new FieldChange<>(2L, 3L)));
        assertThat(diff.spec().members().added()).containsExactly("z");
        assertThat(diff.spec().members().removed()).isEmpty();
        assertThat(diff.spec().listeners().changed()).containsOnlyKeys("p");
        Map<ShapeSpec.PortKey, Port> added = diff.spec().ports().added();
        assertThat(added).containsOnlyKeys(new ShapeSpec.PortKey(1L, "UDP"));
        assertThat(diff.spec().secretRef().key()).isEqualTo(new FieldChange<>("k", "l"));
        assertThat(diff.spec().template().secretRef().isChanged()).isFalse();
        assertThat(diff.data().isChanged()).isFalse();
    }

    public static void a_change_of_what_does_not_fit_its_type_is_none_less() throws Exception {
        Shape old = new Shape(MAPPER.readValue("{\"spec\":{\"replicas\":\"many\",\"limits\":5,\"members\":[\"x\",{}],\"secretRef\":1,"
                + "\"template\":[],\"listeners\":[5]},\"status\":\"up\",\"data\":[]}", JsonObject.class));
        Shape now = new Shape(MAPPER.readValue("{\"spec\":{\"replicas\":\"more\",\"limits\":6,\"members\":[\"x\",[]],\"secretRef\":2,"
                + "\"template\":{},\"listeners\":[6]},\"status\":\"down\",\"data\":{}}", JsonObject.class));

        ShapeDiff diff = ShapeDiff.between(old, now);
        ShapeSpecDiff spec = diff.spec();

        assertThat(List.of(spec.replicas(), spec.limits(), spec.members(), spec.secretRef(), spec.template(), spec.listeners()))
                .allMatch(FieldChange::isChanged);
        assertThat(List.of(diff.spec(), diff.status(), diff.data())).allMatch(FieldChange::isChanged);
        assertThat(List.of(spec.text(), spec.template().secretRef(), diff.status().phase())).noneMatch(FieldChange::isChanged);
        assertThat(spec.replicas()).hasToString("null -> null");
        ShapeSpecDiff same = ShapeSpecDiff.between(old.getSpec(), old.getSpec());
        assertThat(List.of(same.replicas(), same.limits(), same.members())).noneMatch(FieldChange::isChanged);
    }

    public static void what_changed_in_a_secret_is_not_shown() throws Exception {
        Shape old = new Shape();
        old.setSpec(spec("{\"password\":\"hunter2\",\"accounts\":[{\"tokens\":{\"a\":\"hunter2\"}}]}"));

        ShapeDiff diff = ShapeDiff.between(old, new Shape());

        assertThat(diff + " " + diff.spec() + diff.spec().password() + diff.spec().accounts()).contains("***").doesNotContain("hunter2");
        assertThat(diff.spec().oldValue()).isEqualTo(old.getSpec());
        assertThat(diff.spec().newValue()).isNull();
    }

    public static void a_result_has_the_type_that_the_status_has_for_it() throws Exception {
        Method onCreate = ShapeHandler.class.getMethod("onCreate", Shape.class, CreateContext.class);
        Method onChange = ShapeHandler.class.getMethod("onSpecTextChange", Shape.class, FieldChange.class, UpdateContext.class);

        assertThat(onCreate.getReturnType()).isEqualTo(Integer.class);
        assertThat(onChange.getReturnType()).isEqualTo(OnSpecTextChange.class);
    }

    public static void a_field_that_cannot_change_has_no_handler() {
        assertThat(ShapeHandler.class.getMethods())
                .extracting(Method::getName)
                .contains("onSpecTextChange", "onStatusPhaseChange", "onDataChange", "onVersionFieldChange", "onSpecABChange")
                .doesNotContain("onSpecFixedChange");
    }

    public static void the_stored_version_of_a_cluster_kind_is_taken() {
        assertThat(ShapeDispatch.KIND).isEqualTo(ResourceKind.clusterScoped("example.kopf.dev", "v1", "Shape", "shapes"));
        assertThat(new Shape()).isNotInstanceOf(Namespaced.class);
        assertThat(CustomResource.getStorage(Shape.class)).isTrue();
    }
}
