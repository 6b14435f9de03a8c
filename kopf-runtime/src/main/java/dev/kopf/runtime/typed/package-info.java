/** What generated resource classes are made of: typed views of plain JSON that lose nothing, and what reads and writes them. */
@NullMarked
package dev.kopf.runtime.typed;

import org.jspecify.annotations.NullMarked;
