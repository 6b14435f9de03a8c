// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.example.v1.book.Chapter;
import dev.kopf.example.v1.book.PartDiff;
import dev.kopf.runtime.essence.FieldChange;
import dev.kopf.runtime.essence.ObjectDiff;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link BookSpec}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BookSpecDiff extends ObjectDiff<BookSpec> {
    /** Of two states, of which each may be absent. */
    public BookSpecDiff(@Nullable BookSpec oldValue, @Nullable BookSpec newValue) {
        super(oldValue, newValue);
    }

    /** What changed in <code>foo-bar</code>. */
    public FieldChange<String> fooBar() {
        return field(BookSpec::getFooBar);
    }

    /** What changed in <code>chapters</code>. */
    public FieldChange<List<@Nullable Chapter>> chapters() {
        return field(BookSpec::getChapters);
    }

    /** What changed in <code>part</code>. */
    public PartDiff part() {
        return new PartDiff(ofOld(BookSpec::getPart), ofNew(BookSpec::getPart));
    }
}
