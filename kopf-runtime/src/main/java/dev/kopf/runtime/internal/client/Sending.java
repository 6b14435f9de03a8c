package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.JsonPatch;
import dev.kopf.runtime.resource.Patch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param operations the JSON patch; null where it is the merge patch
 * @param merge the merge patch
 * @param lock what is sent with the merge patch, so that it changes no other object of the same name
 * @param names what is changed, for the log
 */
record Sending(@Nullable JsonPatch operations, Patch merge, Patch lock, List<String> names) {

    ApiRequest to(String path) {
        return operations == null
                ? ApiRequest.mergePatch(path, merge.merge(lock).toString())
                : ApiRequest.jsonPatch(path, operations.toString());
    }
}
