package dev.kopf.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kopf.apiserver.failure.Failures;
import dev.kopf.apiserver.storage.Listing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cuts lists into pages. A token names the last object of a page; pages after a change show the change. */
final class Paging {

    private Paging() {}

    static ObjectList page(Listing listing, ListOptions options, UnaryOperator<ObjectNode> presented) {
        String after = decoded(options.continueToken());
        List<ObjectNode> selected = listing.trees().stream()
                .filter(object -> after.isEmpty() || position(object).compareTo(after) > 0)
                .filter(options.selection()::matches)
                .toList();
        int size = options.limit() > 0 ? Math.min(options.limit(), selected.size()) : selected.size();
        var items = new ArrayList<ObjectNode>(size);
        selected.subList(0, size).forEach(object -> items.add(presented.apply(object)));
        int remaining = selected.size() - size;
        String token = remaining == 0 ? "" : encoded(position(selected.get(size - 1)));
        return new ObjectList(listing.version(), items, token, remaining);
    }

    private static String position(ObjectNode object) {
        return Meta.namespace(object) + "\0" + Meta.name(object);
    }

    private static String encoded(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String token) {
        try {
            String position = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (token.isEmpty() || position.indexOf('\0') >= 0) {
                return position;
            }
        } catch (IllegalArgumentException notBase64) {
            throw Failures.badRequest("invalid continue token: continue key is not valid: " + notBase64.getMessage());
        }
        throw Failures.badRequest("invalid continue token: continue key is not valid");
    }
}
