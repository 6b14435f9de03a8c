// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.backup.Loose;
import dev.kopf.example.v1.backup.Schedule;
import dev.kopf.example.v1.backup.Target;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
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
public final class BackupSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BackupSpec(JsonObject fields) {
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

    /** The field <code>full</code>. */
    public @Nullable Boolean getFull() {
        return get("full", Types.BOOLEAN);
    }

    /** The field <code>from-snapshot</code>. */
    public @Nullable String getFromSnapshot() {
        return get("from-snapshot", Types.TEXT);
    }

    /** The field <code>target</code>. */
    public @Nullable Target getTarget() {
        return get("target", Types.object(Target::new));
    }

    /** The field <code>schedule</code>. */
    public @Nullable Schedule getSchedule() {
        return get("schedule", Types.object(Schedule::new));
    }

    /** The field <code>loose</code>. */
    public @Nullable Loose getLoose() {
        return get("loose", Types.object(Loose::new));
    }

    /**
     * Exactly one of these is set: <code>full</code>, <code>from-snapshot</code>.
     *
     * @return null where none or more than one is
     */
    public @Nullable OneOf oneOf() {
        return Accessors.only(asMap(), OneOf.values(), "full", "from-snapshot");
    }

    /** What {@link BackupSpec#oneOf()} tells. */
    public enum OneOf {
        /** The field <code>full</code>. */
        FULL,

        /** The field <code>from-snapshot</code>. */
        FROM_SNAPSHOT
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<BackupSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>full</code>; null takes it away. */
        public Builder full(@Nullable Boolean value) {
            return put("full", value);
        }

        /** Sets the field <code>from-snapshot</code>; null takes it away. */
        public Builder fromSnapshot(@Nullable String value) {
            return put("from-snapshot", value);
        }

        /** Sets the field <code>target</code>; null takes it away. */
        public Builder target(@Nullable Target value) {
            return put("target", value);
        }

        /** Sets the field <code>schedule</code>; null takes it away. */
        public Builder schedule(@Nullable Schedule value) {
            return put("schedule", value);
        }

        /** Sets the field <code>loose</code>; null takes it away. */
        public Builder loose(@Nullable Loose value) {
            return put("loose", value);
        }

        @Override
        public BackupSpec build() {
            return new BackupSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
