// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.gateway.Data;
import dev.kopf.example.v1.gateway.Listener;
import dev.kopf.example.v1.gateway.Route;
import dev.kopf.example.v1.gateway.Rule;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.ItemKey;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.TypedBuilder;
import dev.kopf.runtime.typed.TypedObject;
import dev.kopf.runtime.typed.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
public final class GatewaySpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GatewaySpec(JsonObject fields) {
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

    /** The field <code>listeners</code>. */
    public @Nullable List<Listener> getListeners() {
        return get("listeners", Types.list(Types.object(Listener::new)));
    }

    /** The field <code>rule</code>. */
    public @Nullable String getRule() {
        return get("rule", Types.TEXT);
    }

    /** The field <code>rules</code>. */
    public @Nullable List<Rule> getRules() {
        return get("rules", Types.list(Types.object(Rule::new)));
    }

    /** The field <code>data</code>. */
    public @Nullable List<Data> getData() {
        return get("data", Types.list(Types.object(Data::new)));
    }

    /** The field <code>routes</code>. */
    public @Nullable Map<String, Route> getRoutes() {
        return get("routes", Types.map(Types.object(Route::new)));
    }

    /** The item of <code>listeners</code> with this key: <code>name</code>; null where there is none. */
    public @Nullable Listener getListener(String name) {
        return Accessors.item(getListeners(), Listener::getName, name);
    }

    /**
     * The item of <code>rules</code> with this key: <code>item</code>, <code>class</code>; null where there is none.
     */
    public @Nullable Rule getRuleByItemAndClassField(String item, String classField) {
        return Accessors.item(getRules(), RuleKey::of, new RuleKey(item, classField));
    }

    /** The item of <code>data</code> with this key: <code>id</code>; null where there is none. */
    public @Nullable Data getDataById(BigDecimal id) {
        return Accessors.item(getData(), Data::getId, id);
    }

    /** The key of an item of <code>rules</code>. Immutable and safe for use by several threads. */
    public static final class RuleKey extends ItemKey {
        private final @Nullable String item;

        private final @Nullable String classField;

        /** The key that is made of these; null for what is absent. */
        public RuleKey(@Nullable String item, @Nullable String classField) {
            super(item, classField);
            this.item = item;
            this.classField = classField;
        }

        /** The key of an item. */
        public static RuleKey of(Rule item) {
            return new RuleKey(item.getItem(), item.getClassField());
        }

        /** The field <code>item</code>; null where the item has none. */
        public @Nullable String item() {
            return item;
        }

        /** The field <code>class</code>; null where the item has none. */
        public @Nullable String classField() {
            return classField;
        }
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<GatewaySpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>listeners</code>; null takes it away. */
        public Builder listeners(@Nullable List<Listener> value) {
            return put("listeners", value);
        }

        /** Sets the field <code>rule</code>; null takes it away. */
        public Builder rule(@Nullable String value) {
            return put("rule", value);
        }

        /** Sets the field <code>rules</code>; null takes it away. */
        public Builder rules(@Nullable List<Rule> value) {
            return put("rules", value);
        }

        /** Sets the field <code>data</code>; null takes it away. */
        public Builder data(@Nullable List<Data> value) {
            return put("data", value);
        }

        /** Sets the field <code>routes</code>; null takes it away. */
        public Builder routes(@Nullable Map<String, Route> value) {
            return put("routes", value);
        }

        @Override
        public GatewaySpec build() {
            return new GatewaySpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
