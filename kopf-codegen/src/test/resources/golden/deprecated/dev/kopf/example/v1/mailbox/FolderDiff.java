// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.mailbox;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Folder}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class FolderDiff extends ObjectDiff<Folder> {
    /** Of two states, of which each may be absent. */
    public FolderDiff(@Nullable Folder oldValue, @Nullable Folder newValue) {
        super(oldValue, newValue);
    }

    /**
     * What changed in <code>name</code>.
     *
     * @deprecated the schema says so
     */
    @Deprecated
    public FieldChange<String> name() {
        return field(Folder::getName);
    }
}
