// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1.workload;

import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Token}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class TokenDiff extends ObjectDiff<Token> {
    /** Of two states, of which each may be absent. */
    public TokenDiff(@Nullable Token oldValue, @Nullable Token newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>key</code>. */
    public FieldChange<String> key() {
        return field(Token::getKey);
    }

    /** What changed in <code>name</code>. */
    public FieldChange<String> name() {
        return field(Token::getName);
    }

    /** What changed in <code>optional</code>. */
    public FieldChange<Boolean> optional() {
        return field(Token::getOptional);
    }
}
