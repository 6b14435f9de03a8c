// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPartDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link VolumeSettings}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class VolumeSettingsDiff extends ObjectDiff<VolumeSettings> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public VolumeSettingsDiff(JsonStates states) {
        super(states, Types.object(VolumeSettings::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static VolumeSettingsDiff between(@Nullable VolumeSettings oldValue,
            @Nullable VolumeSettings newValue) {
        return new VolumeSettingsDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>foo-bar</code>. */
    public FieldChange<String> title() {
        return field("foo-bar", Types.TEXT);
    }

    /** What changed in <code>chapters</code>. */
    public FieldChange<List<Part>> chapters() {
        return field("chapters", Types.list(Types.object(Part::new)));
    }

    /** What changed in <code>part</code>. */
    public SettingsPartDiff part() {
        return new SettingsPartDiff(states("part"));
    }
}
