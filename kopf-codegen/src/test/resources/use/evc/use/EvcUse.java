package use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.ErrorMode;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.Handler;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.HandlerType;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.ResourceKind;
import dev.kopf.runtime.typed.TypedResources;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.api.model.DefaultKubernetesResourceList;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimDiff;
import org.zalando.v1.EphemeralVolumeClaimDispatch;
import org.zalando.v1.EphemeralVolumeClaimHandler;
import org.zalando.v1.EphemeralVolumeClaimSpec;
import org.zalando.v1.EphemeralVolumeClaimStatus;

public final class EvcUse {

    private static final List<String> CALLS = new ArrayList<>();

    private static EphemeralVolumeClaim claim(String size) {
        return EphemeralVolumeClaim.builder()
                .metadata(new ObjectMetaBuilder().withName("my-claim").build())
                .spec(EphemeralVolumeClaimSpec.builder().size(size).build())
                .build();
    }

    static final class Operator implements EphemeralVolumeClaimHandler {
        @Override
        public Object onCreate(EphemeralVolumeClaim claim, CreateContext context) {
            return Map.of("pvc-name", claim.getMetadata().getName());
        }

        @Override
        public void onEvent(EphemeralVolumeClaim claim, EventContext context) {
            CALLS.add("event");
        }

        @Override
        @HandlerConfig(id = "resize", retries = 3)
        public Object onSpecSizeChange(EphemeralVolumeClaim claim, FieldChange<String> size, UpdateContext context) {
            CALLS.add(size.toString());
            return size.newValue();
        }
    }

    public static void what_is_implemented_becomes_handlers_in_the_order_of_the_interface() {
        List<Handler> handlers = new EphemeralVolumeClaimDispatch().handlersOf(new Operator());

        assertThat(handlers).extracting(Handler::type).containsExactly(HandlerType.CREATE, HandlerType.EVENT, HandlerType.FIELD);
        assertThat(handlers).extracting(handler -> handler.id().value()).containsExactly("onCreate", "onEvent", "resize");
        assertThat(handlers).extracting(Handler::kind).containsOnly(EphemeralVolumeClaimDispatch.KIND);
        assertThat(handlers.get(1).options().errors()).isEqualTo(ErrorMode.IGNORED);
        assertThat(handlers.get(2).options().retries()).isEqualTo(3);
        assertThat(handlers.get(2).field()).isEqualTo(FieldPath.of("spec", "size"));
    }

    public static void the_glue_calls_the_author_with_typed_arguments() throws Exception {
        List<Handler> handlers = new EphemeralVolumeClaimDispatch().handlersOf(new Operator());

        Object result = handlers.get(0).function().call(new Call(claim("1G"), null, null));
        CALLS.clear();
        Object resized = handlers.get(2).function().call(new Call(claim("2G"), claim("1G"), claim("2G")));
        handlers.get(2).function().call(new Call(claim("2G"), null, claim("2G")));

        assertThat(result).isEqualTo(Map.of("pvc-name", "my-claim"));
        assertThat(resized).isEqualTo("2G");
        assertThat(CALLS).containsExactly("1G -> 2G", "null -> 2G");
    }

    public static void lambdas_are_registered_in_order() throws Exception {
        List<Handler> handlers = EphemeralVolumeClaimDispatch.on()
                .create("create_1", (claim, context) -> 100)
                .update("update_1", (claim, diff, context) -> diff.spec().size().newValue())
                .specSizeChange("size_1", (claim, size, context) -> size.oldValue())
                .handlers();

        assertThat(handlers).extracting(handler -> handler.id().value()).containsExactly("create_1", "update_1", "size_1");
        Call call = new Call(claim("2G"), claim("1G"), claim("2G"));
        assertThat(handlers.get(1).function().call(call)).isEqualTo("2G");
        assertThat(handlers.get(2).function().call(call)).isEqualTo("1G");
    }

    public static void the_interface_names_its_glue() {
        assertThat(EphemeralVolumeClaimHandler.class.getAnnotation(DispatchedBy.class).value())
                .isEqualTo(EphemeralVolumeClaimDispatch.class);
        assertThat(EphemeralVolumeClaimDispatch.KIND)
                .isEqualTo(ResourceKind.namespaced("zalando.org", "v1", "EphemeralVolumeClaim", "ephemeralvolumeclaims"));
    }

    public static void fabric8_takes_the_resource_class() {
        ResourceDefinitionContext context = ResourceDefinitionContext.fromResourceType(EphemeralVolumeClaim.class);

        assertThat(context.getGroup()).isEqualTo("zalando.org");
        assertThat(context.getPlural()).isEqualTo("ephemeralvolumeclaims");
        assertThat(context.isNamespaceScoped()).isTrue();
        assertThat(CustomResource.getShortNames(EphemeralVolumeClaim.class)).containsExactly("evc");
        assertThat(new EphemeralVolumeClaim()).isInstanceOf(Namespaced.class).isInstanceOf(HasMetadata.class);
    }

    public static void fabric8_reads_and_writes_lists_of_it() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        String json = "{\"apiVersion\":\"zalando.org/v1\",\"kind\":\"EphemeralVolumeClaim\","
                + "\"metadata\":{\"name\":\"a\",\"creationTimestamp\":null},\"spec\":{\"size\":\"1G\",\"x\":[1.0,null]}}";

        KubernetesResourceList<EphemeralVolumeClaim> list = serialization.unmarshal(
                "{\"items\":[" + json + "]}", new TypeReference<DefaultKubernetesResourceList<EphemeralVolumeClaim>>() {});

        assertThat(list.getItems()).singleElement().satisfies(claim -> {
            assertThat(claim.getMetadata().getName()).isEqualTo("a");
            assertThat(claim.getSpec().getSize()).isEqualTo("1G");
            assertThat(serialization.asJson(claim)).isEqualTo(json);
            assertThat(serialization.clone(claim)).isEqualTo(claim);
        });
    }

    public static void a_change_of_the_metadata_is_written_and_the_rest_stays() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        EphemeralVolumeClaim claim = serialization.unmarshal(
                "{\"metadata\":{\"name\":\"a\",\"labels\":null,\"weird\":1.50}}", EphemeralVolumeClaim.class);

        claim.getMetadata().setResourceVersion("7");

        assertThat(serialization.asJson(claim))
                .isEqualTo("{\"metadata\":{\"name\":\"a\",\"labels\":null,\"weird\":1.50,\"resourceVersion\":\"7\"}}");
    }

    public static void metadata_that_fabric8_cannot_read_is_kept_and_the_rest_is_read() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        String json = "{\"metadata\":{\"name\":\"a\",\"labels\":[1],\"generation\":\"many\"}}";
        EphemeralVolumeClaim claim = serialization.unmarshal(json, EphemeralVolumeClaim.class);

        assertThat(claim.getMetadata().getName()).isEqualTo("a");
        assertThat(serialization.asJson(claim)).isEqualTo(json);
    }

    public static void metadata_that_is_none_is_kept() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        for (String json : List.of("{\"metadata\":\"x\"}", "{\"metadata\":null}", "{\"metadata\":{}}", "{}")) {
            EphemeralVolumeClaim claim = serialization.unmarshal(json, EphemeralVolumeClaim.class);
            assertThat(claim.getMetadata().getName()).isNull();
            assertThat(serialization.asJson(claim)).isEqualTo(json);
        }
    }

    public static void fabric8_makes_it_of_objects_of_any_kind_as_in_a_watch() {
        KubernetesSerialization serialization = new KubernetesSerialization();
        serialization.registerKubernetesResource(EphemeralVolumeClaim.class);

        Object claim = serialization.unmarshal(
                "{\"apiVersion\":\"zalando.org/v1\",\"kind\":\"EphemeralVolumeClaim\",\"spec\":{\"size\":\"1G\"}}");

        assertThat(claim).isInstanceOfSatisfying(EphemeralVolumeClaim.class, it -> assertThat(it.getSpec().getSize()).isEqualTo("1G"));
    }

    public static void a_stanza_that_is_absent_looks_empty_and_stays_absent() {
        EphemeralVolumeClaim claim = new KubernetesSerialization().unmarshal("{\"status\":null}", EphemeralVolumeClaim.class);

        assertThat(claim.getSpec().getSize()).isNull();
        assertThat(claim.getStatus()).isEqualTo(EphemeralVolumeClaimStatus.builder().build());
        assertThat(new KubernetesSerialization().asJson(claim)).isEqualTo("{\"status\":null}");
    }

    public static void an_object_that_is_parsed_already_is_not_parsed_again() {
        EphemeralVolumeClaim claim = TypedResources.readerOf(EphemeralVolumeClaim.class)
                .apply(Map.of("spec", Map.of("size", "1G")));

        assertThat(claim.getSpec().getSize()).isEqualTo("1G");
    }

    public static void a_diff_tells_what_changed() {
        EphemeralVolumeClaim old = claim("1G");
        EphemeralVolumeClaim now = old.toBuilder().spec(old.getSpec().toBuilder().size("2G").build()).build();
        now.getMetadata().setLabels(Map.of("a", "b"));

        EphemeralVolumeClaimDiff diff = EphemeralVolumeClaimDiff.between(old, now);

        assertThat(diff.isChanged()).isTrue();
        assertThat(diff.spec().size()).isEqualTo(new FieldChange<>("1G", "2G"));
        assertThat(diff.metadata().labels().added()).isEqualTo(Map.of("a", "b"));
        assertThat(diff.metadata().annotations().isChanged()).isFalse();
        assertThat(diff.status().isChanged()).isFalse();
        assertThat(EphemeralVolumeClaimDiff.between(old, claim("1G")).isChanged()).isFalse();
    }
}
