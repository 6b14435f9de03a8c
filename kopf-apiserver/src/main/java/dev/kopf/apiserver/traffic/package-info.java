/** What clients asked, and the faults that they shall see. */
@NullMarked
package dev.kopf.apiserver.traffic;

import org.jspecify.annotations.NullMarked;
