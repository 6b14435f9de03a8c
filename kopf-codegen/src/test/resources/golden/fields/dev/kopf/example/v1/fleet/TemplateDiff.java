// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.fleet;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Template}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TemplateDiff extends ObjectDiff<Template> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public TemplateDiff(JsonStates states) {
        super(states, Types.object(Template::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static TemplateDiff between(@Nullable Template oldValue, @Nullable Template newValue) {
        return new TemplateDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>replicas</code>. */
    public FieldChange<Integer> replicas() {
        return field("replicas", Types.INTEGER);
    }

    /** What changed in <code>a.b</code>. */
    public ABDiff ab() {
        return new ABDiff(states("a.b"));
    }
}
