/** The walkthrough's operator: an EphemeralVolumeClaim owns a PersistentVolumeClaim. */
@NullMarked
package dev.kopf.example.evc;

import org.jspecify.annotations.NullMarked;
