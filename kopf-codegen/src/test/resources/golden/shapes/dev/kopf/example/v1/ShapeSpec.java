// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.shape.Account;
import dev.kopf.example.v1.shape.Listener;
import dev.kopf.example.v1.shape.Policy;
import dev.kopf.example.v1.shape.Port;
import dev.kopf.example.v1.shape.SecretRef;
import dev.kopf.example.v1.shape.Template;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.DateTime;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.ItemKey;
import dev.kopf.runtime.typed.JsonObject;
import dev.kopf.runtime.typed.Masked;
import dev.kopf.runtime.typed.Password;
import dev.kopf.runtime.typed.Quantity;
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
public final class ShapeSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShapeSpec(JsonObject fields) {
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

    /** The field <code>text</code>. */
    public @Nullable String getText() {
        return get("text", Types.TEXT);
    }

    /** The field <code>moment</code>. */
    public @Nullable DateTime getMoment() {
        return get("moment", Types.DATE_TIME);
    }

    /** The field <code>replicas</code>. */
    public @Nullable Integer getReplicas() {
        return get("replicas", Types.INTEGER);
    }

    /** The field <code>bytes</code>. */
    public @Nullable Long getBytes() {
        return get("bytes", Types.LONG);
    }

    /** The field <code>ratio</code>. */
    public @Nullable BigDecimal getRatio() {
        return get("ratio", Types.DECIMAL);
    }

    /** The field <code>enabled</code>. */
    public @Nullable Boolean getEnabled() {
        return get("enabled", Types.BOOLEAN);
    }

    /** The field <code>port</code>. */
    public @Nullable IntOrString getPort() {
        return get("port", Types.INT_OR_STRING);
    }

    /** The field <code>anything</code>. */
    public @Nullable Object getAnything() {
        return get("anything", Types.ANY);
    }

    /** The field <code>policy</code>. */
    public @Nullable Policy getPolicy() {
        return get("policy", Types.text(Policy::of));
    }

    /** The field <code>texts</code>. */
    public @Nullable List<String> getTexts() {
        return get("texts", Types.list(Types.TEXT));
    }

    /** The field <code>nullableTexts</code>. */
    public @Nullable List<@Nullable String> getNullableTexts() {
        return get("nullableTexts", Types.list(Types.TEXT));
    }

    /** The field <code>password</code>. */
    public @Nullable Password getPassword() {
        return get("password", Types.PASSWORD);
    }

    /** The field <code>cpu</code>. */
    public @Nullable Quantity getCpu() {
        return get("cpu", Types.QUANTITY);
    }

    /** The field <code>memory</code>. */
    public @Nullable Quantity getMemory() {
        return get("memory", Types.QUANTITY);
    }

    /** The field <code>members</code>. */
    public @Nullable Set<String> getMembers() {
        return get("members", Types.set(Types.TEXT));
    }

    /** The field <code>limits</code>. */
    public @Nullable Map<String, Long> getLimits() {
        return get("limits", Types.map(Types.LONG));
    }

    /** The field <code>fixed</code>. */
    public @Nullable String getFixed() {
        return get("fixed", Types.TEXT);
    }

    /** The field <code>listeners</code>. */
    public @Nullable List<Listener> getListeners() {
        return get("listeners", Types.list(Types.object(Listener::new)));
    }

    /** The field <code>ports</code>. */
    public @Nullable List<Port> getPorts() {
        return get("ports", Types.list(Types.object(Port::new)));
    }

    /** The field <code>accounts</code>. */
    public @Nullable List<Account> getAccounts() {
        return get("accounts", Types.list(Types.object(Account::new)));
    }

    /** The field <code>secretRef</code>. */
    public @Nullable SecretRef getSecretRef() {
        return get("secretRef", Types.object(SecretRef::new));
    }

    /** The field <code>tlsSecretRef</code>. */
    public @Nullable SecretRef getTlsSecretRef() {
        return get("tlsSecretRef", Types.object(SecretRef::new));
    }

    /** The field <code>template</code>. */
    public @Nullable Template getTemplate() {
        return get("template", Types.object(Template::new));
    }

    /** The field <code>class</code>. */
    public @Nullable String getClassField() {
        return get("class", Types.TEXT);
    }

    /** The field <code>get-class</code>. */
    public @Nullable String getGetClass() {
        return get("get-class", Types.TEXT);
    }

    /** The field <code>a_b</code>. */
    public @Nullable String getABField() {
        return get("a_b", Types.TEXT);
    }

    /** The field <code>aB</code>. */
    public @Nullable String getAB() {
        return get("aB", Types.TEXT);
    }

    /** The item of <code>listeners</code> with this key: <code>name</code>; null where there is none. */
    public @Nullable Listener getListener(String name) {
        return Accessors.item(getListeners(), Listener::getName, name);
    }

    /**
     * The item of <code>ports</code> with this key: <code>port</code>, <code>protocol</code>; null where there is none.
     */
    public @Nullable Port getPortByPortAndProtocol(Long port, String protocol) {
        return Accessors.item(getPorts(), PortKey::of, new PortKey(port, protocol));
    }

    @Override
    protected Object shown() {
        Masked masked = new Masked(asMap());
        masked.field("password", Types.PASSWORD);
        masked.field("accounts", Types.list(Types.object(Account::new)));
        return masked;
    }

    /** The key of an item of <code>ports</code>. Immutable and safe for use by several threads. */
    public static final class PortKey extends ItemKey {
        private final @Nullable Long port;

        private final @Nullable String protocol;

        /** The key that is made of these; null for what is absent. */
        public PortKey(@Nullable Long port, @Nullable String protocol) {
            super(port, protocol);
            this.port = port;
            this.protocol = protocol;
        }

        /** The key of an item. */
        public static PortKey of(Port item) {
            return new PortKey(item.getPort(), item.getProtocol());
        }

        /** The field <code>port</code>; null where the item has none. */
        public @Nullable Long port() {
            return port;
        }

        /** The field <code>protocol</code>; null where the item has none. */
        public @Nullable String protocol() {
            return protocol;
        }
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<ShapeSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>text</code>; null takes it away. */
        public Builder text(@Nullable String value) {
            return put("text", value);
        }

        /** Sets the field <code>moment</code>; null takes it away. */
        public Builder moment(@Nullable DateTime value) {
            return put("moment", value);
        }

        /** Sets the field <code>replicas</code>; null takes it away. */
        public Builder replicas(@Nullable Integer value) {
            return put("replicas", value);
        }

        /** Sets the field <code>bytes</code>; null takes it away. */
        public Builder bytes(@Nullable Long value) {
            return put("bytes", value);
        }

        /** Sets the field <code>ratio</code>; null takes it away. */
        public Builder ratio(@Nullable BigDecimal value) {
            return put("ratio", value);
        }

        /** Sets the field <code>enabled</code>; null takes it away. */
        public Builder enabled(@Nullable Boolean value) {
            return put("enabled", value);
        }

        /** Sets the field <code>port</code>; null takes it away. */
        public Builder port(@Nullable IntOrString value) {
            return put("port", value);
        }

        /** Sets the field <code>anything</code>; null takes it away. */
        public Builder anything(@Nullable Object value) {
            return put("anything", value);
        }

        /** Sets the field <code>policy</code>; null takes it away. */
        public Builder policy(@Nullable Policy value) {
            return put("policy", value);
        }

        /** Sets the field <code>texts</code>; null takes it away. */
        public Builder texts(@Nullable List<String> value) {
            return put("texts", value);
        }

        /** Sets the field <code>nullableTexts</code>; null takes it away. */
        public Builder nullableTexts(@Nullable List<@Nullable String> value) {
            return put("nullableTexts", value);
        }

        /** Sets the field <code>password</code>; null takes it away. */
        public Builder password(@Nullable Password value) {
            return put("password", value);
        }

        /** Sets the field <code>cpu</code>; null takes it away. */
        public Builder cpu(@Nullable Quantity value) {
            return put("cpu", value);
        }

        /** Sets the field <code>memory</code>; null takes it away. */
        public Builder memory(@Nullable Quantity value) {
            return put("memory", value);
        }

        /** Sets the field <code>members</code>; null takes it away. */
        public Builder members(@Nullable Collection<? extends String> value) {
            return put("members", value);
        }

        /** Sets the field <code>limits</code>; null takes it away. */
        public Builder limits(@Nullable Map<String, Long> value) {
            return put("limits", value);
        }

        /** Sets the field <code>fixed</code>; null takes it away. */
        public Builder fixed(@Nullable String value) {
            return put("fixed", value);
        }

        /** Sets the field <code>listeners</code>; null takes it away. */
        public Builder listeners(@Nullable List<Listener> value) {
            return put("listeners", value);
        }

        /** Sets the field <code>ports</code>; null takes it away. */
        public Builder ports(@Nullable List<Port> value) {
            return put("ports", value);
        }

        /** Sets the field <code>accounts</code>; null takes it away. */
        public Builder accounts(@Nullable List<Account> value) {
            return put("accounts", value);
        }

        /** Sets the field <code>secretRef</code>; null takes it away. */
        public Builder secretRef(@Nullable SecretRef value) {
            return put("secretRef", value);
        }

        /** Sets the field <code>tlsSecretRef</code>; null takes it away. */
        public Builder tlsSecretRef(@Nullable SecretRef value) {
            return put("tlsSecretRef", value);
        }

        /** Sets the field <code>template</code>; null takes it away. */
        public Builder template(@Nullable Template value) {
            return put("template", value);
        }

        /** Sets the field <code>class</code>; null takes it away. */
        public Builder classField(@Nullable String value) {
            return put("class", value);
        }

        /** Sets the field <code>get-class</code>; null takes it away. */
        public Builder getClass_(@Nullable String value) {
            return put("get-class", value);
        }

        /** Sets the field <code>a_b</code>; null takes it away. */
        public Builder abField(@Nullable String value) {
            return put("a_b", value);
        }

        /** Sets the field <code>aB</code>; null takes it away. */
        public Builder ab(@Nullable String value) {
            return put("aB", value);
        }

        @Override
        public ShapeSpec build() {
            return new ShapeSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
