// Generated from a CRD by kopf-codegen. What is changed here is overwritten.
package dev.kopf.example.v1;

import dev.kopf.runtime.essence.MapChange;
import dev.kopf.runtime.essence.MetadataDiff;
import dev.kopf.runtime.essence.ObjectDiff;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What changed between two states of {@link Book}. Nothing is compared before it is asked for. */
@NullMarked
@Generated("dev.kopf.codegen")
public final class BookDiff extends ObjectDiff<Book> {
    /** Of two states, of which each may be absent. */
    private BookDiff(@Nullable Book oldValue, @Nullable Book newValue) {
        super(oldValue, newValue);
    }

    /** What changed from one state of an object to another. Nothing is compared before it is asked for. */
    public static BookDiff between(Book oldValue, Book newValue) {
        return new BookDiff(oldValue, newValue);
    }

    /** What changed in the metadata. */
    public MetadataDiff metadata() {
        return new MetadataDiff(ofOld(Book::getMetadata), ofNew(Book::getMetadata));
    }

    /** What changed in <code>spec</code>. */
    public BookSpecDiff spec() {
        return new BookSpecDiff(ofOld(Book::getSpec), ofNew(Book::getSpec));
    }

    /** What changed in <code>x-data</code>. */
    public MapChange<@Nullable String> xData() {
        return map(Book::getXData);
    }
}
