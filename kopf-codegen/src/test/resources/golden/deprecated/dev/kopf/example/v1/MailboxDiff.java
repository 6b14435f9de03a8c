// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Mailbox}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class MailboxDiff extends ObjectDiff<Mailbox> {
    private MailboxDiff(@Nullable Mailbox oldValue, @Nullable Mailbox newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static MailboxDiff between(@Nullable Mailbox oldValue, @Nullable Mailbox newValue) {
        return new MailboxDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(states("metadata"), false);
    }

    /** What changed in <code>spec</code>. */
    public MailboxSpecDiff spec() {
        return new MailboxSpecDiff(states("spec"));
    }

    /**
     * What changed in <code>quota</code>.
     *
     * @deprecated see spec.
     */
    @Deprecated
    public MailboxQuotaDiff quota() {
        return new MailboxQuotaDiff(states("quota"));
    }
}
