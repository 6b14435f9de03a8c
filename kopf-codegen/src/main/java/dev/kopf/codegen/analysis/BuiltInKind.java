package dev.kopf.codegen.analysis;

import dev.kopf.codegen.model.JavaName;
import dev.kopf.codegen.model.TypeModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of Kubernetes' own kinds, which fabric8 has a class for.
 *
 * @param group empty for the core group
 * @param version such as {@code v1}
 * @param plural such as {@code pods}
 * @param namespaced whether objects live in namespaces
 * @param type the class of the objects, and what they have
 */
record BuiltInKind(String group, String version, String plural, boolean namespaced, Type type) {

    /**
     * A class of fabric8's.
     *
     * @param name the class, whose simple name is that of the kind
     * @param stanzas what objects have at the top, but apiVersion, kind and metadata
     */
    record Type(JavaName name, Map<String, Stanza> stanzas) {
        Type {
            stanzas = Collections.unmodifiableMap(new LinkedHashMap<>(stanzas));
        }
    }

    /**
     * A property at the top of objects.
     *
     * @param type its type
     * @param properties those of it that are handled each by itself; empty where it is handled as a whole
     */
    record Stanza(TypeModel type, Map<String, TypeModel> properties) {
        Stanza {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        }
    }

    String kind() {
        return type.name().simpleName();
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As options name it where the kind alone would not tell which one is meant. */
    String qualifiedName() {
        return apiVersion() + "/" + kind();
    }

    /** Whether both have the same objects: in whatever versions, and those of events in two groups. */
    boolean hasObjectsOf(BuiltInKind other) {
        return plural.equals(other.plural) && (group.equals(other.group) || plural.equals("events"));
    }
}
