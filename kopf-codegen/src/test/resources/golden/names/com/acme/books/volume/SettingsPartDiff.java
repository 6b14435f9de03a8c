// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books.volume;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link SettingsPart}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SettingsPartDiff extends ObjectDiff<SettingsPart> {
    /** Of two states, of which each may be absent. */
    public SettingsPartDiff(@Nullable SettingsPart oldValue, @Nullable SettingsPart newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(SettingsPart::getName);
    }
}
