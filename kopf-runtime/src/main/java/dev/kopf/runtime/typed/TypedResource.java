package dev.kopf.runtime.typed;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonValue;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A custom resource that keeps the object as it came, with what the schema and fabric8's classes do not know, nulls and digits.
 *
 * <p>As fabric8's classes are, it is mutable at its top level, through setters and the metadata; the stanzas themselves are
 * immutable. Not safe for use by several threads while it is changed. Two are equal where they are the same JSON (R19).
 *
 * @param <S> the type of the spec
 * @param <T> the type of the status
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        setterVisibility = JsonAutoDetect.Visibility.NONE)
public abstract class TypedResource<S, T> extends CustomResource<S, T> implements JsonBacked {

    private final Map<String, @Nullable Object> fields;

    /** The metadata once somebody asked for it, and so may have changed it. */
    private @Nullable ObjectMeta metadata;

    private boolean metadataReplaced;

    /** An object that has only its kind. */
    protected TypedResource() {
        fields = new LinkedHashMap<>();
        fields.put("apiVersion", HasMetadata.getApiVersion(getClass()));
        fields.put("kind", HasMetadata.getKind(getClass()));
        fields.put("metadata", Map.of());
    }

    /** @param fields the object as it came */
    protected TypedResource(JsonObject fields) {
        this.fields = new LinkedHashMap<>(fields);
    }

    /** The whole object as plain JSON values, also what the schema does not know; a snapshot. */
    @JsonValue
    public final JsonObject asMap() {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(fields);
        if (metadataReplaced && metadata == null) {
            copy.remove("metadata");
        } else if (metadata != null) {
            Object raw = fields.get("metadata");
            Map<String, @Nullable Object> now = Metadata.write(raw, metadata);
            if (raw instanceof Map || metadataReplaced || !now.isEmpty()) {
                copy.put("metadata", now);
            }
        }
        return JsonObject.wrap(copy);
    }

    @Override
    public final Object plain() {
        return asMap();
    }

    @Override
    public final @Nullable Object plain(String field) {
        boolean touched = metadata != null || metadataReplaced;
        return touched && field.equals("metadata") ? asMap().get(field) : fields.get(field);
    }

    /** The metadata, to be read and changed; never null unless it was set to null. */
    @Override
    @SuppressWarnings("NullAway") // fabric8 lets the metadata be set to null
    public final ObjectMeta getMetadata() {
        if (metadata == null && !metadataReplaced) {
            metadata = Metadata.read(fields.get("metadata"));
        }
        return metadata;
    }

    @Override
    public final void setMetadata(@Nullable ObjectMeta metadata) {
        this.metadata = metadata;
        metadataReplaced = true;
    }

    /**
     * A stanza seen as a type.
     *
     * @return null where it is absent, null, or does not fit
     */
    protected final <V> @Nullable V get(String name, Type<V> type) {
        Object value = fields.get(name);
        return value == null ? null : type.read(value);
    }

    /**
     * A stanza that the schema requires, seen as a type.
     *
     * @return null only where the object breaks the schema, which is no error (R14)
     */
    @SuppressWarnings("NullAway") // what the schema requires is there, as everybody takes for granted
    protected final <V> V required(String name, Type<V> type) {
        return get(name, type);
    }

    /** What {@code toString()} shows: all fields; generated classes with secrets in them leave those out. */
    protected Object shown() {
        return asMap();
    }

    /** A stanza seen as a generated class; looks empty where it is absent, null, or no object (G-7). */
    protected final <V> V stanza(String name, Function<JsonObject, V> view) {
        V value = get(name, Types.object(view));
        return value == null ? view.apply(JsonObject.EMPTY) : value;
    }

    /** Sets a stanza, or takes it away where the value is null. */
    protected final void put(String name, @Nullable Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, Merge.written(value, fields.get(name)));
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the spec is read from the object when it is asked for
    protected final S initSpec() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // the status is read from the object when it is asked for
    protected final T initStatus() {
        return null;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // the same JSON of two schemas is two things
    public final boolean equals(@Nullable Object other) {
        return other != null
                && other.getClass() == getClass()
                && Plain.same(asMap(), ((TypedResource<?, ?>) other).asMap());
    }

    @Override
    public final int hashCode() {
        return Plain.hash(asMap());
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + shown();
    }
}
