// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link MailboxQuota}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class MailboxQuotaDiff extends ObjectDiff<MailboxQuota> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public MailboxQuotaDiff(JsonStates states) {
        super(states, Types.object(MailboxQuota::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static MailboxQuotaDiff between(@Nullable MailboxQuota oldValue,
            @Nullable MailboxQuota newValue) {
        return new MailboxQuotaDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>size</code>. */
    public FieldChange<Long> size() {
        return field("size", Types.LONG);
    }
}
