// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.backup;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * The object target.
 *
 * <p>Immutable and safe for use by several threads.
 */
@NullMarked
@Generated("dev.kopf.codegen")
public final class Target extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Target(JsonObject fields) {
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

    /** The field <code>s3</code>. */
    public @Nullable String getS3() {
        return get("s3", Types.TEXT);
    }

    /** The field <code>gcs</code>. */
    public @Nullable String getGcs() {
        return get("gcs", Types.TEXT);
    }

    /** The field <code>oneOf</code>. */
    public @Nullable OneOf getOneOf() {
        return get("oneOf", Types.object(OneOf::new));
    }

    /** The field <code>key</code>. */
    public @Nullable String getKey() {
        return get("key", Types.TEXT);
    }

    /** The field <code>keyRef</code>. */
    public @Nullable String getKeyRef() {
        return get("keyRef", Types.TEXT);
    }

    /**
     * Exactly one of these is set: <code>s3</code>, <code>gcs</code>, <code>oneOf</code>.
     *
     * @return null where none or more than one is
     */
    public @Nullable OneOfS3OrGcsOrOneOf oneOfS3OrGcsOrOneOf() {
        return Accessors.only(asMap(), OneOfS3OrGcsOrOneOf.values(), "s3", "gcs", "oneOf");
    }

    /**
     * At most one of these is set: <code>key</code>, <code>keyRef</code>.
     *
     * @return null where none or more than one is
     */
    public @Nullable OneOfKeyOrKeyRef oneOfKeyOrKeyRef() {
        return Accessors.only(asMap(), OneOfKeyOrKeyRef.values(), "key", "keyRef");
    }

    /** What {@link Target#oneOfS3OrGcsOrOneOf()} tells. */
    public enum OneOfS3OrGcsOrOneOf {
        /** The field <code>s3</code>. */
        S3,

        /** The field <code>gcs</code>. */
        GCS,

        /** The field <code>oneOf</code>. */
        ONE_OF
    }

    /** What {@link Target#oneOfKeyOrKeyRef()} tells. */
    public enum OneOfKeyOrKeyRef {
        /** The field <code>key</code>. */
        KEY,

        /** The field <code>keyRef</code>. */
        KEY_REF
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<Target, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>s3</code>; null takes it away. */
        public Builder s3(@Nullable String value) {
            return put("s3", value);
        }

        /** Sets the field <code>gcs</code>; null takes it away. */
        public Builder gcs(@Nullable String value) {
            return put("gcs", value);
        }

        /** Sets the field <code>oneOf</code>; null takes it away. */
        public Builder oneOf(@Nullable OneOf value) {
            return put("oneOf", value);
        }

        /** Sets the field <code>key</code>; null takes it away. */
        public Builder key(@Nullable String value) {
            return put("key", value);
        }

        /** Sets the field <code>keyRef</code>; null takes it away. */
        public Builder keyRef(@Nullable String value) {
            return put("keyRef", value);
        }

        @Override
        public Target build() {
            return new Target(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
