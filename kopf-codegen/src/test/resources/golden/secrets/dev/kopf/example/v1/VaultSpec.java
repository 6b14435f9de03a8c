// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.vault.Device;
import dev.kopf.example.v1.vault.Door;
import dev.kopf.example.v1.vault.Floor;
import dev.kopf.example.v1.vault.Item;
import dev.kopf.example.v1.vault.Whole;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.ItemKey;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class VaultSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VaultSpec(JsonObject fields) {
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

    /** The field <code>name</code>. */
    public @Nullable String getName() {
        return get("name", Types.TEXT);
    }

    /** The field <code>pin</code>. */
    public @Nullable Long getPin() {
        return get("pin", Types.secret(Types.LONG));
    }

    /** The field <code>code</code>. */
    public @Nullable BigDecimal getCode() {
        return get("code", Types.secret(Types.DECIMAL));
    }

    /** The field <code>choice</code>. */
    public @Nullable Password getChoice() {
        return get("choice", Types.PASSWORD);
    }

    /** The field <code>either</code>. */
    public @Nullable IntOrString getEither() {
        return get("either", Types.secret(Types.INT_OR_STRING));
    }

    /** The field <code>eitherOf</code>. */
    public @Nullable IntOrString getEitherOf() {
        return get("eitherOf", Types.secret(Types.INT_OR_STRING));
    }

    /** The field <code>untyped</code>. */
    public @Nullable Object getUntyped() {
        return get("untyped", Types.secret(Types.ANY));
    }

    /** The field <code>open</code>. */
    public @Nullable Map<String, @Nullable Object> getOpen() {
        return get("open", Types.map(Types.secret(Types.ANY)));
    }

    /** The field <code>inAllOf</code>. */
    public @Nullable Password getInAllOf() {
        return get("inAllOf", Types.PASSWORD);
    }

    /** The field <code>above</code>. */
    public @Nullable Long getAbove() {
        return get("above", Types.secret(Types.LONG));
    }

    /** The field <code>items</code>. */
    public @Nullable List<Item> getItems() {
        return get("items", Types.list(Types.object(Item::new)));
    }

    /** The field <code>pins</code>. */
    public @Nullable List<Long> getPins() {
        return get("pins", Types.list(Types.secret(Types.LONG)));
    }

    /** The field <code>members</code>. */
    public @Nullable Set<Long> getMembers() {
        return get("members", Types.set(Types.secret(Types.LONG)));
    }

    /** The field <code>pinsByName</code>. */
    public @Nullable Map<String, Long> getPinsByName() {
        return get("pinsByName", Types.map(Types.secret(Types.LONG)));
    }

    /** The field <code>doors</code>. */
    public @Nullable List<Door> getDoors() {
        return get("doors", Types.list(Types.object(Door::new)));
    }

    /** The field <code>floors</code>. */
    public @Nullable List<Floor> getFloors() {
        return get("floors", Types.list(Types.object(Floor::new)));
    }

    /** The field <code>device</code>. */
    public @Nullable Device getDevice() {
        return get("device", Types.object(Device::new));
    }

    /** The field <code>whole</code>. */
    public @Nullable Whole getWhole() {
        return get("whole", Types.object(Whole::new));
    }

    /**
     * The item of <code>doors</code> with this key: <code>name</code>, <code>floor</code>; null where there is none.
     */
    public @Nullable Door getDoor(String name, Password floor) {
        return Accessors.item(getDoors(), DoorKey::of, new DoorKey(name, floor));
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("pin", Types.secret(Types.LONG));
        masked.field("code", Types.secret(Types.DECIMAL));
        masked.field("choice", Types.PASSWORD);
        masked.field("either", Types.secret(Types.INT_OR_STRING));
        masked.field("eitherOf", Types.secret(Types.INT_OR_STRING));
        masked.field("untyped", Types.secret(Types.ANY));
        masked.field("open", Types.map(Types.secret(Types.ANY)));
        masked.field("inAllOf", Types.PASSWORD);
        masked.field("above", Types.secret(Types.LONG));
        masked.field("items", Types.list(Types.object(Item::new)));
        masked.field("pins", Types.list(Types.secret(Types.LONG)));
        masked.field("members", Types.set(Types.secret(Types.LONG)));
        masked.field("pinsByName", Types.map(Types.secret(Types.LONG)));
        masked.field("doors", Types.list(Types.object(Door::new)));
        masked.field("floors", Types.list(Types.object(Floor::new)));
        masked.field("device", Types.object(Device::new));
        masked.field("whole", Types.object(Whole::new));
        return masked;
    }

    /** The key of an item of <code>doors</code>. Immutable and safe for use by several threads. */
    public static final class DoorKey extends ItemKey {
        private final @Nullable String name;

        private final @Nullable Password floor;

        /** The key that is made of these; null for what is absent. */
        public DoorKey(@Nullable String name, @Nullable Password floor) {
            super(name, floor);
            this.name = name;
            this.floor = floor;
        }

        /** The key of an item. */
        public static DoorKey of(Door item) {
            return new DoorKey(item.getName(), item.getFloor());
        }

        /** The field <code>name</code>; null where the item has none. */
        public @Nullable String name() {
            return name;
        }

        /** The field <code>floor</code>; null where the item has none. */
        public @Nullable Password floor() {
            return floor;
        }
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<VaultSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>name</code>; null takes it away. */
        public Builder name(@Nullable String value) {
            return put("name", value);
        }

        /** Sets the field <code>pin</code>; null takes it away. */
        public Builder pin(@Nullable Long value) {
            return put("pin", value);
        }

        /** Sets the field <code>code</code>; null takes it away. */
        public Builder code(@Nullable BigDecimal value) {
            return put("code", value);
        }

        /** Sets the field <code>choice</code>; null takes it away. */
        public Builder choice(@Nullable Password value) {
            return put("choice", value);
        }

        /** Sets the field <code>either</code>; null takes it away. */
        public Builder either(@Nullable IntOrString value) {
            return put("either", value);
        }

        /** Sets the field <code>eitherOf</code>; null takes it away. */
        public Builder eitherOf(@Nullable IntOrString value) {
            return put("eitherOf", value);
        }

        /** Sets the field <code>untyped</code>; null takes it away. */
        public Builder untyped(@Nullable Object value) {
            return put("untyped", value);
        }

        /** Sets the field <code>open</code>; null takes it away. */
        public Builder open(@Nullable Map<String, @Nullable Object> value) {
            return put("open", value);
        }

        /** Sets the field <code>inAllOf</code>; null takes it away. */
        public Builder inAllOf(@Nullable Password value) {
            return put("inAllOf", value);
        }

        /** Sets the field <code>above</code>; null takes it away. */
        public Builder above(@Nullable Long value) {
            return put("above", value);
        }

        /** Sets the field <code>items</code>; null takes it away. */
        public Builder items(@Nullable List<Item> value) {
            return put("items", value);
        }

        /** Sets the field <code>pins</code>; null takes it away. */
        public Builder pins(@Nullable List<Long> value) {
            return put("pins", value);
        }

        /** Sets the field <code>members</code>; null takes it away. */
        public Builder members(@Nullable Collection<? extends Long> value) {
            return put("members", value);
        }

        /** Sets the field <code>pinsByName</code>; null takes it away. */
        public Builder pinsByName(@Nullable Map<String, Long> value) {
            return put("pinsByName", value);
        }

        /** Sets the field <code>doors</code>; null takes it away. */
        public Builder doors(@Nullable List<Door> value) {
            return put("doors", value);
        }

        /** Sets the field <code>floors</code>; null takes it away. */
        public Builder floors(@Nullable List<Floor> value) {
            return put("floors", value);
        }

        /** Sets the field <code>device</code>; null takes it away. */
        public Builder device(@Nullable Device value) {
            return put("device", value);
        }

        /** Sets the field <code>whole</code>; null takes it away. */
        public Builder whole(@Nullable Whole value) {
            return put("whole", value);
        }

        @Override
        public VaultSpec build() {
            return new VaultSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
