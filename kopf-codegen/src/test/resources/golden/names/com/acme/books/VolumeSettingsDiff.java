// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPartDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link VolumeSettings}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VolumeSettingsDiff extends ObjectDiff<VolumeSettings> {
    /** Of two states, of which each may be absent. */
    public VolumeSettingsDiff(@Nullable VolumeSettings oldValue,
            @Nullable VolumeSettings newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>foo-bar</code>. */
    public FieldChange<String> title() {
        return field(VolumeSettings::getTitle);
    }

    /** What changed in <code>chapters</code>. */
    public FieldChange<List<Part>> chapters() {
        return field(VolumeSettings::getChapters);
    }

    /** What changed in <code>part</code>. */
    public SettingsPartDiff part() {
        return new SettingsPartDiff(ofOld(VolumeSettings::getPart), ofNew(VolumeSettings::getPart));
    }
}
