package dev.kopf.example.evc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.handler.ConditionContext;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.Filter;
import dev.kopf.runtime.handler.HandlerConfig;
import dev.kopf.runtime.handler.HandlerOptions;
import dev.kopf.runtime.handler.Match;
import dev.kopf.runtime.handler.UpdateContext;
import dev.kopf.testing.OperatorExtension;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zalando.v1.EphemeralVolumeClaim;
import org.zalando.v1.EphemeralVolumeClaimDispatch;
import org.zalando.v1.EphemeralVolumeClaimHandler;
import org.zalando.v1.EphemeralVolumeClaimSpec;

/** Filters at the methods of the generated interface, and at lambdas, on the running operator. */
class FilteredClaimsTest {

    private final Claims claims = new Claims();

    @RegisterExtension
    final OperatorExtension operator = OperatorExtension.of(
                    claims,
                    EphemeralVolumeClaimDispatch.on()
                            .specSizeChange(
                                    HandlerOptions.of("shrunk")
                                            .withLabel("tier", Filter.present())
                                            .when(EphemeralVolumeClaim.class, Claims::isSmall),
                                    (claim, size, ctx) -> {
                                        claims.calls.add("shrunk to " + size.newValue());
                                        return null;
                                    }))
            .crds(Path.of("src/main/crds"));

    /** Only for claims of a tier, and some changes of them. */
    static final class Claims implements EphemeralVolumeClaimHandler {
        final List<String> calls = new CopyOnWriteArrayList<>();

        @Override
        @HandlerConfig(
                labels =
                        @Match(
                                key = "tier",
                                value = {"gold", "silver"}))
        public Object onCreate(EphemeralVolumeClaim claim, CreateContext ctx) {
            calls.add("created " + claim.getMetadata().getName());
            return null;
        }

        @Override
        @HandlerConfig(
                labels = @Match(key = "tier", by = "isPrecious"),
                oldValue = @Match(absent = true, not = true),
                newValue = @Match("9Gi"))
        public void onSpecSizeChange(EphemeralVolumeClaim claim, FieldChange<String> size, UpdateContext ctx) {
            calls.add("grown from " + size.oldValue());
        }

        @Override
        @HandlerConfig(when = "isPreciousAndNamed")
        public void onDelete(EphemeralVolumeClaim claim, DeleteContext ctx) {
            calls.add("deleted " + claim.getMetadata().getName());
        }

        static boolean isPrecious(String tier) {
            return "gold".equals(tier);
        }

        boolean isPreciousAndNamed(EphemeralVolumeClaim claim, ConditionContext<EphemeralVolumeClaim> ctx) {
            return isPrecious(claim.getMetadata().getLabels().get("tier"))
                    && ctx.handlerId().value().equals("onDelete");
        }

        static boolean isSmall(EphemeralVolumeClaim claim, ConditionContext<EphemeralVolumeClaim> ctx) {
            return "1Gi".equals(claim.getSpec().getSize());
        }
    }

    @Test
    void handlers_are_called_for_the_claims_and_changes_that_their_filters_let_pass() {
        create("iron", "iron");
        create("gold", "gold");
        operator.await(
                "the creation", () -> annotations("gold").containsKey("kopf.zalando.org/last-handled-configuration"));
        resize("iron", "9Gi");
        resize("gold", "9Gi");
        operator.await("the growth", () -> claims.calls.contains("grown from 5Gi"));
        resize("gold", "1Gi");
        operator.await("the end of it", () -> claims.calls.contains("shrunk to 1Gi"));

        assertThat(claims.calls).containsExactly("created gold", "grown from 5Gi", "shrunk to 1Gi");
        assertThat(claim("gold").get().getMetadata().getFinalizers()).hasSize(1);
        assertThat(claim("iron").get().getMetadata().getFinalizers()).isEmpty();

        claim("iron").delete();
        claim("gold").delete();
        operator.await(
                "both to go", () -> claim("iron").get() == null && claim("gold").get() == null);
        assertThat(claims.calls).last().isEqualTo("deleted gold");
    }

    @Test
    void a_field_that_the_crd_does_not_have_is_told_when_the_handler_is_registered() {
        HandlerOptions options = HandlerOptions.of("resized").withField("spec.siez");

        assertThatThrownBy(() -> EphemeralVolumeClaimDispatch.on().update(options, (claim, diff, ctx) -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("at the UPDATE handler 'resized' of ephemeralvolumeclaims.v1.zalando.org:")
                .hasMessageContaining("EphemeralVolumeClaimSpec has no field 'siez'");
    }

    @Test
    void a_value_that_a_field_never_has_is_told_when_the_handler_is_registered() {
        HandlerOptions options =
                HandlerOptions.of("resized").withField("spec.size").withValue(Filter.is(9));

        assertThatThrownBy(() -> EphemeralVolumeClaimDispatch.on().update(options, (claim, diff, ctx) -> null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would never be called");
    }

    private void create(String name, String tier) {
        EphemeralVolumeClaim claim = new EphemeralVolumeClaim();
        claim.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withLabels(Map.of("tier", tier))
                .build());
        claim.setSpec(EphemeralVolumeClaimSpec.builder().size("5Gi").build());
        operator.client().resource(claim).create();
    }

    /** As people do who know nothing of what the operator writes meanwhile. */
    private void resize(String name, String size) {
        claim(name).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"size\": \"" + size + "\"}}");
    }

    private Map<String, String> annotations(String name) {
        return claim(name).get().getMetadata().getAnnotations();
    }

    private Resource<EphemeralVolumeClaim> claim(String name) {
        return operator.client().resources(EphemeralVolumeClaim.class).withName(name);
    }
}
