/** Kinds, objects and their parts as pure data: plain JSON values, paths into them, watch events and patches. */
@NullMarked
package dev.kopf.runtime.resource;

import org.jspecify.annotations.NullMarked;
