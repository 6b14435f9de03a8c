// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kopf.example.v1.cache.Eviction;
import dev.kopf.example.v1.cache.Expiry;
import dev.kopf.example.v1.cache.Policy;
import dev.kopf.runtime.typed.Accessors;
import dev.kopf.runtime.typed.IntOrString;
import dev.kopf.runtime.typed.JsonObject;
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
public final class CacheSpec extends TypedObject {
    /** The object as it came; use {@link #builder()} to make another one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CacheSpec(JsonObject fields) {
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

    /** The field <code>size</code>. */
    public @Nullable String getSize() {
        return get("size", Types.TEXT);
    }

    /** The field <code>sizeOrDefault</code>. */
    public @Nullable String getSizeOrDefault() {
        return get("sizeOrDefault", Types.TEXT);
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

    /** The field <code>timeout</code>. */
    public @Nullable Integer getTimeout() {
        return get("timeout", Types.INTEGER);
    }

    /** The field <code>port</code>. */
    public @Nullable IntOrString getPort() {
        return get("port", Types.INT_OR_STRING);
    }

    /** The field <code>policy</code>. */
    public @Nullable Policy getPolicy() {
        return get("policy", Types.text(Policy::of));
    }

    /** The field <code>hosts</code>. */
    public @Nullable List<String> getHosts() {
        return get("hosts", Types.list(Types.TEXT));
    }

    /** The field <code>members</code>. */
    public @Nullable Set<String> getMembers() {
        return get("members", Types.set(Types.TEXT));
    }

    /** The field <code>limits</code>. */
    public @Nullable Map<String, Long> getLimits() {
        return get("limits", Types.map(Types.LONG));
    }

    /** The field <code>anything</code>. */
    public @Nullable Object getAnything() {
        return get("anything", Types.ANY);
    }

    /** The field <code>eviction</code>. */
    public @Nullable Eviction getEviction() {
        return get("eviction", Types.object(Eviction::new));
    }

    /** The field <code>expiry</code>. */
    public @Nullable Expiry getExpiry() {
        return get("expiry", Types.object(Expiry::new));
    }

    /** The field <code>nothing</code>. */
    public @Nullable String getNothing() {
        return get("nothing", Types.TEXT);
    }

    /** The field <code>text</code>. */
    public @Nullable String getText() {
        return get("text", Types.TEXT);
    }

    /** The field <code>tooLarge</code>. */
    public @Nullable Integer getTooLarge() {
        return get("tooLarge", Types.INTEGER);
    }

    /** The field <code>numbers</code>. */
    public @Nullable List<Long> getNumbers() {
        return get("numbers", Types.list(Types.LONG));
    }

    /**
     * The field <code>size</code>, or its default <code>"1Gi"</code> where it is absent or does not fit. The default is
     * not written.
     */
    public String getSizeOrDefault2() {
        return Accessors.orDefault(getSize(), Types.TEXT, "\"1Gi\"");
    }

    /**
     * The field <code>sizeOrDefault</code>, or its default <code>"taken"</code> where it is absent or does not fit. The
     * default is not written.
     */
    public String getSizeOrDefaultOrDefault() {
        return Accessors.orDefault(getSizeOrDefault(), Types.TEXT, "\"taken\"");
    }

    /**
     * The field <code>replicas</code>, or its default <code>3</code> where it is absent or does not fit. The default is
     * not written.
     */
    public Integer getReplicasOrDefault() {
        return Accessors.orDefault(getReplicas(), Types.INTEGER, "3");
    }

    /**
     * The field <code>bytes</code>, or its default <code>9007199254740993</code> where it is absent or does not fit.
     * The default is not written.
     */
    public Long getBytesOrDefault() {
        return Accessors.orDefault(getBytes(), Types.LONG, "9007199254740993");
    }

    /**
     * The field <code>ratio</code>, or its default <code>1.50</code> where it is absent or does not fit. The default is
     * not written.
     */
    public BigDecimal getRatioOrDefault() {
        return Accessors.orDefault(getRatio(), Types.DECIMAL, "1.50");
    }

    /**
     * The field <code>enabled</code>, or its default <code>false</code> where it is absent or does not fit. The default
     * is not written.
     */
    public Boolean getEnabledOrDefault() {
        return Accessors.orDefault(getEnabled(), Types.BOOLEAN, "false");
    }

    /**
     * The field <code>timeout</code>, or its default <code>30</code> where it is absent or does not fit; null where it
     * is null, which the schema allows. The default is not written.
     */
    public @Nullable Integer getTimeoutOrDefault() {
        return Accessors.orDefault(asMap(), "timeout", Types.INTEGER, "30");
    }

    /**
     * The field <code>port</code>, or its default <code>"50%"</code> where it is absent or does not fit. The default is
     * not written.
     */
    public IntOrString getPortOrDefault() {
        return Accessors.orDefault(getPort(), Types.INT_OR_STRING, "\"50%\"");
    }

    /**
     * The field <code>policy</code>, or its default <code>"Never"</code> where it is absent or does not fit. The
     * default is not written.
     */
    public Policy getPolicyOrDefault() {
        return Accessors.orDefault(getPolicy(), Types.text(Policy::of), "\"Never\"");
    }

    /**
     * The field <code>hosts</code>, or its default <code>["a","b"]</code> where it is absent or does not fit. The
     * default is not written.
     */
    public List<String> getHostsOrDefault() {
        return Accessors.orDefault(getHosts(), Types.list(Types.TEXT), "[\"a\",\"b\"]");
    }

    /**
     * The field <code>members</code>, or its default <code>[]</code> where it is absent or does not fit. The default is
     * not written.
     */
    public Set<String> getMembersOrDefault() {
        return Accessors.orDefault(getMembers(), Types.set(Types.TEXT), "[]");
    }

    /**
     * The field <code>limits</code>, or its default <code>&#123;"cpu":4&#125;</code> where it is absent or does not
     * fit. The default is not written.
     */
    public Map<String, Long> getLimitsOrDefault() {
        return Accessors.orDefault(getLimits(), Types.map(Types.LONG), "{\"cpu\":4}");
    }

    /**
     * The field <code>anything</code>, or its default <code>[1,&#123;"a":null&#125;]</code> where it is absent or does
     * not fit. The default is not written.
     */
    public Object getAnythingOrDefault() {
        return Accessors.orDefault(getAnything(), Types.ANY, "[1,{\"a\":null}]");
    }

    /**
     * The field <code>eviction</code>, or its default <code>&#123;&#125;</code> where it is absent or does not fit. The
     * default is not written.
     */
    public Eviction getEvictionOrDefault() {
        return Accessors.orDefault(get("eviction", Types.object(Eviction::new)), Types.object(Eviction::new), "{}");
    }

    /** Builds objects. Not safe for use by several threads. */
    public static final class Builder extends TypedBuilder<CacheSpec, Builder> {
        private Builder(JsonObject start) {
            super(start);
        }

        /** Sets the field <code>size</code>; null takes it away. */
        public Builder size(@Nullable String value) {
            return put("size", value);
        }

        /** Sets the field <code>sizeOrDefault</code>; null takes it away. */
        public Builder sizeOrDefault(@Nullable String value) {
            return put("sizeOrDefault", value);
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

        /** Sets the field <code>timeout</code>; null takes it away. */
        public Builder timeout(@Nullable Integer value) {
            return put("timeout", value);
        }

        /** Sets the field <code>port</code>; null takes it away. */
        public Builder port(@Nullable IntOrString value) {
            return put("port", value);
        }

        /** Sets the field <code>policy</code>; null takes it away. */
        public Builder policy(@Nullable Policy value) {
            return put("policy", value);
        }

        /** Sets the field <code>hosts</code>; null takes it away. */
        public Builder hosts(@Nullable List<String> value) {
            return put("hosts", value);
        }

        /** Sets the field <code>members</code>; null takes it away. */
        public Builder members(@Nullable Collection<? extends String> value) {
            return put("members", value);
        }

        /** Sets the field <code>limits</code>; null takes it away. */
        public Builder limits(@Nullable Map<String, Long> value) {
            return put("limits", value);
        }

        /** Sets the field <code>anything</code>; null takes it away. */
        public Builder anything(@Nullable Object value) {
            return put("anything", value);
        }

        /** Sets the field <code>eviction</code>; null takes it away. */
        public Builder eviction(@Nullable Eviction value) {
            return put("eviction", value);
        }

        /** Sets the field <code>expiry</code>; null takes it away. */
        public Builder expiry(@Nullable Expiry value) {
            return put("expiry", value);
        }

        /** Sets the field <code>nothing</code>; null takes it away. */
        public Builder nothing(@Nullable String value) {
            return put("nothing", value);
        }

        /** Sets the field <code>text</code>; null takes it away. */
        public Builder text(@Nullable String value) {
            return put("text", value);
        }

        /** Sets the field <code>tooLarge</code>; null takes it away. */
        public Builder tooLarge(@Nullable Integer value) {
            return put("tooLarge", value);
        }

        /** Sets the field <code>numbers</code>; null takes it away. */
        public Builder numbers(@Nullable List<Long> value) {
            return put("numbers", value);
        }

        @Override
        public CacheSpec build() {
            return new CacheSpec(fields());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
