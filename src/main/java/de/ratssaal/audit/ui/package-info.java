/** What auditors see: the log, the proof of an entry, the check of the whole. */
@NullMarked
package de.ratssaal.audit.ui;

import org.jspecify.annotations.NullMarked;
