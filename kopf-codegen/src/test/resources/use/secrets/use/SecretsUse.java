package use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopf.example.v1.Vault;
import dev.kopf.example.v1.VaultDiff;
import dev.kopf.example.v1.VaultDispatch;
import dev.kopf.example.v1.VaultSpec;
import dev.kopf.runtime.essence.Essence;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.typed.Password;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each secret has the digits 4711 in it, and each value that is none has 1. */
public final class SecretsUse {

    private SecretsUse() {}

    private static final String SPEC = """
            {"name": "1", "pin": 4711, "code": 47.11e2, "choice": "4711", "either": 4711, "eitherOf": "4711",
             "untyped": {"a": ["4711"]}, "open": {"a": 4711, "b": {"c": "4711"}}, "inAllOf": "4711", "above": 4711,
             "items": [{"hidden": 4711, "shown": 1}], "pins": [4711, "4711"], "members": [4711], "pinsByName": {"a": 4711},
             "doors": [{"name": "1", "floor": "4711", "pin": 4711}, {"name": "1"}], "floors": [{"pin": 4711}],
             "device": {"devicePath": "1", "name": "4711"},
             "whole": {"a": "4711", "b": {"c": 4711, "unknown": 4711}, "unknown": "4711"}}""";

    private static Vault vault(String spec) throws Exception {
        String object = "{\"apiVersion\":\"example.kopf.dev/v1\",\"kind\":\"Vault\",\"metadata\":{\"name\":\"1\",\"annotations\":{\"last\":"
                + "\"4711\"}},\"spec\":" + spec + "}";
        return new ObjectMapper().readValue(object, Vault.class);
    }

    private static boolean isShown(Object value) {
        return value.toString().replace(".", "").contains("4711");
    }

    public static void values_are_typed_and_kept() throws Exception {
        VaultSpec spec = vault(SPEC).getSpec();

        assertThat(spec.getPin()).isEqualTo(4711L);
        assertThat(spec.getEither().number()).isEqualTo(4711L);
        assertThat(spec.getChoice().text()).isEqualTo("4711");
        assertThat(spec.getPins().get(0)).isEqualTo(4711L);
        assertThat(spec.getDoor("1", Password.of("4711")).getPin()).isEqualTo(4711L);
        assertThat(VaultSpec.builder().pin(4711L).build().asMap()).isEqualTo(Map.of("pin", 4711L));
    }

    public static void of_what_is_kept_of_an_object_none_is_a_part() throws Exception {
        String text = new ObjectMapper().writeValueAsString(vault(SPEC).getSpec());
        for (String spec : List.of(text, text.replace("4711", "[4711]").replace("4711.0", "\"4711\""))) {
            Essence essence = Essence.of(Map.of("spec", new ObjectMapper().readValue(spec, Map.class)));
            String kept = essence.keptWithout("uid", VaultDispatch.KIND.secrets()).asJson();
            assertThat(kept.replace(".", "")).doesNotContain("4711").contains("\"devicePath\":\"1\"", "\"shown\":1");
            assertThat(essence.keptWithout("uid", VaultDispatch.KIND.secrets()).kept().revealedBy(
                            essence.keptWithout("uid", VaultDispatch.KIND.secrets())))
                    .isEqualTo(essence);
        }
    }

    public static void no_object_shows_them() throws Exception {
        Vault vault = vault(SPEC);

        assertThat(isShown(vault)).isFalse();
        assertThat(isShown(vault.getSpec())).isFalse();
        assertThat(isShown(vault.getSpec().toBuilder().build())).isFalse();
        assertThat(isShown(vault.getSpec().toBuilder())).isFalse();
        assertThat(isShown(vault(SPEC.replace("4711", "[4711]").replace("47.11e2", "\"4711\"")))).isFalse();
        assertThat(vault.getSpec().toString())
                .contains("name=1", "pin=***", "shown=1", "pins=[***, ***]", "pinsByName={a=***}", "devicePath=1", "open={a=***, b=***}");
        assertThat(List.of(vault.getSpec().getPins(), vault.getSpec().getMembers(), vault.getSpec().getPinsByName(), vault.getSpec().getWhole()))
                .noneMatch(SecretsUse::isShown);
    }

    public static void no_change_shows_them() throws Exception {
        Vault one = vault(SPEC);
        Vault other = vault(SPEC.replace("4711", "94711").replace("47.11", "947.11"));
        List<Object> seen = new ArrayList<>();

        for (VaultDiff diff : List.of(VaultDiff.between(one, other), VaultDiff.between(null, one), VaultDiff.between(other, new Vault()))) {
            collect(diff, seen);
        }

        assertThat(seen).hasSizeGreaterThan(100).noneMatch(SecretsUse::isShown);
    }

    /** What a change shows, and all that it and its parts tell. */
    private static void collect(Object told, List<Object> seen) throws Exception {
        seen.add(String.valueOf(told));
        if (told instanceof Map<?, ?> map) {
            for (Object change : map.values().stream().filter(FieldChange.class::isInstance).toList()) {
                collect(change, seen);
            }
        }
        if (told instanceof FieldChange) {
            for (Method method : told.getClass().getMethods()) {
                boolean tells = method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
                if (tells && !method.getName().matches("(old|new)Value|hashCode") && method.getDeclaringClass() != Object.class) {
                    collect(method.invoke(told), seen);
                }
            }
        }
    }
}
