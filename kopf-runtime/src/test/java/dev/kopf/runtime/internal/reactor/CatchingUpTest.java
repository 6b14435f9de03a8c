package dev.kopf.runtime.internal.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kopf.runtime.resource.Body;
import dev.kopf.runtime.resource.WatchEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of that which a watch tells may be from before another operator has handled it (N-10). */
final class CatchingUpTest {

    private final CatchingUp watches = new CatchingUp();

    private boolean isOutdated(WatchEvent.Type type, String namespace, String version) {
        return watches.isOutdated(new WatchEvent(
                type,
                new Body(Map.of("metadata", Map.of("name", "w", "namespace", namespace, "resourceVersion", version)))));
    }

    private boolean isChangeOutdated(String namespace, String version) {
        return isOutdated(WatchEvent.Type.MODIFIED, namespace, version);
    }

    @Test
    void nothing_is_outdated_before_others_have_had_a_turn() {
        assertThat(isChangeOutdated("a", "7")).isFalse();
        assertThat(isOutdated(WatchEvent.Type.LISTED, "a", "7")).isFalse();
    }

    @Test
    void N10_what_is_older_than_the_newest_version_of_then_is_outdated() {
        watches.behind(null, "100");

        assertThat(isChangeOutdated("a", "99")).isTrue();
        assertThat(isOutdated(WatchEvent.Type.ADDED, "b", "99")).isTrue();
        assertThat(isChangeOutdated("a", "100")).isFalse();
        assertThat(isChangeOutdated("a", "101")).isFalse();
    }

    @Test
    void N10_while_that_is_not_known_all_states_are_and_no_end_is() {
        watches.behind(null, null);

        assertThat(isChangeOutdated("a", "1000")).isTrue();
        assertThat(isOutdated(WatchEvent.Type.LISTED, "a", "1000")).isTrue();
        assertThat(isOutdated(WatchEvent.Type.DELETED, "a", "1000")).isFalse();
    }

    @Test
    void N10_a_list_that_comes_when_it_is_known_is_newer_however_old_its_objects_are() {
        watches.behind(null, null);
        watches.behind(null, "100");

        assertThat(isOutdated(WatchEvent.Type.LISTED, "a", "5")).isFalse();
        assertThat(isOutdated(WatchEvent.Type.DELETED, "a", "5")).isFalse();
    }

    @Test
    void N10_each_namespace_that_is_watched_by_itself_has_its_own_version() {
        watches.behind("a", "100");
        watches.behind("b", "200");

        assertThat(isChangeOutdated("a", "150")).isFalse();
        assertThat(isChangeOutdated("b", "150")).isTrue();
        assertThat(isChangeOutdated("c", "50")).isFalse();
    }

    @Test
    void N10_a_watch_that_is_forgotten_is_not_behind() {
        watches.behind("a", "100");
        watches.behind(null, "100");
        watches.forget("a");
        assertThat(isChangeOutdated("a", "5")).isTrue();

        watches.forget(null);

        assertThat(isChangeOutdated("a", "5")).isFalse();
    }
}
