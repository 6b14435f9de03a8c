/** From the model to Java source text: one class per kind of artifact. The only user of JavaPoet. */
@NullMarked
package dev.kopf.codegen.generator;

import org.jspecify.annotations.NullMarked;
