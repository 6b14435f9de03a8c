// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Shape}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeDiff extends ObjectDiff<Shape> {
    private ShapeDiff(@Nullable Shape oldValue, @Nullable Shape newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static ShapeDiff between(@Nullable Shape oldValue, @Nullable Shape newValue) {
        return new ShapeDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), true);
    }

    /** What changed in <code>spec</code>. */
    public ShapeSpecDiff spec() {
        return new ShapeSpecDiff(states("spec"));
    }

    /** What changed in <code>status</code>. */
    public ShapeStatusDiff status() {
        return new ShapeStatusDiff(states("status"));
    }

    /** What changed in <code>data</code>. */
    public MapChange<String> data() {
        return map("data", Types.TEXT);
    }

    /** What changed in <code>version</code>. */
    public FieldChange<String> versionField() {
        return field("version", Types.TEXT);
    }
}
