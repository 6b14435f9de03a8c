// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.workload.HiddenSecretDiff;
import dev.kopf.example.v1.workload.PrunedDiff;
import dev.kopf.example.v1.workload.SpecContainerDiff;
import dev.kopf.example.v1.workload.TokenDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link WorkloadSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class WorkloadSpecDiff extends ObjectDiff<WorkloadSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public WorkloadSpecDiff(JsonStates states) {
        super(states, Types.object(WorkloadSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static WorkloadSpecDiff between(@Nullable WorkloadSpec oldValue,
            @Nullable WorkloadSpec newValue) {
        return new WorkloadSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>template</code>. */
    public FieldChange<PodTemplateSpec> template() {
        return field("template", Types.core(PodTemplateSpec.class));
    }

    /** What changed in <code>selector</code>. */
    public FieldChange<LabelSelector> selector() {
        return field("selector", Types.core(LabelSelector.class));
    }

    /** What changed in <code>resources</code>. */
    public FieldChange<ResourceRequirements> resources() {
        return field("resources", Types.core(ResourceRequirements.class));
    }

    /** What changed in <code>passwordSecret</code>. */
    public FieldChange<SecretKeySelector> passwordSecret() {
        return field("passwordSecret", Types.core(SecretKeySelector.class));
    }

    /** What changed in <code>token</code>. */
    public TokenDiff token() {
        return new TokenDiff(states("token"));
    }

    /** What changed in <code>containers</code>. */
    public KeyedListChange<String, Container, FieldChange<Container>> containers() {
        return keyed("containers", Types.core(Container.class), Container::getName, states -> new FieldChange<>(states, Types.core(Container.class)));
    }

    /** What changed in <code>tolerations</code>. */
    public FieldChange<List<Toleration>> tolerations() {
        return field("tolerations", Types.list(Types.core(Toleration.class)));
    }

    /** What changed in <code>volumes</code>. */
    public MapChange<Volume> volumes() {
        return map("volumes", Types.core(Volume.class));
    }

    /** What changed in <code>container</code>. */
    public SpecContainerDiff container() {
        return new SpecContainerDiff(states("container"));
    }

    /** What changed in <code>pruned</code>. */
    public PrunedDiff pruned() {
        return new PrunedDiff(states("pruned"));
    }

    /** What changed in <code>hiddenSecret</code>. */
    public HiddenSecretDiff hiddenSecret() {
        return new HiddenSecretDiff(states("hiddenSecret"));
    }
}
