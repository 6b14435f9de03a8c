// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Target}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TargetDiff extends ObjectDiff<Target> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public TargetDiff(JsonStates states) {
        super(states, Types.object(Target::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static TargetDiff between(@Nullable Target oldValue, @Nullable Target newValue) {
        return new TargetDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>s3</code>. */
    public FieldChange<String> s3() {
        return field("s3", Types.TEXT);
    }

    /** What changed in <code>gcs</code>. */
    public FieldChange<String> gcs() {
        return field("gcs", Types.TEXT);
    }

    /** What changed in <code>oneOf</code>. */
    public OneOfDiff oneOf() {
        return new OneOfDiff(states("oneOf"));
    }

    /** What changed in <code>key</code>. */
    public FieldChange<String> key() {
        return field("key", Types.TEXT);
    }

    /** What changed in <code>keyRef</code>. */
    public FieldChange<String> keyRef() {
        return field("keyRef", Types.TEXT);
    }
}
