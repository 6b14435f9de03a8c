// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The kind <code>Mailbox</code>.
 *
 * <p>Mutable at its top level, as fabric8's classes are; the stanzas are immutable. Not safe for use by several threads
 * while it is changed.
 */
@Group("example.kopf.dev")
@Version("v1")
@Kind("Mailbox")
@Plural("mailboxes")
@Singular("mailbox")
@NullMarked
@Generated("dev.kopf.codegen")
public final class Mailbox extends TypedResource<MailboxSpec, Void> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object that has only its kind. */
    public Mailbox() {}

    /** The object as it came. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Mailbox(JsonObject fields) {
        super(fields);
    }

    /** Starts with the kind only. */
    public static Builder builder() {
        return new Builder(new Mailbox());
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(new Mailbox(asMap()));
    }

    /**
     * The stanza <code>spec</code>.
     *
     * <p>Looks empty where it is absent.
     */
    @Override
    public MailboxSpec getSpec() {
        return stanza("spec", MailboxSpec::new);
    }

    /** Sets the stanza <code>spec</code>; null takes it away. */
    @Override
    public void setSpec(@Nullable MailboxSpec value) {
        put("spec", value);
    }

    /**
     * Deprecated: see spec.
     *
     * <p>Looks empty where it is absent.
     *
     * @deprecated see spec.
     */
    @Deprecated
    public MailboxQuota getQuota() {
        return stanza("quota", MailboxQuota::new);
    }

    /**
     * Sets the stanza <code>quota</code>; null takes it away.
     *
     * @deprecated see spec.
     */
    @Deprecated
    public void setQuota(@Nullable MailboxQuota value) {
        put("quota", value);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder {
        private final Mailbox resource;

        private Builder(Mailbox resource) {
            this.resource = resource;
        }

        /** Sets the metadata. */
        public Builder metadata(ObjectMeta value) {
            resource.setMetadata(value);
            return this;
        }

        /** Sets the stanza <code>spec</code>; null takes it away. */
        public Builder spec(@Nullable MailboxSpec value) {
            resource.setSpec(value);
            return this;
        }

        /**
         * Sets the stanza <code>quota</code>; null takes it away.
         *
         * @deprecated see spec.
         */
        @Deprecated
        public Builder quota(@Nullable MailboxQuota value) {
            resource.setQuota(value);
            return this;
        }

        /** Builds the object. */
        public Mailbox build() {
            return new Mailbox(resource.asMap());
        }
    }
}
