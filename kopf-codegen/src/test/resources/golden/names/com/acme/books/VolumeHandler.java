// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPartDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.handler.CreateContext;
import dev.kopf.runtime.handler.DeleteContext;
import dev.kopf.runtime.handler.DispatchedBy;
import dev.kopf.runtime.handler.EventContext;
import dev.kopf.runtime.handler.HandlerSource;
import dev.kopf.runtime.handler.ResumeContext;
import dev.kopf.runtime.handler.UpdateContext;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Handles objects of the kind <code>Book</code>. All methods are optional; one that is not implemented costs nothing.
 *
 * @see VolumeDispatch#on()
 */
@DispatchedBy(VolumeDispatch.class)
@NullMarked
@Generated("dev.kopf.codegen")
public interface VolumeHandler extends HandlerSource {
    /**
     * Called for an object that was never handled before, until it succeeds.
     *
     * @return the result, which is stored in {@code status.onCreate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onCreate(Volume volume, CreateContext context) throws Exception {
        return null;
    }

    /**
     * Called when an object that was handled before has changed, in whatever is no status.
     *
     * @return the result, which is stored in {@code status.onUpdate}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onUpdate(Volume volume, VolumeDiff diff, UpdateContext context) throws Exception {
        return null;
    }

    /**
     * Called once after the operator has started, for an object that was handled before.
     *
     * @return the result, which is stored in {@code status.onResume}; null for none
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default @Nullable Object onResume(Volume volume, ResumeContext context) throws Exception {
        return null;
    }

    /**
     * Called when the object is being deleted; the object is kept until this succeeds.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onDelete(Volume volume, DeleteContext context) throws Exception {}

    /**
     * Called for every event of the object as it comes. Nothing about it is stored, and it is not repeated.
     *
     * @throws Exception what is thrown is logged and ignored
     */
    default void onEvent(Volume volume, EventContext context) throws Exception {}

    /**
     * Called when <code>spec.foo-bar</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecTitleChange(Volume volume, FieldChange<String> title, UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.chapters</code> of an object that was handled before changes, appears or goes. Not called
     * at the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecChaptersChange(Volume volume, FieldChange<List<Part>> chapters,
            UpdateContext context) throws Exception {}

    /**
     * Called when <code>spec.part</code> of an object that was handled before changes, appears or goes. Not called at
     * the object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onSpecPartChange(Volume volume, SettingsPartDiff part, UpdateContext context) throws Exception {}

    /**
     * Called when <code>x-data</code> of an object that was handled before changes, appears or goes. Not called at the
     * object's creation, unless {@code @HandlerConfig(initial = true)} says so.
     *
     * @throws Exception what is neither temporary nor permanent is retried
     */
    default void onNotesChange(Volume volume, MapChange<String> notes, UpdateContext context) throws Exception {}
}
