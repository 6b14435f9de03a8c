// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Target}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TargetDiff extends ObjectDiff<Target> {
    /** Of two states, of which each may be absent. */
    public TargetDiff(@Nullable Target oldValue, @Nullable Target newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>s3</code>. */
    public FieldChange<String> s3() {
        return field(Target::getS3);
    }

    /** What changed in <code>gcs</code>. */
    public FieldChange<String> gcs() {
        return field(Target::getGcs);
    }

    /** What changed in <code>oneOf</code>. */
    public OneOfDiff oneOf() {
        return new OneOfDiff(ofOld(Target::getOneOf), ofNew(Target::getOneOf));
    }

    /** What changed in <code>key</code>. */
    public FieldChange<String> key() {
        return field(Target::getKey);
    }

    /** What changed in <code>keyRef</code>. */
    public FieldChange<String> keyRef() {
        return field(Target::getKeyRef);
    }
}
