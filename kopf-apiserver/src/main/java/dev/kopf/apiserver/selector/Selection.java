package dev.kopf.apiserver.selector;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which objects of a list or a watch a client wants.
 *
 * @param labels by label
 * @param fields by field
 */
public record Selection(LabelSelector labels, FieldSelector fields) {

    /** All objects. */
    public static final Selection EVERYTHING = new Selection(LabelSelector.EVERYTHING, FieldSelector.EVERYTHING);

    /** Whether an object is wanted. */
    public boolean matches(ObjectNode object) {
        return labels.matches(object) && fields.matches(object);
    }
}
