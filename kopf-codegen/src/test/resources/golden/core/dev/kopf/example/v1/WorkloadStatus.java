// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import io.fabric8.kubernetes.api.model.Condition;
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
public final class WorkloadStatus extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkloadStatus(JsonObject fields) {
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
     * The field <code>conditions</code>.
     *
     * <p>Made anew by each call: what is changed in it counts once it is set in a builder.
     */
    public @Nullable List<Condition> getConditions() {
        return get("conditions", Types.list(Types.core(Condition.class)));
    }

    /** The item of <code>conditions</code> with this key: <code>type</code>; null where there is none. */
    public @Nullable Condition getCondition(String type) {
        return Accessors.item(getConditions(), Condition::getType, type);
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<WorkloadStatus, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>conditions</code>; null takes it away. */
        public Builder conditions(@Nullable List<Condition> value) {
            return put("conditions", value);
        }

        @Override
        public WorkloadStatus build() {
            return new WorkloadStatus(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
