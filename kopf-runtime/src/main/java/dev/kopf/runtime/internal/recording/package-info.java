/** What the runtime tells JDK Flight Recorder: nothing unless a recording runs. */
@NullMarked
package dev.kopf.runtime.internal.recording;

import org.jspecify.annotations.NullMarked;
