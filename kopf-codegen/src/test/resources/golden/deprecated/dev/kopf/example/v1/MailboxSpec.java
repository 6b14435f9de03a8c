// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.mailbox.Folder;
import dev.kopf.example.v1.mailbox.Rule;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An object of the schema.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class MailboxSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MailboxSpec(JsonObject fields) {
        super(fields);
    }

    /** Starts without any field. */
    public static Builder builder() {
        return new Builder(JsonObject.EMPTY);
    }

    /** Starts with all fields of this object. */
    public Builder toBuilder() {
        return new Builder(asMap());
    }

    /**
     * The server.
     *
     * <p>Deprecated: use address,
     * which has the port too. *&#47; &#64;Evil
     *
     * <p>Still read.
     *
     * @deprecated use address,
     * which has the port too. *&#47; &#64;Evil
     */
    @Deprecated
    public @Nullable String getHost() {
        return get("host", Types.TEXT);
    }

    /** The field <code>address</code>. */
    public @Nullable String getAddress() {
        return get("address", Types.TEXT);
    }

    /**
     * [DEPRECATED] Folders are gone.
     *
     * @deprecated Folders are gone.
     */
    @Deprecated
    public @Nullable Folder getFolder() {
        return get("folder", Types.object(Folder::new));
    }

    /** The field <code>rules</code>. */
    public @Nullable List<Rule> getRules() {
        return get("rules", Types.list(Types.object(Rule::new)));
    }

    /** Deprecated mails are kept. */
    public @Nullable String getKept() {
        return get("kept", Types.TEXT);
    }

    /**
     * The field <code>host</code>, or its default <code>"localhost"</code> where it is absent or does not fit. The
     * default is not written.
     *
     * @deprecated use address,
     * which has the port too. *&#47; &#64;Evil
     */
    @Deprecated
    public String getHostOrDefault() {
        return Accessors.orDefault(getHost(), Types.TEXT, "\"localhost\"");
    }

    /** The item of <code>rules</code> with this key: <code>id</code>; null where there is none. */
    @SuppressWarnings("deprecation")
    public @Nullable Rule getRule(String id) {
        return Accessors.item(getRules(), Rule::getId, id);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<MailboxSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /**
         * Sets the field <code>host</code>; null takes it away.
         *
         * @deprecated use address,
         * which has the port too. *&#47; &#64;Evil
         */
        @Deprecated
        public Builder host(@Nullable String value) {
            return put("host", value);
        }

        /** Sets the field <code>address</code>; null takes it away. */
        public Builder address(@Nullable String value) {
            return put("address", value);
        }

        /**
         * Sets the field <code>folder</code>; null takes it away.
         *
         * @deprecated Folders are gone.
         */
        @Deprecated
        public Builder folder(@Nullable Folder value) {
            return put("folder", value);
        }

        /** Sets the field <code>rules</code>; null takes it away. */
        public Builder rules(@Nullable List<Rule> value) {
            return put("rules", value);
        }

        /** Sets the field <code>kept</code>; null takes it away. */
        public Builder kept(@Nullable String value) {
            return put("kept", value);
        }

        @Override
        public MailboxSpec build() {
            return new MailboxSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
