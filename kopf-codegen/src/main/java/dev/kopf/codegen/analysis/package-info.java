/** From the tree of a CRD to a model of what is generated for it. */
@NullMarked
package dev.kopf.codegen.analysis;

import org.jspecify.annotations.NullMarked;
