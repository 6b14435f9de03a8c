// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.JsonStates;
import dev.kopf.runtime.essence.ObjectDiff;
import dev.kopf.runtime.typed.Types;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Token}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TokenDiff extends ObjectDiff<Token> {
    /** Of two states as JSON; from typed ones {@link #between} makes it. */
    public TokenDiff(JsonStates states) {
        super(states, Types.object(Token::new));
    }

    /** What changed from one state of an object to another; null where it was, or is, absent. */
    public static TokenDiff between(@Nullable Token oldValue, @Nullable Token newValue) {
        return new TokenDiff(JsonStates.of(oldValue, newValue));
    }

    /** What changed in <code>key</code>. */
    public FieldChange<String> key() {
        return field("key", Types.TEXT);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field("name", Types.TEXT);
    }

    /** What changed in <code>optional</code>. */
    public FieldChange<Boolean> optional() {
        return field("optional", Types.BOOLEAN);
    }
}
