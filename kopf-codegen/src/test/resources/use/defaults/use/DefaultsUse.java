package use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.example.v1.Cache;
import dev.kopf.example.v1.CacheSpec;
import dev.kopf.example.v1.cache.Eviction;
import dev.kopf.example.v1.cache.Expiry;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.typed.IntOrString;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

public final class DefaultsUse {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static CacheSpec spec(String json) throws Exception {
        return MAPPER.readValue(json, CacheSpec.class);
    }

    public static void what_is_absent_has_its_default() throws Exception {
        CacheSpec spec = spec("{}");

        assertThat(spec.getSizeOrDefault2()).isEqualTo("1Gi");
        assertThat(spec.getReplicasOrDefault()).isEqualTo(3);
        assertThat(spec.getBytesOrDefault()).isEqualTo(9007199254740993L);
        assertThat(spec.getRatioOrDefault()).isEqualByComparingTo(new BigDecimal("1.5"));
        assertThat(spec.getEnabledOrDefault()).isFalse();
        assertThat(spec.getPortOrDefault()).isEqualTo(IntOrString.of("50%"));
        assertThat(spec.getPolicyOrDefault()).isSameAs(Policy.NEVER);
        assertThat(spec.getHostsOrDefault()).containsExactly("a", "b");
        assertThat(spec.getMembersOrDefault()).isEmpty();
        assertThat(spec.getLimitsOrDefault()).isEqualTo(Map.of("cpu", 4L));
        assertThat(spec.getAnythingOrDefault()).isInstanceOf(List.class);
        assertThat(spec.getEvictionOrDefault().getAfterOrDefault()).isEqualTo("5m");
    }

    public static void what_is_there_is_no_default() throws Exception {
        CacheSpec spec = spec("{\"replicas\":0,\"hosts\":[],\"limits\":{\"cpu\":1},\"policy\":\"Other\",\"eviction\":{\"after\":\"1m\"}}");

        assertThat(spec.getReplicasOrDefault()).isZero();
        assertThat(spec.getHostsOrDefault()).isEmpty();
        assertThat(spec.getLimitsOrDefault()).isEqualTo(Map.of("cpu", 1L));
        assertThat(spec.getPolicyOrDefault().value()).isEqualTo("Other");
        assertThat(spec.getEvictionOrDefault().getAfterOrDefault()).isEqualTo("1m");
    }

    public static void what_is_null_or_does_not_fit_has_its_default_too() throws Exception {
        CacheSpec spec = spec("{\"replicas\":null,\"enabled\":\"maybe\",\"eviction\":5}");

        assertThat(spec.getReplicasOrDefault()).isEqualTo(3);
        assertThat(spec.getEnabledOrDefault()).isFalse();
        assertThat(spec.getEvictionOrDefault()).isEqualTo(Eviction.builder().build());
    }

    public static void a_null_that_the_schema_allows_is_a_value() throws Exception {
        assertThat(spec("{}").getTimeoutOrDefault()).isEqualTo(30);
        assertThat(spec("{\"timeout\":null}").getTimeoutOrDefault()).isNull();
        assertThat(spec("{\"timeout\":5}").getTimeoutOrDefault()).isEqualTo(5);
        assertThat(spec("{\"timeout\":\"long\"}").getTimeoutOrDefault()).isEqualTo(30);
    }

    public static void nobody_changes_a_default() throws Exception {
        Object first = spec("{}").getAnythingOrDefault();

        assertThatThrownBy(() -> ((List<?>) first).remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(spec("{}").getAnythingOrDefault()).isSameAs(first);
    }

    public static void a_default_is_never_written() throws Exception {
        CacheSpec spec = spec("{}");
        spec.getReplicasOrDefault();

        assertThat(MAPPER.writeValueAsString(spec)).isEqualTo("{}");
        assertThat(spec.getReplicas()).isNull();
    }

    public static void a_stanza_has_its_default() throws Exception {
        assertThat(new Cache().getSpecOrDefault().getSize()).isEqualTo("2Gi");
        assertThat(new Cache().getModeOrDefault()).isEqualTo("fast");
        assertThat(Cache.builder().spec(spec("{}")).build().getSpecOrDefault().getSize()).isNull();
    }

    public static void structures_with_other_defaults_are_other_classes() {
        assertThat(Eviction.builder().build().getAfterOrDefault()).isEqualTo("5m");
        assertThat(Expiry.builder().build().getAfterOrDefault()).isEqualTo("1h");
    }

    public static void a_property_has_its_name_before_a_default_has() throws Exception {
        assertThat(spec("{}").getSizeOrDefault()).isNull();
        assertThat(spec("{}").getSizeOrDefaultOrDefault()).isEqualTo("taken");
    }

    public static void a_default_that_does_not_fit_its_type_is_none() {
        assertThat(CacheSpec.class.getMethods())
                .extracting(Method::getName)
                .contains("getNothing", "getText", "getTooLarge", "getNumbers")
                .doesNotContain("getNothingOrDefault", "getTextOrDefault", "getTooLargeOrDefault", "getNumbersOrDefault");
    }
}
