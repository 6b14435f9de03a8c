// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.fleet;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Template}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TemplateDiff extends ObjectDiff<Template> {
    /** Of two states, of which each may be absent. */
    public TemplateDiff(@Nullable Template oldValue, @Nullable Template newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field(Template::getReplicas);
    }

    /** What changed in <code>a.b</code>. */
    public ABDiff ab() {
        return new ABDiff(ofOld(Template::getAB), ofNew(Template::getAB));
    }
}
