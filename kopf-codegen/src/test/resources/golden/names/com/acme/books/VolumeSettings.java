// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package com.acme.books;

import com.acme.books.volume.Part;
import com.acme.books.volume.SettingsPart;
import com.fasterxml.jackson.annotation.JsonCreator;
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
public final class VolumeSettings extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VolumeSettings(JsonObject fields) {
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

    /** The field <code>foo-bar</code>. */
    public @Nullable String getTitle() {
        return get("foo-bar", Types.TEXT);
    }

    /** The field <code>chapters</code>. */
    public @Nullable List<Part> getChapters() {
        return get("chapters", Types.list(Types.object(Part::new)));
    }

    /** The field <code>part</code>. */
    public @Nullable SettingsPart getPart() {
        return get("part", Types.object(SettingsPart::new));
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<VolumeSettings, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>foo-bar</code>; null takes it away. */
        public Builder title(@Nullable String value) {
            return put("foo-bar", value);
        }

        /** Sets the field <code>chapters</code>; null takes it away. */
        public Builder chapters(@Nullable List<Part> value) {
            return put("chapters", value);
        }

        /** Sets the field <code>part</code>; null takes it away. */
        public Builder part(@Nullable SettingsPart value) {
            return put("part", value);
        }

        @Override
        public VolumeSettings build() {
            return new VolumeSettings(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
