/** Maven goals over the code generator. */
@NullMarked
package dev.kopf.maven;

import org.jspecify.annotations.NullMarked;
