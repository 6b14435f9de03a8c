// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.workload.HiddenSecretDiff;
import dev.kopf.example.v1.workload.PrunedDiff;
import dev.kopf.example.v1.workload.SpecContainerDiff;
import dev.kopf.example.v1.workload.TokenDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.ObjectDiff;
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
    /** Of two states, of which each may be absent. */
    public WorkloadSpecDiff(@Nullable WorkloadSpec oldValue, @Nullable WorkloadSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>template</code>. */
    public FieldChange<PodTemplateSpec> template() {
        return field(WorkloadSpec::getTemplate);
    }

    /** What changed in <code>selector</code>. */
    public FieldChange<LabelSelector> selector() {
        return field(WorkloadSpec::getSelector);
    }

    /** What changed in <code>resources</code>. */
    public FieldChange<ResourceRequirements> resources() {
        return field(WorkloadSpec::getResources);
    }

    /** What changed in <code>passwordSecret</code>. */
    public FieldChange<SecretKeySelector> passwordSecret() {
        return field(WorkloadSpec::getPasswordSecret);
    }

    /** What changed in <code>token</code>. */
    public TokenDiff token() {
        return new TokenDiff(ofOld(WorkloadSpec::getToken), ofNew(WorkloadSpec::getToken));
    }

    /** What changed in <code>containers</code>. */
    public KeyedListChange<String, Container, FieldChange<Container>> containers() {
        return keyed(WorkloadSpec::getContainers, Container::getName, FieldChange::new);
    }

    /** What changed in <code>tolerations</code>. */
    public FieldChange<List<Toleration>> tolerations() {
        return field(WorkloadSpec::getTolerations);
    }

    /** What changed in <code>volumes</code>. */
    public MapChange<Volume> volumes() {
        return map(WorkloadSpec::getVolumes);
    }

    /** What changed in <code>container</code>. */
    public SpecContainerDiff container() {
        return new SpecContainerDiff(ofOld(WorkloadSpec::getContainer), ofNew(WorkloadSpec::getContainer));
    }

    /** What changed in <code>pruned</code>. */
    public PrunedDiff pruned() {
        return new PrunedDiff(ofOld(WorkloadSpec::getPruned), ofNew(WorkloadSpec::getPruned));
    }

    /** What changed in <code>hiddenSecret</code>. */
    public HiddenSecretDiff hiddenSecret() {
        return new HiddenSecretDiff(ofOld(WorkloadSpec::getHiddenSecret), ofNew(WorkloadSpec::getHiddenSecret));
    }
}
