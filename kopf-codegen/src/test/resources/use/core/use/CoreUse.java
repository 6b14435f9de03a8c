package use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.example.v1.Workload;
import dev.kopf.example.v1.WorkloadDiff;
import dev.kopf.example.v1.WorkloadHandler;
import dev.kopf.example.v1.WorkloadSpec;
import dev.kopf.example.v1.workload.HiddenSecret;
import dev.kopf.example.v1.workload.SpecContainer;
import dev.kopf.example.v1.workload.Token;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.handler.UpdateContext;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public final class CoreUse {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What fabric8's classes do not show: nulls, empty lists, digits, fields of their own, values that do not fit. */
    private static final String TEMPLATE = """
            {"metadata":{"labels":{"a":"b"},"annotations":{}},"spec":{"containers":[\
            {"name":"a","image":"i","command":[],"args":null,"tty":"yes","unknown":1.50,\
            "resources":{"limits":{"cpu":1.50,"memory":"1Gi"}},\
            "ports":[{"containerPort":80},{"containerPort":1099511627776}],\
            "livenessProbe":{"httpGet":{"port":1099511627776,"path":"/"}}},\
            {"name":"b","image":"j","stdin":null}],"nodeSelector":null,"unknown":[1E+400]}}""";

    private static WorkloadSpec spec(String json) throws Exception {
        return MAPPER.readValue(json, WorkloadSpec.class);
    }

    private static WorkloadSpec withTemplate() throws Exception {
        return spec("{\"template\":" + TEMPLATE + "}");
    }

    private static String written(WorkloadSpec spec) throws Exception {
        return MAPPER.writeValueAsString(spec);
    }

    public static void a_builder_of_fabric8_makes_the_value() {
        WorkloadSpec spec = WorkloadSpec.builder()
                .template(new PodTemplateSpecBuilder()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("a")
                        .withNewResources()
                        .addToLimits("cpu", new Quantity("500m"))
                        .endResources()
                        .endContainer()
                        .endSpec()
                        .build())
                .volumes(Map.of("data", new VolumeBuilder().withNewEmptyDir().endEmptyDir().build()))
                .build();

        assertThat(spec.asMap())
                .isEqualTo(Map.of(
                        "template",
                        Map.of(
                                "spec",
                                Map.of("containers", List.of(Map.of("name", "a", "resources", Map.of("limits", Map.of("cpu", "500m")))))),
                        "volumes",
                        Map.of("data", Map.of("emptyDir", Map.of()))));
        Map<String, Volume> volumes = spec.getVolumes();
        assertThat(volumes.get("data").getEmptyDir()).isNotNull();
    }

    public static void a_getter_shows_what_fits() throws Exception {
        PodTemplateSpec template = withTemplate().getTemplate();
        Container container = template.getSpec().getContainers().get(0);

        assertThat(template.getMetadata().getLabels()).isEqualTo(Map.of("a", "b"));
        assertThat(container.getResources().getLimits().get("cpu")).isEqualTo(new Quantity("1.5"));
        assertThat(container.getTty()).isNull();
        assertThat(container.getArgs()).isEmpty();
        assertThat(container.getPorts().get(1).getContainerPort()).isNull();
        assertThat(container.getLivenessProbe().getHttpGet().getPort()).isNull();
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/");
        assertThat(spec("{\"template\":[]}").getTemplate()).isNull();
        assertThat(spec("{\"template\":null}").getTemplate()).isNull();
        assertThat(spec("{\"template\":{\"spec\":5}}").getTemplate().getSpec()).isNull();
    }

    public static void a_value_that_is_set_again_loses_nothing() throws Exception {
        WorkloadSpec spec = withTemplate();

        assertThat(written(spec.toBuilder().template(spec.getTemplate()).build())).isEqualTo("{\"template\":" + TEMPLATE + "}");
    }

    public static void only_what_is_changed_is_written() throws Exception {
        WorkloadSpec spec = withTemplate();
        PodTemplateSpec template = spec.getTemplate();
        template.getSpec().getContainers().get(0).setImage("new");
        template.getSpec().getContainers().add(0, new ContainerBuilder().withName("c").build());
        template.getMetadata().getLabels().remove("a");

        assertThat(written(spec.toBuilder().template(template).build())).isEqualTo(("{\"template\":" + TEMPLATE + "}").replace("\"image\":\"i\"", "\"image\":\"new\"")
                .replace("\"containers\":[", "\"containers\":[{\"name\":\"c\"},")
                .replace("\"labels\":{\"a\":\"b\"},", ""));
    }

    public static void a_changed_item_of_a_list_keeps_what_its_class_does_not_show() throws Exception {
        WorkloadSpec spec = spec("{\"containers\":[{\"name\":\"a\",\"args\":null},{\"name\":\"b\",\"command\":[]}]}");
        List<Container> containers = new ArrayList<>(spec.getContainers());
        containers.get(1).setImage("i");
        containers.remove(0);

        WorkloadSpec changed = spec.toBuilder().containers(containers).build();

        assertThat(written(changed))
                .isEqualTo("{\"containers\":[{\"name\":\"b\",\"command\":[],\"image\":\"i\"}]}");
    }

    public static void each_getter_gives_a_copy() throws Exception {
        WorkloadSpec spec = withTemplate();
        spec.getTemplate().getSpec().getContainers().clear();

        assertThat(spec.getTemplate().getSpec().getContainers()).hasSize(2);
    }

    public static void a_change_is_one_of_json() throws Exception {
        Workload before = Workload.builder().spec(spec("{\"resources\":{\"limits\":{\"cpu\":\"1\"}}}")).build();
        Workload after = Workload.builder().spec(spec("{\"resources\":{\"limits\":{\"cpu\":\"1000m\"}}}")).build();
        Workload same = Workload.builder().spec(spec("{\"resources\":{\"limits\":{\"cpu\":\"1\"},\"requests\":null}}")).build();
        Workload number = Workload.builder().spec(spec("{\"resources\":{\"limits\":{\"cpu\":1}}}")).build();
        Workload hidden = Workload.builder().spec(spec("{\"resources\":{\"limits\":{\"cpu\":\"1\"},\"claims\":[]}}")).build();

        FieldChange<ResourceRequirements> change = WorkloadDiff.between(before, after).spec().resources();

        assertThat(change.isChanged()).isTrue();
        assertThat(change.newValue().getLimits()).containsKey("cpu");
        assertThat(WorkloadDiff.between(before, same).spec().resources().isChanged()).isFalse();
        assertThat(WorkloadDiff.between(before, number).spec().resources().isChanged()).isTrue();
        assertThat(WorkloadDiff.between(before, hidden).spec().resources().isChanged()).isTrue();
    }

    public static void items_are_told_apart_by_their_keys() throws Exception {
        Workload before = Workload.builder()
                .spec(spec("{\"containers\":[{\"name\":\"a\"},{\"name\":\"b\"}]}"))
                .build();
        Workload after = Workload.builder()
                .spec(spec("{\"containers\":[{\"name\":\"b\",\"image\":\"i\"},{\"name\":\"c\"}]}"))
                .build();

        KeyedListChange<String, Container, FieldChange<Container>> change = WorkloadDiff.between(before, after).spec().containers();

        assertThat(change.added()).containsOnlyKeys("c");
        assertThat(change.removed()).containsOnlyKeys("a");
        assertThat(change.changed()).containsOnlyKeys("b");
        assertThat(change.changed().get("b").newValue().getImage()).isEqualTo("i");
        KeyedListChange<String, Condition, FieldChange<Condition>> conditions = WorkloadDiff.between(before, after).status().conditions();
        assertThat(conditions.isChanged()).isFalse();
    }

    public static void what_merely_looks_like_a_core_type_has_a_class_of_its_own() throws Exception {
        WorkloadSpec spec = spec("{\"token\":{\"key\":\"k\"},\"hiddenSecret\":{},\"container\":{\"container\":{\"tty\":true}}}");
        Token token = spec.getToken();
        SpecContainer container = spec.getContainer();

        assertThat(token.getKey()).isEqualTo("k");
        assertThat(spec.getHiddenSecret()).isInstanceOf(HiddenSecret.class);
        assertThat(container.getContainer().getTty()).isTrue();
    }

    public static void handlers_are_given_the_core_type() {
        WorkloadHandler handler = new WorkloadHandler() {
            @Override
            public void onSpecTemplateChange(Workload workload, FieldChange<PodTemplateSpec> template, UpdateContext context) {
                template.newValue();
            }
        };
        assertThat(handler).isNotNull();
    }
}
