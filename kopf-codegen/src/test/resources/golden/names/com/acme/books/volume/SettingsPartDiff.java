// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books.volume;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link SettingsPart}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class SettingsPartDiff extends ObjectDiff<SettingsPart> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public SettingsPartDiff(JsonStates states) {
        super(states, Types.object(SettingsPart::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static SettingsPartDiff between(@Nullable SettingsPart oldValue,
            @Nullable SettingsPart newValue) {
        return new SettingsPartDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }
}
