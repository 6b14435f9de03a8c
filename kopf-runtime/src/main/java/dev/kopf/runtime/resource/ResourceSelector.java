package dev.kopf.runtime.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names kinds of resources that are not known before an API server has been asked (F-20).
 *
 * <pre>{@code
 * ResourceSelector.of("deployments");                       // by plural, singular, kind or short name
 * ResourceSelector.of("apps", "deployments");               // of a group, in the version that it prefers
 * ResourceSelector.of("deployments.v1.apps");               // of a group and a version
 * ResourceSelector.ofCategory("all").inGroup("apps");
 * ResourceSelector.everything();
 * ResourceSelector.matching(kind -> kind.subresources().contains("scale"));
 * }</pre>
 *
 * <p>Immutable; as safe for use by several threads as the author's condition is.
 */
public final class ResourceSelector {

    private static final Pattern VERSION = Pattern.compile("v\\d+(?:(?:alpha|beta)\\d+)?");
    private static final Set<String> GROUPS_OF_EVENTS = Set.of("", "events.k8s.io");

    private enum By {
        ANY_NAME,
        KIND,
        PLURAL,
        SINGULAR,
        SHORT_NAME,
        CATEGORY,
        EVERYTHING,
        CONDITION
    }

    private final @Nullable String group;
    private final @Nullable String version;
    private final By by;
    private final String name;
    private final Predicate<? super DiscoveredKind> condition;

    private ResourceSelector(
            @Nullable String group,
            @Nullable String version,
            By by,
            String name,
            Predicate<? super DiscoveredKind> condition) {
        this.group = group;
        this.version = version;
        this.by = by;
        this.name = name;
        this.condition = condition;
    }

    /**
     * A kind by its plural, singular, name or one of its short names; in front of a version, a group, or both: {@code pods},
     * {@code pods.v1}, {@code deployments.apps}, {@code deployments.v1.apps}.
     *
     * @throws IllegalArgumentException if there is no name
     */
    public static ResourceSelector of(String name) {
        String[] parts = name.split("\\.", 3);
        if (parts.length == 1) {
            return named(null, null, name);
        }
        if (VERSION.matcher(parts[1]).matches()) {
            return named(parts.length == 3 ? parts[2] : null, parts[1], parts[0]);
        }
        return named(name.substring(parts[0].length() + 1), null, parts[0]);
    }

    /**
     * A kind by any of its names, and its group.
     *
     * @param group the group, or group and version: {@code apps}, {@code apps/v1}; empty or {@code v1} for the core group
     * @throws IllegalArgumentException if there is no name
     */
    public static ResourceSelector of(String group, String name) {
        if (group.equals("v1")) {
            return named("", group, name);
        }
        int slash = group.lastIndexOf('/');
        return slash < 0
                ? named(group, null, name)
                : named(group.substring(0, slash), group.substring(slash + 1), name);
    }

    /**
     * A kind by any of its names, its group and its version.
     *
     * @param group empty for the core group
     * @throws IllegalArgumentException if there is no name
     */
    public static ResourceSelector of(String group, String version, String name) {
        return named(group, version, name);
    }

    /** A kind by its name as objects have it, such as {@code Pod}. */
    public static ResourceSelector ofKind(String kind) {
        return by(By.KIND, kind);
    }

    /** A kind by its name in URLs, such as {@code pods}. */
    public static ResourceSelector ofPlural(String plural) {
        return by(By.PLURAL, plural);
    }

    /** A kind by the name of one object, such as {@code pod}. */
    public static ResourceSelector ofSingular(String singular) {
        return by(By.SINGULAR, singular);
    }

    /** A kind by a short name, such as {@code po}. */
    public static ResourceSelector ofShortName(String shortName) {
        return by(By.SHORT_NAME, shortName);
    }

    /** All kinds of a category, such as {@code all}. */
    public static ResourceSelector ofCategory(String category) {
        return by(By.CATEGORY, category);
    }

    /** All kinds there are, but events (F-23). */
    public static ResourceSelector everything() {
        return new ResourceSelector(null, null, By.EVERYTHING, "everything", kind -> true);
    }

    /** All kinds that a condition is true for, in all of their versions; never events (F-23). */
    public static ResourceSelector matching(Predicate<? super DiscoveredKind> condition) {
        Objects.requireNonNull(condition, "condition");
        return new ResourceSelector(null, null, By.CONDITION, "a condition", condition);
    }

    /**
     * This selector, limited to a group; empty for the core group.
     *
     * @throws IllegalArgumentException if it has another one already
     */
    public ResourceSelector inGroup(String value) {
        require(group, value, "group");
        return new ResourceSelector(value, version, by, name, condition);
    }

    /**
     * This selector, limited to a version, instead of the one that the group prefers (F-22).
     *
     * @throws IllegalArgumentException if it has another one already
     */
    public ResourceSelector inVersion(String value) {
        require(version, value, "version");
        return new ResourceSelector(group, value, by, name, condition);
    }

    private void require(@Nullable String there, String value, String what) {
        if (there != null && !there.equals(value)) {
            throw new IllegalArgumentException(
                    "A selector has one " + what + ", and " + this + " has one already; not: '" + value + "'");
        }
    }

    private static ResourceSelector named(@Nullable String group, @Nullable String version, String name) {
        return by(By.ANY_NAME, name).in(group, version);
    }

    private ResourceSelector in(@Nullable String ofGroup, @Nullable String ofVersion) {
        return new ResourceSelector(ofGroup, ofVersion, by, name, condition);
    }

    private static ResourceSelector by(By by, String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A selector needs the name of a kind, and here it is empty (F-21).");
        }
        return new ResourceSelector(null, null, by, name, kind -> true);
    }

    /** The group that it is limited to; null for none. */
    public @Nullable String group() {
        return group;
    }

    /** The version that it is limited to; null for none. */
    @Nullable
    String version() {
        return version;
    }

    /** The name that may be any of a kind's; null where it goes by something else. */
    @Nullable
    String anyName() {
        return by == By.ANY_NAME ? name : null;
    }

    /** Whether it is for all kinds. */
    boolean isForEverything() {
        return by == By.EVERYTHING;
    }

    /** Whether it is meant for one kind: where it fits two, nobody knows which one (F-24, W-43). */
    public boolean isSpecific() {
        return switch (by) {
            case ANY_NAME, KIND, PLURAL, SINGULAR, SHORT_NAME -> true;
            case CATEGORY, EVERYTHING, CONDITION -> false;
        };
    }

    /** The kinds that it is for, of those there are, in their order: where it names one kind and there are more, those of the core group (F-24). */
    public List<DiscoveredKind> select(Collection<DiscoveredKind> kinds) {
        List<DiscoveredKind> matching = new ArrayList<>();
        List<DiscoveredKind> core = new ArrayList<>();
        for (DiscoveredKind kind : kinds) {
            if (matches(kind)) {
                matching.add(kind);
                if (kind.kind().group().isEmpty()) {
                    core.add(kind);
                }
            }
        }
        return List.copyOf(isSpecific() && !core.isEmpty() ? core : matching);
    }

    /**
     * Whether kinds of a group that is not known yet may be among those that it is for (F-24).
     *
     * @param unknown the name of that group; empty for the core group
     * @param known the kinds of other groups
     */
    public boolean mayMean(String unknown, Collection<DiscoveredKind> known) {
        boolean isOfGroup = group == null || group.equals(unknown);
        return isOfGroup && (unknown.isEmpty() || !isOfCore(known));
    }

    /** Whether it names one kind, and that is of the core group, which comes before all others. */
    private boolean isOfCore(Collection<DiscoveredKind> kinds) {
        return isSpecific()
                && kinds.stream().anyMatch(kind -> kind.kind().group().isEmpty() && matches(kind));
    }

    /** Whether a kind is one that it may be for, whatever other kinds there are; not if its condition throws. */
    public boolean matches(DiscoveredKind kind) {
        try {
            return test(kind);
        } catch (RuntimeException | Error e) {
            return false; // which is told with the others that are not watched
        }
    }

    /** What its condition throws when it is asked for a kind; null where it answers. */
    public @Nullable Throwable problem(DiscoveredKind kind) {
        try {
            boolean unused = test(kind);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private boolean test(DiscoveredKind kind) {
        return (group == null || group.equals(kind.kind().group()))
                && isOfVersion(kind)
                && !(excludesEvents() && isOfEvents(kind))
                && isNamed(kind);
    }

    /** Without a version the preferred one is meant, but by conditions, which are asked for all (F-22). */
    private boolean isOfVersion(DiscoveredKind kind) {
        return version == null
                ? by == By.CONDITION || kind.preferred()
                : version.equals(kind.kind().version());
    }

    private boolean excludesEvents() {
        return by == By.EVERYTHING || by == By.CONDITION;
    }

    private static boolean isOfEvents(DiscoveredKind kind) {
        return kind.kind().plural().equals("events")
                && GROUPS_OF_EVENTS.contains(kind.kind().group());
    }

    private boolean isNamed(DiscoveredKind kind) {
        return switch (by) {
            case ANY_NAME ->
                name.equals(kind.kind().kind())
                        || name.equals(kind.kind().plural())
                        || name.equals(kind.names().singular())
                        || kind.names().shortNames().contains(name);
            case KIND -> name.equals(kind.kind().kind());
            case PLURAL -> name.equals(kind.kind().plural());
            case SINGULAR -> name.equals(kind.names().singular());
            case SHORT_NAME -> kind.names().shortNames().contains(name);
            case CATEGORY -> kind.names().categories().contains(name);
            case EVERYTHING -> true;
            case CONDITION -> condition.test(kind);
        };
    }

    /** As it is named in logs and messages, such as {@code pods.v1}, or {@code category all in group apps}. */
    @Override
    public String toString() {
        if (by == By.ANY_NAME) {
            return name
                    + (version == null ? "" : "." + version)
                    + (group == null || group.isEmpty() ? "" : "." + group)
                    + (group != null && group.isEmpty() && version == null ? " of the core group" : "");
        }
        String what = isSpecific() || by == By.CATEGORY
                ? by.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name
                : name;
        return what
                + (version == null ? "" : " in version " + version)
                + (group == null ? "" : group.isEmpty() ? " of the core group" : " of group " + group);
    }
}
