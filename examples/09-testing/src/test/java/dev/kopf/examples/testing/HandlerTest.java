package dev.kopf.examples.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kopf.runtime.handler.PermanentException;
import dev.kopf.testing.TestContext;
import dev.kopf.v1.KopfExample;
import org.junit.jupiter.api.Test;

/** The handler by itself: a method, to be called with an object and a context. Takes milliseconds. */
class HandlerTest {

    @Test
    void an_object_without_a_field_is_refused_for_good() {
        KopfExample example = new KopfExample();

        assertThatThrownBy(() -> new TestingOperator().onCreate(example, TestContext.of(example)))
                .isInstanceOf(PermanentException.class)
                .hasMessage("The field must be set.");
    }
}
