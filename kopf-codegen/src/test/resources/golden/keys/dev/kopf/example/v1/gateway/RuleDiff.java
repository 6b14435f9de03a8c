// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.gateway;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Rule}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class RuleDiff extends ObjectDiff<Rule> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public RuleDiff(JsonStates states) {
        super(states, Types.object(Rule::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static RuleDiff between(@Nullable Rule oldValue, @Nullable Rule newValue) {
        return new RuleDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>item</code>. */
    public FieldChange<String> item() {
        return field("item", Types.TEXT);
    }

    /** What changed in <code>class</code>. */
    public FieldChange<String> classField() {
        return field("class", Types.TEXT);
    }
}
