/** What indexes hold. */
@NullMarked
package dev.kopf.runtime.internal.indexing;

import org.jspecify.annotations.NullMarked;
