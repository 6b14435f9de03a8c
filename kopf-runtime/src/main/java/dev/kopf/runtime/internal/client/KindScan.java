package dev.kopf.runtime.internal.client;

import dev.kopf.runtime.resource.DiscoveredKind;
import dev.kopf.runtime.resource.Json;
import dev.kopf.runtime.resource.JsonException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API server for all kinds that it serves, or for those of some groups (W-40). What one group does not tell keeps nobody from the
 * others. Never blocks. Safe for use by several threads.
 */
public final class KindScan {

    private static final String CORE = "/api";
    private static final String GROUPS = "/apis";
    private static final int NOT_FOUND = 404;

    private final Transport transport;

    public KindScan(Transport transport) {
        this.transport = transport;
    }

    /**
     * What was found.
     *
     * @param groups the kinds of each group that is known now; the core's name is empty
     * @param there the versions of all groups there are but the core, the preferred one first; null where that is not known
     * @param failed the groups that were asked for in vain
     * @param absent the groups that are listed, and of which a version is not there: they go, or one of several servers does not know them yet
     * @param problems what could not be found out, for people
     */
    public record Found(
            Map<String, List<DiscoveredKind>> groups,
            @Nullable Map<String, List<String>> there,
            Set<String> failed,
            Set<String> absent,
            List<String> problems) {

        /** What is known after it, where something was known before: what could not be asked for now stays as it was. */
        public Map<String, List<DiscoveredKind>> over(Map<String, List<DiscoveredKind>> before) {
            Map<String, List<DiscoveredKind>> after = new HashMap<>(before);
            if (there != null) {
                after.keySet().removeIf(group -> !group.isEmpty() && !there.containsKey(group));
            }
            after.putAll(groups);
            absent.forEach(group -> after.put(group, withAbsent(group, before.getOrDefault(group, List.of()))));
            return after;
        }

        /** What a group has in versions that are there, and what it had in others. */
        private List<DiscoveredKind> withAbsent(String group, List<DiscoveredKind> before) {
            List<DiscoveredKind> kinds = new ArrayList<>(groups.getOrDefault(group, List.of()));
            Set<String> versions =
                    kinds.stream().map(kind -> kind.kind().version()).collect(Collectors.toSet());
            before.stream()
                    .filter(kind -> !versions.contains(kind.kind().version()))
                    .forEach(kinds::add);
            return List.copyOf(kinds);
        }
    }

    /** A group of the server's list. */
    private record Group(String name, List<String> versions, String preferred) {

        String path(String version) {
            return name.isEmpty()
                    ? CORE + "/" + Paths.segment(version)
                    : GROUPS + "/" + Paths.segment(name) + "/" + Paths.segment(version);
        }
    }

    /** Collects what the answers tell, from several threads. */
    private static final class Collected {

        private final Map<String, List<DiscoveredKind>> groups = new HashMap<>();
        private final Map<String, List<String>> there = new HashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final Set<String> failed = new HashSet<>();
        private final Set<String> absent = new HashSet<>();
        private boolean listed = true;

        synchronized void unlisted(String path, String problem) {
            problems.add(problem);
            if (path.equals(CORE)) {
                failed.add("");
            } else {
                listed = false;
            }
        }

        synchronized void there(Group group) {
            if (!group.name().isEmpty()) {
                List<String> versions = new ArrayList<>(group.versions());
                versions.remove(group.preferred());
                versions.add(0, group.preferred());
                there.put(group.name(), List.copyOf(versions));
            }
        }

        synchronized void add(Group group, List<DiscoveredKind> kinds) {
            groups.computeIfAbsent(group.name(), name -> new ArrayList<>()).addAll(kinds);
        }

        /** What is known of some versions of a group says nothing of those kinds that it does not tell. */
        synchronized void failed(Group group, String problem) {
            problems.add(problem);
            failed.add(group.name());
        }

        synchronized void absent(Group group) {
            absent.add(group.name());
        }

        synchronized Found found() {
            groups.keySet().removeAll(failed);
            return new Found(
                    Map.copyOf(groups),
                    listed ? Map.copyOf(there) : null,
                    Set.copyOf(failed),
                    Set.copyOf(absent),
                    List.copyOf(problems));
        }
    }

    /**
     * Asks; always comes to an answer.
     *
     * @param wanted the names of the groups to ask for; null for all
     */
    public CompletableFuture<Found> scan(@Nullable Set<String> wanted) {
        Collected collected = new Collected();
        CompletableFuture<Void> core = wanted != null && !wanted.contains("")
                ? CompletableFuture.completedFuture(null)
                : read(CORE, collected, KindScan::core).thenCompose(groups -> all(groups, wanted, collected));
        CompletableFuture<Void> others =
                read(GROUPS, collected, KindScan::groups).thenCompose(groups -> all(groups, wanted, collected));
        return core.thenCombine(others, (none, neither) -> collected.found());
    }

    private static List<Group> core(Map<String, @Nullable Object> answer) {
        List<String> versions =
                Json.list(answer.get("versions")).stream().map(String::valueOf).toList();
        return versions.isEmpty() ? List.of() : List.of(new Group("", versions, versions.get(0)));
    }

    private interface Reader {
        List<Group> read(Map<String, @Nullable Object> answer);
    }

    private CompletableFuture<List<Group>> read(String path, Collected collected, Reader reader) {
        return get(path, path.equals(CORE) ? "versions" : "groups").handle((answer, failure) -> {
            if (failure != null || answer == null) {
                collected.unlisted(path, problem(path, failure));
                return List.of();
            }
            if (answer.isEmpty()) { // no API server is without it: somebody else has answered
                collected.unlisted(path, "There is no " + path + " at " + transport.server() + ".");
                return List.of();
            }
            List<Group> groups = reader.read(answer);
            groups.forEach(collected::there);
            return groups;
        });
    }

    private static List<Group> groups(Map<String, @Nullable Object> answer) {
        return Json.list(answer.get("groups")).stream()
                .map(Json::map)
                .map(KindScan::group)
                .filter(group -> !group.versions().isEmpty())
                .toList();
    }

    private static Group group(Map<String, @Nullable Object> group) {
        List<String> versions = Json.list(group.get("versions")).stream()
                .map(version -> String.valueOf(Json.map(version).get("version")))
                .toList();
        Object preferred = Json.map(group.get("preferredVersion")).get("version");
        boolean isKnown = preferred instanceof String version && versions.contains(version);
        return new Group(
                String.valueOf(group.get("name")),
                versions,
                isKnown || versions.isEmpty() ? String.valueOf(preferred) : versions.get(0));
    }

    private CompletableFuture<Void> all(List<Group> groups, @Nullable Set<String> wanted, Collected collected) {
        return CompletableFuture.allOf(groups.stream()
                .filter(group -> wanted == null || wanted.contains(group.name()))
                .flatMap(group -> group.versions().stream().map(version -> version(group, version, collected)))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> version(Group group, String version, Collected collected) {
        String path = group.path(version);
        return get(path, "resources").handle((answer, failure) -> {
            if (failure != null || answer == null) {
                collected.failed(group, problem(path, failure));
            } else if (answer.isEmpty()) {
                collected.absent(group);
            } else {
                collected.add(group, Discovery.kinds(group.name(), version, version.equals(group.preferred()), answer));
            }
            return null;
        });
    }

    private String problem(String path, @Nullable Throwable failure) {
        Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof Refusal) {
            return String.valueOf(cause.getMessage());
        }
        return "Cannot reach the API server at " + transport.server() + " for " + path
                + (cause == null ? "." : ": " + Answers.message(cause) + ".");
    }

    /** Thrown to the end of the chain. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * What is not there is empty: a group may go between two questions.
     *
     * @param key what the answer has, if it is what it is to be
     */
    private CompletableFuture<Map<String, @Nullable Object>> get(String path, String key) {
        return transport.send(ApiRequest.get(path)).thenApply(response -> {
            if (response.status() == NOT_FOUND) {
                return Map.of();
            }
            if (response.status() == 403) {
                throw new Refusal(Permissions.missingDiscovery(path));
            }
            if (!response.isSuccessful()) {
                throw new Refusal("Cannot get " + path + ": " + Answers.sentence(response));
            }
            try {
                Map<String, @Nullable Object> answer = Json.map(Json.parse(response.body()));
                if (!answer.containsKey(key)) {
                    throw new Refusal("The answer to GET " + path + " makes no sense: it has no '" + key + "'.");
                }
                return answer;
            } catch (JsonException e) {
                throw new Refusal("The answer to GET " + path + " is not readable: " + e.getMessage() + ".");
            }
        });
    }
}
