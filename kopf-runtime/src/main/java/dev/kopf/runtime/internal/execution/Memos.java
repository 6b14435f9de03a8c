package dev.kopf.runtime.internal.execution;

import dev.kopf.runtime.handler.ObjectMemo;
import dev.kopf.runtime.handler.OperatorMemo;
import dev.kopf.runtime.handler.OperatorMemos;
import dev.kopf.runtime.resource.ObjectRef;
import dev.kopf.runtime.resource.ResourceKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The memos of an operator and of its objects (M-1…M-3). Safe for use by several threads. */
public final class Memos implements OperatorMemos {

    private final MemoValues operator = new MemoValues();
    private final Map<ResourceKind, Function<ObjectRef, MemoValues>> kinds = new ConcurrentHashMap<>();

    /**
     * The objects of a kind have theirs there.
     *
     * @param objects gives what there is of an object; of one that is gone, what is seen by nobody else
     */
    public void of(ResourceKind kind, Function<ObjectRef, MemoValues> objects) {
        kinds.put(kind, objects);
    }

    /** They have none there any more. */
    public void forget(ResourceKind kind, Function<ObjectRef, MemoValues> objects) {
        kinds.remove(kind, objects);
    }

    /** Something that is shared from the start. */
    public <T> void put(OperatorMemo<T> memo, T value) {
        operator.put(memo, value);
    }

    @Override
    public <T> T memo(OperatorMemo<T> memo) {
        return operator.get(memo, memo::make);
    }

    MemoValues of(ObjectRef object) {
        Function<ObjectRef, MemoValues> objects = kinds.get(object.kind());
        return objects == null ? new MemoValues() : objects.apply(object);
    }

    <T> T memo(MemoValues object, ObjectMemo<T> memo) {
        return object.get(memo, () -> memo.make(this));
    }
}
