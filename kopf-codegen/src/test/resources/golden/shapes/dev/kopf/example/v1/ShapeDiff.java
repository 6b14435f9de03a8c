// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Shape}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class ShapeDiff extends ObjectDiff<Shape> {
    /** Of two states, of which each may be absent. */
    private ShapeDiff(@Nullable Shape oldValue, @Nullable Shape newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another. Nothing is compared before it is asked for. */
    public static ShapeDiff between(Shape oldValue, Shape newValue) {
        return new ShapeDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(ofOld(Shape::getMetadata), ofNew(Shape::getMetadata));
    }

    /** What changed in <code>spec</code>. */
    public ShapeSpecDiff spec() {
        return new ShapeSpecDiff(ofOld(Shape::getSpec), ofNew(Shape::getSpec));
    }

    /** What changed in <code>status</code>. */
    public ShapeStatusDiff status() {
        return new ShapeStatusDiff(ofOld(Shape::getStatus), ofNew(Shape::getStatus));
    }

    /** What changed in <code>data</code>. */
    public MapChange<String> data() {
        return map(Shape::getData);
    }

    /** What changed in <code>version</code>. */
    public FieldChange<String> versionField() {
        return field(Shape::getVersionField);
    }
}
