package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.PatchEditor;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler sets on its object. Not safe for use by several threads. */
final class Edits implements PatchEditor {

    private final BodyMapper mapper;
    private Patch patch = Patch.EMPTY;

    Edits(BodyMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public PatchEditor set(FieldPath path, @Nullable Object value) {
        if (path.isRoot()) {
            throw new IllegalArgumentException("A patch sets fields of an object, not the object itself.");
        }
        patch = patch.with(path, mapper.encode(value));
        return this;
    }

    @Override
    public Map<String, @Nullable Object> asMap() {
        return patch.asMap();
    }

    Patch patch() {
        return patch;
    }
}
