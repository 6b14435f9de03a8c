package dev.kopf.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EventOptionsTest {

    interface Contract extends HandlerSource {
        default void onEvent() {}

        default void onOther() {}
    }

    private static final class Plain implements Contract {
        @Override
        public void onEvent() {}
    }

    private static final class Strict implements Contract {
        @Override
        @HandlerConfig(errors = ErrorMode.PERMANENT)
        public void onEvent() {}
    }

    @Test
    void errors_of_event_handlers_are_ignored_unless_the_author_says_more() {
        assertThat(errors(new Plain())).isEqualTo(ErrorMode.IGNORED);
        assertThat(errors(new Strict())).isEqualTo(ErrorMode.PERMANENT);
    }

    @Test
    void what_is_not_implemented_has_no_options() {
        assertThat(HandlerMethods.of(Contract.class, new Plain()).eventOptions("onOther"))
                .isEmpty();
    }

    private static ErrorMode errors(Contract source) {
        return HandlerMethods.of(Contract.class, source)
                .eventOptions("onEvent")
                .orElseThrow()
                .errors();
    }
}
