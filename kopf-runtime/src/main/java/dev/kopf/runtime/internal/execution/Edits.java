package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.PatchEditor;
import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.BodyEdit;
import dev.kopf.runtime.resource.FieldPath;
import dev.kopf.runtime.resource.Patch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler changes of its object. Not safe for use by several threads. */
final class Edits implements PatchEditor {

    private final BodyMapper mapper;
    private final Body body;
    private Patch patch = Patch.EMPTY;

    /** @param body the object as the handler sees it */
    Edits(BodyMapper mapper, Body body) {
        this.mapper = mapper;
        this.body = body;
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
    public PatchEditor edit(BodyEdit change) {
        Patch edited = patch.withEdit(change);
        Map<String, @Nullable Object> unused = edited.applyTo(body.fields()); // what it throws is the handler's error
        patch = edited;
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
