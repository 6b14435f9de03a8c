/** The ways of patching a tree, by content type. */
@NullMarked
package dev.kopf.apiserver.patch;

import org.jspecify.annotations.NullMarked;
