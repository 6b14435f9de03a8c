// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link MailboxQuota}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class MailboxQuotaDiff extends ObjectDiff<MailboxQuota> {
    /** Of two states, of which each may be absent. */
    public MailboxQuotaDiff(@Nullable MailboxQuota oldValue, @Nullable MailboxQuota newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>size</code>. */
    public FieldChange<Long> size() {
        return field(MailboxQuota::getSize);
    }
}
