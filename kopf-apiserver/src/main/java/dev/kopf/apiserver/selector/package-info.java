/** Label and field selectors. */
@NullMarked
package dev.kopf.apiserver.selector;

import org.jspecify.annotations.NullMarked;
