package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.FieldProblem;
import java.util.List;

/** What is special about one built-in kind: its defaults and what is refused. Implementations have no state. */
interface KindRules {

    /** For kinds with nothing special. */
    KindRules NONE = new KindRules() {};

    /** Completes a new object, in place. */
    default void prepareForCreate(ObjectNode object, String now) {}

    /** Completes a changed object, in place. */
    default void prepareForUpdate(ObjectNode current, ObjectNode object) {}

    /** What is wrong with an object, new or changed. */
    default List<FieldProblem> problems(ObjectNode object) {
        return List.of();
    }

    /** What is wrong with a change of the main resource. */
    default List<FieldProblem> changeProblems(ObjectNode current, ObjectNode object) {
        return List.of();
    }

    /** Why a valid change is forbidden all the same, empty if it is not. */
    default String refusal(ObjectNode current, ObjectNode object, Objects objects) {
        return "";
    }

    /** The finalizers that an object has from its deletion on. */
    default List<String> finalizersAtDeletion(ObjectNode object) {
        return Meta.finalizers(object);
    }

    /** Looks at other objects. */
    @FunctionalInterface
    interface Objects {

        /** The object of a collection without namespaces, an empty one if there is none. */
        ObjectNode get(String collection, String name);
    }
}
