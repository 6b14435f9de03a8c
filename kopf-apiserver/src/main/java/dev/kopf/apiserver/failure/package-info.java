/** What goes wrong, in the words and codes of Kubernetes. */
@NullMarked
package dev.kopf.apiserver.failure;

import org.jspecify.annotations.NullMarked;
