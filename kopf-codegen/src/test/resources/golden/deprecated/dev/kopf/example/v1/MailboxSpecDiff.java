// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.mailbox.FolderDiff;
import dev.kopf.example.v1.mailbox.Rule;
import dev.kopf.example.v1.mailbox.RuleDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.KeyedListChange;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link MailboxSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class MailboxSpecDiff extends ObjectDiff<MailboxSpec> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public MailboxSpecDiff(JsonStates states) {
        super(states, Types.object(MailboxSpec::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static MailboxSpecDiff between(@Nullable MailboxSpec oldValue,
            @Nullable MailboxSpec newValue) {
        return new MailboxSpecDiff(JsonStates.of(oldValue, newValue));
    }

    /**
     * What changed in <code>host</code>.
     *
     * @deprecated use address,
     * which has the port too. *&#47; &#64;Evil
     */
    @Deprecated
    public FieldChange<String> host() {
        return field("host", Types.TEXT);
    }

    /** What changed in <code>address</code>. */
    public FieldChange<String> address() {
        return field("address", Types.TEXT);
    }

    /**
     * What changed in <code>folder</code>.
     *
     * @deprecated Folders are gone.
     */
    @Deprecated
    public FolderDiff folder() {
        return new FolderDiff(states("folder"));
    }

    /** What changed in <code>rules</code>. */
    @SuppressWarnings("deprecation")
    public KeyedListChange<String, Rule, RuleDiff> rules() {
        return keyed("rules", Types.object(Rule::new), Rule::getId, RuleDiff::new);
    }

    /** What changed in <code>kept</code>. */
    public FieldChange<String> kept() {
        return field("kept", Types.TEXT);
    }
}
